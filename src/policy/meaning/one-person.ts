/**
 * One pupil, parent, carer or family spoken of without a name, and thanked, praised, blamed, called or
 * reported on. Who is spoken of is told by a singular determiner and a noun for a person of the school;
 * what is done, by words near it. "Any parent who", "each child" and "a child's world" are nobody.
 */
import type { Reading } from './reading.ts';

type Range = { from: number; to: number };

const KIN =
  '(?:step-?)?(?:parent|mum|mummy|mam|mom|dad|daddy|mother|father|carer|guardian|childminder|grandparent|grandma|gran|granny|nana|nan|nanny|grandad|granddad|grandpa|grandfather|grandmother|family|household|pupil|child|boy|girl|student|lad|lass|youngster|toddler|uncle|auntie|aunt|brother|sister|sibling|couple|person|little one|little man|little boy|little girl|young man|young lady|young woman|young person|lady|gentleman|someone|somebody|individual)(?![a-z0-9])';
const KINS =
  '(?:parents|mums|mummies|dads|daddies|mothers|fathers|carers|guardians|grandparents|grandmas|grans|grannies|nans|nanas|grandads|grandpas|families|households|pupils|children|boys|girls|students|lads|lasses|youngsters|uncles|aunties|couples|starters|leavers|readers|runners|swimmers|gymnasts|year (?:ones|twos|threes|fours|fives|sixes)|year [1-6]s|y[1-6]s)(?![a-z0-9])';
/** What some pupils are for a while: said of them, a deed may be anybody's. */
const ROLE =
  '(?:head (?:girl|boy)|(?:new )?starter|(?:new )?arrival|goalkeeper|goalie|striker|captain|winner|champion|runner|sprinter|swimmer|diver|gymnast|reader|leaver|violinist|pianist|drummer|cellist|dancer|singer|soloist|footballer|cricketer|batter|bowler|rider|artist|poet|mathematician|speller|writer|baker|chef|gardener|inventor|scientist|prefect|monitor|librarian|number \\d+|friend|classmate|superstar|hero|heroine|legend)(?![a-z0-9])';
const MOD =
  "(?!(?:of|and|or|to|for|with|in|on|at|by|from|who|that|is|was|has|had|her|his|their|as|like|every|each|any|no)\\b)[a-z0-9'-]+";
