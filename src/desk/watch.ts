/**
 * Looking at what is out: whether it still stands, and reads as it was approved. A post that somebody has taken
 * down or edited at the outlet itself is told to those who decide, and stands so on its cards.
 */
import type { Outlet, OutletPost } from '../ports/outlet.ts';
import type { Job } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import { type Post, shownHash } from '../post/post.ts';
import type { School } from '../school/school.ts';
import { outletOf } from './outlet-of.ts';
import { type Turn, turn } from './turn.ts';
import { MISSED_AGAIN, nextLookAfter, planWatch } from './watch-plan.ts';
import type { World } from './world.ts';

/** Each may be a call of its own, all of them at once. What is left over is looked at next. */
const AT_ONCE = 20;

/** Looks at the posts of one account that are due, the soonest first. Throws where the account cannot be read. */
export async function watch(world: World, school: School, job: Job): Promise<void> {
  const account = String(job.payload.account);
  if (!school.accounts.some(({ handle }) => handle === account)) {
    return world.store.transaction((tx) => tx.dropJob(job.id));
  }
  const { read } = world.store;
  const due = await read.postsToLookAt(school.id, account, world.clock.now(), AT_ONCE);
  const outlet = outletOf(world, school, account);
  const standing = await standingOf(outlet, account, due);
  await turn(world, { school, person: null, delivery: null }, async (turn) => {
    for (const post of due) await note(turn, outlet, post, standing.get(post.id) ?? null);
    await planWatch(turn, account);
    return { ok: true };
  });
}

/** Each post as readers see it now, by its first id: of one that was edited, the newest version. */
async function standingOf(outlet: Outlet, account: string, posts: readonly Post[]) {
  if (posts.length === 0) return new Map<string, OutletPost | null>();
  const seen = await outlet.look(
    account,
    posts.map(({ version }) => version),
  );
  const newer = [...seen.values()].flatMap((post) => post?.editedTo ?? []);
  const edited = newer.length === 0 ? seen : await outlet.look(account, newer);
  return new Map(
    posts.map(({ id, version }) => {
      const post = seen.get(version) ?? null;
      return [id, post?.editedTo === undefined ? post : (edited.get(post.editedTo) ?? null)];
    }),
  );
}

async function note(
  turn: Turn,
  outlet: Outlet,
  post: Post,
  standing: OutletPost | null,
): Promise<void> {
  const { school, tx, now } = turn;
  const draft = await tx.draft(school.id, post.draft);
  if (draft?.state !== 'published') return tx.setPost({ ...post, nextLook: null });
  if (standing === null) return missed(turn, post, draft);
  const looks = post.looks + 1;
  const shown = shownHash(standing.text);
  const seen = { ...post, shown, looks, version: standing.id, missedAt: null };
  await tx.setPost({ ...seen, nextLook: nextLookAfter(looks, now) });
  const revision = await tx.revision(school.id, draft.id, draft.revision);
  const same = revision !== null && outlet.matches(standing, revision.text);
  if (standing.id !== post.version) return edited(turn, draft, standing, same);
  if (!same && shown !== post.shown) await differs(turn, draft, standing);
}

/** Not found. Once may be the outlet's own delay; a removal of ours that is under way says so itself. */
async function missed(turn: Turn, post: Post, draft: Draft): Promise<void> {
  const { school, tx, now } = turn;
  const removing = (await tx.dueOf(school.id, draft.id, 'remove')) !== null;
  if (removing || post.missedAt === null || now - post.missedAt < MISSED_AGAIN) {
    const missedAt = post.missedAt ?? now;
    return tx.setPost({ ...post, missedAt, nextLook: now + MISSED_AGAIN });
  }
  await tx.setPost({ ...post, nextLook: null });
  const why = `It is not on ${draft.account} any more, and nobody took it down with Bellbird.`;
  await turn.move(draft, 'remove', { note: why });
  await turn.record('post.gone', draft.id, { post: post.id });
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    { tell: 'author', title: `Your post is not on ${draft.account} any more`, text: why },
    {
      tell: 'slt',
      title: `Post ${draft.number} is not on ${draft.account} any more`,
      text: `Nobody took it down with Bellbird. Please ask whoever else can sign in to ${draft.account}.`,
    },
  );
}

/** The draft's cards carry what was seen, and those who decide are told. The new words are not kept: a pupil may be named in them. */
async function say(
  turn: Turn,
  draft: Draft,
  standing: OutletPost,
  said: { note: string; title: string; text: string },
): Promise<void> {
  const { note, title, text } = said;
  const { url } = standing;
  await turn.tx.moveDraft({ ...draft, url, note, updatedAt: turn.now }, draft);
  await turn.tell(draft.id, { tell: 'refresh' }, { tell: 'slt', title, text, link: url });
}

async function edited(
  turn: Turn,
  draft: Draft,
  standing: OutletPost,
  same: boolean,
): Promise<void> {
  await turn.record('post.edited', draft.id, { version: standing.id, same });
  const reads = same
    ? 'It still reads as it was approved.'
    : 'It does not read as it was approved any more.';
  await say(turn, draft, standing, {
    note: `It was edited on ${draft.account} after it went out, and not with Bellbird. ${reads}`,
    title: `Post ${draft.number} was edited on ${draft.account}`,
    text: `${reads} Nobody did that with Bellbird. ${whatToDo(draft)}`,
  });
}

async function differs(turn: Turn, draft: Draft, standing: OutletPost): Promise<void> {
  await turn.record('post.differs', draft.id, { version: standing.id });
  await say(turn, draft, standing, {
    note: `On ${draft.account} it does not read word for word as it was approved.`,
    title: `Post ${draft.number} reads otherwise on ${draft.account}`,
    text: `What stands there is not word for word what was approved. ${whatToDo(draft)}`,
  });
}

function whatToDo({ number }: Draft): string {
  return `Please look at it; /tweet remove ${number} takes it down.`;
}
