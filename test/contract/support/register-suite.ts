/** Contract of the store: copies of cards, deliveries, the roll, agreements and approved accounts. */
import { expect, test } from 'vitest';
import type { RollEntry } from '../../../src/school/roll.ts';
import { aDraft, keepDraft, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

export function registerSuite(stage: () => Stage): void {
  test('every copy of a card is remembered once', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    const copy = {
      school: SCHOOL,
      draft: 'd1',
      audience: 'slt',
      chat: 'slack',
      ref: 'C1/1',
      asked: 1,
    } as const;
    await store.transaction((tx) => tx.addCopy(copy));
    await store.transaction((tx) => tx.addCopy(copy));
    await store.transaction((tx) => tx.addCopy({ ...copy, audience: 'author', ref: 'D1/2' }));
    expect(await store.read.copies(SCHOOL, 'd1')).toEqual([
      { ...copy, audience: 'author', ref: 'D1/2' },
      copy,
    ]);
    await store.transaction((tx) => tx.dropCopy(copy));
    expect((await store.read.copies(SCHOOL, 'd1')).map((each) => each.ref)).toEqual(['D1/2']);
  });

  test('a delivery that comes twice keeps its first answer until it is forgotten', async () => {
    const { store } = stage();
    const add = (id: string, answer: string, at: number) =>
      store.transaction((tx) => tx.addDelivery(SCHOOL, id, answer, at));
    expect(await store.read.delivery(SCHOOL, 'e1')).toBeNull();
    expect(await add('e1', '{"first":true}', T0)).toBe(true);
    expect(await add('e1', '{"first":false}', T0 + 1)).toBe(false);
    expect(await add('e2', 'later', T0 + 10)).toBe(true);
    expect(await store.read.delivery(SCHOOL, 'e1')).toBe('{"first":true}');
    await store.forgetDeliveries(T0 + 10);
    expect(await store.read.delivery(SCHOOL, 'e1')).toBeNull();
    expect(await store.read.delivery(SCHOOL, 'e2')).toBe('later');
  });

  test('a new roll replaces the old one whole, namesakes included, and raises its version', async () => {
    const { store } = stage();
    const pupil = (index: number): RollEntry => ({
      full: `full${index % 1_199}`,
      first: `first${index}`,
      last: `last${index}`,
      also: [{ kind: 'initial', hash: `initial${index}` }],
      yearGroup: 'Year 4',
      photo: index % 2 === 0,
      name: index % 3 === 0,
      work: true,
    });
    const many = Array.from({ length: 1_201 }, (_, index) => pupil(index));
    expect(await store.transaction((tx) => tx.replaceRoll(SCHOOL, many))).toBe(1);
    expect(await store.read.roll(SCHOOL)).toEqual(many);
    expect(await store.transaction((tx) => tx.replaceRoll(SCHOOL, [pupil(7)]))).toBe(2);
    expect(await store.read.roll(SCHOOL)).toEqual([pupil(7)]);
    expect((await store.read.desk(SCHOOL)).rollVersion).toBe(2);
    expect(await store.read.roll('valley')).toEqual([]);
  });

  test('who agreed to which policy, and who signed beside them, is kept', async () => {
    const { store } = stage();
    const amy = { person: 'amy', policy: 'standard 1', at: T0 + 1, countersigned: [] };
    const ben = { ...amy, person: 'ben', at: T0 };
    await store.transaction(async (tx) => {
      await tx.putAgreement(SCHOOL, amy);
      await tx.putAgreement(SCHOOL, ben);
    });
    const signed = { ...amy, countersigned: [{ by: 'jo', role: 'head', at: T0 + 2 }] };
    await store.transaction((tx) => tx.putAgreement(SCHOOL, signed));
    expect(await store.read.agreement(SCHOOL, 'amy', 'standard 1')).toEqual(signed);
    expect(await store.read.agreement(SCHOOL, 'amy', 'standard 2')).toBeNull();
    expect(await store.read.agreements(SCHOOL, 'standard 1')).toEqual([ben, signed]);
  });

  test('the approval of an account says who gave it and when', async () => {
    const { store } = stage();
    const approval = { handle: '@Hilltop', by: 'jo', at: T0 };
    expect(await store.read.accountApproval(SCHOOL, '@Hilltop')).toBeNull();
    await store.transaction((tx) => tx.putAccountApproval(SCHOOL, approval));
    await store.transaction((tx) => tx.putAccountApproval(SCHOOL, { ...approval, at: T0 + 5 }));
    expect(await store.read.accountApproval(SCHOOL, '@Hilltop')).toEqual({
      ...approval,
      at: T0 + 5,
    });
  });
}
