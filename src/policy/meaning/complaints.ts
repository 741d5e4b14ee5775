/** Complaint in set phrases, in praise that means blame, and in the weight of small signs. */
import { accusationsIn } from './accusing.ts';
import { type Found, longest, outside, phraseFinder } from './phrases.ts';
import { quotesIn, type Reading } from './reading.ts';
import { sarcasmIn } from './sarcasm.ts';
import { grievancesIn } from './weighing.ts';
import { wordFile } from './word-file.ts';

const file = wordFile('tone.yaml', ['people', 'complaint', 'harsh', 'fine']);
const complaints = phraseFinder(file.complaint);
const harshWords = phraseFinder(file.harsh);
const people = phraseFinder(file.people);
const fine = phraseFinder(file.fine);
const lessons = phraseFinder([
  ...wordFile('lesson.yaml', ['lesson']).lesson,
  ...wordFile('weighed.yaml', ['told']).told,
]);

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
export function complaintsIn(reading: Reading): Found[] {
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
