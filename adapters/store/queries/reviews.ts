/** Reviews of followers, and the followers they met. */
import type { Follower, FollowerState, Review, ReviewCounts } from '../../../src/ports/reviews.ts';
import type { Database, Tables } from '../tables.ts';

/** More in one statement is too much for a database's parameters. */
const AT_ONCE = 400;

const toReview = ({ kept }: Pick<Tables['reviews'], 'kept'>): Review => JSON.parse(kept);

type Row = Tables['followers'];

/** What of a follower stands in one column. */
const KEPT = ['profile', 'young', 'proposal', 'reasons', 'decidedBy', 'reason', 'byHand'] as const;

function toFollower(row: Row): Follower {
  const { number, account, review, state, doubt } = row;
  const rest = JSON.parse(row.kept) as Pick<Follower, (typeof KEPT)[number]>;
  return {
    ...rest,
    number,
    account,
    review,
    id: row.profile,
    state,
    doubt,
    plain: row.plain === 1,
  };
}

function columnsOf(follower: Omit<Follower, 'number'>) {
  return {
    account: follower.account,
    review: follower.review,
    profile: follower.id,
    state: follower.state,
    doubt: follower.doubt,
    plain: follower.plain ? 1 : 0,
    kept: JSON.stringify(Object.fromEntries(KEPT.map((key) => [key, follower[key]]))),
  };
}

export async function readReview(db: Database, school: string, id: string): Promise<Review | null> {
  const row = await db
    .selectFrom('reviews')
    .select('kept')
    .where('school', '=', school)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toReview(row);
}

export async function reviewOf(
  db: Database,
  school: string,
  account: string,
): Promise<Review | null> {
  const row = await db
    .selectFrom('reviews')
    .select('kept')
    .where('school', '=', school)
    .where('account', '=', account)
    .where('state', '!=', 'done')
    .executeTakeFirst();
  return row === undefined ? null : toReview(row);
}

export async function putReview(db: Database, school: string, review: Review): Promise<void> {
  const row = { account: review.account, state: review.state, kept: JSON.stringify(review) };
  await db
    .insertInto('reviews')
    .values({ school, id: review.id, ...row })
    .onConflict((conflict) => conflict.columns(['school', 'id']).doUpdateSet(row))
    .execute();
}

export async function readFollower(
  db: Database,
  school: string,
  account: string,
  number: number,
): Promise<Follower | null> {
  const row = await db
    .selectFrom('followers')
    .selectAll()
    .where('school', '=', school)
    .where('account', '=', account)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : toFollower(row);
}

/** Who was sent away and follows again is new again. */
const SENT_AWAY: readonly FollowerState[] = ['blocked', 'removed'];

export async function followersMet(
  db: Database,
  school: string,
  account: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const met = new Set<string>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('followers')
      .select('profile')
      .where('school', '=', school)
      .where('account', '=', account)
      .where('profile', 'in', ids.slice(from, from + AT_ONCE))
      .where('state', 'not in', SENT_AWAY)
      .execute();
    for (const { profile } of rows) met.add(profile);
  }
  return met;
}

export async function followersIn(
  db: Database,
  school: string,
  review: string,
  states: readonly FollowerState[],
  limit: number,
): Promise<Follower[]> {
  const rows = await db
    .selectFrom('followers')
    .selectAll()
    .where('school', '=', school)
    .where('review', '=', review)
    .where('state', 'in', states)
    .orderBy('doubt', 'desc')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(toFollower);
}

export async function reviewCounts(
  db: Database,
  school: string,
  review: string,
): Promise<ReviewCounts> {
  const rows = await db
    .selectFrom('followers')
    .select((of) => ['state', 'plain', of.fn.countAll().as('many')])
    .where('school', '=', school)
    .where('review', '=', review)
    .groupBy(['state', 'plain'])
    .execute();
  const counts = {
    new: 0,
    kept: 0,
    pointed: 0,
    'to-block': 0,
    blocked: 0,
    'to-remove': 0,
    removed: 0,
    plain: 0,
  };
  for (const { state, plain, many } of rows) {
    counts[state] += Number(many);
    if (state === 'new' && plain === 1) counts.plain += Number(many);
  }
  return counts;
}

/** The desk must be held: numbers follow one another. */
export async function addFollowers(
  db: Database,
  school: string,
  account: string,
  followers: readonly Omit<Follower, 'number'>[],
): Promise<number> {
  const ids = followers.map(({ id }) => id);
  const met = await followersMet(db, school, account, ids);
  const fresh = new Map(followers.filter(({ id }) => !met.has(id)).map((each) => [each.id, each]));
  const last = await db
    .selectFrom('followers')
    .select((of) => of.fn.max('number').as('number'))
    .where('school', '=', school)
    .where('account', '=', account)
    .executeTakeFirst();
  let number = Number(last?.number ?? 0);
  const rows = [...fresh.values()].map((follower) => {
    number += 1;
    return { school, number, ...columnsOf(follower) };
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await db
      .insertInto('followers')
      .values(rows.slice(from, from + AT_ONCE))
      .onConflict((conflict) =>
        conflict.columns(['school', 'account', 'profile']).doUpdateSet((of) => ({
          number: of.ref('excluded.number'),
          review: of.ref('excluded.review'),
          state: of.ref('excluded.state'),
          doubt: of.ref('excluded.doubt'),
          plain: of.ref('excluded.plain'),
          kept: of.ref('excluded.kept'),
        })),
      )
      .execute();
  }
  return rows.length;
}

export async function setFollower(db: Database, school: string, follower: Follower): Promise<void> {
  await db
    .updateTable('followers')
    .set(columnsOf(follower))
    .where('school', '=', school)
    .where('account', '=', follower.account)
    .where('number', '=', follower.number)
    .execute();
}

/** What was read of somebody who is kept goes with the decision. */
export async function keepPlain(
  db: Database,
  school: string,
  review: string,
  by: string,
): Promise<number> {
  const kept = JSON.stringify({
    profile: null,
    young: false,
    proposal: 'keep',
    reasons: [],
    decidedBy: by,
    reason: null,
    byHand: null,
  });
  const { numUpdatedRows } = await db
    .updateTable('followers')
    .set({ state: 'kept', kept })
    .where('school', '=', school)
    .where('review', '=', review)
    .where('state', '=', 'new')
    .where('plain', '=', 1)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
