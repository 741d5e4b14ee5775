/** Dates of birth. */
import type { Facts } from '../rule.ts';
import { figured, peopleIn } from './people.ts';
import { outside } from './phrases.ts';
import { type Reading, sentenceText } from './reading.ts';

type Range = { from: number; to: number };

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = `(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?)`;
const IS_MONTH = new RegExp(`^${MONTH}$`);
/** Said to be one. */
const LABELLED = new RegExp(
  `\\b(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|birthdate)\\b[:\\s]*(?:is |was |of |- ?)?${DATE}`,
  'g',
);
/** "born on 3 March 2018", "turns 7 on 14 May", "her birthday is 4 May". */
const TOLD = new RegExp(
  `\\b(?:born(?: on)?(?: the)?|birthday(?: is| was| falls)?(?: on)?(?: the)?|turn(?:s|ed|ing)? \\w+ on(?: the)?|(?:is|was|will be) \\w+ on(?: the)?|\\w+ years old on(?: the)?) (?:mon|tues|wednes|thurs|fri|satur|sun)?(?:day )?${DATE}`,
  'g',
);
/** A date set apart by brackets, a dash, a comma or a colon, and never joined to what happens on it. */
const APART = new RegExp(
  `(?:[([] ?| - |, |: )(?:b\\.? |born )?(?<date>${DATE})(?=[)\\].,!]| - |\\s*$|\\s*\\p{Extended_Pictographic})`,
  'gu',
);
/** An age or a birthday being told. */
const BIRTHDAY =
  /\b(?:birthdays?|many happy returns|candles?|(?:is|are|turns?|turned|turning) (?:now |just )?(?:[1-9]|1[0-2]|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:of|in|at|out|times|points?|to)\b)|b\. \d)/;
const OURS =
  /\b(?:pupil|child|boy|girl|student|son|daughter|brother|sister|classmate|friend|he|she|his|her|year [1-6]|y[1-6]|reception|nursery|mum|dad|teacher)\b/;
const OTHERS =
  /\b(?:lambs?|chicks?|ducklings?|pupp(?:y|ies)|kittens?|foal|calf|piglets?|guinea pigs?|hamster|tortoise|rabbit|school(?:'s)?|king|queen|prince|princess|author|composer|artist|poet|scientist|saint|president|inventor|explorer|jesus|shakespeare|dahl|nhs|twitter|church|club|charity)\b/;

/** True where a sentence speaks of somebody of ours; "her birthday" is a figure's where one is spoken of. */
function ofOurs(reading: Reading, facts: Facts, sentence: number, said: string): boolean {
  const people = peopleIn(reading, facts).filter(
    // The June of "12 June" is nobody.
    (one) => one.sentence === sentence && !IS_MONTH.test(reading.lower.slice(one.from, one.to)),
  );
  if (people.length > 0) return true;
  const place = reading.sentences[sentence];
  const figure = figured(reading, facts).some(
    ({ from }) => place !== undefined && place.from <= from && from < place.to,
  );
  return OURS.test(figure ? said.replace(/\b(?:he|she|his|her)\b/g, '') : said);
}

/** Dates of birth of people of today: from 1940 on, or with no year. Those of history are none. */
export function birthsIn(reading: Reading, facts: Facts): Range[] {
  const { lower } = reading;
  if (
    !/\b(?:born|birth|dob|d\.o\.b|birthdays?|birthdate|turn(?:s|ed|ing)?|old on|will be|returns|candles?|b\.|is|are)\b/.test(
      lower,
    ) ||
    !/\d/.test(lower)
  )
    return [];
  const labelled = [...lower.matchAll(LABELLED)];
  const told = [...lower.matchAll(TOLD)].filter((match) => {
    const year = /\d{4}$/.exec(match[0])?.[0];
    if (year !== undefined && Number(year) < 1940) return false;
    const sentence = reading.sentences.findIndex(
      ({ from, to }) => from <= match.index && match.index < to,
    );
    const said = sentenceText(reading, sentence);
    if (OTHERS.test(said)) return false;
    return ofOurs(reading, facts, sentence, said);
  });
  const ranges = [...labelled, ...told].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const beside = besideBirthday(reading, facts).filter((one) => outside([one], ranges).length > 0);
  return [...ranges, ...beside].sort((a, b) => a.from - b.from);
}

/** "Happy birthday … (12/05/2017)": a date apart, in the sentence of a child and a birthday, or the one before it. */
function besideBirthday(reading: Reading, facts: Facts): Range[] {
  const { lower, sentences } = reading;
  if (!BIRTHDAY.test(lower)) return [];
  return [...lower.matchAll(APART)].flatMap((match) => {
    const date = match.groups?.date ?? '';
    const year = /\d{4}/.exec(date)?.[0];
    const from = match.index + match[0].lastIndexOf(date);
    const sentence = sentences.findIndex((place) => place.from <= from && from < place.to);
    // A date that stands alone belongs to what was said before it.
    const alone = /^[\W\d]*$/.test(sentenceText(reading, sentence));
    // Nor does the stop of "b." end what was said.
    const born = /\b(?:b\.|born) /.test(match[0]);
    const spoken =
      alone || (born && !/[a-z]/.test(reading.lower.slice(sentences[sentence]?.from, from)))
        ? sentence - 1
        : sentence;
    const said = sentenceText(reading, spoken);
    const told = born || BIRTHDAY.test(said) || BIRTHDAY.test(sentenceText(reading, sentence + 1));
    if (!told || OTHERS.test(said) || (year !== undefined && Number(year) < 1940)) return [];
    return ofOurs(reading, facts, spoken, said) ? [{ from, to: from + date.length }] : [];
  });
}
