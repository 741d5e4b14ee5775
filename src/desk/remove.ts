/**
 * Taking down what is out. SLT asks and says why; the outlet is asked until it answers, for a post that is taken
 * down twice is down all the same.
 */
import type { RemovalOutcome } from '../ports/outlet.ts';
import type { Job } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import { deciders, names } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { refuseNames } from './judge.ts';
import { outletOf } from './outlet-of.ts';
import { type Call, overtaken, type Turn, turn } from './turn.ts';
import { planWatch } from './watch-plan.ts';
import { within } from './within.ts';
import { PATIENCE, type Refusal, type Result, refuse, type World } from './world.ts';

const LONGEST_WHY = 300;
/** After this many tries in vain (about two minutes) SLT hear that it is not down. */
const TELL_AFTER = 6;

/** Who may take a post down, judged at the moment it is asked for. */
function mayRemove(call: Call): Refusal | null {
  const slt = deciders(call.school, []);
  if (slt.some((each) => each.id === call.person.id)) return null;
  return refuse(`Only ${names(slt)} can take down what is out. Please ask one of them.`);
}

/** The post that is to be taken down, by its number or its link; anybody who may not is told who can. */
export async function removable(
  world: World,
  call: Call,
  named: { number: number } | { link: string },
): Promise<Result<{ draft: Draft }>> {
  const barred = mayRemove(call);
  if (barred) return barred;
  const { read } = world.store;
  const { school } = call;
  const draft =
    'number' in named
      ? await read.draftByNumber(school.id, named.number)
      : await draftAt(world, school, named.link);
  if (draft) return standing(draft) ?? { ok: true, draft };
  return 'number' in named
    ? refuse(`There is no post ${named.number}. Its card says which number a post has.`)
    : refuse(
        'No post of ours went out under that link. Copy the link of the post itself, or give its number: /tweet remove 12.',
      );
}

/** The draft whose post a link leads to, on whichever account of the school it stands. */
async function draftAt(world: World, school: School, link: string): Promise<Draft | null> {
  const { read } = world.store;
  for (const account of school.accounts) {
    const pointed = world.outlets.get(account.outlet)?.pointed(link);
    if (!pointed) continue;
    const whose = pointed.account?.toLowerCase() ?? null;
    if (whose !== null && whose !== account.handle.toLowerCase()) continue;
    const post = await read.post(school.id, account.handle, pointed.id);
    if (post) return read.draft(school.id, post.draft);
  }
  return null;
}

/** Why there is nothing to take down, or null where there is. */
function standing(draft: Draft): Refusal | null {
  const { number, state } = draft;
  if (state === 'published') return null;
  if (state === 'removed') return refuse(`Post ${number} is taken down already.`);
  return state === 'unconfirmed' || state === 'publishing'
    ? refuse(`It is not certain yet that post ${number} is out. Its card in the SLT channel asks.`)
    : refuse(`Post ${number} is not out. /tweet withdraw ${number} takes it back.`);
}

/** Has a post taken down. It is asked of the outlet at once, and again until that answers. */
export function askRemoval(
  world: World,
  call: Call,
  place: { draft: string },
  why: string,
): Promise<Result<{ draft: string }>> {
  return turn(world, call, async (turn) => {
    const barred = mayRemove(call);
    if (barred) return barred;
    const { school, tx, now } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft) return refuse('This post is not on our desk any more.');
    const down = standing(draft);
    if (down) return down;
    const reason = why.trim();
    if (reason === '') return refuse('Say in a few words why: its author reads it.', 'reason');
    if (reason.length > LONGEST_WHY)
      return refuse(`Keep the reason under ${LONGEST_WHY} characters, please.`, 'reason');
    const named = await refuseNames(turn, call.person, reason);
    if (named) return named;
    const note = `${call.person.name} is taking it down: ${reason}`;
    if (!(await tx.moveDraft({ ...draft, note, updatedAt: now }, draft))) {
      return overtaken(turn, draft.id);
    }
    await turn.record('post.removal-asked', draft.id, { why: reason });
    await turn.plan({
      id: `remove:${draft.id}`,
      kind: 'remove',
      draft: draft.id,
      payload: { by: call.person.id, why: reason },
      dueAt: now,
    });
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
}

/** Asks the outlet to take a post down. Throws where nothing is known of it, so that it is asked again. */
export async function remove(world: World, school: School, job: Job): Promise<void> {
  const { read } = world.store;
  const draft = await read.draft(school.id, job.draft);
  const post = draft?.state === 'published' ? await read.postOf(school.id, job.draft) : null;
  if (!draft || !post) return world.store.transaction((tx) => tx.dropJob(job.id));
  const outlet = outletOf(world, school, draft.account);
  const { call } = world.patience ?? PATIENCE;
  const outcome = await within(call, outlet.remove(draft.account, post.version));
  if (outcome === null || outcome.kind === 'unknown') {
    if (job.tries === TELL_AFTER) await tellOf(world, school, draft);
    throw new Error(outcome?.why ?? `${draft.account} did not answer in time.`);
  }
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await keep(turn, job, outcome);
    return { ok: true };
  });
}

/** It is asked for again and again, but whoever needs it down now can do so sooner. */
async function tellOf(world: World, school: School, { id, number, account, url }: Draft) {
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    await turn.tell(id, {
      tell: 'slt',
      title: `Post ${number} is not down yet`,
      text: `Bellbird cannot find out whether ${account} has taken it down, and goes on asking. If it must go now, sign in as ${account} and take it down there.`,
      ...(url === null ? {} : { link: url }),
    });
    return { ok: true };
  });
}

async function keep(
  turn: Turn,
  job: Job,
  outcome: Exclude<RemovalOutcome, { kind: 'unknown' }>,
): Promise<void> {
  const { school, tx } = turn;
  await tx.dropJob(job.id);
  const draft = await tx.draft(school.id, job.draft);
  if (draft?.state !== 'published') return;
  if (outcome.kind === 'refused') return refused(turn, draft, outcome);
  const who = school.people.find(({ id }) => id === job.payload.by)?.name ?? 'Somebody of SLT';
  const why = String(job.payload.why);
  const post = await tx.postOf(school.id, draft.id);
  if (post) await tx.setPost({ ...post, nextLook: null });
  await planWatch(turn, draft.account);
  await turn.move(draft, 'remove', { note: `${who} took it down: ${why}` });
  await turn.record('post.removed', draft.id, { by: job.payload.by, why, found: outcome.kind });
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    {
      tell: 'author',
      title: `${who} has taken your post down`,
      text: `${why} Ask them if you would like to know more.`,
    },
    {
      tell: 'slt',
      title: `Post ${draft.number} is down`,
      text: `${who} took it down from ${draft.account}: ${why}`,
    },
  );
}

/** The outlet will not: it stands there still, and those who decide must do it there. */
async function refused(
  turn: Turn,
  draft: Draft,
  { why, fix }: Extract<RemovalOutcome, { kind: 'refused' }>,
): Promise<void> {
  const note = `It could not be taken down. ${why} ${fix}`;
  await turn.tx.moveDraft({ ...draft, note, updatedAt: turn.now }, draft);
  await turn.record('post.removal-refused', draft.id, { why });
  const { url } = draft;
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    {
      tell: 'slt',
      title: `Post ${draft.number} could not be taken down`,
      text: `${why} ${fix} Then type /tweet remove ${draft.number} again, or take it down on ${draft.account} itself.`,
      ...(url === null ? {} : { link: url }),
    },
  );
}
