/** What a profile says of its owner's age. Hints about somebody else's age (a child's, a class's, a readership's) are none. */
import type { Reading } from '../policy/meaning/reading.ts';

/** The youngest and oldest its owner can be, in years, and what says so, for people. */
export type AgeHint = { least: number; most: number; says: string };

/** X lets nobody in below this age (help.x.com, "Parental consent and age requirements"). */
export const X_AGE = 13;

const YEAR_MS = 365.25 * 24 * 3600 * 1000;
const NUMBER_WORDS: Readonly<Record<string, number>> = {
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
  /\b(?:mum|mummy|mam|mom|mother|dad|daddy|father|parent|carer|nan|nana|gran|granny|grandma|grandad|grandpa|auntie|uncle|sister|brother|teach\w*|taught|tutor\w*|author|writer|books?|stories|ages?|for|of|to|with|coach\w*|under|over|governor|lead\w*|head|class|work\w*|son|daughter|kids?|children|boys?|girls?|dog|cat|labrador|years?|since|est|established|manag\w*|senco|ta|nqt|ect|u)\W*(?:\w+\W+){0,2}$/;
const OTHERS_AFTER =
  /^\W{0,3}(?:years? )?(?:teach\w*|lead\w*|class|team|tutor|coach\w*|old (?:company|business|charity|labrador|dog|cat|house|church|school|building)|experience|in (?:teaching|education|business)|sober|clean|of (?:teaching|experience|marriage|service)|at\b|@|and (?:over|under|up)|\+|plus|mum|dad|parents?|months?|weeks?|days?|km|miles?|goals?|caps|times|books|kids|children|grandchildren|pm|am|%|st\b|nd\b|rd\b|th\b)/;

type Shape = {
  shape: RegExp;
  age: (found: RegExpExecArray, year: number) => [number, number] | null;
};

const numberOf = (word: string | undefined): number => NUMBER_WORDS[word ?? ''] ?? Number(word);
const exactly: Shape['age'] = (found) => {
  const age = numberOf(found[1]);
  return age >= 5 && age <= 20 ? [age, age] : null;
};
/** In year n of an English school one turns n + 5. */
const inYear: Shape['age'] = (found) => {
  const year = numberOf(found[1]);
  return year >= 1 && year <= 13 ? [year + 4, year + 5] : null;
};

const SHAPES: readonly Shape[] = [
  {
    shape: new RegExp(
      `\\b(?:aged?|i'?m|i am|im|just turned|turned|turning|nearly|almost)[ :]{1,2}${NUMBER}(?!\\d|[%:/.,]\\d|\\w)`,
    ),
    age: exactly,
  },
  {
    shape: new RegExp(`(?<![\\d:./£-])\\b${NUMBER} ?-?(?:yrs?|years?|y)[ -]?/?(?:olds?|o)\\b`),
    age: exactly,
  },
  { shape: new RegExp(`(?<![\\d:./£-])\\b${NUMBER} ?(?:yrs|yo)\\b`), age: exactly },
  {
    shape: new RegExp(
      `(?<![\\d:./£-])\\b${NUMBER} (?:soon|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|next (?:month|week|birthday))\\b`,
    ),
    age: exactly,
  },
  { shape: /(?:🎂|🎈|🥳|🎉|🎁) ?(\d{1,2})(?!\d|[./-]\d|st|nd|rd|th)/u, age: exactly },
  { shape: /(?<![\d./-])\b(\d{1,2}) ?(?:🎂|🎈|🥳|🎉)/u, age: exactly },
  {
    shape: /(?:^|[|•·~♡♥✨🌸🦋⚽\n]) ?(\d{1,2}) ?(?=$|[|•·~♡♥✨🌸🦋⚽\n,])/u,
    age: (found) =>
      Number(found[1]) >= 8 && Number(found[1]) <= 19 ? [Number(found[1]), Number(found[1])] : null,
  },
  { shape: /\b(?:he\/him|she\/her|they\/them)\W{1,3}(\d{1,2})\b/, age: exactly },
  { shape: /(?<![\d./-])\b(\d{1,2})\W{1,3}(?:he\/him|she\/her|they\/them)\b/, age: exactly },
  {
    shape: /\b(?:born (?:in )?|b\. ?|dob:? ?(?:\d{1,2}[/.-]\d{1,2}[/.-])?)((?:19|20)\d\d)\b/,
    age: (found, year) => {
      const age = year - Number(found[1]);
      return age >= 5 && age <= 21 ? [age - 1, age] : null;
    },
  },
  {
    shape: /\b((?:20)\d\d) (?:baby|kid|girl|boy)\b/,
    age: (found, year) => {
      const age = year - Number(found[1]);
      return age >= 5 && age <= 21 ? [age - 1, age] : null;
    },
  },
  {
    shape: /\bclass of (?:20)?'?(\d\d)\b/,
    age: (found, year) => {
      const left = 2000 + Number(found[1]) - year;
      return left >= -2 && left <= 12 ? [Math.max(5, 16 - left), 18 - left] : null;
    },
  },
  { shape: /\b(?:year|yr|y) ?(\d{1,2})\b/, age: inYear },
  { shape: /\b(\d{1,2})th grade(?:r)?\b/, age: inYear },
  {
    shape: /\b(?:sixth form|6th form|a[- ]level|btec|sixth former)(?: student)?\b/,
    age: () => [16, 18],
  },
  { shape: /\bgcses?(?: student| year)?\b/, age: () => [14, 16] },
  { shape: /\b(?:primary school|school) (?:pupil|kid|boy|girl|student)\b/, age: () => [5, 16] },
  {
    shape:
      /\b(?:schoolboy|schoolgirl|teenager|teen|high school student|secondary school student)\b/,
    age: () => [13, 17],
  },
];

const LONGEST = 600;

function isOfOthers(text: string, from: number, to: number): boolean {
  const start = Math.max(
    text.lastIndexOf('|', from - 1),
    text.lastIndexOf('\n', from - 1),
    text.lastIndexOf('. ', from - 1),
    from - 60,
    0,
  );
  return OTHERS_BEFORE.test(text.slice(start, from)) || OTHERS_AFTER.test(text.slice(to, to + 30));
}

/** Every hint of a reading about its owner's age, `at` being now in epoch ms. */
export function agesIn({ lower }: Reading, at: number): AgeHint[] {
  const text = lower.slice(0, LONGEST);
  const year = 1970 + Math.floor(at / YEAR_MS);
  return SHAPES.flatMap(({ shape, age }): AgeHint[] => {
    const found = shape.exec(text);
    if (found === null) return [];
    const ages = age(found, year);
    if (ages === null || isOfOthers(text, found.index, found.index + found[0].length)) return [];
    return [{ least: ages[0], most: ages[1], says: found[0].trim().replace(/^\W+|\W+$/g, '') }];
  });
}
