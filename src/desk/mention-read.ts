/**
 * Reading the mentions of an account: in school hours, a page at a time, since the newest that is known, within a
 * day's budget. What was read stands before the next page is asked for; nobody is ever answered.
 */
import type { MentionPage } from '../ports/audience.ts';
import type { MentionsRead } from '../ports/mentions.ts';
import type { Job } from '../ports/store.ts';
import { addSchoolDays, addSchoolHours, isSchoolTime, schoolTimes } from '../school/calendar.ts';
import { addDays, localDate } from '../school/local-time.ts';
import type { School } from '../school/school.ts';
import { A_MINUTE } from './duty-steps.ts';
import { putMentions } from './mention-put.ts';
import { tellOfOpen } from './mention-told.ts';
import { audienceOf } from './people-there.ts';
import { type Turn, turn } from './turn.ts';
import { within } from './within.ts';
import type { World } from './world.ts';

/**
 * How often mentions are read, and how many a day at most. On X a mention costs $0.001 where the account owns the app,
 * else $0.005, each author on a page $0.010 more, and a reading that brings nothing costs nothing (docs.x.com,
 * pricing): so a usual day costs some cents, and one on which everybody writes fifteen dollars at most. Four readings
 * an hour are far from X's limit of 300 in 15 minutes.
 */
export const MENTION_CADENCE = { everyMinutes: 15, mostADay: 1_000 } as const;

/** An outlet that was away for this long (ms) is something SLT should know: nobody reads what is said meanwhile. */
const AWAY_TOLD_AFTER = 60 * 60_000;
const LONGEST_WAIT = 60_000;
/** School begins again within this many days of any holiday. */
const LONGEST_HOLIDAY = 60;

const NOTHING_READ: MentionsRead = {
  since: null,
  newest: null,
  cursor: null,
  at: null,
  day: '',
  read: 0,
  toldBudget: null,
  toldUnlooked: null,
  toldWaiting: null,
  trouble: null,
};

const jobOf = (account: string) => `mentions:${account}`;
const everyHours = MENTION_CADENCE.everyMinutes / 60;

async function planReading(turn: Turn, account: string, dueAt: number): Promise<void> {
  const draft = jobOf(account);
  const id = `${turn.school.id}:${draft}`;
  await turn.plan({ id, kind: 'mentions', draft, payload: { account }, dueAt });
}

/** Sees to it that the mentions of every account are read where its outlet shows them: at the start, and after a school file was read again. */
export async function beginMentions(world: World, school: School): Promise<void> {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    for (const { handle } of school.accounts) {
      if (!audienceOf(world, school, handle)) continue;
      if ((await turn.tx.dueOf(school.id, jobOf(handle), 'mentions')) !== null) continue;
      await planReading(turn, handle, addSchoolHours(school, turn.now, everyHours));
    }
    return { ok: true };
  });
}

/** When school begins on the next day it does (epoch ms). */
function nextSchoolDay(school: School, now: number): number {
  const today = localDate(now, school.timezone);
  const [first] = schoolTimes(school, addDays(today, 1), addDays(today, LONGEST_HOLIDAY));
  return first?.opens ?? addSchoolDays(school, now, 1);
}

type Got = { page: MentionPage } | { why: string; retryAfter: number };

async function ask(read: () => Promise<MentionPage>): Promise<Got> {
  try {
    const page = await within(LONGEST_WAIT, read());
    return page ? { page } : { why: 'it does not answer in time', retryAfter: 0 };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const wait = error instanceof Error && 'retryAfter' in error ? Number(error.retryAfter) : 0;
    return { why: why.replace(/\.$/, ''), retryAfter: wait || 0 };
  }
}