const WHO = new RegExp(
  [
    `\\b(?<one>one|another|a certain|one particular|one certain|a particular|one very \\w+|an? (?:very|extra|most|rather|truly) \\w+) (?:${MOD} ){0,4}?${KIN}`,
    `\\b(?<child>(?:mr|mrs|miss|ms|dr)\\.? [a-z'-]+'s (?:${MOD} ){0,2}?(?:son|daughter|boy|girl|child|grandson|granddaughter|baby))(?![a-z0-9])`,
    `\\b(?<whose>(?:(?:someone|somebody|whoever)'s|whose) (?:${MOD} ){0,2}?${KIN})`,
    '\\ban? (?:[a-z]+ ){0,4}?(?:holder|champion|winner|star|superstar|celebrity|genius|prodigy|hero|legend|expert) (?:in|among) (?:year|y\\d|our|class|reception|nursery)',
    "\\b(?:someone|somebody|one child|one pupil)'s (?:mum|dad|gran|grandad|nan|mother|father|brother|sister|family|grandma|grandpa)(?= (?:has|have|is|was|left|forgot|made|won))",
    '\\b(?:someone|somebody|a certain somebody|a certain someone) (?:(?:small|little|very \\w+) )?(?:in|from) (?:year|y\\d|\\d[a-z]\\b|reception|nursery|class|our)',
    `\\b(?:one|another) of (?:our|the|your|these|those)(?: very)? (?:${MOD} ){0,4}?${KINS}`,
    `\\b(?<a>an?) (?:${MOD} ){0,5}?${KIN}`,
    `\\b(?<the>the|that|this|whichever) (?:${MOD} ){0,4}?${KIN}(?= (?:who|whose|with|that|in|from|of|at|by|on|[a-z]+ing)\\b)`,
    `\\b(?<our>our|a certain|one) (?:${MOD} ){0,3}?(?:${ROLE}|youngest|oldest|newest|tallest|smallest|very own \\w+|only \\w+)`,
    `(?<=(?:^|[,.!?:] |, )(?:you |you're our )?)(?<bare>(?:year (?:[1-6]|one|two|three|four|five|six)|y[1-6]|reception|nursery|little|dear|brave|clever|kind) (?:${MOD} )?(?:${KIN}|friend|star|superstar|one))(?=[,.!?: ])`,
  ].join('|'),
  'g',
);
/** Nobody in particular: what goes before, and what follows. */
const ANYBODY_BEFORE =
  /\b(?:each|every|any|no|as|like|what|such|be|become|becoming|being|are you|you are|you're|for every|per|if|when|whether|than|is there|need|needs|takes|meet|meets|met|seeking|looking for|(?:wrote|write|writing|written|letters?) to|want|wanted|wants) $/;
const ANYBODY_BEHIND =
  /^(?:'s\b(?! (?:mum|dad|gran|nan|mother|father|brother|sister|family|lunch|coat|bag))|[ -](?:council|councillors?|governors?|forum|helpers?|room|support|learning|centre|fun|days?|evenings?|assembly|lunch\w*|voice|leaders?|ambassadors?|association|group|meetings?|workshops?|view|liaison|tree|services|photos?|portrait|friendly|hub|links?|challenge|quiz|disco|christmas|goose|nature|time|survey|breakfast|picnic|walk|games?|history|events?|worship|committee|volunteers?|librarians?|protection|care|development|tickets?|tent|pass|reading|choir|band|safety|of the (?:week|day|month|term|year)|of duck\w*|of \w+(?:s|birds)\b|tree)\b|(?:,? (?:or|and)) (?:an? |the )?(?:\w+ )?(?:carer|parent|guardian|adult|grown-up|girl|boy|sister|brother|child|mum|dad|friend|family|wife|husband)\b| (?:who|that) (?:can|could|would|will|may|might|wants?|needs?|wishes|likes?|loves? (?:to|a)|reads?|speaks?|is (?:able|willing|free|good)|has (?:time|a free|not yet booked)|have time|knows? how|works|fancies|cannot|can't|lived|drank|grew|climbed|harnessed|biked|swallowed|fell to|saved|kicked|invented|discovered|started|ruled|hid|escaped|changed|cried wolf)\b|,? (?:must|may|should|can|will need|needs to be|has to be)\b|,? (?:called|named) | in (?:role|character|costume|every|each|ten|the (?:story|book|poem|painting|film|photo|dress|striped|moon))\b| (?:from|in|of) (?:the )?(?:\d{4}|victorian|roman|tudor|ancient|viking|stone age|kenya|ghana|india|egypt|mumbai|africa|wartime|ukraine|medieval))/;
const TALE =
  /\b(?:stor(?:y|ies)|tales?|poem|play|chapter|novel|legend|once upon|fairy|film|book(?! bag| fair)|character|museum visitor|history|historical|in role|actor|oak tree|railways?|ducks?|lambs?|blackbirds?|painting of|portrait of|diary of|diaries|victorian\w*|tudor\w*|roman|evacuee\w*|wartime|author|illustrator|visitor|inspector|teaching assistant|governor|volunteer from|tooth fairy|santa|father christmas|letters? (?:to|from|home)|debat\w*|imagin\w*|pretend\w*|puppet|what (?:makes|does) a)\b/;

