/** Speech acts that single one named person out: praise, thanks, wishes, a call, news of a success. */
import { isGiven } from '../names/given-names.ts';
import { CALENDAR, TIMES } from '../names/lexicon.ts';
import type { Facts } from '../rule.ts';
import { ACT, familiesIn, type Target } from './households.ts';
import { whyTold } from './one-told.ts';
import { type Person, peopleIn } from './people.ts';
import type { Reading } from './reading.ts';
import { taggedTargets } from './tagged.ts';
import { whyBlamed } from './told-off.ts';

/** What stands just before the name. All end at the name, and look at 80 units at most. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:well done|congratulations|congrats|bravo|hooray|hurrah|kudos|hats off|three cheers|cheers|(?:round of )?applause|shout[- ]?out|credit|full marks|top marks|ten out of ten|gold star|high five|special mention|praise)(?: again| also| go(?:es)?| must go| out| so much| must)?[,:!-]?(?: (?:to|for))?(?: (?:our|the|year [1-6r]'s|y[1-6]'s|reception's|nursery's|very own|own|lovely|amazing|superstar|brilliant|little|fantastic|wonderful|clever|super|star|young|talented|\w+ (?:winner|champion|scorer|captain|pupil|star|reader|writer|leader)),?){0,3} $/,
    'it praises one person by name',
  ],
  [
    /\b(?:happy(?: \w+)? birthday|birthday wishes|many happy returns|birthday hugs)[,:!]?(?: to)?(?: (?:our|the|very own|lovely|year [1-6]'s|gorgeous|little|amazing)){0,3} $/,
    'it wishes one person a happy birthday',
  ],
  [
    /\b(?:get well(?: very)? soon|get better soon|speedy recovery|thinking of|feel better(?: soon)?|sending (?:\w+ ){0,3}(?:love|hugs|wishes)|best wishes|lots of love|good luck|best of luck|fingers crossed|wishing|missing|we(?:'ll| will)? miss(?: you)?|goodbye|farewell|bye|bye-bye|so long|welcome(?: back| home)?|(?:lovely|great|good|nice|wonderful|fantastic|brilliant|pleased|delighted|glad) to (?:see|have|hear)|hello|hi|hey|dear|sorry|apologies)[,:!]?(?: (?:to|for|from all of us to))?(?: (?:our|very own|lovely|poor|little|brave|new pupil|new classmate|new friend)){0,2} $/,
    'it wishes one person something by name',
  ],
  [
    /\b(?:thank you|thanks|thank-you|ta|grateful)(?: (?:so|very) much)?[,:!]?(?: (?:go(?:es)?|must go))?(?: to)?(?: (?:our|lovely|little|kind|generous|amazing|year [1-6]'s|superstar)){0,2} $/,
    'it thanks one person by name',
  ],
  [
    /\b(?:proud of|pleased for|delighted for|chuffed for|impressed (?:with|by)|thrilled for|a message for|message for|message to|note to|note for|reminder for|reminder to|calling|paging|attention|in praise of|celebrating|meet|introducing)[,:]?(?: (?:our|very own|lovely|little|amazing|talented|superstar|year [1-6]'s)){0,3} $/,
    'it is about one person by name',
  ],
  [
    /\b(?:(?:[\w-]+ )?[\w-]+ of the (?:week|day|month|term|year|match|half term|half-term)|(?:star|pupil|child|writer|reader|mathlete|artist|scientist|mathematician|learner|musician|sports ?\w*|player|athlete|speller|hero|engineer|author|poet|champion|superstar|sportsperson|achiever|helper|librarian|gardener|chef|coder|listener|headteacher's award|award|certificate|worker|performer|swimmer|dancer|singer)s?(?: of the (?:week|day|month|term|year|match|half term|half-term))|(?:man|player|girl|woman|boy) of the match|(?:captain|councillor|prefect|monitor|head (?:boy|girl))(?: (?:in|of|for) [\w ]{1,15})?|(?:spelling bee |quiz |race |chess |raffle |art |poetry |competition )?(?:winner|champion|runner-up|top scorer|hat-trick hero)|(?:award|prize|medal|trophy|certificate|badge|cup|crown|gold|first place) (?:goes|went|going|go|awarded|presented)(?: \w+){0,2} to)(?: (?:this week|today|this month|is|was|are|goes to|went to|has to be|had to be|:|-|our|the|very own|year [1-6]'s|y[1-6]'s|for \w+|award)){0,4}[:,!-]? ?(?:- )?$/,
    'it singles one person out for an award',
  ],
  [
    /\b(?:super|superb|great|brilliant|fantastic|excellent|amazing|lovely|wonderful|incredible|outstanding|terrific|beautiful|stunning|impressive|marvellous|exceptional|perfect|best|top|fab|fabulous|awesome|good|what an? \w+|some|such) (?:[\w-]+ )?(?:listening|effort|attitude|manners|behaviour|kindness|running|swimming|reading|singing|dancing|playing|acting|batting|bowling|goal|goals|save|saves|performance|thinking|sharing|helping|focus|concentration|teamwork|sportsmanship|perseverance|resilience|progress|determination|attendance|knowledge|leadership|work|recall|answer|answers|catch|try|tackle|solo|question|learning|hard work|tidying|jumping|skipping|climbing|time|sprint|maths|phonics|spelling|times tables|display of \w+)(?: [^.!?\n]{0,60})? (?:from|by|shown by) (?:our |little |the very )?$/,
    'it praises one person by name',
  ],
];

/** What stands just behind the name. */
const BEHIND: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:,? (?:who|in (?:year|y|reception|nursery)[^,.!?]{0,12}|from (?:year|y|reception|nursery)[^,.!?]{0,12}),?)? (?:is|was|has been|you are|you're|you were|you've been) (?:(?:an?|our|the|such an?|so|very|really|truly|absolutely|just|simply|quite|today's|this week's|always|one) ){0,3}(?:\w+ )?(?:star|superstar|legend|hero|champion|credit|delight|inspiration|pleasure|joy to|role model|amazing|brilliant|incredible|fantastic|outstanding|kind|superb|awesome|phenomenal|exceptional|wonderful|best|pupil of|reader of|writer of|player of|winner|mathematician of|artist of|talent|treasure|gem|trooper|machine|captain of)\b/,
    'it praises one person by name',
  ],
  [
    /^(?:,? (?:in|from|of) (?:year|y|reception|nursery|class|\d)[^,.!?]{0,12},?)? (?:has |have |has just |just |also |finally |proudly )?(?:won|came (?:first|second|third|top)|come (?:first|second|third)|earned|achieved|been (?:awarded|chosen|selected|crowned|named|picked)|was (?:awarded|chosen|selected|crowned|named|picked)|qualified|smashed|passed (?:his|her|their)|got (?:his|her|their)|gained|received (?:a|an|his|her|their|the)|swam (?:his|her|their|\d)|broke (?:the|his|her)|beat (?:the|his|her)|raised £|scored (?:a|the|\d|two|three|four|five|full|top|all)|represented|played (?:a blinder|beautifully|brilliantly)|did (?:us|so|brilliantly|amazingly|a (?:great|brilliant|super))|blew us away|wowed|showed (?:great|amazing|real|such|incredible))\b/,
    "it is news of one pupil's own success",
  ],
];