/** Reads the next page of an account's mentions, for a due job. */
export async function readMentions(world: World, school: School, job: Job): Promise<void> {
  const account = String(job.payload.account);
  const audience = audienceOf(world, school, account);
  const { read } = world.store;
  const then = (await read.mentionsRead(school.id, account)) ?? NOTHING_READ;
  const now = world.clock.now();
  const spent = then.day === localDate(now, school.timezone) ? then.read : 0;
  const resting = !isSchoolTime(school, now) || spent >= MENTION_CADENCE.mostADay;
  const got =
    audience && !resting
      ? await ask(() => audience.mentions(account, then.since, then.cursor))
      : null;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    if (!audience) return { ok: true };
    const state = (await turn.tx.mentionsRead(school.id, account)) ?? NOTHING_READ;
    if (got === null) await rest(turn, account, state, spent);
    else if ('why' in got) await away(turn, account, state, got);
    // Another process may have read this page meanwhile: then it is read again from where that one came to.
    else if (state.cursor !== then.cursor || state.since !== then.since)
      await planReading(turn, account, turn.now);
    else await takeIn(turn, account, state, got.page, spent);
    return { ok: true };
  });
}

/** Out of school hours, or with the day's budget used up: nothing is asked for. */
async function rest(
  turn: Turn,
  account: string,
  state: MentionsRead,
  spent: number,
): Promise<void> {
  const { school, tx, now, world } = turn;
  if (spent < MENTION_CADENCE.mostADay) {
    return planReading(turn, account, addSchoolHours(school, now, A_MINUTE));
  }
  const today = localDate(now, school.timezone);
  if (state.toldBudget !== today) {
    await tx.setMentionsRead(school.id, account, { ...state, toldBudget: today });
    await turn.record('mentions.budget', account, { read: spent });
    const page = audienceOf(world, school, account)?.pageOf({ id: '', handle: account });
    await turn.tell('', {
      tell: 'slt',
      title: `${spent.toLocaleString('en-GB')} mentions of ${account} today, and no more are read`,
      text: `That is what Bellbird reads in a day, to keep the cost in hand. It goes on when school next begins, where it left off. Until then look on the platform itself.`,
      ...(page === undefined ? {} : { link: page }),
    });
  }
  await planReading(turn, account, nextSchoolDay(school, now));
}

/** The outlet did not show them: asked again later, and after an hour SLT is told. */
async function away(
  turn: Turn,
  account: string,
  state: MentionsRead,
  { why, retryAfter }: { why: string; retryAfter: number },
): Promise<void> {
  const { school, tx, now } = turn;
  const since = state.trouble?.since ?? now;
  const tells = !state.trouble?.told && now - since >= AWAY_TOLD_AFTER;
  if (state.trouble === null) await turn.record('mentions.unread', account, { why });
  const told = tells || (state.trouble?.told ?? false);
  await tx.setMentionsRead(school.id, account, { ...state, trouble: { since, why, told } });
  if (tells) {
    await turn.tell('', {
      tell: 'slt',
      title: `The mentions of ${account} cannot be read`,
      text: `The platform has not shown them for an hour (${why}). Bellbird goes on asking, and misses none that are still there. Until then look on the platform itself.`,
    });
  }
  const next = Math.max(now + retryAfter, now + MENTION_CADENCE.everyMinutes * 60_000);
  await planReading(turn, account, next);
}

async function takeIn(
  turn: Turn,
  account: string,
  state: MentionsRead,
  page: MentionPage,
  spent: number,
): Promise<void> {
  const { school, tx, now } = turn;
  const fresh = await putMentions(turn, account, page.items);
  const today = localDate(now, school.timezone);
  const newest = state.newest ?? page.newest;
  // A first reading is one page: what was said long ago is nobody's task now.
  const ended = page.next === null || state.since === null;
  const next: MentionsRead = {
    ...state,
    since: ended ? (newest ?? state.since) : state.since,
    newest: ended ? null : newest,
    cursor: ended ? null : page.next,
    at: ended ? now : state.at,
    day: today,
    read: spent + page.read,
    trouble: null,
  };
  if (state.trouble) await turn.record('mentions.read-again', account);
  const told = ended ? await tellOfOpen(turn, account, state, fresh) : {};
  await tx.setMentionsRead(school.id, account, { ...next, ...told });
  await planReading(turn, account, ended ? addSchoolHours(school, now, everyHours) : now);
}
