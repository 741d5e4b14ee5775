/** What a profile says of its owner's age. Hints about somebody else's age (a child's, a class's, a readership's) are none. */
import type { Reading } from '../policy/meaning/reading.ts';

/** The youngest and oldest its owner can be, in years, and what says so, for people. */
export type AgeHint = {
  least: number;
  most: number;
  /** The age it most likely is. */
  likely: number;
  says: string;
  /** Set where it says that a parent looks after the account. */
  minded?: true;
};

/** X lets nobody in below this age (help.x.com, "Parental consent and age requirements"). */
export const X_AGE = 13;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
};
const WORDED = Object.keys(NUMBER_WORDS).join('|');
const NUMBER = `(\\d{1,2}|${WORDED})`;

/** Before a hint: it is about others. After it: likewise. */
const OTHERS_BEFORE =
  /\b(?:mum|mummy|mam|mom|mother|dad|daddy|father|parent|carer|nan|nana|gran|granny|grandma|grandad|grandpa|auntie|uncle|sister|brother|teach\w*|taught|tutor\w*|author|writer|books?|stories|ages|for|of|to|with|coach\w*|under|over|governor|lead\w*|head|class|work\w*|son|daughter|kids?|children|boys?|girls?|dog|cat|labrador|since|est|established|manag\w*|senco|ta|nqt|ect|u|top|number|no|nr|room|flat|route|chapter|size|over|around|about)\W*(?:\w+\W+){0,2}$/;
