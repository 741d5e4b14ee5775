/** What is known of the chats: where copies of a card stand, and which deliveries were acted on. */
import type { Copy } from '../../../src/ports/store.ts';
import type { Database } from '../tables.ts';

export async function readCopies(db: Database, school: string, draft: string): Promise<Copy[]> {
  return db
    .selectFrom('copies')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .orderBy('audience')
    .orderBy('chat')
    .orderBy('ref')
    .execute();
}

/** A copy that is known already stays as it is. */
export async function addCopy(db: Database, copy: Copy): Promise<void> {
  const { school, draft, audience, chat, ref, asked } = copy;
  await db
    .insertInto('copies')
    .values({ school, draft, audience, chat, ref, asked })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropCopy(db: Database, copy: Copy): Promise<void> {
  await db
    .deleteFrom('copies')
    .where('school', '=', copy.school)
    .where('draft', '=', copy.draft)
    .where('chat', '=', copy.chat)
    .where('ref', '=', copy.ref)
    .execute();
}

export async function readDelivery(
  db: Database,
  school: string,
  id: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('deliveries')
    .select('answer')
    .where('school', '=', school)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.answer ?? null;
}

export async function addDelivery(
  db: Database,
  school: string,
  id: string,
  answer: string,
  at: number,
): Promise<boolean> {
  const result = await db
    .insertInto('deliveries')
    .values({ school, id, answer, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function forgetDeliveries(db: Database, before: number): Promise<void> {
  await db.deleteFrom('deliveries').where('at', '<', before).execute();
}
