/** Contract of the store: what people wait for is found by an index, however long the history. */
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import { expect, test } from 'vitest';
import { countIn, newestOf, soonestIn } from '../../../adapters/store/queries/drafts.ts';
import { dueQuery, nextQuery } from '../../../adapters/store/queries/jobs.ts';
import type { Tables } from '../../../adapters/store/tables.ts';
import type { Place } from './place.ts';
import { aDraft, keepDraft, SCHOOL, T0 } from './samples.ts';
import type { Stage } from './suite.ts';

const HISTORY = 10_000;

/** Writes queries down without running them. */
function scribe(dialect: Place['dialect']): Kysely<Tables> {
  const postgres = dialect === 'postgres';
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => (postgres ? new PostgresAdapter() : new SqliteAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('nothing to look into');
      },
      createQueryCompiler: () =>
        postgres ? new PostgresQueryCompiler() : new SqliteQueryCompiler(),
    },
  });
}

type Compiled = { sql: string; parameters: readonly unknown[] };

/** The query with its values written into it, for EXPLAIN. */
function filled(compiled: Compiled): string {
  let next = 0;
  const value = (index: number) => {
    const parameter = compiled.parameters[index];
    return typeof parameter === 'number' ? `${parameter}` : `'${parameter}'`;
  };
  return compiled.sql.replace(/\$(\d+)|\?/g, (_, numbered?: string) => {
    next += 1;
    return value(numbered === undefined ? next - 1 : Number(numbered) - 1);
  });
}

async function planOf(place: Place, compiled: Compiled): Promise<string> {
  const explain = place.dialect === 'postgres' ? 'explain' : 'explain query plan';
  const rows = await place.raw(`${explain} ${filled(compiled)}`);
  return rows.map((row) => String(row.detail ?? row['QUERY PLAN'])).join('\n');
}

async function fill(place: Place): Promise<void> {
  const counter =
    place.dialect === 'postgres'
      ? `generate_series(2, ${HISTORY}) as c(n)`
      : `(with recursive c(n) as (select 2 union all select n + 1 from c where n < ${HISTORY}) select n from c)`;
  await place.raw(
    `insert into drafts (school, id, number, author, state, revision, account, slot, submitted_at, created_at, updated_at)
     select '${SCHOOL}', 'h' || n, n, case when n % 3 = 0 then 'amy' else 'ben' end,
       case when n % 500 = 0 then 'scheduled' when n % 400 = 0 then 'submitted' else 'published' end,
       1, '@Hilltop', ${T0} + n, ${T0} + n, ${T0} + n, ${T0} + n from ${counter}`,
  );
  await place.raw(
    `insert into jobs (id, school, kind, draft, payload, due_at, free_at, tries)
     select 'h' || n, '${SCHOOL}', 'remind', 'h' || n, '{}', ${T0} + n, ${T0} + n, 0 from ${counter}`,
  );
  await place.raw('analyze');
}

export function planSuite(stage: () => Stage): void {
  test(`with ${HISTORY} drafts in the history, lists and due work are index lookups`, async () => {
    const { store, place } = stage();
    await keepDraft(store, aDraft({ state: 'scheduled', slot: T0 }));
    await fill(place);
    const db = scribe(place.dialect);
    const live = ['submitted', 'scheduled', 'publishing'] as const;
    const lists = {
      draftsIn: [soonestIn(db, SCHOOL, live, 20), 'drafts_by_state'],
      'draftsIn published': [soonestIn(db, SCHOOL, ['published'], 20), 'drafts_by_state'],
      draftsOf: [newestOf(db, SCHOOL, 'amy', [...live, 'published'], 20), 'drafts_by_author'],
      howMany: [countIn(db, SCHOOL, live), 'drafts_by_'],
      'howMany of one': [countIn(db, SCHOOL, live, 'amy'), 'drafts_by_author'],
      dueJobs: [dueQuery(db, T0 + 50, 64), 'jobs_by_turn'],
      'dueJobs past some': [dueQuery(db, T0 + 50, 64, ['h3', 'h4']), 'jobs_by_turn'],
      nextDue: [nextQuery(db, T0 + 50), 'jobs_by_turn'],
    } as const;
    for (const [name, [query, index]] of Object.entries(lists)) {
      const plan = await planOf(place, query?.compile() ?? { sql: '', parameters: [] });
      expect(plan, name).toContain(index);
      expect(plan, name).not.toMatch(/SCAN (drafts|jobs)|Seq Scan/);
      if (place.dialect === 'sqlite')
        expect(plan, name).toMatch(/SEARCH (drafts|jobs) USING (COVERING )?INDEX/);
    }
    const queue = await store.read.draftsIn(SCHOOL, live, 3);
    expect(queue.map((draft) => draft.id)).toEqual(['d1', 'h400', 'h500']);
    const own = await store.read.draftsOf(SCHOOL, 'amy', [...live, 'published'], 2);
    expect(own.map((draft) => draft.number)).toEqual([9_999, 9_996]);
  });
}
