/** Drafts: found by id, by number, by author, by state; moved by compare-and-set. */
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Draft } from '../../../src/post/draft.ts';
import type { State } from '../../../src/post/lifecycle.ts';
import { ASKED_ORDER, SLOT_ORDER } from '../migrations/1-first.ts';
import type { Database, Tables } from '../tables.ts';

type Row = Tables['drafts'];
type Query = SelectQueryBuilder<Tables, 'drafts', Row>;

function toDraft(row: Row): Draft {
  return {
    id: row.id,
    school: row.school,
    number: row.number,
    author: row.author,
    state: row.state,
    revision: row.revision,
    account: row.account,
    slot: row.slot,
    submittedAt: row.submitted_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    url: row.url,
    publishedAt: row.published_at,
    note: row.note,
  };
}

/** The columns that a step may change; who wrote it, when, and its number stay. */
function moving(draft: Draft) {
  return {
    state: draft.state,
    revision: draft.revision,
    account: draft.account,
    slot: draft.slot,
    submitted_at: draft.submittedAt,
    updated_at: draft.updatedAt,
    url: draft.url,
    published_at: draft.publishedAt,
    note: draft.note,
  };
}

export async function readDraft(db: Database, school: string, id: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('school', '=', school)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toDraft(row);
}

export async function readDraftByNumber(
  db: Database,
  school: string,
  number: number,
): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .selectAll()
    .where('school', '=', school)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : toDraft(row);
}

/**
 * The first `limit` of each state, then the first of those: each state reads only so many rows from its
 * index, however long the history is. Null when no state is asked for.
 */
function firstOfStates(
  db: Database,
  states: readonly State[],
  limit: number,
  ofState: (state: State) => Query,
  ordered: (query: Query) => Query,
): Query | null {
  const among = (query: Query) => db.selectFrom(query.as('found')).selectAll() as unknown as Query;
  // A part of a union may have an order and a limit of its own only inside a subquery.
  const parts = [...new Set(states)].map((state) => among(ordered(ofState(state)).limit(limit)));
  const [first, ...rest] = parts;
  if (first === undefined) return null;
  const all = rest.reduce((union, part) => union.unionAll(part), first);
  return ordered(among(all)).limit(limit);
}

/** The query behind `draftsOf`: an author's drafts in these states, newest first. */
export function newestOf(
  db: Database,
  school: string,
  author: string,
  states: readonly State[],
  limit: number,
): Query | null {
  return firstOfStates(
    db,
    states,
    limit,
    (state) =>
      db
        .selectFrom('drafts')
        .selectAll()
        .where('school', '=', school)
        .where('author', '=', author)
        .where('state', '=', state),
    (query) => query.orderBy('number', 'desc'),
  );
}

/** The query behind `draftsIn`: a school's drafts in these states, by slot, then by when SLT was asked. */
export function soonestIn(
  db: Database,
  school: string,
  states: readonly State[],
  limit: number,
): Query | null {
  return firstOfStates(
    db,
    states,
    limit,
    (state) =>
      db.selectFrom('drafts').selectAll().where('school', '=', school).where('state', '=', state),
    (query) => query.orderBy(sql.raw(SLOT_ORDER)).orderBy(sql.raw(ASKED_ORDER)).orderBy('number'),
  );
}

/** Runs one of the two queries above. */
export async function draftsBy(query: Query | null): Promise<Draft[]> {
  return query === null ? [] : (await query.execute()).map(toDraft);
}

/** The query behind `howMany`. */
export function countIn(db: Database, school: string, states: readonly State[], author?: string) {
  const counted = db
    .selectFrom('drafts')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('school', '=', school)
    .where('state', 'in', [...states]);
  return author === undefined ? counted : counted.where('author', '=', author);
}

export async function howMany(
  db: Database,
  school: string,
  states: readonly State[],
  author?: string,
): Promise<number> {
  if (states.length === 0) return 0;
  const row = await countIn(db, school, states, author).executeTakeFirstOrThrow();
  return Number(row.many);
}

export async function addDraft(db: Database, draft: Draft): Promise<void> {
  await db
    .insertInto('drafts')
    .values({
      school: draft.school,
      id: draft.id,
      number: draft.number,
      author: draft.author,
      created_at: draft.createdAt,
      ...moving(draft),
    })
    .execute();
}

/** False when its state or revision was no longer as expected; then nothing is written. */
export async function moveDraft(
  db: Database,
  draft: Draft,
  expected: { state: State; revision: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('drafts')
    .set(moving(draft))
    .where('school', '=', draft.school)
    .where('id', '=', draft.id)
    .where('state', '=', expected.state)
    .where('revision', '=', expected.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
