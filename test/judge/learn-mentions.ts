/**
 * Learns how mentions lean, from the labelled ones that rules may be tuned with and from mention-voices.txt, whose
 * lines were made up for it. The same mentions give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { groupsIn } from '../../src/audience/hits.ts';
import { LEANINGS, type Leaning, leaningTraits } from '../../src/audience/leaning.ts';
import { readingOf } from '../../src/policy/meaning/reading.ts';
import { LabelledMention, linesOf, OPEN } from './audience-labels.ts';
import { type Lesson, learnt, written } from './learn.ts';

const here = (name: string): URL => new URL(name, import.meta.url);

type Taught = { traits: string[]; is: ReadonlySet<Leaning> };

/** What a mention teaches. */
function taught(text: string, answers: boolean, is: readonly Leaning[]): Taught {
  const reading = readingOf(text);
  return { traits: leaningTraits(reading, groupsIn(reading), answers), is: new Set(is) };
}

const labelled = (): Taught[] =>
  OPEN.flatMap((half) =>
    linesOf(half, 'mentions').map((line) => {
      const { mention, expect } = LabelledMention.parse(line);
      const danger = expect.forWhom === 'safeguarding';
      return taught(mention.text, mention.answers !== null, [
        ...(danger || expect.sort === 'inappropriate' ? (['bad'] as const) : []),
        ...(danger ? (['danger'] as const) : []),
        ...(expect.forWhom === 'office' ? (['asks'] as const) : []),
        ...(expect.sort === 'positive' ? (['kind'] as const) : []),
      ]);
    }),
  );

/** What the sign before a line of mention-voices.txt says of it; "-" says that it is none of these. */
const SIGNS: Readonly<Record<string, readonly Leaning[]>> = {
  '+': ['bad'],
  '!': ['bad', 'danger'],
  '?': ['asks'],
  '*': ['kind'],
  '-': [],
};

const voices = (): Taught[] =>
  readFileSync(here('mention-voices.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => taught(line.slice(2), true, SIGNS[line.charAt(0)] ?? []));

/** Every lesson there is about each leaning. */
export function mentionLessons(): Readonly<Record<Leaning, Lesson[]>> {
  const all = [...labelled(), ...voices()];
  const of = (leaning: Leaning) =>
    all.map(({ traits, is }) => ({ traits, meant: is.has(leaning) }));
  return { bad: of('bad'), danger: of('danger'), asks: of('asks'), kind: of('kind') };
}

/** Learns anew and writes the weights beside the rules. */
export function learnMentions(): void {
  const lessons = mentionLessons();
  for (const leaning of LEANINGS) {
    const weights = learnt(lessons[leaning]);
    writeFileSync(here(`../../src/audience/learnt-${leaning}.txt`), written(weights));
    console.log(
      `${leaning}: ${weights.size} traits learnt from ${lessons[leaning].length} mentions`,
    );
  }
}
