/** Posts as an outlet took them: found by their id, by their draft, and by when they are looked at next. */
import type { Post } from '../../../src/post/post.ts';
import type { Database, Tables } from '../tables.ts';

type Row = Tables['posts'];

function toPost(row: Row): Post {
  return {
    school: row.school,
    account: row.account,
    id: row.id,
    version: row.version,
    draft: row.draft,
    shown: row.shown,
    looks: row.looks,
    nextLook: row.next_look,
    missedAt: row.missed_at,
  };
}

/** The columns that a look may change. */
function looked(post: Post) {
  return {
    version: post.version,
    shown: post.shown,
    looks: post.looks,
    next_look: post.nextLook,
    missed_at: post.missedAt,
  };
}

export async function readPost(
  db: Database,
  school: string,
  account: string,
  id: string,
): Promise<Post | null> {
  const row = await db
    .selectFrom('posts')
    .selectAll()
    .where('school', '=', school)
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toPost(row) : null;
}

export async function readPostOf(
  db: Database,
  school: string,
  draft: string,
): Promise<Post | null> {
  const row = await db
    .selectFrom('posts')
    .selectAll()
    .where('school', '=', school)
    .where('draft', '=', draft)
    .executeTakeFirst();
  return row ? toPost(row) : null;
}

/** The query behind `postsToLookAt` and `nextLook`. */
export function lookQuery(db: Database, school: string, account: string) {
  return db
    .selectFrom('posts')
    .selectAll()
    .where('school', '=', school)
    .where('account', '=', account)
    .where('next_look', 'is not', null)
    .orderBy('next_look');
}

export async function postsToLookAt(
  db: Database,
  school: string,
  account: string,
  now: number,
  limit: number,
): Promise<Post[]> {
  const due = lookQuery(db, school, account).where('next_look', '<=', now).limit(limit);
  return (await due.execute()).map(toPost);
}

export async function nextLook(
  db: Database,
  school: string,
  account: string,
): Promise<number | null> {
  return (await lookQuery(db, school, account).limit(1).executeTakeFirst())?.next_look ?? null;
}

/** Throws where this post of the account, or a post of this draft, is on record already. */
export async function addPost(db: Database, post: Post): Promise<void> {
  const { school, account, id, draft } = post;
  await db
    .insertInto('posts')
    .values({ school, account, id, draft, ...looked(post) })
    .execute();
}

export async function setPost(db: Database, post: Post): Promise<void> {
  await db
    .updateTable('posts')
    .set(looked(post))
    .where('school', '=', post.school)
    .where('account', '=', post.account)
    .where('id', '=', post.id)
    .execute();
}
