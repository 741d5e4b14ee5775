/** Where cards stand that must change when what they show does. */
import type { Standing, Subject } from '../../../src/ports/standing.ts';
import type { Database } from '../tables.ts';

export async function readStanding(
  db: Database,
  school: string,
  subject: Subject,
): Promise<Standing[]> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('school', '=', school)
    .where('subject', '=', subject)
    .orderBy('chat')
    .orderBy('ref')
    .execute();
  return rows.map(({ chat, ref, person }) => ({ subject, chat, ref, person }));
}

export async function addStanding(db: Database, school: string, standing: Standing): Promise<void> {
  await db
    .insertInto('standing')
    .values({ school, ...standing })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
