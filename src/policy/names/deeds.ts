/** Whether a word is a name by what it owns or does. */
import { type Around, follows, hasArticle, hasCapital, isTelling, low } from './around.ts';
import { CHOSEN, DEEDS, IDEAS, OWN_DEEDS, TIMES, WORKS } from './lexicon.ts';
import { isSaidOfPeople, MATTER } from './subject.ts';
import { isLoose, type Question, type Use } from './use.ts';

const use = (why: string): Use => ({ why, strong: false });

const IS =
  /^(?:the|a|an|not|so|been|going|here|over|out|up|in|on|time|got|coming|almost|nearly|just|always|too|now|very)$/;
const SOFT =
  /^(?:amazing|brilliant|fantastic|wonderful|lovely|beautiful|super|superb|stunning|incredible|excellent|great|best|first|second|third|own|fabulous|hard|playful|clever|careful|creative|colourful|gorgeous|class|game|games|show|team|menu|fair|party|book|books|story|stories|plants|plant|garden|seeds|rainbow|card|chart|letter|timeline|map|sunflowers|sunflower|trip|performance|project|projects|assembly|winner|winners)$/;

/** Something of a child's own among the next words: "Hope's seaside postcard". */
function thingOwned(around: Around, at: number, reach: number): boolean {
  for (let step = 1; step <= reach; step += 1) {
    const word = low(around, at + step);
    if (
      !follows(around, at + step) ||
      /^(?:is|was|are|were|has|and|or|in|on|for|with|the|a|an|to)$/.test(word)
    )
      return false;
    if (WORKS.has(word) && !SOFT.test(word)) return true;
  }
  return false;
}

const OWN = use('something of theirs follows it');
const CAPITAL = use('it has a capital of its own');

/** "Grace's painting": what a person owns or makes. */
export const owns: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || !token.possessive || hasArticle(around, at)) return null;
  const next = low(around, at + 1);
  if (token.shape === 'small') {
    const odd = TIMES.has(token.low) || /^(?:king|sky|art|star|robin|max)$/.test(token.low);
    return !odd && thingOwned(around, at, 1) ? OWN : null;
  }
  if (thingOwned(around, at, 3)) return OWN;
  // "Will's on fire": a modal has nothing, so it is a name; "Faith's the one" is said of somebody.
  if (
    token.low === 'will' ||
    isSaidOfPeople(around, at) ||
    (next === 'the' && low(around, at + 2) === 'one') ||
    (next === 'going' && low(around, at + 2) === 'to' && !TIMES.has(token.low))
  )
    return OWN;
  if (TIMES.has(token.low)) return null;
  const telling = isTelling(around, at) && !IDEAS.has(token.low) ? CAPITAL : null;
  if (WORKS.has(next) && follows(around, at + 1)) return OWN;
  if (IS.test(next) || IDEAS.has(token.low) || !follows(around, at + 1)) return telling;
  return OWN;
};

const MAKES =
  /^(?:made|painted|drew|baked|designed|scored|earned|swam|recited|performed|presented|sang|received|sewed|knitted|sketched|spelled|spelt|coded|practised|learned|learnt|completed|achieved|raised|represented)$/;
const OF_SCHOOL =
  /^(?:painting|paintings|drawing|drawings|poem|poems|model|models|poster|posters|handwriting|writing|collage|sculpture|homework|project|certificate|reading|spelling|spellings|maths|phonics|teacher|mum|dad|nan|artwork|costume|presentation|display|sketch|sketches)$/;

const PRAISED =
  /^(?:brilliant|amazing|fantastic|superb|great|excellent|wonderful|marvellous|outstanding|fabulous)$/;

/** True where somebody does or owns what children of a school do, and nobody in a story. */
export function isOfSchool(around: Around, at: number): boolean {
  if (!follows(around, at + 1)) return false;
  const next = low(around, at + 1);
  // "was brilliant as a shepherd"
  if (next === 'was' && PRAISED.test(low(around, at + 2)))
    return /^(?:as|in|on|at)$/.test(low(around, at + 3));
  return around.tokens[at]?.possessive === true ? OF_SCHOOL.test(next) : MAKES.test(next);
}

