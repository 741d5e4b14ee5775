import { z } from 'zod';
import { accusationsIn } from '../meaning/accusing.ts';
import { DOUBTED, judgementOf, SURE } from '../meaning/learnt.ts';
import { type Found, longest, outside, phraseFinder } from '../meaning/phrases.ts';
import { quotesIn, type Reading, readingOf } from '../meaning/reading.ts';
import { sarcasmIn } from '../meaning/sarcasm.ts';
import { grievancesIn } from '../meaning/weighing.ts';
import { wordFile } from '../meaning/word-file.ts';
import type { Rule } from '../rule.ts';

const file = wordFile('tone.yaml', ['people', 'complaint', 'harsh', 'fine']);
const complaints = phraseFinder(file.complaint);
const harshWords = phraseFinder(file.harsh);
const people = phraseFinder(file.people);
const fine = phraseFinder(file.fine);
const lessons = phraseFinder([
  ...wordFile('lesson.yaml', ['lesson']).lesson,
  ...wordFile('weighed.yaml', ['told']).told,
]);

const judged = judgementOf('learnt-negative-tone.txt');

/** Faces that turn a harsh word against somebody, even where no one is mentioned. */
const CROSS_FACE = /[🙄😡🤬😤👎💩😒🤦]/u;

/** Harsh words in a sentence that speaks of people. */
function aimed(reading: Reading): Found[] {
  const harsh = harshWords(reading);
  if (harsh.length === 0) return [];
  const spoken = people(reading);
  const cross = CROSS_FACE.test(reading.plain);
  return harsh.filter(
    (word) => cross || outside(spoken, [word]).some(({ sentence }) => sentence === word.sentence),
  );
}

/** Complaints of a reading, at most one a sentence; stories, lessons and quotations are none. */
function complaintsIn(reading: Reading): Found[] {
  const found = [
    ...complaints(reading),
    ...aimed(reading),
    ...sarcasmIn(reading),
    ...accusationsIn(reading).map((range) => ({
      ...range,
      phrase: 'accusation',
      sentence: reading.sentences.findIndex(({ to }) => range.from < to),
    })),
  ];
  const told = new Set(lessons(reading).map(({ sentence }) => sentence));
  const aside = [...fine(reading), ...quotesIn(reading)];
  const own = (some: readonly Found[]) =>
    outside(some, aside).filter(({ sentence }) => !told.has(sentence));
  const plain = own(found);
  const meant = plain.length > 0 ? plain : grievancesIn(reading, own).slice(0, 1);
  const seen = new Set<number>();
  return longest(meant).filter(({ sentence }) => {
    const first = !seen.has(sentence);
    seen.add(sentence);
    return first;
  });
}

/** Complaint, blame, shaming, sarcasm, and what would harm the school's name. */
export const negativeTone: Rule<Record<string, never>> = {
  name: 'negative-tone',
  means: () => 'The tone is positive, without complaint or blame',
  options: z.strictObject({}),
  check: ({ draft, facts }) => {
    const reading = readingOf(draft.text);
    const found = complaintsIn(reading);
    const { leans, from, to } = judged(reading, facts);
    const meant = found.length > 0 ? leans > DOUBTED : leans > SURE;
    if (!meant) return [];
    return (found.length > 0 ? found : [{ from, to }]).map((place) => ({
      message:
        'This reads as a complaint, or as blaming somebody in public. Say what happens next, or take it up with them in private.',
      span: reading.spanOf(place.from, place.to),
    }));
  },
};
