/** The ways in which a profile says an age, and the age each comes to. */
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
export const WORDED = Object.keys(NUMBER_WORDS).join('|');
const NUMBER = `(\\d{1,2}|${WORDED})`;

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december';
/** Between two things a bio lists. */
const BAR = '[|•·~♡♥✨⭐🌸🦋⚽🏀🎮💕💗💙❤✌☆★()\\[\\],/\\n]';

/** The day on which ages are counted. */
export type Now = { year: number; sinceNewYear: number; sinceSeptember: number };
/** In years: the youngest and oldest somebody can be, and what they most likely are. */
export type Ages = { least: number; most: number; likely: number };
type Shape = { shape: RegExp; age: (found: RegExpExecArray, now: Now) => Ages | null };

const DAY_MS = 24 * 3600 * 1000;
/** Where a school year begins: 1 September, as a day of the year. */
const SEPTEMBER = 243;

/** Shares of the year and of the school year gone by, from 0 to 1. */
export function nowAt(at: number): Now {
  const day = new Date(at);
  const year = day.getUTCFullYear();
  const days = (at - Date.UTC(year, 0, 1)) / DAY_MS;
  return { year, sinceNewYear: days / 366, sinceSeptember: ((days - SEPTEMBER + 366) % 366) / 366 };
}

export const numberOf = (word: string | undefined): number =>
  NUMBER_WORDS[word ?? ''] ?? Number(word);
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
export const agesOfYear = (year: number, { sinceSeptember }: Now): Ages | null =>
  year >= 1 && year <= 13
    ? { least: year + 4, most: year + 5, likely: year + 4 + Math.round(sinceSeptember) }
    : null;
const inYear: Shape['age'] = (found, now) => agesOfYear(numberOf(found[1] ?? found[2]), now);

export const bornInYear = (born: number, { year, sinceNewYear }: Now): Ages | null => {
  const age = year - born;
  const likely = age - 1 + Math.round(sinceNewYear);
  return age >= 4 && age <= 24 ? { least: age - 1, most: age, likely } : null;
};
const born: Shape['age'] = (found, now) => bornInYear(Number(found[1]), now);
/** "2k12" and "'12 baby". */
const shortBorn: Shape['age'] = (found, now) => bornInYear(2000 + Number(found[1]?.slice(-2)), now);
/** Under-15s are fourteen at most when the season begins. */
const upTo: Shape['age'] = (found) => {
  const age = Number(found[1]);
  return { least: age - 2, most: age, likely: age - 1 };
};
/** Class 5H is of year 5, where classes are numbered by year at all. */
const inClass: Shape['age'] = (found, now) =>
  Number(found[1]) <= 6 ? agesOfYear(Number(found[1]), now) : null;
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

export const SHAPES: readonly Shape[] = [
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
  { shape: /\b(?:class of|c\/o|leaving|leavers?(?: of)?) (?:20)?'?(\d\d)\b(?!\d)/, age: leaving },
  { shape: /(?<!\d)(?:20|')(\d\d) (?:leavers?|grads?|graduate)\b/, age: leaving },
  {
    shape:
      /\b(?:my teacher|school council|head (?:boy|girl)|prefect|11 ?\+ (?:soon|next|this)|sats (?:survivor|soon|done))\b/,
    age: between(9, 17),
  },
  {
    shape:
      /\b(?:trials? (?:w\/|with|at|for)|play(?:s|ing)? for|striker|goalie|keeper|gk|captain)\W(?:[\w']+\W){0,3}u(1[0-7])s?\b/,
    age: upTo,
  },
  {
    shape:
      /\bin (?:mr|mrs|miss|ms) \w+'?s class\b|\b(?:double digits|tween)\b|\bi(?:'?m| am) a (?:brownie|cub|beaver|rainbow)\b/,
    age: between(7, 11),
  },
  {
    shape:
      /\bmy (?:mum|mam|mom|dad|parents) (?:says?|lets?|made|makes|won'?t|wont|does(?:n'?t| not))\b|\bmum said i (?:can|could)\b|\b(?:hate|love) school\b|\bnot allowed (?:tiktok|snap|insta\w*)\b|\bteenage (?:girl|boy|lad|lass)\b/,
    age: between(9, 16),
  },
  { shape: /\b(2k[01]\d|(?<=')1\d(?= ?(?:baby|kid|born|lad|girl|boy)))\b/, age: shortBorn },
  { shape: /\bclass (\d)[a-z]?\b(?! (?:degree|licen|honours|lever))/, age: inClass },
  {
    shape: new RegExp(
      `\\b(?:(?:year|yr|yeer|yea?r|yer|yeah) ?${NUMBER}|y ?(\\d{1,2}))\\b(?!\\d| (?:ago|later|old|of (?:my|a|the|our)))`,
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
