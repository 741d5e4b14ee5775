/** Duties: one row for each time one fell due. */
import type { Duty } from '../../../src/ports/duties.ts';
import type { Database, Tables } from '../tables.ts';

function toDuty(row: Tables['duties']): Duty {
  const { id, kind, about, told } = row;
  return {
    id,
    kind,
    about,
    opensAt: row.opens_at,
    by: row.due_by,
    told,
    toldAt: row.told_at,
    done:
      row.done_at === null || row.done_by === null
        ? null
        : { by: row.done_by, at: row.done_at, evidence: row.evidence ?? '' },
  };
}

export async function readDuty(db: Database, school: string, id: string): Promise<Duty | null> {
  const row = await db
    .selectFrom('duties')
    .selectAll()
    .where('school', '=', school)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toDuty(row);
}

export async function openDuties(db: Database, school: string): Promise<Duty[]> {
  const rows = await db
    .selectFrom('duties')
    .selectAll()
    .where('school', '=', school)
    .where('done_at', 'is', null)
    .orderBy('due_by')
    .orderBy('id')
    .execute();
  return rows.map(toDuty);
}

export async function doneDuties(db: Database, school: string, limit: number): Promise<Duty[]> {
  const rows = await db
    .selectFrom('duties')
    .selectAll()
    .where('school', '=', school)
    .where('done_at', 'is not', null)
    .orderBy('done_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toDuty);
}

export async function putDuty(db: Database, school: string, duty: Duty): Promise<void> {
  const row = {
    kind: duty.kind,
    about: duty.about,
    opens_at: duty.opensAt,
    due_by: duty.by,
    told: duty.told,
    told_at: duty.toldAt,
    done_by: duty.done?.by ?? null,
    done_at: duty.done?.at ?? null,
    evidence: duty.done?.evidence ?? null,
  };
  await db
    .insertInto('duties')
    .values({ school, id: duty.id, ...row })
    .onConflict((conflict) => conflict.columns(['school', 'id']).doUpdateSet(row))
    .execute();
}

export async function dropDuty(db: Database, school: string, id: string): Promise<void> {
  await db.deleteFrom('duties').where('school', '=', school).where('id', '=', id).execute();
}
