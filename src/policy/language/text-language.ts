/** Finding text language: the words of the data file, where they stand, and the plain words for them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { keepingLatest } from '../latest.ts';
import type { Span } from '../rule.ts';
import { handlesIn, hashtagsIn, linksIn } from '../tweet-text.ts';
import { worthTrying } from './needed.ts';

/** One piece of text language: where, and the plain words where there is one sure way to say it. */
export type Shorthand = { span: Span; plain: string | null };

const Plain = z.union([z.string(), z.array(z.string()).min(2), z.null()]);
const Words = z.strictObject({
  any: z.record(z.string(), Plain),
  lower: z.record(z.string(), Plain),
});

const FILE = new URL('./text-language.yaml', import.meta.url);
const { any, lower } = Words.parse(parse(readFileSync(FILE, 'utf8')));
const ANY = new Map(Object.entries(any));
const LOWER = new Map(Object.entries(lower));

/** Letters and digits, with an apostrophe inside; what hangs on to other letters, a hyphen or a stroke is none. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}_'’@/.&+-])[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?![\p{L}\p{M}\p{N}_@/&+]|[-.]\p{L})/gu;

type Around = { before: string; after: string; word: string; text: string };

const isQuoted = ({ before, after }: Around): boolean =>
  /['"‘“(]$/u.test(before) && /^['"’”)]/u.test(after);
/** Letters as sounds: a phonics lesson says "ur" and "u" and means them. */
const isPhonics = ({ before, after, text }: Around): boolean =>
  /\b(?:phonics?|phonemes?|digraphs?|trigraphs?|graphemes?|vowels?|sounds?|letters?|spellings?)\b/iu.test(
    text,
  ) ||
  /(?:^|[\s,])\p{Ll}{1,3}, $/u.test(before) ||
  /^, \p{Ll}{1,3}\b/u.test(after);
const afterTime = ({ before }: Around): boolean => /(?:\d|century|centuries) ?$/iu.test(before);
const drive = ({ before }: Around): boolean => /\bdrive[ -]$/iu.test(before);

/** Words that are something else in some company: true where this one is. */
const OTHERWISE: Record<string, (around: Around) => boolean> = {
  u: (around) =>
    isQuoted(around) ||
    isPhonics(around) ||
    /^[ -](?:turns?|bends?|shapes?|shaped|tubes?|values?)\b/iu.test(around.after) ||
    /\d ?$/u.test(around.before),
  ur: (around) => isQuoted(around) || isPhonics(around),
  b4: ({ before }) => /\b(?:paper|size|sheets?|vitamin|road|cell|room|the) $/iu.test(before),
  bc: (around) => afterTime(around) || isQuoted(around),
  thru: drive,
  np: isQuoted,
  ty: isQuoted,
  tho: isQuoted,
  probs: ({ before }) => /\b(?:word|maths|math) $/iu.test(before),
  txt: ({ before }) => /[.*]$/u.test(before),
  '2day': ({ before, after }) =>
    /\b(?:a|our|this|their|your|another) $/iu.test(before) ||
    /^ (?:course|trip|residential|event|camp|workshop|festival|tournament|challenge|visit|adventure|stay)\b/iu.test(
      after,
    ),
  '2days': () => false,
  lol: ({ word, before, after }) =>
    /^ surprise\b/iu.test(after) ||
    (word === 'Lol' &&
      (/^(?:['’]s)? \p{Lu}\p{Ll}/u.test(after) ||
        /\b(?:Mrs?|Miss|Ms|Dr|PC|Uncle|Grandad|our friend) $/u.test(before))),
  luv: ({ word, after }) => word !== 'luv' && /^ \p{Lu}/u.test(after),
  tmr: ({ word }) => word !== 'tmr',
  abt: ({ word }) => word !== 'abt',
  imo: ({ word }) => word === 'Imo',
  ily: ({ word }) => word === 'Ily',
  wot: ({ word }) => word === 'WOT',
  xx: ({ before, after }) => !/[\p{L}!.?,) ]$/u.test(before) || /^\s*[\p{L}\d=×+]/u.test(after),
  xxx: ({ before, after }) => !/[\p{L}!.?,) ]$/u.test(before) || /^\s*[\p{L}\d=×+]/u.test(after),
};

