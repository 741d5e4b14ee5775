import { expect, test } from 'vitest';
import type { Database } from '../../adapters/store/tables.ts';
import { together } from '../../adapters/store/together.ts';

/** A database of one list: what a transaction that throws wrote is taken back. */
function listing(faultOfCommit: () => Error | null = () => null) {
  const kept: string[] = [];
  let transactions = 0;
  const write = together(async (work) => {
    const before = [...kept];
    transactions += 1;
    try {
      const value = await work({} as Database);
      const fault = faultOfCommit();
      if (fault) throw fault;
      return value;
    } catch (fault) {
      kept.splice(0, kept.length, ...before);
      throw fault;
    }
  });
  const put = (place: string, line: string) =>
    write(place, async () => {
      if (line === 'unkeepable') throw new Error('this line cannot be kept');
      return kept.push(line);
    });
  return { kept, put, transactions: () => transactions };
}

test('a line and its answer, asked for at once, are one transaction and keep their order', async () => {
  const { kept, put, transactions } = listing();
  await Promise.all([put('staff', 'line'), put('staff', 'answer')]);
  expect(kept).toEqual(['line', 'answer']);
  expect(transactions()).toBe(1);
});

test('rows are taken in the same order whoever asked first', async () => {
  const { kept, put } = listing();
  await Promise.all([put('staff', 'b1'), put('slt', 'a1'), put('staff', 'b2'), put('slt', 'a2')]);
  expect(kept).toEqual(['a1', 'a2', 'b1', 'b2']);
});

test('a line that cannot be kept fails alone', async () => {
  const { kept, put } = listing();
  const [first, bad, last] = await Promise.allSettled([
    put('staff', 'first'),
    put('staff', 'unkeepable'),
    put('staff', 'last'),
  ]);
  expect([first?.status, bad?.status, last?.status]).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(kept).toEqual(['first', 'last']);
});

test('after a commit whose fate is unknown nothing is written a second time', async () => {
  const { put, transactions } = listing(() => new Error('the connection broke during commit'));
  const ends = await Promise.allSettled([put('staff', 'a'), put('staff', 'b')]);
  expect(ends.map((end) => end.status)).toEqual(['rejected', 'rejected']);
  expect(transactions()).toBe(1);
});

test('a line asked for while others are being written is written after them', async () => {
  const { kept, put } = listing();
  const first = put('staff', 'first').then(() => put('staff', 'second'));
  await first;
  await put('staff', 'third');
  expect(kept).toEqual(['first', 'second', 'third']);
});
