/** Which of a grammar checker's findings are worth a teacher's time on a school's news. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Span } from '../rule.ts';
import type { Lint } from './lint.ts';

const FILE = new URL('./school-words.yaml', import.meta.url);
const SCHOOL_WORDS = new Set(z.array(z.string()).parse(parse(readFileSync(FILE, 'utf8'))));
/** Capitals that are a matter of spelling; any other small letter may begin a name, and is not ours to tell. */
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|april|june|july|august|september|october|november|december)$/iu;
/** Longer words with a capital that schools often write, and oftener misspell than take for a name. */
const WRITTEN_LARGE =
  /^(?:christmas|easter|halloween|diwali|remembrance|egyptians?|victorians?|romans|vikings|anglo-saxons|britain|british|england|english|shakespeare|reception|wednesday|thursday|tuesday|saturday|february|september|october|november|december|january)$/iu;
/** A capitalised word that opens a sentence may be a name; a long one near a dictionary word is a slip. */
const LONG_FOR_A_NAME = 8;
const ABBREVIATED =
  /\b(?:e\.g|i\.e|etc|vs|st|mr|mrs|ms|dr|a\.m|p\.m|approx|no|max|min|yr|incl|ed|rev)\.$/iu;

const OPENS_SENTENCE = /(?:^|[.!?…]["'”’)]*\s+|\n\s*|["“‘(]|\p{Extended_Pictographic}\uFE0F?\s*)$/u;

/** The whole of what stands between spaces around a span. */
function tokenAt(text: string, [from, to]: Span): string {
  const before = /\S*$/u.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^\S*/u.exec(text.slice(to))?.[0] ?? '';
  return before + text.slice(from, to) + after;
}

function spellingWorth(text: string, { span, suggestion }: Lint): boolean {
  const word = text.slice(...span);
  const token = tokenAt(text, span).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
  // Accents, figures, signs, lookalikes, parts of addresses: no plain word of English. Nor is half
  // of a hyphened word ("dance-a-thon").
  if (!/^[A-Za-z]+(?:['’][A-Za-z]+)*$/u.test(token)) return false;
  if (/[A-Z]/u.test(word.slice(1))) return false;
  if (/(.)\1\1/iu.test(word)) return false;
  const small = word.toLowerCase().replace(/['’]s$/u, '');
  if (SCHOOL_WORDS.has(small) || SCHOOL_WORDS.has(small.replace(/s$/u, ''))) return false;
  const before = text.slice(0, span[0]);
  const after = text.slice(span[1]);
  // Beside a word with foreign letters it is foreign too.
  const beside = `${/\S+\s*$/u.exec(before)?.[0] ?? ''} ${/^[,;:]?\s*\S+/u.exec(after)?.[0] ?? ''}`;
  if (/(?![A-Za-z])\p{L}/u.test(beside)) return false;
  // A single word in quotation marks is spoken of, as in phonics.
  if (/["“‘'’]$/u.test(before) && /^["”’']/u.test(after)) return false;
  if (suggestion !== null && suggestion.toLowerCase() === word.toLowerCase())
    return CALENDAR.test(word);
  if (suggestion !== null && /\p{Lu}/u.test(suggestion) && !/^\p{Lu}/u.test(word))
    return CALENDAR.test(suggestion);
  if (!/^[A-Z]/u.test(word)) return true;
  if (suggestion !== null && WRITTEN_LARGE.test(suggestion)) return true;
  const same = suggestion !== null && suggestion[0]?.toLowerCase() === word[0]?.toLowerCase();
  return OPENS_SENTENCE.test(before) && word.length >= LONG_FOR_A_NAME && same;
}

function capitalWorth(text: string, { span }: Lint): boolean {
  const word = text.slice(...span);
  if (word === 'i')
    return !/["“‘'’(]$/u.test(text.slice(0, span[0])) && !/^[)"”’.]\S/u.test(text.slice(span[1]));
  const before = text.slice(0, span[0]);
  if (!/^[a-z]+$/u.test(word) || /^[-–@._/]\w/u.test(text.slice(span[1]))) return false;
  // After what was said the sentence goes on: "Again!" they said. And so it does where no marks stand.
  if (
    /^(?:asked|said|cried|shouted|sang|whispered|wrote|they|he|she)$/u.test(word) &&
    /[!?]\s+$/u.test(before)
  )
    return false;
  return /[^.\s][.!?]\s+$/u.test(before) && !ABBREVIATED.test(before.trimEnd());
}

function articleWorth(text: string, { span }: Lint): boolean {
  const word = text.slice(...span);
  const opens = OPENS_SENTENCE.test(text.slice(0, span[0]));
  // "Joy A in Y4", "an NHS nurse", "a U11s match": initials and figures go by how they are spoken.
  return (
    (/^[a-z]+$/u.test(word) || (/^An?$/u.test(word) && opens)) &&
    // "An historic day" is right for some.
    /^\s+(?!h)[a-z]/u.test(text.slice(span[1]))
  );
}

/** What is said twice for its sound, or to make it stronger. */
const TWICE =
  /^(so|very|really|many|far|long|more|bye|night|hee|ha|ho|hip|choo|knock|tick|tock|row|there|well|now|yum|no|yes|quack|woof|oh|wow|go|tut|chop|round|again|big|aye|hear|ding|bang|clap|splash|drip|drop|hop|jump|run|please|never|boo|twit) \1$/iu;

/** "We had had enough" and "so that that page" are right; three in a row are not. */
function repetitionWorth(text: string, [from, to]: Span): boolean {
  const seen = text.slice(from, to);
  // "Duran Duran", "New York, New York": a capital twice is a name.
  if (TWICE.test(seen) || /^\p{Lu}\S* \p{Lu}/u.test(seen)) return false;
  const word = /^(had|that) \1$/iu.exec(seen)?.[1];
  if (word === undefined) return true;
  return (
    new RegExp(`^ ${word}\\b`, 'iu').test(text.slice(to)) ||
    new RegExp(`\\b${word} $`, 'iu').test(text.slice(0, from))
  );
}

/** Past tenses that are verbs of their own too: "she ground the pigment" does not mean "grinds". */
const PAST =
  /^(?:ground|found|wound|bound|felt|saw|left|lay|fell|rose|shed|put|cut|read|hit|set|let|cost|hurt|spread|beat|split|cast|lit|led|bore|wove|lent|sped|thought|sought)$/iu;

/** Names take what endings they like: nineteen Wallys are no wallies. */
function formWorth(text: string, { span, suggestion }: Lint): boolean {
  const seen = text.slice(...span);
  if (PAST.test(seen) && suggestion?.toLowerCase() === `${seen.toLowerCase()}s`) return false;
  return !/^\p{Lu}\p{L}+s$/u.test(seen) || OPENS_SENTENCE.test(text.slice(0, span[0]));
}

/** The checker takes a part of "thank-you" or "in-jokes" for a word by itself, and "to many" for "too many" where ours knows better. */
function misread(text: string, { span, suggestion }: Lint): boolean {
  const before = text.slice(0, span[0]);
  if (/\p{L}-\p{L}+\s$/u.test(before) || /^(?: \p{L}+)?-\p{L}/u.test(text.slice(span[1])))
    return true;
  // "Out there stars were shining": a place, with what is in it right after.
  if (
    /^there$/iu.test(text.slice(...span)) &&
    /\b(?:out|up|down|over|in|back|from|right|somewhere)\s$/iu.test(before) &&
    suggestion?.toLowerCase() === 'their'
  )
    return true;
  return suggestion?.toLowerCase() === 'too' && /^ (?:many|much)\b/iu.test(text.slice(span[1]));
}

/** True for a mistake; false for names, classes, school words, other tongues and matters of taste. */
export function worthTelling(text: string, lint: Lint): boolean {
  const seen = text.slice(...lint.span);
  if (lint.kind !== 'Spelling' && misread(text, lint)) return false;
  if (lint.kind === 'Capitalization') return capitalWorth(text, lint);
  if (lint.kind === 'Miscellaneous' && /^an?$/iu.test(seen)) return articleWorth(text, lint);
  if (lint.kind === 'Repetition') return repetitionWorth(text, lint.span);
  if (lint.kind === 'Spelling' && !seen.includes(' ')) return spellingWorth(text, lint);
  if (lint.kind === 'Grammar' || lint.kind === 'Agreement') return formWorth(text, lint);
  return true;
}
