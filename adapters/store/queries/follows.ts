/** Whom an account follows, by request: moved by compare-and-set on their version. */
import type { Follow, FollowState } from '../../../src/ports/follows.ts';
import type { Database, Tables } from '../tables.ts';

/** More in one question is too much for a database's parameters. */
const MOST_AT_ONCE = 500;

const toFollow = ({ kept }: Pick<Tables['follows'], 'kept'>): Follow => JSON.parse(kept);

const columnsOf = (follow: Follow) => ({
  profile: follow.profile.id,
  state: follow.state,
  version: follow.version,
  kept: JSON.stringify(follow),
});

export async function readFollow(db: Database, school: string, id: string): Promise<Follow | null> {
  const row = await db
    .selectFrom('follows')
    .select('kept')
    .where('school', '=', school)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toFollow(row);
}

export async function followsIn(
  db: Database,
  school: string,
  states: readonly FollowState[],
  limit: number,
): Promise<Follow[]> {
  const rows = await db
    .selectFrom('follows')
    .select('kept')
    .where('school', '=', school)
    .where('state', 'in', states)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toFollow);
}

export async function followsOf(
  db: Database,
  school: string,
  account: string,
  profiles: readonly string[],
): Promise<Follow[]> {
  const found: Follow[] = [];
  for (let from = 0; from < profiles.length; from += MOST_AT_ONCE) {
    const rows = await db
      .selectFrom('follows')
      .select('kept')
      .where('school', '=', school)
      .where('account', '=', account)
      .where('profile', 'in', profiles.slice(from, from + MOST_AT_ONCE))
      .orderBy('number', 'desc')
      .execute();
    found.push(...rows.map(toFollow));
  }
  return found;
}

export async function followsBy(
  db: Database,
  school: string,
  account: string,
  states: readonly FollowState[],
): Promise<Follow[]> {
  const rows = await db
    .selectFrom('follows')
    .select('kept')
    .where('school', '=', school)
    .where('account', '=', account)
    .where('state', 'in', states)
    .orderBy('number')
    .execute();
  return rows.map(toFollow);
}

/** The desk must be held: numbers follow one another. */
export async function addFollow(
  db: Database,
  school: string,
  asked: Omit<Follow, 'number'>,
): Promise<Follow> {
  const last = await db
    .selectFrom('follows')
    .select('number')
    .where('school', '=', school)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const follow: Follow = { ...asked, number: (last?.number ?? 0) + 1 };
  const { id, number, account, askedAt } = follow;
  await db
    .insertInto('follows')
    .values({ school, id, number, account, asked_at: askedAt, ...columnsOf(follow) })
    .execute();
  return follow;
}

export async function moveFollow(db: Database, school: string, follow: Follow): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('follows')
    .set(columnsOf({ ...follow, version: follow.version + 1 }))
    .where('school', '=', school)
    .where('id', '=', follow.id)
    .where('version', '=', follow.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function readAt(
  db: Database,
  school: string,
  account: string,
  list: Tables['lists_read']['list'],
): Promise<number | null> {
  const row = await db
    .selectFrom('lists_read')
    .select('at')
    .where('school', '=', school)
    .where('account', '=', account)
    .where('list', '=', list)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function setReadAt(
  db: Database,
  school: string,
  account: string,
  list: Tables['lists_read']['list'],
  at: number,
): Promise<void> {
  await db
    .insertInto('lists_read')
    .values({ school, account, list, at })
    .onConflict((conflict) => conflict.columns(['school', 'account', 'list']).doUpdateSet({ at }))
    .execute();
}
