/** Doing what was decided about mentions: by the outlet's API where it lets us, else by a person's hand. */
import { type Audience, type Deed, seenOf } from '../ports/audience.ts';
import type { Doing, KeptMention, MentionTask } from '../ports/mentions.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { MOST_IN_PILE, mayDecideMentions } from './mention-decide.ts';
import { asked, audienceOf, wholeList } from './people-there.ts';
import type { Recorded } from './record.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

const MOST_BLOCKED = 10_000;

const DONE = {
  hide: 'mention.hidden',
  mute: 'mention.muted',
  block: 'mention.blocked',
  report: 'mention.reported',
  escalate: 'mention.escalated',
} as const satisfies Record<Doing, Recorded>;

const isLeft = ({ state }: MentionTask) => state === 'to-do' || state === 'by-hand';

/** What is done to somebody is done for all they wrote; a reply is hidden by itself. */
const sameAs =
  ({ number, author }: KeptMention, does: Doing) =>
  (each: KeptMention) =>
    does === 'hide' ? each.number === number : each.author.id === author.id;

/** Sets what is left of one kind for these mentions, and records it once. */
async function settle(
  turn: Turn,
  mentions: readonly KeptMention[],
  does: Doing,
  to: Pick<MentionTask, 'state' | 'why'>,
  byHand: boolean,
): Promise<void> {
  const changed: KeptMention[] = [];
  for (const mention of mentions) {
    if (!mention.tasks.some((task) => task.does === does && isLeft(task))) continue;
    const tasks = mention.tasks.map((task) =>
      task.does === does && isLeft(task) ? { ...task, ...to } : task,
    );
    const state = tasks.some(isLeft) ? 'to-do' : 'over';
    changed.push({ ...mention, tasks, state });
  }
  const [first] = changed;
  if (!first) return;
  for (const mention of changed) await turn.tx.setMention(turn.school.id, mention);
  if (to.state === 'by-hand') return;
  const alone = changed.every(({ author }) => author.id === first.author.id);
  const subject = (alone && first.author.handle) || first.account;
  const numbers = changed.map(({ number }) => number);
  const detail = { account: first.account, mentions: numbers, byHand };
  await turn.record(to.state === 'gone' ? 'mention.gone' : DONE[does], subject, detail);
}

/** Does what is due of a decision. Asking an outlet twice does no harm. Throws to be tried again, no sooner than it says. */
export async function doRemedy(world: World, school: School, job: Job): Promise<void> {
  const account = String(job.payload.account);
  const does = job.payload.does as Doing;
  const mention = await world.store.read.mention(school.id, account, Number(job.payload.number));
  const audience = audienceOf(world, school, account);
  const wanted = mention?.tasks.some((task) => task.does === does && task.state === 'to-do');
  let deed: Deed = { kind: 'by-hand', why: 'Bellbird cannot see the people round this account.' };
  if (mention && wanted && audience && (does === 'hide' || does === 'mute' || does === 'block')) {
    deed = await audience[does](account, does === 'hide' ? mention.id : mention.author.id);
  }
  if (deed.kind === 'later') {
    throw Object.assign(new Error(deed.why), { retryAfter: deed.at - world.clock.now() });
  }
  if (deed.kind === 'unknown') throw new Error(deed.why);
  const done = deed;
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tx.dropJob(job.id);
    const pile = mention?.pile;
    if (!mention || !wanted || !pile) return { ok: true };
    const all = await turn.tx.mentionsOf(school.id, pile, MOST_IN_PILE);
    const same = all.filter(sameAs(mention, does));
    const state = done.kind === 'not-there' ? 'gone' : done.kind;
    await settle(
      turn,
      same,
      does,
      { state, why: done.kind === 'by-hand' ? done.why : null },
      false,
    );
    await turn.tell('', { tell: 'redraw', subject: `mentions:${pile}` });
    return { ok: true };
  });
}

const byHand = (mention: KeptMention, does: Doing) =>
  mention.tasks.some((task) => task.does === does && task.state === 'by-hand');

/** What somebody may say is done: the tasks on the platform, or that the authority has the evidence. */
export const ON_PLATFORM = ['hide', 'mute', 'block', 'report'] as const satisfies readonly Doing[];
export const WITH_AUTHORITY = ['escalate'] as const satisfies readonly Doing[];

type Seen = {
  blocked: ReadonlySet<string>;
  /** Who is at the outlet no more: nobody can block them. */
  gone: ReadonlySet<string>;
};

/** What the outlet shows of the authors a person was to block. */
async function look(
  audience: Audience,
  account: string,
  authors: readonly string[],
): Promise<Seen> {
  const listed = await wholeList((cursor) => audience.blocking(account, cursor), MOST_BLOCKED);
  const blocked = new Set(listed.map(({ id }) => id));
  const left = authors.filter((id) => !blocked.has(id));
  const there = await audience.profiles(account, left);
  return { blocked, gone: new Set(left.filter((id) => !seenOf(there.get(id)))) };
}

/**
 * Somebody says that what was to be done by hand is done. A block is looked up; a report and a word with the authority
 * no program can see, so there the record has who said so.
 */
export async function confirmMentions(
  world: World,
  call: Call,
  pile: string,
  kinds: readonly Doing[],
): Promise<Result> {
  const barred = mayDecideMentions(call);
  if (barred) return barred;
  const { school } = call;
  const all = await world.store.read.mentionsOf(school.id, pile, MOST_IN_PILE);
  const [first] = all;
  if (!first) return refuse('These mentions are not on our desk any more.');
  const audience = audienceOf(world, school, first.account);
  let seen: Seen = { blocked: new Set(), gone: new Set() };
  const toBlock = all.filter((each) => byHand(each, 'block')).map(({ author }) => author.id);
  if (audience && kinds.includes('block') && toBlock.length > 0) {
    const looked = await asked(world, () => look(audience, first.account, [...new Set(toBlock)]));
    if (!looked.ok) return looked;
    seen = looked.read;
  }
  return turn(world, call, async (turn) => {
    const done = { state: 'done', why: null } as const;
    for (const does of kinds) {
      // Each kind anew: the one before has changed the tasks.
      const now = await turn.tx.mentionsOf(school.id, pile, MOST_IN_PILE);
      const left = now.filter((each) => byHand(each, does));
      if (does !== 'block') {
        await settle(turn, left, does, done, true);
        continue;
      }
      const of = (ids: ReadonlySet<string>) => left.filter(({ author }) => ids.has(author.id));
      await settle(turn, of(seen.blocked), does, done, true);
      await settle(turn, of(seen.gone), does, { state: 'gone', why: null }, false);
    }
    await turn.tell('', { tell: 'redraw', subject: `mentions:${pile}` });
    return { ok: true };
  });
}

/** How many authors are still to be blocked by hand. */
export async function leftToBlock(world: World, school: School, pile: string): Promise<number> {
  const all = await world.store.read.mentionsOf(school.id, pile, MOST_IN_PILE);
  return new Set(all.filter((each) => byHand(each, 'block')).map(({ author }) => author.id)).size;
}