const OTHERS_AFTER =
  /^[ ,:'"/-]{0,3}(?:years? )?(?:teach\w*|lead\w*|coach\w*|experience|in (?:teaching|education|business)|sober|clean|of (?:teaching|experience|marriage|service)|at\b|@|and (?:over|under|up)|\+|%|(?:company|business|charity|labrador|retriever|spaniel|dog|cat|pony|horse|car|house|church|building|son|daughter|twins|class|team|tutor|plus|mum|dad|parents?|months?|weeks?|days?|km|miles?|goals?|caps|times|books|kids|children|grandchildren|pm|am|st|nd|rd|th)\b)/;
/** A class at a school, or under a person's own name where that person is. */
const PLACED = /^\W{0,3}(?:at\b|@)/;
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december';
/** Between two things a bio lists. */
const BAR = '[|•·~♡♥✨⭐🌸🦋⚽🏀🎮💕💗💙❤✌☆★()\\[\\],/\\n]';

/** The day on which ages are counted. */
type Now = { year: number; sinceNewYear: number; sinceSeptember: number };
type Ages = Pick<AgeHint, 'least' | 'most' | 'likely'>;
type Shape = { shape: RegExp; age: (found: RegExpExecArray, now: Now) => Ages | null };

const DAY_MS = 24 * 3600 * 1000;
/** Where a school year begins: 1 September, as a day of the year. */
const SEPTEMBER = 243;

/** Shares of the year and of the school year gone by, from 0 to 1. */
function nowAt(at: number): Now {
  const day = new Date(at);
  const year = day.getUTCFullYear();
  const days = (at - Date.UTC(year, 0, 1)) / DAY_MS;
  return { year, sinceNewYear: days / 366, sinceSeptember: ((days - SEPTEMBER + 366) % 366) / 366 };
}

const numberOf = (word: string | undefined): number => NUMBER_WORDS[word ?? ''] ?? Number(word);
const exactly: Shape['age'] = (found) => {
  const age = numberOf(found[1]);
  return age >= 5 && age <= 24 ? { least: age, most: age, likely: age } : null;
};
/** What somebody soon will be. */
const turning: Shape['age'] = (found) => {
  const age = numberOf(found[1]);
  return age >= 5 && age <= 24 ? { least: age - 1, most: age, likely: age - 1 } : null;
};
/** In year n of an English school one turns n + 5. */
const agesOfYear = (year: number, { sinceSeptember }: Now): Ages | null =>
  year >= 1 && year <= 13
    ? { least: year + 4, most: year + 5, likely: year + 4 + Math.round(sinceSeptember) }
    : null;
const inYear: Shape['age'] = (found, now) => agesOfYear(numberOf(found[1] ?? found[2]), now);

const bornInYear = (born: number, { year, sinceNewYear }: Now): Ages | null => {
  const age = year - born;
  const likely = age - 1 + Math.round(sinceNewYear);
  return age >= 4 && age <= 24 ? { least: age - 1, most: age, likely } : null;
};
const born: Shape['age'] = (found, now) => bornInYear(Number(found[1]), now);
const listed: Shape['age'] = (found) => {
  const age = Number(found[1]);
  return age >= 8 && age <= 22 ? { least: age, most: age, likely: age } : null;
};
/** School ends in the summer in which one turns 18, at the latest. */
const leaving: Shape['age'] = (found, { year }) => {
  const left = 2000 + Number(found[1]) - year;
  if (left < -2 || left > 12) return null;
  return { least: Math.max(5, 16 - left), most: 18 - left, likely: 17 - left };
};
const between =
  (least: number, most: number): Shape['age'] =>
  () => ({ least, most, likely: Math.round((least + most) / 2) });

const SHAPES: readonly Shape[] = [
  {
    shape: new RegExp(
      `\\b(?:aged?|i'?m|i am|im|just turned|turned|turning|nearly|almost)[ :]{1,2}${NUMBER}(?!\\d|[%:/.,]\\d|\\w)`,
    ),
    age: exactly,
  },
  {
    shape: new RegExp(`(?<![\\d:./£-])\\b${NUMBER} ?-?(?:yrs?|years?|y)[ -/]{0,2}(?:olds?|o)\\b`),
    age: exactly,
  },
  { shape: new RegExp(`(?<![\\d:./£-])\\b${NUMBER} ?(?:yrs|yo)\\b`), age: exactly },
  {
    shape: new RegExp(
      `(?<![\\d:./£-])\\b${NUMBER} (?:soon|in (?:${MONTHS})|next (?:month|week|birthday))\\b`,
    ),
    age: turning,
  },
  {
    shape:
      /(?:🎂|🎈|🥳|🎁|bday:?) ?(\d{1,2})(?!\d|[./-]\d|st|nd|rd|th| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/u,
    age: exactly,
  },
  { shape: /(?<![\d./-])\b(\d{1,2}) ?(?:🎂|🎈|🥳)/u, age: exactly },
  {
    shape: new RegExp(`(?:^|(?<!\\d)${BAR}|[a-z]\\. ) ?(\\d{1,2}) ?(?=$|${BAR}(?!\\d)|\\. )`, 'u'),
    age: listed,
  },
  {
    shape: /(?<![\d.£/:-])\b(\d{1,2}) (?:3\/4|1\/2|and (?:a half|three quarters|a quarter))/,
    age: exactly,
  },
  { shape: /(?<![\d.£/:-])\b(\d{1,2})y\b/, age: exactly },
  { shape: /(?:^|[|,.•·\n]) ?teen ?(?=$|[|,.•·\n])/, age: between(13, 17) },
  {
    shape:
      /\b(?:just a|only a|i'?m a|im a) (?:little )?kid\b|(?:^|\n)(?:just )?(?:a )?kid (?:who|from|that)\b/,
    age: between(10, 17),
  },
  { shape: /\b(?:i'?m|i am|am|im) in (?:reception|nursery)\b/, age: between(4, 5) },
  { shape: /\b(?:he\/him|she\/her|they\/them)\W{1,3}(\d{1,2})\b/, age: listed },
  { shape: /(?<![\d./-])\b(\d{1,2})\W{1,3}(?:he\/him|she\/her|they\/them)\b/, age: listed },
  { shape: /\b(?:born (?:in )?|b\. ?|dob:? ?(?:\d{1,2}[/.-]\d{1,2}[/.-])?)(20\d\d)\b/, age: born },
  { shape: /\b(?:birthday|bday|dob|born)\W{1,3}(?:\w+\W){0,3}(20\d\d)\b/, age: born },
  { shape: /\b\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)\b/, age: born },
  {
    shape:
      /\b(?:starting|start|off to|moving to|going into|going to) (?:year (?:7|seven)|y7|secondary|high school|big school)\b|\b(?:secondary|secondary school|high school|big school|year (?:7|seven)) (?:next year|soon|in september)\b/,
    age: between(10, 12),
  },
  {
    shape:
      /\b(?:i go to|i attend|(?:student|pupil) (?:at|of)) (?!\w+ primary)(?:[\w']+ ){1,4}(?:school|academy|high|grammar)\b/,
    age: between(11, 18),
  },
  { shape: /\b(20\d\d) ?(?:baby|kid|girl|boy|born|lad)\b/, age: born },
  { shape: /\bclass of (?:20)?'?(\d\d)\b(?!\d)/, age: leaving },
  {
    shape: new RegExp(
      `\\b(?:(?:year|yr) ?${NUMBER}|y ?(\\d{1,2}))\\b(?!\\d| (?:ago|later|old|of (?:my|a|the|our)))`,
    ),
    age: inYear,
  },
  { shape: /\b(\d{1,2})th grade(?:r)?\b/, age: inYear },
  {
    shape: /\b(?:sixth form|6th form|sixth former|(?:upper|lower) (?:sixth|6th))\b/,
    age: between(16, 18),
  },
  {
    shape:
      /\b(?:a[- ]?level|btec) (?:student|this|next|in 20|year)|\b(?:doing|studying|taking|my) (?:\w+ ){0,3}(?:a[- ]?levels|btecs?)\b/,
    age: between(16, 18),
  },
  {
    shape:
      /\b(?:my|doing|sitting|taking) (?:mock )?gcses?\b|\bgcses? (?:student|year|this|next|soon|20\d\d|szn)\b/,
    age: between(14, 16),
  },
  {
    shape: /\b(?:primary school|school) (?:pupil|kid|boy|girl)\b|\bschool ?(?:boy|girl|kid)\b/,
    age: between(5, 16),
  },
  {
    shape:
      /\b(?:teenager|high school student|secondary school student|in high school|at high school|at secondary)\b/,
    age: between(13, 17),
  },
];

/** A child's own words on where it is at school, whatever comes after. */
const IN_YEAR =
  /\b(?:i'?m|i am|im|am) in (?:year|yr|y) ?(\d{1,2})\b|\bin (?:year|yr|y) ?(\d{1,2}) at\b/;
const MINDED: Ages = { least: 5, most: X_AGE - 1, likely: X_AGE - 3 };
/** An account that a parent looks after is that of a child too young for one. */
const LOOKED_AFTER =
  /\b(?:run|managed|monitored|looked after|supervised|operated|handled) by (?:my |his |her |their )?(?:mum|mummy|dad|daddy|parents?|mam|mom|family|grown-?ups?)\b|\b(?:mum|mummy|dad|daddy|parents?|mam|mom) (?:runs?|manages?|monitors?|supervises?|looks? after|checks?|helps?) (?:this|the|my|it|me|account)\b|\b(?:mum|dad|parent)[- ](?:run|managed|monitored|supervised)\b/;

const LONGEST = 600;
/** What one of the hints must have; most profiles have none of it. */
const TELLING = new RegExp(
  `\\d|\\b(?:year|yr|teen|kid|school|schoolboy|schoolgirl|schoolkid|teenager|secondary|sixth|6th|gcses?|a[- ]?levels?|btecs?|reception|nursery|mum|mummy|mam|mom|dad|daddy|parents?|run by|managed by|monitored by|grown-?ups?|i go to|i attend|pupil|student|${WORDED})\\b`,
);

function isOfOthers(text: string, from: number, to: number, named: boolean): boolean {
  const start = Math.max(
    text.lastIndexOf('|', from - 1),
    text.lastIndexOf('\n', from - 1),
    text.lastIndexOf('. ', from - 1),
    from - 60,
    0,
  );
  const after = text.slice(to, to + 30);
  return (
    OTHERS_BEFORE.test(text.slice(start, from)) ||
    (!(named && PLACED.test(after)) && OTHERS_AFTER.test(after))
  );
}

/** Every hint of a reading about its owner's age, `at` being now in epoch ms; `named` where it bears a person's name. */
export function agesIn({ lower }: Reading, at: number, named: boolean): AgeHint[] {
  const text = lower.slice(0, LONGEST);
  if (!TELLING.test(text)) return [];
  const now = nowAt(at);
  const sure: AgeHint[] = [];
  const own = IN_YEAR.exec(text);
  const ages = own === null ? null : agesOfYear(numberOf(own[1] ?? own[2]), now);
  if (own !== null && ages !== null) sure.push({ ...ages, says: own[0] });
  const minded = LOOKED_AFTER.exec(text);
  if (minded !== null) sure.push({ ...MINDED, says: minded[0], minded: true });
  return sure.concat(
    SHAPES.flatMap(({ shape, age }): AgeHint[] => {
      const found = shape.exec(text);
      const hint = found === null ? null : age(found, now);
      if (found === null || hint === null) return [];
      if (isOfOthers(text, found.index, found.index + found[0].length, named)) return [];
      const says = found[0].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      return [{ ...hint, says }];
    }),
  );
}

/** A year of birth at the end of a handle: where the account was made years later, it is not the year it was made in. */
const YEAR_IN_HANDLE = /(20(?:0[5-9]|[12]\d))$/;
const YOUNGEST_OWNER = 7;

/** What a handle says of its owner's age, the account's own age considered; empty where it says nothing. */
export function bornIn(
  { handle, createdAt }: { handle: string; createdAt: number | null },
  at: number,
): AgeHint[] {
  const year = Number(YEAR_IN_HANDLE.exec(handle)?.[1]);
  if (Number.isNaN(year) || createdAt === null || Number.isNaN(createdAt)) return [];
  if (new Date(createdAt).getUTCFullYear() - year < YOUNGEST_OWNER) return [];
  const ages = bornInYear(year, nowAt(at));
  return ages === null ? [] : [{ ...ages, says: String(year) }];
}