const HERE = /^(?:us|our|today|yesterday|tonight|week|morning|afternoon|term)$/;
const STAGED =
  /^(?:nativity|play|production|show|version|retelling|performance|panto|pantomime|assembly|story|stage|hall|class|book|reading|film|musical|dance|own|christmas|easter|end|very|harvest)$/;

/** True where the rest of the sentence is of this school's own days, and no play of it: fed a donkey on our trip. */
export function isOfToday(around: Around, at: number): boolean {
  if (!follows(around, at + 1) || /^(?:and|in|the|as)$/.test(low(around, at + 1))) return false;
  if (/^(?:how|when|why|where|that|about)$/.test(low(around, at - 1))) return false;
  let seen = false;
  for (let ahead = at + 2; ahead <= at + 14 && ahead < around.tokens.length; ahead += 1) {
    if (around.tokens[ahead]?.opens) return seen;
    const [word, next] = [low(around, ahead), low(around, ahead + 1)];
    if (STAGED.test(word) && word !== 'class') return false;
    if (HERE.test(word) && !(word === 'our' && STAGED.test(next))) seen = true;
  }
  return seen;
}

const DOES = use('it does what people do');

/** "is our head girl", "was the star of the show". */
function isChosenOne(around: Around, at: number): boolean {
  if (!/^(?:is|was)$/.test(low(around, at + 1)) || !/^(?:our|the|a)$/.test(low(around, at + 2)))
    return false;
  return [3, 4].some((step) => follows(around, at + step) && CHOSEN.has(low(around, at + step)));
}

/** Any other deed with its object or place: "laid a wreath", "waved to the crowd". */
function actsOn(around: Around, at: number): boolean {
  if (
    !/(?:ed|laid|blew|sent|bought|taught|fed|put|set)$/.test(low(around, at + 1)) ||
    low(around, at + 1).length < 3
  )
    return false;
  return /^(?:a|an|the|her|his|their|our|my|your|this|that|every|all|some|it|us|them|him|at|to|for|with|into|over|two|three|four|five|six)$/.test(
    low(around, at + 2),
  );
}

/** "Holly made a card", "Joy gave her speech": one thing of a child's own. */
function madeOne(around: Around, at: number): boolean {
  return (
    /^(?:made|gave|took|grew|held|kept|had|brought|built)$/.test(low(around, at + 1)) &&
    /^(?:a|an|her|his|two|three)$/.test(low(around, at + 2)) &&
    thingOwned(around, at + 2, 3)
  );
}

/** "Grace won": what a person does or is chosen for. */
export const does: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || token.possessive || !follows(around, at + 1) || hasArticle(around, at))
    return null;
  const next = low(around, at + 1);
  if (token.shape === 'small') {
    return token.opens &&
      OWN_DEEDS.has(next) &&
      !isLoose(token.low) &&
      /^(?:a|an|the|her|his|their|our|at|in|first|second|two|three|this)$/.test(low(around, at + 2))
      ? DOES
      : null;
  }
  if (isChosenOne(around, at)) return DOES;
  const loose =
    token.quiet === true ||
    isLoose(token.low) ||
    MATTER.has(token.low) ||
    (token.opens && /^(?:sky|star|art)$/.test(token.low));
  const made = loose && ((next === 'made' && isTelling(around, at)) || madeOne(around, at));
  if (!made && !(loose ? OWN_DEEDS : DEEDS).has(next) && (loose || !actsOn(around, at)))
    return null;
  if (hasCapital(around.tokens[at + 1]) && !around.flat) return null;
  // "Robin spotted on the feeder!"
  if (next === 'spotted' && /^(?:on|in|at|by|near)$/.test(low(around, at + 2))) return null;
  if (token.low === 'will' && token.opens && /^(?:you|we)$/.test(low(around, at + 2))) return null;
  return DOES;
};
