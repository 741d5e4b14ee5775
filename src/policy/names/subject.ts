/** Whether a word is a name because a person's verb agrees with it: Hope didn't give up, Summer is nine. */
import { type Around, follows, hasArticle, hasCapital, isRaised, low } from './around.ts';
import { CHOSEN, DEEDS, OWN_DEEDS, PETS, TIMES } from './lexicon.ts';
import { isLoose, type Question, use } from './use.ts';
import { isEither, isOfThings, isVerb } from './verbs.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ADVERBS =
  words(`really also even just never always almost nearly still already only finally then again
  now once often usually both actually proudly bravely kindly quietly calmly happily carefully quickly
  gently confidently beautifully brilliantly cleverly patiently cheerfully absolutely certainly definitely
  clearly totally truly simply suddenly immediately instantly literally genuinely single-handedly`);

const DENIED =
  words(`didnt hasnt wasnt isnt couldnt wouldnt doesnt cant wont shouldnt hadnt didn't hasn't
  wasn't isn't couldn't wouldn't doesn't can't won't`);

/** Verbs after "can", "will" and "didn't" that take a person. */
const PERSON_BASE =
  words(`swim read ride write count spell sing dance play speak tie tell juggle climb run jump
  draw recite skip see name give stop win want need mind miss like love eat drink stand sit come bake cook
  paint knit sew talk sign wait believe remember forget say ask answer hear find catch throw hold smile laugh
  cry get hop whistle explain choose decide know think understand tidy present perform try manage resist
  hesitate feel`);

/** What is said of a person after "is" and "was". */
const PERSONAL =
  words(`allergic unwell proud brave scared afraid frightened excited nervous thrilled delighted chuffed tired ill
  poorly shy worried surprised amazed pleased happy sad upset busy ready determined fearless unbeatable
  unstoppable speechless eager keen careful clever kind helpful honest polite patient generous one two three
  four five six seven eight nine ten eleven twelve reading writing learning swimming playing dancing singing
  painting drawing building making helping looking hoping wearing holding smiling laughing grinning beaming
  showing telling thinking trying waiting working sitting standing running jumping climbing riding voted
  awarded elected crowned chosen picked selected presented congratulated named born interviewed`);
/** "the first to finish": what stands after "was the". */
const RANKS = words('first second third last only youngest oldest fastest tallest winner one');
/** Parts in a play, besides animals. */
const PARTS =
  words(`innkeeper shepherd angel narrator camel star king queen prince princess wizard witch fairy
  elf genie pirate captain villain hero lead giant troll ghost scrooge cinderella dame buttons gabriel mary
  joseph herod robot reindeer snowflake soldier wolf tree twin sister brother cousin boy girl pupil`);

/** Words for what grows or is mined: no article goes before them, and they grow, cover and are things. */
export const MATTER = words(
  `ivy holly heather jasmine hazel olive amber ruby pearl jade basil rosemary sage clover fern saffron ginger
   coral opal ebony cedar ash rowan bracken bryony crystal diamond emerald sapphire garnet topaz amethyst
   cherry clementine apple peach willow laurel myrtle moss marigold lavender violet saffron honey`,
);

const AILS =
  /^(?:chickenpox|nits|asthma|measles|mumps|flu|tonsillitis|autism|epilepsy|diabetes|eczema|allergies|impetigo|adhd|dyslexia)$/;
const BODY = words('her his their a another two');

type Said = (verb: string, next: string, after: string, third?: string) => boolean;

/** True where what follows an auxiliary is said of people and not of seasons, feelings or plants. */
const saidOfPeople: Said = (verb, next, after, third = '') => {
  if (/^(?:is|was)$/.test(verb)) {
    if (next === 'not' && /^(?:well|scared|afraid|sure)$/.test(after)) return true;
    if (/^(?:the|our|a|an)$/.test(next) && (PETS.has(after) || PARTS.has(after))) return true;
    const placed =
      /^(?:in|at|as|with)$/.test(after) &&
      /^(?:brilliant|amazing|fantastic|superb|great|excellent|outstanding|wonderful)$/.test(next);
    return (
      placed ||
      PERSONAL.has(next) ||
      (next === 'the' &&
        RANKS.has(after) &&
        after !== 'one' &&
        !/^(?:candle|word|day|week|month|season|value|lesson|colour|gift|flower|theme|thing|place|step|choice|subject)$/.test(
          third,
        ))
    );
  }
  if (/^(?:has|had)$/.test(verb)) {
    if (AILS.test(next)) return true;
    if (next === 'been') return PERSONAL.has(after) || OWN_DEEDS.has(after);
    if (/^(?:lost|broken|grown|got)$/.test(next)) return BODY.has(after);
    if (next === 'a' && /^(?:go|try|turn|birthday|tooth)$/.test(after)) return true;
    return (
      OWN_DEEDS.has(next) ||
      /^(?:missed|stopped|forgotten|seen|tried|written|swum|sung|run|drawn|chosen|given|joined)$/.test(
        next,
      )
    );
  }
  if (next === 'be') return PERSONAL.has(after) || OWN_DEEDS.has(after);
  return PERSON_BASE.has(next);
};

/** The next words of the clause, without what only strengthens or times them. */
function saidAfter(around: Around, verb: number): string[] {
  const said: string[] = [];
  for (let at = verb + 1; at < verb + 6 && follows(around, at); at += 1) {
    const word = low(around, at);
    if (!ADVERBS.has(word) && !/^(?:very|so|too|quite|extremely|as)$/.test(word)) said.push(word);
  }
  return said;
}