/** Several words together that are text language although each alone is not. The first group is what counts. */
const PHRASES: readonly [RegExp, string | null][] = [
  [/(?<=\b(?:u|how|where|who|what|we|they|you) )(r)(?= |[?!.,]|$)/gu, 'are'],
  [/(?<![\p{L}\p{N}'’-])(r)(?= u\b)/gu, 'are'],
  [
    /(?<=\p{L}[\p{L}\p{N}]*(?: \d+)? )(r)(?= (?:\p{L}+ing|off|ready|all|not|so|going|the|our|very|back|here)\b)/gu,
    'are',
  ],
  [/(?<![\p{L}\p{N}'’-])(c)(?= u\b)/gu, 'see'],
  [/(?<=\b(?:thank|see|love|miss|bless|c) )(U)(?![\p{L}\p{N}'’.-])/gu, 'you'],
  [/(?<![\p{L}\p{N}])(U)(?= (?:r|R|can|will|are|have|should|need|must)\b)/gu, 'you'],
  [/(?<=\b(?:see|love|miss|bless|thank|are|tell|beat) )(ya)(?![\p{L}\p{N}'’-])/giu, 'you'],
  [
    /(?<![\p{L}\p{N}'’])(cos)(?= (?:we|it|they|he|she|i|you|of|our|the|there|that|who|it['’]s|we['’](?:re|ve))\b)/gu,
    'because',
  ],
  [
    /(?<![\p{L}\p{N}'’-])(totes)(?= (?:amazing|adorable|adorbs|awesome|brill|brilliant|lovely|cute|cool|agree|love|fab|great|happy|excited|emosh|jealous|fun)\b)/giu,
    'totally',
  ],
  // A digit as a word: before a pronoun nothing is counted, nor after thanks, joy or readiness.
  [
    /(?<!\d[.,:]?|\b(?:year|class|room|group|team|table|page|pages|book|unit|match|game|grade|key stage|ks|set|part|week|day|number|no\.?|lane|heat|round|y|to|and|of|only|all) ?)(?<=\p{L}['’]?[,!]? )(4)(?= (?:u|ur|you|your|yours|me|my|them|him|her|us|everyone|every1|everybody|anyone|all|the|our|this|free)\b(?! (?:\d|same|rest|other|of\b)))(?<!\b(?:in|at|by|on|from|with|after|before|until|till|past|top|last|first|next|our|the|these|those|won|lost) 4(?= (?:all|the|our|this|free)))/giu,
    'for',
  ],
  [
    /(?<=\b(?:thanks|thank you|thx|ready|just|luck|waiting|time|wait|looking|perfect|great|good|sorry|hooray|cheers|excited|reason|ideal|made|all set|(?:great|good|lovely|nice|perfect|best|right) (?:day|place|way|weather|spot)) )(4)(?= (?!(?:the|our|and|of|to|or|more|new|days?|weeks?|hours?|minutes?|years?|times|sleeps|children|pupils|pm|am|nil)\b)(?:a|an|\p{L}{3,}(?:ing|-off)?)\b)(?! \p{L}+ed\b)/giu,
    'for',
  ],
  [
    /(?<=\b(?:love|hugs?|kisses|hello|hi|off|thanks|thank you|well done|back|up|down|listen|talk|went|going|go|come|came|welcome|next) )(2)(?= (?:u|ur|you|me|them|him|her|us|everyone|every1|all|the|our|school|work|bed)\b)/giu,
    'to',
  ],
  [
    /(?<=\b(?:happy|great|good|lovely|nice|fab|able|ready|wait|want|wants|wanted|need|needs|like|love|loved|going|hope|try|trying|how|excited|time|pleased|proud|sad|have|got|remember|sure) )(2)(?= (?:see|be|b|c|have|hear|meet|get|go|do|make|say|know|come|welcome|share|read|sing|play|bring|show|tell|find|win|take|join|start|learn|visit|eat|shine|dance|celebrate|relax|grow|explore|begin)\b)/giu,
    'to',
  ],
  [/(?<![\p{L}\p{N}'’-])(2 (?:moro|morrow|nite|night|gether|mrw|moz))(?![\p{L}\p{N}])/giu, null],
  [
    /(?<![\p{L}\p{N}'’-])(gr 8|l 8 ?r|b 4|m 8|w 8|h 8|sk 8|4 ?eva|4 ever)(?= |[.,!?]|$)(?<!\bb 4(?= paper))/gu,
    null,
  ],
  [/(?<![\p{L}\p{N}'’-])(Gr 8|L 8 ?r)(?= |[.,!?]|$)/gu, null],
  [/(?<=\b4 )(u)(?! (?:turns?|bends?))(?![\p{L}\p{N}'’-])/gu, 'you'],
  [
    /(?<=\b(?:love|hugs?|kisses|hello|thanks|thank you|well done|off|up) 2 )(u)(?![\p{L}\p{N}'’-])/giu,
    'you',
  ],
  [/(?<![\p{L}\p{N}'’-])(B4)(?= (?:we|you|it|they|he|she|school|lunch|home)\b)/gu, 'before'],
];

const mayMatch = worthTrying(PHRASES.map(([pattern]) => pattern));

/** The same capitals as what was typed: gr8 → great, Gr8 → Great, GR8 → GREAT. */
function inCase(typed: string, plain: string): string {
  const letters = typed.replace(/[^\p{L}]/gu, '');
  if (/^I\b/u.test(plain) || letters === '') return plain;
  if (letters.length > 1 && letters === letters.toUpperCase()) return plain.toUpperCase();
  const first = /\p{L}/u.exec(typed)?.[0] ?? '';
  const capital = first !== first.toLowerCase();
  return capital ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain;
}

type Meaning = string | readonly string[] | null;

function listed(word: string): { key: string; plain: Meaning } | null {
  const small = word.toLowerCase().replace('’', "'");
  // "omggg" and "plzzz" are "omg" and "plz".
  for (const key of [small, small.replace(/(\p{L})\1+$/u, '$1')]) {
    const plain = ANY.get(key) ?? (ANY.has(key) ? null : undefined);
    if (plain !== undefined) return { key, plain };
    if (word[0] === small[0] && LOWER.has(key)) return { key, plain: LOWER.get(key) ?? null };
  }
  return null;
}

const inside = ([from, to]: Span, spans: readonly Span[]): boolean =>
  spans.some(([start, end]) => start < to && from < end);

/** What of a hashtag is text language: the whole of it, a part with its own capital, or how it opens or ends. */
const OPENS = /^(?:gr8|l8r|tmrw|2moro|4eva|omg(?!s)|thx|plz)/iu;
function inTag(tag: string, from: number): Shorthand[] {
  const parts = [...tag.matchAll(/\p{Lu}+(?!\p{Ll})\p{N}*|\p{Lu}?[\p{Ll}\p{N}]+/gu)];
  const known = parts.filter(
    ([part]) => /\p{L}/u.test(part) && part.length > 2 && ANY.has(part.toLowerCase()),
  );
  const whole: [string, number][] = ANY.has(tag.toLowerCase())
    ? [[tag, 0]]
    : known.map((match) => [match[0], match.index]);
  const opening = whole.length === 0 ? OPENS.exec(tag) : null;
  if (opening) whole.push([opening[0], 0]);
  return whole.map(([word, at]) => {
    const plain = ANY.get(word.toLowerCase());
    const joined =
      typeof plain === 'string' && /^\p{L}+$/u.test(plain) ? inCase(word, plain) : null;
    return { span: [from + at, from + at + word.length], plain: joined };
  });
}

/**
 * Every piece of text language in `text`, by place. Spans are in UTF-16 units. Handles and links are
 * left alone; a hashtag is not, for #gr8day is read as words.
 */
export const shorthandsIn = keepingLatest((text): readonly Shorthand[] => {
  const hashtags = hashtagsIn(text);
  const apart: Span[] = [
    ...hashtags.map(({ span }) => span),
    ...handlesIn(text).map(({ span }) => span),
    ...linksIn(text),
  ];
  const words = [...text.matchAll(WORD)].flatMap((match): Shorthand[] => {
    const [word] = match;
    const span: Span = [match.index, match.index + word.length];
    const found = listed(word);
    if (found === null || inside(span, apart)) return [];
    const around = { word, text, before: text.slice(0, span[0]), after: text.slice(span[1]) };
    if (OTHERWISE[found.key]?.(around)) return [];
    return [{ span, plain: typeof found.plain === 'string' ? inCase(word, found.plain) : null }];
  });
  const phrases = mayMatch(text).flatMap((index) => {
    const [pattern, plain] = PHRASES[index] ?? [];
    if (pattern === undefined || plain === undefined || text.search(pattern) < 0) return [];
    return [...text.matchAll(pattern)].map((match): Shorthand => {
      const typed = match[1] ?? '';
      const span: Span = [match.index, match.index + typed.length];
      return { span, plain: plain === null ? null : typed === 'U' ? plain : inCase(typed, plain) };
    });
  });
  const known = words.map((one) => one.span);
  const together: Shorthand[] = [];
  for (const one of phrases) {
    if (inside(one.span, [...apart, ...known, ...together.map(({ span }) => span)])) continue;
    together.push(one);
  }
  const tags = hashtags.flatMap(({ tag, span }) => inTag(tag, span[1] - tag.length));
  return [...words, ...together, ...tags].sort((a, b) => a.span[0] - b.span[0]);
});
