/** Contract of the store: drafts, revisions, approvals, decisions and attempts. */
import { expect, test } from 'vitest';
import {
  aDecision,
  aDraft,
  anApproval,
  anAttempt,
  anEvent,
  aRevision,
  keepDraft,
  SCHOOL,
  T0,
} from './samples.ts';
import type { Stage } from './suite.ts';

export function deskSuite(stage: () => Stage): void {
  test('a desk nobody has opened is not paused and has no roll', async () => {
    expect(await stage().store.read.desk(SCHOOL)).toEqual({
      school: SCHOOL,
      paused: null,
      rollVersion: 0,
    });
  });

  test('a paused desk says who paused it, when and why, until it is resumed', async () => {
    const { store } = stage();
    const paused = { by: 'sam', at: T0, why: 'A visitor is on site' };
    await store.transaction(async (tx) => {
      await tx.lockDesk(SCHOOL);
      await tx.setPaused(SCHOOL, paused);
    });
    expect((await store.read.desk(SCHOOL)).paused).toEqual(paused);
    await store.transaction((tx) => tx.setPaused(SCHOOL, null));
    expect((await store.read.desk(SCHOOL)).paused).toBeNull();
  });

  test('posts are numbered from 1 in each school, even when twenty teachers start at once', async () => {
    const { store, another } = stage();
    const second = await another();
    const numbers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? store : second).transaction((tx) => tx.nextDraftNumber(SCHOOL)),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await store.transaction((tx) => tx.nextDraftNumber('valley'))).toBe(1);
  });

  test('a draft reads back as it was written, by id and by number, in its own school only', async () => {
    const { store } = stage();
    const draft = aDraft({
      slot: T0 + 1,
      submittedAt: T0,
      note: 'Ready',
      url: 'https://x.example/1',
    });
    await keepDraft(store, draft);
    expect(await store.read.draft(SCHOOL, 'd1')).toEqual(draft);
    expect(await store.read.draftByNumber(SCHOOL, 1)).toEqual(draft);
    expect(await store.read.draft('valley', 'd1')).toBeNull();
    expect(await store.read.draftByNumber(SCHOOL, 2)).toBeNull();
  });

  test('of two people who move a draft at the same moment, one does and the other is told', async () => {
    const { store, another } = stage();
    const second = await another();
    await keepDraft(store, aDraft({ state: 'submitted' }));
    const expected = { state: 'submitted', revision: 1 } as const;
    const won = await Promise.all([
      store.transaction((tx) => tx.moveDraft(aDraft({ state: 'approved' }), expected)),
      second.transaction((tx) => tx.moveDraft(aDraft({ state: 'declined' }), expected)),
    ]);
    expect([...won].sort()).toEqual([false, true]);
    expect((await store.read.draft(SCHOOL, 'd1'))?.state).toBe(won[0] ? 'approved' : 'declined');
  });

  test('a draft with a newer revision is not moved by somebody who saw the old one', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft({ state: 'submitted', revision: 2 }));
    const moved = await store.transaction((tx) =>
      tx.moveDraft(aDraft({ state: 'approved' }), { state: 'submitted', revision: 1 }),
    );
    expect(moved).toBe(false);
    expect((await store.read.draft(SCHOOL, 'd1'))?.state).toBe('submitted');
  });

  test('an author finds their own drafts, newest first, in the states asked for', async () => {
    const { store } = stage();
    const states = ['drafted', 'submitted', 'published', 'drafted'] as const;
    for (const [index, state] of states.entries()) {
      await keepDraft(store, aDraft({ id: `d${index}`, number: index + 1, state }));
    }
    await keepDraft(store, aDraft({ id: 'other', number: 9, author: 'ben' }));
    const found = await store.read.draftsOf(SCHOOL, 'amy', ['drafted', 'submitted'], 10);
    expect(found.map((draft) => draft.number)).toEqual([4, 2, 1]);
    const two = await store.read.draftsOf(SCHOOL, 'amy', ['submitted', 'drafted'], 2);
    expect(two.map((draft) => draft.number)).toEqual([4, 2]);
    expect(await store.read.draftsOf(SCHOOL, 'amy', [], 10)).toEqual([]);
    expect(await store.read.howMany(SCHOOL, ['drafted', 'submitted'], 'amy')).toBe(3);
    expect(await store.read.howMany(SCHOOL, ['drafted', 'submitted'])).toBe(4);
    expect(await store.read.howMany(SCHOOL, [])).toBe(0);
  });

  test('the queue goes by slot, and those without one after it by when SLT was asked', async () => {
    const { store } = stage();
    const rows = [
      { id: 'asked-late', number: 1, state: 'submitted', submittedAt: T0 + 9 },
      { id: 'slot-late', number: 2, state: 'scheduled', slot: T0 + 500, submittedAt: T0 },
      { id: 'asked-early', number: 3, state: 'submitted', submittedAt: T0 + 3 },
      { id: 'slot-early', number: 4, state: 'scheduled', slot: T0 + 100, submittedAt: T0 + 8 },
      { id: 'over', number: 5, state: 'published', slot: T0 },
    ] as const;
    for (const row of rows) await keepDraft(store, aDraft(row));
    const queue = await store.read.draftsIn(SCHOOL, ['submitted', 'scheduled'], 10);
    expect(queue.map((draft) => draft.id)).toEqual([
      'slot-early',
      'slot-late',
      'asked-early',
      'asked-late',
    ]);
    const [first, ...rest] = await store.read.draftsIn(SCHOOL, ['submitted', 'scheduled'], 1);
    expect([first?.id, rest.length]).toEqual(['slot-early', 0]);
  });

  test('a revision keeps 4,000 characters, emoji and other scripts to the last code unit', async () => {
    const { store } = stage();
    const text = `Bread 🍞👩‍🍳🏴󠁧󠁢󠁥󠁮󠁧󠁿 é é Ελλάδα \u202E\u200B ${'x'.repeat(3_900)} 🎉`;
    await keepDraft(store, aDraft(), text);
    expect(await store.read.revision(SCHOOL, 'd1', 1)).toEqual(aRevision({ text }));
  });

  test.each([
    ['half of an emoji', 'Bread \ud83d', /half of a character/],
    ['a NUL', 'Bread \0', /NUL/],
  ])('a text with %s is refused in words, and nothing of it is kept', async (_, text, why) => {
    const { store } = stage();
    await expect(keepDraft(store, aDraft(), text)).rejects.toThrow(why);
    expect(await store.read.draft(SCHOOL, 'd1')).toBeNull();
  });

  test('half of an emoji inside a delivery, a payload or the ledger reads back unharmed', async () => {
    const { store } = stage();
    const broken = 'Bread \ud83d \0';
    const entry = await store.transaction((tx) => tx.append(anEvent({ detail: { broken } })));
    expect((await store.read.ledger(SCHOOL, 0, 1))[0]).toEqual(entry);
    expect(entry.detail).toEqual({ broken });
    expect(await store.verifyLedger(SCHOOL)).toBeNull();
  });

  test('what the author ticked and explained is kept with a revision, its words stay as they were', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    const said = {
      ticked: [{ id: 'device', by: 'amy', at: T0 }],
      reasons: [{ rule: 'length', reason: 'A quotation' }],
      verdict: { ...aRevision().verdict, outcome: 'clear' as const },
      policy: 'standard 2',
    };
    await store.transaction((tx) => tx.setStatements(SCHOOL, 'd1', 1, said));
    expect(await store.read.revision(SCHOOL, 'd1', 1)).toEqual({ ...aRevision(), ...said });
    await expect(
      store.transaction((tx) => tx.setStatements(SCHOOL, 'd1', 2, said)),
    ).rejects.toThrow('no revision 2');
  });

  test('SLT is asked about a revision once, and what became of it is kept', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    await store.transaction((tx) => tx.openApproval(SCHOOL, anApproval()));
    expect(await store.read.approval(SCHOOL, 'd1', 1)).toEqual(anApproval());
    const closed = anApproval({ state: 'closed', reminded: 2 });
    await store.transaction((tx) => tx.setApproval(SCHOOL, closed));
    await expect(store.transaction((tx) => tx.openApproval(SCHOOL, anApproval()))).rejects.toThrow(
      'asked about revision 1',
    );
    expect(await store.read.approval(SCHOOL, 'd1', 1)).toEqual(closed);
    await expect(
      store.transaction((tx) => tx.setApproval(SCHOOL, anApproval({ revision: 2 }))),
    ).rejects.toThrow('Nobody was asked');
  });

  test('a person takes each decision once on a revision, and their first word stands', async () => {
    const { store } = stage();
    await keepDraft(store, aDraft());
    const first = aDecision({ note: 'Lovely' });
    const again = aDecision({ note: 'Lovely indeed', at: T0 + 1 });
    const second = aDecision({ kind: 'decline', at: T0 + 3 });
    expect(await store.transaction((tx) => tx.addDecision(SCHOOL, first))).toBe(true);
    expect(await store.transaction((tx) => tx.addDecision(SCHOOL, again))).toBe(false);
    const jo = aDecision({ by: 'jo', at: T0 + 2 });
    expect(await store.transaction((tx) => tx.addDecision(SCHOOL, jo))).toBe(true);
    expect(await store.transaction((tx) => tx.addDecision(SCHOOL, second))).toBe(true);
    expect(await store.read.decisions(SCHOOL, 'd1', 1)).toEqual([first, jo, second]);
  });

  test('an attempt is closed once, and its first outcome stands', async () => {
    const { store, another } = stage();
    const second = await another();
    await keepDraft(store, aDraft());
    await store.transaction((tx) => tx.addAttempt(anAttempt({ since: '41' })));
    const posted = anAttempt({
      since: '41',
      outcome: 'posted',
      url: 'https://x.example/1',
      finishedAt: T0 + 5,
    });
    const given = anAttempt({
      since: '41',
      outcome: 'not-there',
      detail: 'Nobody saw it',
      finishedAt: T0 + 6,
    });
    const closed = await Promise.all([
      store.transaction((tx) => tx.closeAttempt(posted)),
      second.transaction((tx) => tx.closeAttempt(given)),
    ]);
    expect([...closed].sort()).toEqual([false, true]);
    expect(await store.read.attempts(SCHOOL, 'd1')).toEqual([closed[0] ? posted : given]);
    await expect(store.transaction((tx) => tx.closeAttempt(anAttempt()))).rejects.toThrow(
      'outcome',
    );
  });
}