const THANKED =
  /\b(?:thank(?:s|ed|ful)?|thank-you|ta|grateful|gratitude|appreciat\w+|well done|congratulations|congrats|bravo|proud|hats off|three cheers|applause|shout[- ]?out|credit|kudos|well played|respect|apolog(?:y|ies)|complaint|big cheer|pride|speechless|best \w+ (?:went|goes) to|hero|heroine|star|superstar|legend|champion|champ|love|hugs|wishes|wishing|thinking of|thoughts|prayers|missing|we(?:'ll| will| shall)? miss|birthday|happy|happier|delighted|welcome|farewell|goodbye|good luck|best of luck|brave|braver|bravest|kindness|generous|amazing|incredible|remarkable|wow|what an? \w+|owe|owes|deserves?|burst(?:ing)?|in (?:her|his|their|your) debt|autograph|message|note for|special mention|sorry|get well|speedy recovery|salutes?|admire|bless|condolences|sympathy|loss|raise a (?:cup|glass|mug)|cheers|treasure|gem|saviou?r|angel|brighter)\b/;
const NEWS =
  /\b(?:turns?|turned|is) (?:four|five|six|seven|eight|nine|ten|eleven|\d{1,2})\b|\b(?:birthday|twins|baby|born|adopted|foster\w*|divorc\w*|separat\w+|moving|moves|moved (?:to|away|house)|leav(?:es|ing) (?:us|on|today)|last day|poorly|unwell|ill|off sick|hospital|operation|surgery|diagnos\w+|allergic|broken?|injured|wheelchair|homeless|lost (?:her|his|their)|died|passed away|bereav\w*|funeral|came back|everyone clapped|won|winning|starred|scholarship|selected|picked|chosen|trial|audition|passed (?:her|his|their)|medal|record|raised|full marks|top marks|the only|first (?:place|prize|ever)|county|national|award|prize|certificate|trophy|gold|silver|bronze|the (?:best|fastest|youngest|highest|bravest|kindest)|much better|not stopped|never grumbled)\b/;
const BLAMED =
  /\b(?:sulk\w*|owned up|cry|cried|crying|tears|sobb\w*|forgot|forgotten|late|hasn't|has not|have not|haven't|didn't|did not|won't|wouldn't|owes?|refus\w+|spoken to|caught|parked|parking|blocked|blocking|wrote on|drew on|scribbled|smashed|hit|bit|kicked|punched|pushed|swore|swearing|spat|rude|naughty|misbehav\w+|complain\w*|shout\w*|screamed|ruin\w*|spoil\w*|spoilt|disrupt\w*|threw|stole|stolen|took|lied|cheat\w*|left (?:his|her|their)|let (?:their|his|her)|keeps?|kept|again|every (?:day|morning|week)|warned|detention|told off|in trouble|embarrass\w*|asham\w*|unfair|selfish|fault|wet (?:himself|herself)|nits|smells?|smelly|unwashed|lazy|struggl\w*|behind with|can't|cannot|fell asleep|bottom of|worst|blame|must (?:do|try|learn)|needs to|should (?:be|know|have)|posted|moan\w*|dog foul|never (?:pays?|paid|reads?|brings?|turns?))\b/;
const CALLED_FOR =
  /\b(?:please|ring|call us|contact|come (?:and|to)|collect|pick (?:it|him|her|them) up|bring (?:it|back)|in the office|at the office|we have (?:it|your|his|her)|we found|is (?:safe|here|waiting)|it is in|you|your|you're|you've)\b/;

/** The clause behind a person: what is said of them, and not of the next. */
const clauseOf = (behind: string): string =>
  behind.split(
    /[;]|, and (?:year|the|we|our)\b| and (?:year \w|the|we|our|y\d|reception)\b|\bbut (?:we|the|year)\b/,
  )[0] ?? '';

type Kind = 'one' | 'a' | 'the' | 'our' | 'bare' | 'of';
/** `before` and `behind` end at the person; `next` and `past` are the sentences beside theirs. */
type Said = { before: string; behind: string; next: string; past: string };

/** "To the parent …", "A gentle reminder for the dad …". */
const ADDRESSED =
  /(?:^|[.!?:] )[^a-z]*(?:(?:and|so|also|an?|another|gentle|polite|quick|friendly|final|little|big|special) )*(?:to|for|dear|hello|hi|hey|attention|calling|(?:message|note|reminder|word|plea|request|apolog(?:y|ies)|thanks|question) (?:for|to))[: ]+$/;
const ASKED = /\b(?:could|would|can|will|if you are|if you're|won't name) $/;
const YOU = /\b(?:you|your|you're|you've|please|thank you)\b/;
/** Spoken of again, as the subject. */
const AGAIN = /(?:^|[.:;,!?]\s+|\b(?:and|but|because|as|that) )(?:he|she)(?:'s|'ll|'d)?\b/;
/** What a role has just done, right behind it. */
const HAS = /^,? (?:who |has |is |was |just |also |have |had )/;

/** Whether somebody spoken of so is singled out by what stands near. */
function isSingled(kind: Kind, { before, behind, next, past }: Said): boolean {
  const clause = clauseOf(behind);
  const after = `${behind} ${next}`;
  if (kind === 'bare') return YOU.test(`${before} ${after}`) || THANKED.test(past);
  if (ADDRESSED.test(before))
    return CALLED_FOR.test(after) || THANKED.test(after) || BLAMED.test(behind);
  if (kind === 'our')
    return (
      THANKED.test(before) ||
      AGAIN.test(after) ||
      (HAS.test(behind) && NEWS.test(clause.slice(0, 45))) ||
      /\b(?:well done,? you|(?:well done|bravo|take a bow),? (?:little|young) \w+|(?:remarkable|brave|clever) (?:girl|boy|lad|lass)|you know who you are|proud of (?:him|her|them)|thank you)\b/.test(
        after,
      )
    );
  if (NEWS.test(clause) || BLAMED.test(clause) || THANKED.test(before) || THANKED.test(behind))
    return true;
  if ((kind === 'one' || kind === 'of') && /^ (?:has|is)\b/.test(behind)) return true;
  if (/^ (?:told|thanked|emailed|rang|wrote to) us\b/.test(behind)) return true;
  if (kind === 'the') return CALLED_FOR.test(behind) || YOU.test(next) || ASKED.test(before);
  return (
    THANKED.test(next) || AGAIN.test(after) || /\b(?:you know|you are|you were|your)\b/.test(after)
  );
}

/** How far around a person is read, and how many are looked at: more is no post, and would only cost time. */
const REACH = 320;
const PEOPLE = 30;

/** Where one unnamed person is singled out, in the order of the text. */
export function unnamedIn({ lower, sentences }: Reading): Range[] {
  return sentences.flatMap(({ from, to }, at): Range[] => {
    const said = lower.slice(from, to);
    const next = lower.slice(to, Math.min(to + REACH, sentences[at + 1]?.to ?? to));
    const past = lower.slice(Math.max(from - REACH, sentences[at - 1]?.from ?? from), from);
    if (TALE.test(said)) return [];
    return [...said.matchAll(WHO)].slice(0, PEOPLE).flatMap((match): Range[] => {
      const end = match.index + match[0].length;
      const before = said.slice(Math.max(0, match.index - REACH), match.index);
      const behind = said.slice(end, end + REACH);
      const { one, a, the, our, bare } = match.groups ?? {};
      const kind = one ? 'one' : a ? 'a' : the ? 'the' : our ? 'our' : bare ? 'bare' : 'of';
      if (
        ANYBODY_BEHIND.test(behind) ||
        (kind !== 'of' && kind !== 'one' && ANYBODY_BEFORE.test(before))
      )
        return [];
      if (
        /\b(?:school|academy|church|royal|holy|federation|happy) (?:family|community)$/.test(
          match[0],
        )
      )
        return [];
      if (!isSingled(kind, { before, behind, next, past })) return [];
      return [{ from: from + match.index, to: from + end }];
    });
  });
}
