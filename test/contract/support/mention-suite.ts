/** Contract of the store: mentions, and how far they have been read. */
import { expect, test } from 'vitest';
import type { KeptMention, MentionsRead } from '../../../src/ports/mentions.ts';
import { SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

const ACCOUNT = '@Larkfield';

type Fresh = Omit<KeptMention, 'number'>;

const said = (id: string, change: Partial<Fresh> = {}): Fresh => ({
  account: ACCOUNT,
  id,
  state: 'listed',
  pile: null,
  rank: 0,
  sort: 'neutral',
  forWhom: null,
  at: T0,
  readAt: T0 + 5,
  author: { id: `by-${id}`, handle: '@Somebody', name: 'Ünï 🎉' },
  url: null,
  text: 'It’s <b>said</b> “so”',
  named: false,
  edited: false,
  answers: false,
  media: 0,
  words: [],
  reasons: [],
  actions: ['nothing'],
  lookedBy: null,
  decided: null,
  tasks: [],
  pack: null,
  ...change,
});

export function mentionSuite(stage: () => Stage): void {
  const add = (all: Fresh[], account = ACCOUNT) =>
    stage().store.transaction((tx) => tx.addMentions(SCHOOL, account, all));

  test('mentions are numbered in each account, and read back as they were written', async () => {
    const { read } = stage().store;
    const [one, two] = await add([said('a'), said('b', { at: T0 + 1 })]);
    const [other] = await add([said('a', { account: '@Other' })], '@Other');
    expect([one?.number, two?.number, other?.number]).toEqual([1, 2, 1]);
    expect(await read.mention(SCHOOL, ACCOUNT, 1)).toEqual({ ...said('a'), number: 1 });
    expect(await read.mention(SCHOOL, ACCOUNT, 9)).toBeNull();
    expect(await read.mentionsById(SCHOOL, ACCOUNT, ['a', 'z'])).toEqual([one]);
    expect(await read.mentionsPage(SCHOOL, ACCOUNT, 0, 1)).toEqual([two]);
    expect(await read.mentionsPage(SCHOOL, ACCOUNT, 1, 5)).toEqual([one]);
    await expect(add([said('a')])).rejects.toThrow();
  });

  test('a pile has the most pressing first, is open while one waits, and a pack is found by its id', async () => {
    const { store } = stage();
    const waits = { state: 'new', pile: 'p1' } as const;
    const [mild, grave, late] = await add([
      said('a', { ...waits, rank: 1 }),
      said('b', { ...waits, rank: 4 }),
      said('c', { ...waits, rank: 1, at: T0 + 9 }),
    ]);
    expect(await store.read.mentionsOf(SCHOOL, 'p1', 9)).toEqual([grave, late, mild]);
    expect(await store.read.mentionsOf(SCHOOL, 'p1', 1)).toEqual([grave]);
    expect(await store.read.openPile(SCHOOL, ACCOUNT)).toBe('p1');
    expect(await store.read.openPile('another', ACCOUNT)).toBeNull();
    for (const mention of [mild, grave, late]) {
      if (!mention) throw new Error('it was not added');
      const over = { ...mention, state: 'over', pack: 'k1' } as const;
      await store.transaction((tx) => tx.setMention(SCHOOL, over));
    }
    expect(await store.read.openPile(SCHOOL, ACCOUNT)).toBeNull();
    const inPack = await store.read.mentionsInPack(SCHOOL, 'k1');
    expect(inPack.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(await store.read.mentionsInPack('another', 'k1')).toEqual([]);
  });

  test('it is counted how many nobody has looked at', async () => {
    const { store } = stage();
    await add([said('a'), said('b', { lookedBy: 'sam-obi' }), said('c', { state: 'new' })]);
    const counts = { all: 3, listed: 2, unlooked: 1, waiting: 1 };
    expect(await store.read.mentionCounts(SCHOOL, ACCOUNT)).toEqual(counts);
  });

  test('it is remembered how far the mentions of an account were read', async () => {
    const { store } = stage();
    const state: MentionsRead = {
      since: '7',
      newest: null,
      cursor: null,
      at: T0,
      day: '2026-03-10',
      read: 3,
      toldBudget: null,
      toldUnlooked: null,
      toldWaiting: null,
      trouble: null,
    };
    expect(await store.read.mentionsRead(SCHOOL, ACCOUNT)).toBeNull();
    for (const read of [3, 4]) {
      await store.transaction((tx) => tx.setMentionsRead(SCHOOL, ACCOUNT, { ...state, read }));
    }
    expect(await store.read.mentionsRead(SCHOOL, ACCOUNT)).toEqual({ ...state, read: 4 });
  });
}
