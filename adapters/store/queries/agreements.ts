/** Who agreed to the policy, and which accounts the head approved. */
import type { AccountApproval, Agreement } from '../../../src/ports/store.ts';
import type { Database, Tables } from '../tables.ts';

function toAgreement(row: Tables['agreements']): Agreement {
  return {
    person: row.person,
    policy: row.policy,
    at: row.at,
    countersigned: JSON.parse(row.countersigned),
  };
}

export async function readAgreement(
  db: Database,
  school: string,
  person: string,
  policy: string,
): Promise<Agreement | null> {
  const row = await db
    .selectFrom('agreements')
    .selectAll()
    .where('school', '=', school)
    .where('person', '=', person)
    .where('policy', '=', policy)
    .executeTakeFirst();
  return row === undefined ? null : toAgreement(row);
}

/** In the order in which people agreed. */
export async function readAgreements(
  db: Database,
  school: string,
  policy: string,
): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreements')
    .selectAll()
    .where('school', '=', school)
    .where('policy', '=', policy)
    .orderBy('at')
    .orderBy('person')
    .execute();
  return rows.map(toAgreement);
}

export async function putAgreement(
  db: Database,
  school: string,
  agreement: Agreement,
): Promise<void> {
  const row = {
    at: agreement.at,
    countersigned: JSON.stringify(agreement.countersigned),
  };
  await db
    .insertInto('agreements')
    .values({ school, person: agreement.person, policy: agreement.policy, ...row })
    .onConflict((conflict) => conflict.columns(['school', 'person', 'policy']).doUpdateSet(row))
    .execute();
}

export async function readAccountApproval(
  db: Database,
  school: string,
  handle: string,
): Promise<AccountApproval | null> {
  const row = await db
    .selectFrom('account_approvals')
    .selectAll()
    .where('school', '=', school)
    .where('handle', '=', handle)
    .executeTakeFirst();
  return row === undefined ? null : { handle: row.handle, by: row.approver, at: row.at };
}

export async function putAccountApproval(
  db: Database,
  school: string,
  approval: AccountApproval,
): Promise<void> {
  const row = { approver: approval.by, at: approval.at };
  await db
    .insertInto('account_approvals')
    .values({ school, handle: approval.handle, ...row })
    .onConflict((conflict) => conflict.columns(['school', 'handle']).doUpdateSet(row))
    .execute();
}