/** True where "is" or "was" at a place says of its subject what is said of people alone. */
export function isSaidOfPeople(around: Around, verb: number): boolean {
  const [one = '', two = '', three = ''] = saidAfter(around, verb);
  return saidOfPeople('is', one, two, three);
}

/** True where the word after a place is what "did" and "can" take of people: "Did Hope win?" */
export function takesPerson(around: Around, at: number): boolean {
  return follows(around, at + 1) && PERSON_BASE.has(low(around, at + 1));
}

const MODAL = /^(?:will|may|hope|mark|grant|chase|art|drew)$/;

const LOSES =
  /^(?:dropped|lost|opened|finished|started|closed|broke|needed|kept|held|put|packed|tied)$/;

/** What a season or a plant does not do, though the verb alone is theirs too. */
function isPersonal(verb: string, one: string): boolean {
  if (/^(?:crossed|ate|drank|grinned|beamed|giggled|volunteered|sat)$/.test(verb)) return true;
  if (/^(?:finished|came)$/.test(verb)) return /^(?:first|second|third|top|last)$/.test(one);
  if (/^(?:her|his)$/.test(one) && LOSES.test(verb)) return true;
  if (verb === 'turned')
    return /^(?:three|four|five|six|seven|eight|nine|ten|eleven|[3-9]|1[01])$/.test(one);
  if (verb === 'lives') return /^(?:at|next|with|round|opposite)$/.test(one);
  if (verb === 'felt') return PERSONAL.has(one);
  if (verb === 'broke') return BODY.has(one);
  if (verb === 'stood') return /^(?:up|beside|proudly|next)$/.test(one);
  if (verb === 'brought') return /^(?:in|her|his)$/.test(one);
  if (verb === 'took') return /^(?:part|her|his|home|turns)$/.test(one);
  return verb === 'put' ? one === 'it' || one === 'her' || one === 'his' : false;
}

/** "has a new baby sister", "has two brothers". */
const hasKin = (around: Around, verb: number): boolean =>
  saidAfter(around, verb).some((word) =>
    /^(?:brothers?|sisters?|cousins?|twin|nephew|niece|puppy|kitten|wobbly)$/.test(word),
  );

/** "has been our playground leader", "will be the new hockey captain". */
function isToBeChosen(around: Around, verb: number): boolean {
  const [be = '', article = '', ...rest] = saidAfter(around, verb);
  return (
    /^been?$/.test(be) && /^(?:our|the|a)$/.test(article) && rest.some((word) => CHOSEN.has(word))
  );
}

const AUXILIARY = /^(?:is|was|has|had|can|could|will|would|should|must|did|does|might)$/;
const DOES = use('it does what people do');

/**
 * "Hope didn't give up", "Lily also won", "we think Joy should be proud". Adverbs are passed over. Seasons,
 * months, values and what grows or is mined must do what only people do; of other words any verb will do
 * that is a person's, for English gives no bare noun a verb.
 */
export const subject: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token === undefined || token.possessive || hasArticle(around, at))
    return null;
  let next = at + 1;
  while (next < at + 3 && follows(around, next) && ADVERBS.has(low(around, next))) next += 1;
  const verb = low(around, next);
  const [one = '', two = '', three = ''] = saidAfter(around, next);
  // A kind month, a busy season; but one that is busy writing is a child.
  const said = one === 'been' ? [two, three] : [one, two];
  if (
    TIMES.has(token.low) &&
    /^(?:kind|busy|happy|generous)$/.test(said[0] ?? '') &&
    !/ing$/.test(said[1] ?? '')
  )
    return null;
  if (!follows(around, next) || (hasCapital(around.tokens[next]) && !around.flat)) return null;
  const passed = next > at + 1;
  const slim = isLoose(token.low) || MATTER.has(token.low) || around.flat;
  if (verb === 'did' && one === '') return DOES;
  if (AUXILIARY.test(verb) && isToBeChosen(around, next)) return DOES;
  if (verb === 'is' && one === 'off' && two === 'to' && !TIMES.has(token.low)) return DOES;
  if (passed && !slim && DEEDS.has(verb) && verb.endsWith('ed')) return DOES;
  if (AUXILIARY.test(verb) || DENIED.has(verb)) {
    const plain = verb.replace(/n'?t$/, '').replace(/^ca$/, 'can').replace(/^wo$/, 'will');
    if (saidOfPeople(plain, one, two, three) || (plain === 'has' && hasKin(around, next)))
      return DOES;
    if (DENIED.has(verb) && !slim && !/^(?:will|may|art|bill)$/.test(token.low)) return DOES;
    return null;
  }
  if (verb === 'shone') return passed && !/^(?:through|in|on|down|out)$/.test(one) ? DOES : null;
  if (isPersonal(verb, one)) return DOES;
  if (verb === 'had' || verb === 'has')
    return saidOfPeople('has', one, two) || hasKin(around, next) ? DOES : null;
  if (!isVerb(verb, one) || (MODAL.test(token.low) && isEither(verb))) return null;
  if (token.low === 'robin' && verb === 'spotted' && one !== 'a' && one !== 'the') return null;
  return slim && isOfThings(verb) ? null : DOES;
};
