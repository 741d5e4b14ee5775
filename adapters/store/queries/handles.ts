/** The handle register: organisations that agreed to be mentioned. Handles are the same in either case. */
import type { HandleAgreed } from '../../../src/ports/follows.ts';
import type { Database } from '../tables.ts';

export async function readHandles(db: Database, school: string): Promise<HandleAgreed[]> {
  const rows = await db
    .selectFrom('handles')
    .select('kept')
    .where('school', '=', school)
    .orderBy('handle')
    .execute();
  return rows.map(({ kept }) => JSON.parse(kept));
}

export async function putHandle(db: Database, school: string, agreed: HandleAgreed): Promise<void> {
  const kept = JSON.stringify(agreed);
  await db
    .insertInto('handles')
    .values({ school, handle: agreed.handle.toLowerCase(), kept })
    .onConflict((conflict) => conflict.columns(['school', 'handle']).doUpdateSet({ kept }))
    .execute();
}

/** False where it was not there. */
export async function dropHandle(db: Database, school: string, handle: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('handles')
    .where('school', '=', school)
    .where('handle', '=', handle.toLowerCase())
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
