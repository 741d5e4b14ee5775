import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgres } from '../../adapters/store/postgres.ts';
import { deskSuite } from './support/desk-suite.ts';
import { dutySuite } from './support/duty-suite.ts';
import { followSuite } from './support/follow-suite.ts';
import { jobsSuite } from './support/jobs-suite.ts';
import { ledgerSuite } from './support/ledger-suite.ts';
import { mentionSuite } from './support/mention-suite.ts';
import { type Places, postgresPlaces } from './support/place.ts';
import { planSuite } from './support/plan-suite.ts';
import { postsSuite } from './support/posts-suite.ts';
import { registerSuite } from './support/register-suite.ts';
import { anEvent, SCHOOL } from './support/samples.ts';
import { onFreshStage } from './support/suite.ts';
import { transactionSuite } from './support/transaction-suite.ts';
import { versionSuite } from './support/version-suite.ts';

let places: Places;
beforeAll(async () => {
  places = await postgresPlaces();
});
afterAll(() => places.stop());

describe('the store on PostgreSQL', () => {
  describe('as the desk uses it', () => {
    const stage = onFreshStage(() => ({ ...places, stop: async () => {} }));
    deskSuite(stage);
    postsSuite(stage);
    registerSuite(stage);
    dutySuite(stage);
    followSuite(stage);
    mentionSuite(stage);
    jobsSuite(stage);
    transactionSuite(stage);
    ledgerSuite(stage);
    planSuite(stage);

    test('two schools locked crosswise by two processes both get their turn in the end', async () => {
      const { store, another } = stage();
      const second = await another();
      for (const school of ['hill', 'vale']) await store.transaction((tx) => tx.lockDesk(school));
      const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
      const both = (by: typeof store, first: string, then: string) =>
        by.transaction(async (tx) => {
          await tx.append(anEvent({ school: first }));
          await wait();
          await tx.append(anEvent({ school: then }));
        });
      await Promise.all([both(store, 'hill', 'vale'), both(second, 'vale', 'hill')]);
      expect((await store.read.ledger('hill', 0, 10)).length).toBe(2);
      expect(await store.verifyLedger('vale')).toBeNull();
    });

    test('a fault kept quiet inside a transaction does not pass for success', async () => {
      const { store } = stage();
      const attempt = store.transaction(async (tx) => {
        await tx.nextDraftNumber(SCHOOL);
        await tx.addCopy({
          school: SCHOOL,
          draft: 'd',
          asked: 1,
          audience: 'slt',
          chat: 'c',
          ref: 'r',
        });
        await tx.setPaused(SCHOOL, null);
        await tx
          .putJob({
            id: 'x',
            school: SCHOOL,
            kind: 'notice',
            draft: '',
            payload: {},
            dueAt: 0.5,
            tries: 0,
          })
          .catch(() => {});
      });
      await expect(attempt).rejects.toThrow('undid this transaction');
      expect(await store.transaction((tx) => tx.nextDraftNumber(SCHOOL))).toBe(1);
    });

    test('a backup of the default store is refused, with what to use instead', async () => {
      await expect(stage().store.backup('anywhere')).rejects.toThrow('pg_dump');
    });
  });

  describe('from version to version', () => {
    versionSuite(() => places);
  });

  test.each([
    ['nobody listens', 'postgres://postgres:x@127.0.0.1:1/school', /cannot reach.*DATABASE_URL/],
    ['the password is wrong', 'wrong-password', /user name or the password/],
    ['the database is not there', 'no-database', /does not exist/],
  ])('when %s, the start says so and what to do', async (_, kind, why) => {
    const place = await places.fresh();
    const url = new URL(kind.startsWith('postgres:') ? kind : place.at);
    if (kind === 'wrong-password') url.password = 'guess';
    if (kind === 'no-database') url.pathname = '/nowhere';
    await expect(openPostgres({ url: url.href })).rejects.toThrow(why);
  });
});
