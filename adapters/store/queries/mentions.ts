/** The mentions of an account, and how far they have been read. */
import type { KeptMention, MentionsRead } from '../../../src/ports/mentions.ts';
import type { Database, Tables } from '../tables.ts';

/** More in one statement is too much for a database's parameters. */
const AT_ONCE = 400;

const toMention = ({ kept }: Pick<Tables['mentions'], 'kept'>): KeptMention => JSON.parse(kept);

const columnsOf = (mention: KeptMention) => ({
  mention: mention.id,
  state: mention.state,
  pile: mention.pile,
  rank: mention.rank,
  at: mention.at,
  looked: mention.lookedBy === null ? 0 : 1,
  pack: mention.pack,
  kept: JSON.stringify(mention),
});

const mentionsOfSchool = (db: Database, school: string) =>
  db.selectFrom('mentions').select('kept').where('school', '=', school);

export async function readMention(
  db: Database,
  school: string,
  account: string,
  number: number,
): Promise<KeptMention | null> {
  const row = await mentionsOfSchool(db, school)
    .where('account', '=', account)
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : toMention(row);
}

export async function mentionsById(
  db: Database,
  school: string,
  account: string,
  ids: readonly string[],
): Promise<KeptMention[]> {
  const found: KeptMention[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await mentionsOfSchool(db, school)
      .where('account', '=', account)
      .where('mention', 'in', ids.slice(from, from + AT_ONCE))
      .execute();
    found.push(...rows.map(toMention));
  }
  return found;
}

export async function mentionsOf(
  db: Database,
  school: string,
  pile: string,
  limit: number,
): Promise<KeptMention[]> {
  const rows = await mentionsOfSchool(db, school)
    .where('pile', '=', pile)
    .orderBy('rank', 'desc')
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toMention);
}

export async function openPile(
  db: Database,
  school: string,
  account: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('mentions')
    .select('pile')
    .where('school', '=', school)
    .where('account', '=', account)
    .where('state', '=', 'new')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row?.pile ?? null;
}

export async function mentionsPage(
  db: Database,
  school: string,
  account: string,
  skip: number,
  limit: number,
): Promise<KeptMention[]> {
  const rows = await mentionsOfSchool(db, school)
    .where('account', '=', account)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .offset(skip)
    .limit(limit)
    .execute();
  return rows.map(toMention);
}

export async function mentionCounts(
  db: Database,
  school: string,
  account: string,
): Promise<{ all: number; listed: number; unlooked: number; waiting: number }> {
  const rows = await db
    .selectFrom('mentions')
    .select((of) => ['state', 'looked', of.fn.countAll().as('many')])
    .where('school', '=', school)
    .where('account', '=', account)
    .groupBy(['state', 'looked'])
    .execute();
  const counts = { all: 0, listed: 0, unlooked: 0, waiting: 0 };
  for (const { state, looked, many } of rows) {
    counts.all += Number(many);
    if (state === 'new') counts.waiting += Number(many);
    if (state !== 'listed') continue;
    counts.listed += Number(many);
    if (Number(looked) === 0) counts.unlooked += Number(many);
  }
  return counts;
}

export async function mentionsInPack(
  db: Database,
  school: string,
  pack: string,
): Promise<KeptMention[]> {
  const rows = await mentionsOfSchool(db, school)
    .where('pack', '=', pack)
    .orderBy('at')
    .orderBy('number')
    .execute();
  return rows.map(toMention);
}

/** The desk must be held: numbers follow one another. */
export async function addMentions(
  db: Database,
  school: string,
  account: string,
  mentions: readonly Omit<KeptMention, 'number'>[],
): Promise<KeptMention[]> {
  const last = await db
    .selectFrom('mentions')
    .select((of) => of.fn.max('number').as('number'))
    .where('school', '=', school)
    .where('account', '=', account)
    .executeTakeFirst();
  const before = Number(last?.number ?? 0);
  const added = mentions.map(
    (each, place): KeptMention => ({ ...each, number: before + place + 1 }),
  );
  const rows = added.map((each) => ({ school, account, number: each.number, ...columnsOf(each) }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await db
      .insertInto('mentions')
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
  return added;
}

export async function setMention(
  db: Database,
  school: string,
  mention: KeptMention,
): Promise<void> {
  await db
    .updateTable('mentions')
    .set(columnsOf(mention))
    .where('school', '=', school)
    .where('account', '=', mention.account)
    .where('number', '=', mention.number)
    .execute();
}

export async function mentionsRead(
  db: Database,
  school: string,
  account: string,
): Promise<MentionsRead | null> {
  const row = await db
    .selectFrom('mentions_read')
    .select('kept')
    .where('school', '=', school)
    .where('account', '=', account)
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.kept) as MentionsRead);
}

export async function setMentionsRead(
  db: Database,
  school: string,
  account: string,
  read: MentionsRead,
): Promise<void> {
  const kept = JSON.stringify(read);
  await db
    .insertInto('mentions_read')
    .values({ school, account, kept })
    .onConflict((conflict) => conflict.columns(['school', 'account']).doUpdateSet({ kept }))
    .execute();
}