/** A call to one person, at the start of a sentence, and words that speak to them. */
const CALLED = /^(?:,(?! [^\s,]+,)|:|!| -) /;
const SPEAKS =
  /\b(?:you|your|you're|you've|you'll|yours|yourself|please|thank you|thanks|well done|come|don't forget|remember|happy birthday|congratulations|we miss|we love)\b/;
const YOU = /\b(?:you|your|you're|you've|you'll|yours)\b/;
const KIN =
  /^'?s? (?:\w+ )?(?:mum|mummy|dad|daddy|mother|father|parents|family|grandad|grandma|granny|nan|nana|grandpa|grandparents|carer|uncle|auntie|brother|sister|stepdad|stepmum|mum and dad|folks)\b/;
const BY_NAME = 'it speaks to one person by name';
const ENDS = /^(?:[.!?]|$|\s*\p{Extended_Pictographic})/u;
const PRAISE =
  /\b(?:super|superb|great|brilliant|fantastic|excellent|amazing|lovely|wonderful|incredible|outstanding|terrific|beautiful|stunning|impressive|marvellous|exceptional|awesome|fab|fabulous|well (?:played|done|swum|sung|run|read|said|caught|saved)|good (?:work|job|luck|effort|going)|bravo|congratulations|nice one|keep it up|way to go|so proud|hooray|proud)\b/;
/** "A beautiful dive from …": praise of what somebody did, where it is not a thing they made. */
const PRAISED = new RegExp(
  `${PRAISE.source}[^.!?\\n:]{1,70} (?:from|shown by|by our) (?:our |little |the very )?$`,
);
/** Things somebody makes: whoever is named with one is its maker. */
const MADE =
  /\b(?:drawn|painted|written|made|built|design(?:s|ed)?|inspired|news|quote|line|words?|ideas?|questions?|voices?|paintings?|pictures?|drawings?|poems?|poetry|stor(?:y|ies)|writing|handwriting|models?|posters?|collages?|prints?|sculptures?|pots?|vases?|bridges?|maps?|letters?|postcards?|portraits?|self-portraits?|reports?|diar(?:y|ies)|robots?|masks?|puppets?|lanterns?|cards?|songs?|films?|books?|cakes?|bakes?|castles?|houses?|rockets?|volcano(?:es)?|dragons?|owls?|artworks?|art|sketch(?:es)?|homework|projects?|recipes?|quilts?|scar(?:f|ves)|hats?|costumes?|mosaics?|tiles?|instructions|pieces?|creations?|entr(?:y|ies)|inventions?|displays?|photos?|gardens?|boats?|cars?|comics?|pages?|shields?|masterpieces?|animations?|games?|compositions?|tunes?|calligraphy|clay|watercolours?|pastels?|scrapbooks?|lighthouses?|dioramas?)\b/;

const madeSomething = (before: string): boolean => MADE.test(PRAISED.exec(before)?.[0] ?? '');

/** A grown-up is meant: what they came for, or what they are leaving. */
const VISITOR =
  /\b(?:visit(?:ed|ing|s)?|for coming (?:in|to)|came in|came to (?:talk|school|see|visit|teach|show)|talk(?:ed|ing)? to us|workshops?|for talking|for teaching|for showing us|for running|for leading|retir\w+|after \w+ years|who has worked|author|illustrator|storyteller|head ?teacher|deputy head|teaching assistant|our (?:new )?(?:ta|teacher|caretaker|cook|coach|lollipop|chair|governor|site manager|librarian|receptionist)|football club|fc|foundation|trust|council|fire service|police|library service|museum|theatre|university|marathon|wedding|staff|colleague)\b/;
/** No visitor, whatever they did. */
const IN_SCHOOL = /^,? (?:in|from|of) (?:year|y\d|reception|nursery|class|\d[a-z]\b)/;
const MORE =
  /^(?:'s)?(?:,? (?:in|from|of) (?:year|y|reception|nursery|class)[\w ]{0,12})?,?(?: and| &| \+|,)(?: (?:also|to|of course|little|big|then))? (?=[A-Z](?!ear\b))|^ (?:and|&) (?:the (?:rest|whole|team|others|gang|cast|crew|class)|everyone|all|team|his (?:team|classmates|class|friends)|her (?:team|classmates|class|friends)|their (?:team|classmates|class|friends)|friends|co\b|classmates|\d|two|three|four|five)/;
const LISTED = /([A-Z][a-z'-]+|\b[Yy]\d\b)(?:'s)?(?:,| and| &| \+| or) $/;
/** Capitals that are no person's: "better in English, …". */
const SUBJECTS = new Set(
  'english french spanish german latin maths pe re ict dt art music science school forest reception nursery year phonics assembly'.split(
    ' ',
  ),
);

/** Another name beside this one, before or behind. What only opens its sentence is none: "Bravo, …". */
function isListed(reading: Reading, { from, to }: Person): boolean {
  const { plain, words } = reading;
  if (MORE.test(plain.slice(to, to + 60))) return true;
  const beside = LISTED.exec(plain.slice(Math.max(0, from - 30), from));
  if (beside === null) return false;
  const other = (beside[1] ?? '').toLowerCase();
  if (CALENDAR.has(other) || SUBJECTS.has(other)) return false;
  const at = from - beside[0].length;
  const opens = words.some((word) => word.opens && word.from === at);
  return !opens || isGiven(other) || !/,/.test(beside[0]);
}

/** How many names are looked at, and how often the only one: more is no post, and would only cost time. */
const NAMES = 60;
const MENTIONS = 8;

/** "Hallam Coaches" and "Brown's Bakery" are firms, and a firm's name ends with what it does. */
const FIRM =
  / (?:coaches|travel|buses|taxis|cars|bakery|bakers|butchers|builders|catering|foods|farms?|garage|motors|stores|photography|nurseries|rovers|rangers|united|town|city|wanderers|athletic)$/;

const isFirm = ({ lower }: Reading, { from, to }: Person): boolean =>
  FIRM.test(lower.slice(from, to));

/** "Olivia from Severn Trent Water": somebody with a firm's name of two words and more is no pupil. */
const FROM_A_FIRM =
  /^,? (?:from|of|at) (?:the )?(?!(?:Year|Reception|Nursery|Class|Team)\b)[A-Z][\w'’]+(?: (?:and|of|the|&))?(?: (?!(?:Class|House|Team|Year)\b)[A-Z][\w'’]+)+(?! (?:class|house|team)\b)/;

/** "Hello Summer" greets nobody. */
const isSeason = ({ lower }: Reading, { from, to }: Person): boolean => {
  const name = lower.slice(from, to);
  return TIMES.has(name);
};

/** How far from a name its sentence is read: further than any post that may be sent is long. */
const REACH = 320;

/** The sentence of a person in small letters, as far as REACH goes to either side. */
function nearby({ lower, sentences }: Reading, { from, to, sentence }: Person): string {
  const place = sentences[sentence] ?? { from, to };
  return lower.slice(Math.max(place.from, from - REACH), Math.min(place.to, to + REACH));
}

/** Why this person is singled out, or null. */
function whyAimed(reading: Reading, person: Person, facts: Facts): string | null {
  const { lower, sentences } = reading;
  const before = lower.slice(Math.max(0, person.from - 110), person.from);
  const behind = lower.slice(person.to, person.to + 110);
  const whole = nearby(reading, person);
  const start = sentences[person.sentence]?.from ?? 0;
  const opens = person.from - start < REACH && /^\W*$/.test(lower.slice(start, person.from));
  if (person.possessive) {
    if (
      KIN.test(behind) &&
      (ACT.test(whole) || /^\W*(?:to|for|dear|attention)(?: the)? [^:,]+[:,]/.test(whole))
    )
      return "it speaks to one pupil's family";
    return null;
  }
  if (
    (VISITOR.test(whole) && !IN_SCHOOL.test(behind)) ||
    FROM_A_FIRM.test(reading.plain.slice(person.to, person.to + 80)) ||
    (person.weak && isSeason(reading, person))
  )
    return null;
  for (const [shape, why] of BEFORE) if (shape.test(before)) return why;
  if (/^ family\b/.test(behind) && ACT.test(whole)) return 'it names one family';
  const speaks = person.weak ? YOU : SPEAKS;
  if (opens && CALLED.test(behind) && speaks.test(whole)) return BY_NAME;
  if (
    /, $/.test(before) &&
    ENDS.test(behind) &&
    (YOU.test(whole) || PRAISE.test(whole) || /^\W*(?:we )?hop(?:e|ing)\b/.test(whole))
  )
    return BY_NAME;
  if (/, $/.test(before) && /^, /.test(behind) && YOU.test(whole)) return BY_NAME;
  if (PRAISED.test(before) && !madeSomething(before)) return 'it praises one person by name';
  if (person.weak) return null;
  // News of several pupils in one sentence is a list.
  const several = peopleIn(reading, facts).filter(
    (one) => one.child && one.sentence === person.sentence,
  );
  const blamed = whyBlamed({ before, behind, whole, several: several.length > 1 });
  if (blamed !== null) return blamed;
  if (several.length > 1) return null;
  for (const [shape, why] of BEHIND) if (shape.test(behind)) return why;
  return null;
}

/** The only pupil named, each time they are; empty where several are, or none. */
function onlyOne(reading: Reading, facts: Facts): readonly Person[] {
  const named = peopleIn(reading, facts).filter(
    (person) => person.child && !person.weak && !isFirm(reading, person),
  );
  const names = new Set(
    named.map(({ from, to }) => reading.lower.slice(from, to).replace(/'s?$/, '').split(' ')[0]),
  );
  return names.size === 1 ? named.slice(0, MENTIONS) : [];
}

/** The only pupil named, where the draft as a whole singles them out. */
function toldIn(reading: Reading, facts: Facts): Target[] {
  const { lower } = reading;
  return onlyOne(reading, facts).flatMap((person): Target[] => {
    const sentence = nearby(reading, person);
    const behind = lower.slice(person.to, person.to + 90);
    const visits = VISITOR.test(sentence) && !IN_SCHOOL.test(behind);
    if (visits || isListed(reading, person)) return [];
    const before = lower.slice(Math.max(0, person.from - 80), person.from);
    const { possessive } = person;
    const why = whyTold({ before, behind, sentence, all: lower, possessive });
    return why === null ? [] : [{ from: person.from, to: person.to, why }];
  });
}

/** Those singled out, in the order of the text. Several pupils in a list are not, nor is a maker of work. */
export function namedTargets(reading: Reading, facts: Facts): Target[] {
  const tagged = taggedTargets(reading, facts).map((range): Target => ({ ...range, why: BY_NAME }));
  const people = peopleIn(reading, facts).slice(0, NAMES);
  const named = people.flatMap((person) => {
    if (!person.child || isFirm(reading, person) || isListed(reading, person)) return [];
    const why = whyAimed(reading, person, facts);
    return why === null ? [] : [{ from: person.from, to: person.to, why }];
  });
  const found = [...named, ...familiesIn(reading), ...tagged];
  return found.length > 0 ? found : toldIn(reading, facts);
}
