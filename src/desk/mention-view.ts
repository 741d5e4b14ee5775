/** Mentions as people read them: those that wait for a decision, and every one there is. */

import type { Clause } from '../policy/schema.ts';
import type { KeptMention, MentionsRead } from '../ports/mentions.ts';
import type { School } from '../school/school.ts';
import { MOST_IN_PILE } from './mention-decide.ts';
import { MENTION_CADENCE } from './mention-read.ts';
import { audienceOf } from './people-there.ts';
import { type Call, type Turn, turn } from './turn.ts';
import type { Result, World } from './world.ts';

const HOUR = 60 * 60_000;
/** So many stand on a card that is decided on, and on a page of the list: what fits a phone. */
const SHOWN = 3;
const ON_A_PAGE = 6;

export type ShownMention = KeptMention & {
  /** Where it stands, and where its author does. */
  link: string | null;
  page: string | null;
};

type Common = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  account: string;
  names: Readonly<Record<string, string>>;
  /** Of the mentions that ask for no decision: how many there are, and how many of them nobody has looked at. */
  listed: number;
  unlooked: number;
};

export type PileView = Common & {
  pile: string;
  /** All of them, decided on or not, the most pressing first. */
  mentions: readonly KeptMention[];
  /** The first of those that wait. */
  next: readonly ShownMention[];
  /** How many of those that wait were written within the last hour. */
  lastHour: number;
  /** What a person has to do by hand, one for each author, reply or pack. */
  byHand: readonly ShownMention[];
  authority: School['authority'];
  /** Where the evidence of a pack is. */
  packAt: (pack: string) => string;
  office: string;
  /** The policy's own clauses on what is done about mentions. */
  clauses: readonly Pick<Clause, 'id' | 'says'>[];
};

export type MentionsView = Common & {
  page: number;
  pages: number;
  all: number;
  waiting: number;
  mentions: readonly ShownMention[];
  read: MentionsRead | null;
  everyMinutes: number;
};

async function common(world: World, school: School, account: string): Promise<Common> {
  const counts = await world.store.read.mentionCounts(school.id, account);
  return {
    now: world.clock.now(),
    timezone: school.timezone,
    account,
    names: Object.fromEntries(school.people.map((person) => [person.id, person.name])),
    listed: counts.listed,
    unlooked: counts.unlooked,
  };
}

function shownBy(world: World, school: School, account: string) {
  const audience = audienceOf(world, school, account);
  return (mention: KeptMention): ShownMention => {
    const page = audience?.pageOf(mention.author) ?? null;
    return { ...mention, page, link: mention.url ?? page };
  };
}

/** The clauses that name what is inappropriate and what is done about it. */
function clausesOf({ policy }: School): PileView['clauses'] {
  const named = policy.inappropriate?.remedies.clauses ?? [];
  return policy.clauses.filter(({ id }) => named.includes(id));
}

/** Where the evidence of a pack is to be had. */
export const packAddress = (world: World, school: School, pack: string): string =>
  `${world.here()}/evidence/${encodeURIComponent(school.id)}/${encodeURIComponent(pack)}`;

/** The mentions of one card; null where the school has no such. */
export async function pileView(
  world: World,
  school: School,
  pile: string,
): Promise<PileView | null> {
  const mentions = await world.store.read.mentionsOf(school.id, pile, MOST_IN_PILE);
  const [first] = mentions;
  if (!first) return null;
  const shown = shownBy(world, school, first.account);
  const waiting = mentions.filter(({ state }) => state === 'new');
  const base = await common(world, school, first.account);
  return {
    ...base,
    pile,
    mentions,
    next: waiting.slice(0, SHOWN).map(shown),
    lastHour: waiting.filter(({ at }) => base.now - at <= HOUR).length,
    byHand: mentions
      .filter(({ tasks }) => tasks.some(({ state }) => state === 'by-hand'))
      .map(shown),
    authority: school.authority,
    packAt: (pack) => packAddress(world, school, pack),
    office: school.office,
    clauses: clausesOf(school),
  };
}

async function look(turn: Turn, account: string, page: number, by: string): Promise<void> {
  const { school, tx } = turn;
  const there = await tx.mentionsPage(school.id, account, page * ON_A_PAGE, ON_A_PAGE);
  const fresh = there.filter(({ lookedBy }) => lookedBy === null);
  if (fresh.length === 0) return;
  for (const mention of fresh) await tx.setMention(school.id, { ...mention, lookedBy: by });
  const mentions = fresh.map(({ number }) => number);
  await turn.record('mentions.looked', account, { account, mentions });
  const pile = await tx.openPile(school.id, account);
  if (pile !== null) await turn.tell('', { tell: 'redraw', subject: `mentions:${pile}` });
}

/** A page of every mention there is, the newest first, from 0. Whoever asks for it has looked at those on it. */
export async function lookAtMentions(
  world: World,
  call: Call,
  account: string,
  page: number,
): Promise<Result<{ view: MentionsView }>> {
  const { school, person } = call;
  const { read } = world.store;
  const { all } = await read.mentionCounts(school.id, account);
  const pages = Math.max(1, Math.ceil(all / ON_A_PAGE));
  const at = Math.min(Math.max(0, page), pages - 1);
  const there = await read.mentionsPage(school.id, account, at * ON_A_PAGE, ON_A_PAGE);
  const done = await turn(world, call, async (turn) => {
    await look(turn, account, at, person.id);
    return { ok: true };
  });
  if (!done.ok) return done;
  const { waiting } = await read.mentionCounts(school.id, account);
  const view: MentionsView = {
    ...(await common(world, school, account)),
    page: at,
    pages,
    all,
    waiting,
    mentions: there.map(shownBy(world, school, account)),
    read: await read.mentionsRead(school.id, account),
    everyMinutes: MENTION_CADENCE.everyMinutes,
  };
  return { ok: true, view };
}
