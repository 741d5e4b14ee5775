/** What the asker says an account is. */
import { LINK_KINDS, type LinkKind } from '../policy/audience-schema.ts';
import { readingOf } from '../policy/meaning/reading.ts';
import { wordsOf } from './profile-words.ts';

const LONGEST = 600;
/** Where a reason speaks of a kind without the set phrases of a profile. */
const PLAIN: readonly (readonly [RegExp, LinkKind])[] = [
  [/\b(?:author|writer|illustrator|poet)\b/, 'author'],
  [
    /\b(?:lead practitioner|expert|specialist|consultant|researcher|trainer|head ?teacher|adviser|advisor)\b/,
    'practitioner',
  ],
  [/\b(?:publisher|resources|lessons|broadcaster)\b/, 'publisher'],
  [/\b(?:museum|library|heritage|castle)\b/, 'museum'],
  [/\b(?:gallery|theatre|orchestra)\b/, 'gallery'],
  [/\bcharity\b/, 'charity'],
  [/\bcouncil\b/, 'council'],
  [/\b(?:university|college)\b/, 'university'],
  [/\b(?:local (?:paper|news|radio)|newspaper)\b/, 'media'],
  [
    /\b(?:(?:primary|junior|infant|partner|feeder|secondary|neighbouring|nearby) school|cluster|mat|academy trust)\b/,
    'school',
  ],
];

/** The kind of account that a stated reason speaks of; null for none. */
export function statedKind(asked: string): LinkKind | null {
  const reading = readingOf(asked.slice(0, LONGEST));
  const said = new Set(wordsOf(reading).map(({ group }) => group));
  const kind = LINK_KINDS.find((each) => said.has(each));
  return kind ?? PLAIN.find(([shape]) => shape.test(reading.lower))?.[1] ?? null;
}
