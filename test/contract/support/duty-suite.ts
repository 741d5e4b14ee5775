/** Contract of the store: duties, and where cards stand that are no draft's. */
import { expect, test } from 'vitest';
import type { Duty } from '../../../src/ports/duties.ts';
import { SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

const aDuty = (id: string, change: Partial<Duty> = {}): Duty => ({
  id,
  kind: 'follower-review',
  about: '@Larkfield',
  opensAt: T0,
  by: T0 + 1000,
  told: 'due',
  toldAt: T0,
  done: null,
  ...change,
});

export function dutySuite(stage: () => Stage): void {
  test('duties that are open come by when they should be done, those done newest first', async () => {
    const { store } = stage();
    const late = aDuty('late', { by: T0 + 2000 });
    const soon = aDuty('soon');
    const done = (id: string, at: number) =>
      aDuty(id, { done: { by: 'sam-obi', at, evidence: 'Looked at 4' } });
    const all = [late, soon, done('first', T0 + 1), done('second', T0 + 2)];
    for (const duty of all) await store.transaction((tx) => tx.putDuty(SCHOOL, duty));
    expect(await store.read.openDuties(SCHOOL)).toEqual([soon, late]);
    expect(await store.read.doneDuties(SCHOOL, 1)).toEqual([done('second', T0 + 2)]);
    expect(await store.read.openDuties('another')).toEqual([]);
  });

  test('a duty that is put again is replaced, and one that is dropped is gone', async () => {
    const { store } = stage();
    await store.transaction((tx) => tx.putDuty(SCHOOL, aDuty('one')));
    const told = aDuty('one', { told: 'overdue', toldAt: T0 + 5 });
    await store.transaction((tx) => tx.putDuty(SCHOOL, told));
    expect(await store.read.duty(SCHOOL, 'one')).toEqual(told);
    await store.transaction((tx) => tx.dropDuty(SCHOOL, 'one'));
    expect(await store.read.duty(SCHOOL, 'one')).toBeNull();
  });

  test('where a card stands is remembered once', async () => {
    const { store } = stage();
    const standing = { subject: 'duty:one', chat: 'slack', ref: 'C1/1', person: null } as const;
    await store.transaction((tx) => tx.addStanding(SCHOOL, standing));
    await store.transaction((tx) => tx.addStanding(SCHOOL, standing));
    const own = { ...standing, chat: 'teams', ref: 'T1', person: 'jo-clarke' };
    await store.transaction((tx) => tx.addStanding(SCHOOL, own));
    expect(await store.read.standing(SCHOOL, 'duty:one')).toEqual([standing, own]);
    expect(await store.read.standing(SCHOOL, 'duty:two')).toEqual([]);
  });
}
