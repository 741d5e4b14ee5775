/** Complaint told by the weight of its signs: few posts complain in a set phrase, most in several small ones. */
import { type Found, longest, outside, phraseFinder } from './phrases.ts';
import type { Reading } from './reading.ts';
import { wordFile } from './word-file.ts';

/** What one sign of each group weighs, and how many of the group count. */
const GROUPS = {
  powers: { weight: 5, most: 1 },
  whom: { weight: 4, most: 1 },
  ours: { weight: 2, most: 1 },
  strong: { weight: 8, most: 2 },
  hard: { weight: 4, most: 3 },
  mishap: { weight: 2, most: 2 },
  slight: { weight: 2, most: 2 },
  kind: { weight: -4, most: 2 },
  light: { weight: -2, most: 3 },
} as const;
type Group = keyof typeof GROUPS;
const NAMES = Object.keys(GROUPS) as Group[];
/** From here on, the signs make a complaint. */
const COMPLAINT = 8;

const file = wordFile('weighed.yaml', NAMES);
const groupOf = new Map(
  NAMES.flatMap((name) => file[name].map((phrase) => [phrase, name] as const)),
);
const signs = phraseFinder([...groupOf.keys()], file);

const latest = new WeakMap<Reading, readonly Found[]>();

/** Every sign of a reading, of whatever group; kept, for what is learnt reads them too. */
function signsIn(reading: Reading): readonly Found[] {
  const known = latest.get(reading) ?? signs(reading);
  latest.set(reading, known);
  return known;
}

const MOST_OF_A_GROUP = 3;

/**
 * The groups that a reading has signs of, each once for its first, second and third sign: "<hard>", "<hard 2>",
 * with the number of the sentence it stands in.
 */
export function groupsIn(reading: Reading): { trait: string; sentence: number }[] {
  const met = new Map<string, number>();
  return longest(signsIn(reading)).flatMap(({ phrase, sentence }) => {
    const group = groupOf.get(phrase) ?? '';
    const times = (met.get(group) ?? 0) + 1;
    met.set(group, times);
    if (times > MOST_OF_A_GROUP) return [];
    return [{ trait: times === 1 ? `<${group}>` : `<${group} ${times}>`, sentence }];
  });
}

const CROSS_FACE = /[🙄😡🤬😤👎💩😒🤦🙃😠]/u;
const FUNNY_FACE = /[😂🤣😄😆🎉😁😊🥰💙💚❤💛🏆]/u;

/** Right before a hard word, what takes it back: "nobody was late", "not a joke", "never boring". */
const DENIED =
  /\b(?:not|never|no|nobody|nobody's|no one|no one's|nothing|without|isn't|wasn't|aren't|weren't|don't|didn't|far from|anything but|gloriously|beautifully|brilliantly|deliciously|wonderfully|delightfully|suitably|joyously) (?:(?:a|an|at all|so|was|were|is|are|been|got|even|one|too|the|it) ){0,2}$/;
/** Four words and more in capitals. */
const SHOUTED = /\b[A-Z]{2,}(?:,? [A-Z]{2,}){3,}\b/;
/** "It is not hard, is it?" */
const TAGGED =
  /(?:\bnot|n't|never|no|nobody|hardly)\b[^.?!]*, (?:is|are|does|do|would|can|was|were|did|will|could) (?:it|they|we|you|he|she)\?/;
/** A few words that are a sentence: "Again.", "Enough said.", "Scared, perhaps?" */
const CLIPPED = /^[^a-z0-9]*[a-z'0-9]+(?:,? [a-z'0-9]+){0,2}[.?]\s*$/;

/** What was just said, denied: "They are not." */
const DENIAL =
  /^\W*(?:they|it|he|she|we|you|this|that) (?:is|are|was|were|did|do|does|has|have|had|will|can)(?: not|n't)\W*$/;

/**
 * The stretches that weigh, heaviest first, where all of them together make a complaint; else none.
 * `aside` are stretches that are nobody's own words, or told of a story.
 */
export function grievancesIn(
  reading: Reading,
  aside: (found: readonly Found[]) => Found[],
): Found[] {
  const found = aside(signsIn(reading));
  const of = (name: Group) => longest(found.filter(({ phrase }) => groupOf.get(phrase) === name));
  const meant = (one: Found) =>
    !DENIED.test(reading.lower.slice(Math.max(0, one.from - 40), one.from));
  const strong = of('strong').filter(meant);
  const hard = outside(of('hard'), strong).filter(meant);
  const heavy = [...strong, ...hard];
  const powers = of('powers');
  if (heavy.length === 0 && powers.length === 0) return [];
  let weight = 0;
  for (const name of NAMES) {
    if (heavy.length === 0 && (name === 'whom' || name === 'ours')) continue;
    const { weight: each, most } = GROUPS[name];
    const own =
      name === 'strong'
        ? strong
        : name === 'hard'
          ? hard
          : name === 'whom' || name === 'ours' || name === 'powers'
            ? of(name)
            : outside(of(name), heavy);
    weight += each * Math.min(most, own.length);
  }
  const clipped = reading.sentences.filter(({ from, to }) =>
    CLIPPED.test(reading.lower.slice(from, to)),
  );
  if (clipped.length > 0) weight += 2;
  if (reading.sentences.some(({ from, to }) => DENIAL.test(reading.lower.slice(from, to))))
    weight += 4;
  if (TAGGED.test(reading.lower)) weight += 4;
  if (CROSS_FACE.test(reading.plain)) weight += 4;
  if (FUNNY_FACE.test(reading.plain)) weight -= 4;
  if (SHOUTED.test(reading.plain)) weight += 4;
  return weight >= COMPLAINT ? [...heavy, ...powers] : [];
}
