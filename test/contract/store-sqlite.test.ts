import { describe } from 'vitest';
import { deskSuite } from './support/desk-suite.ts';
import { dutySuite } from './support/duty-suite.ts';
import { followSuite } from './support/follow-suite.ts';
import { jobsSuite } from './support/jobs-suite.ts';
import { ledgerSuite } from './support/ledger-suite.ts';
import { mentionSuite } from './support/mention-suite.ts';
import { sqlitePlaces } from './support/place.ts';
import { planSuite } from './support/plan-suite.ts';
import { postsSuite } from './support/posts-suite.ts';
import { registerSuite } from './support/register-suite.ts';
import { onFreshStage } from './support/suite.ts';
import { transactionSuite } from './support/transaction-suite.ts';
import { versionSuite } from './support/version-suite.ts';

describe('the store on SQLite', () => {
  describe('as the desk uses it', () => {
    const stage = onFreshStage(sqlitePlaces);
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
  });
  describe('from version to version', () => {
    versionSuite(sqlitePlaces);
  });
});
