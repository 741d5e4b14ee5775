/** What is kept of a school's accounts: what calls have cost, and why nothing goes out on one just now. */
import type { Spent, Trouble } from '../../../src/ports/store.ts';
import type { Database } from '../tables.ts';

/** Adds to what this month has cost already. */
export async function addSpend(db: Database, school: string, month: string, spent: Spent) {
  const { account, what, times, microdollars } = spent;
  await db
    .insertInto('spends')
    .values({ school, month, account, what, times, microdollars })
    .onConflict((conflict) =>
      conflict.columns(['school', 'month', 'account', 'what']).doUpdateSet((of) => ({
        times: of('spends.times', '+', times),
        microdollars: of('spends.microdollars', '+', microdollars),
      })),
    )
    .execute();
}

export async function readSpent(db: Database, school: string, month: string): Promise<Spent[]> {
  return db
    .selectFrom('spends')
    .select(['account', 'what', 'times', 'microdollars'])
    .where('school', '=', school)
    .where('month', '=', month)
    .orderBy('account')
    .orderBy('what')
    .execute();
}

export async function readTrouble(
  db: Database,
  school: string,
  account: string,
): Promise<Trouble | null> {
  const row = await db
    .selectFrom('troubles')
    .select(['why', 'at'])
    .where('school', '=', school)
    .where('account', '=', account)
    .executeTakeFirst();
  return row ?? null;
}

/** Null: posts go out on it again. */
export async function setTrouble(
  db: Database,
  school: string,
  account: string,
  trouble: Trouble | null,
): Promise<void> {
  if (trouble === null) {
    await db
      .deleteFrom('troubles')
      .where('school', '=', school)
      .where('account', '=', account)
      .execute();
    return;
  }
  await db
    .insertInto('troubles')
    .values({ school, account, ...trouble })
    .onConflict((conflict) => conflict.columns(['school', 'account']).doUpdateSet(trouble))
    .execute();
}
