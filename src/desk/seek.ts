/** Looking for the post of an attempt of unknown fate: on the account's timeline, or where a link leads. */
import type { OutletPost } from '../ports/outlet.ts';
import type { Attempt } from '../post/attempt.ts';
import type { School } from '../school/school.ts';
import { outletOf } from './outlet-of.ts';
import { firstUnknown } from './settle.ts';
import { type Result, refuse, type World } from './world.ts';

/** A post this much older (ms) than the attempt is not its own, whatever the outlet's clock and ours are apart. */
const CLOCKS_APART = 10 * 60_000;

/** The post of this attempt among those on the account's timeline, or null. Throws where it cannot be read. */
export async function seek(
  world: World,
  school: School,
  attempt: Attempt,
): Promise<OutletPost | null> {
  const { read } = world.store;
  const outlet = outletOf(world, school, attempt.account);
  const first = firstUnknown(await read.attempts(school.id, attempt.draft), attempt);
  const posts = await outlet.postsSince(attempt.account, first.since);
  const revision = await read.revision(school.id, attempt.draft, attempt.revision);
  if (!revision) return null;
  for (const post of posts.filter((each) => outlet.matches(each, revision.text))) {
    // `since` may reach back further than the attempt, to where somebody posted the same words by hand.
    if (isOlder(post, first)) continue;
    if (await isFree(world, school, attempt, post)) return post;
  }
  return null;
}

const isOlder = (post: OutletPost, { startedAt }: Attempt): boolean =>
  post.at < startedAt - CLOCKS_APART;

/** False for a post that is on record already: the same words may have been posted twice, as two drafts. */
async function isFree(
  world: World,
  school: School,
  { account }: Attempt,
  { id }: OutletPost,
): Promise<boolean> {
  return (await world.store.read.post(school.id, account, id)) === null;
}

/**
 * The post a link leads to, where it is this attempt's own: on its account, with its words, no older than the
 * attempt, and nobody else's. Throws where the account cannot be read.
 */
export async function seekAt(
  world: World,
  school: School,
  attempt: Attempt,
  link: string,
): Promise<Result<{ post: OutletPost }>> {
  const { read } = world.store;
  const { account } = attempt;
  const no = (says: string) => refuse(says, 'link');
  const outlet = outletOf(world, school, account);
  const pointed = outlet.pointed(link);
  if (!pointed) {
    return no(
      `We do not find it on ${account}, and that is not the link of a post there. Open the post itself and copy its link.`,
    );
  }
  const whose = pointed.account ?? account;
  if (whose.toLowerCase() !== account.toLowerCase()) {
    return no(`That link leads to ${whose}, and this post was for ${account}.`);
  }
  const post = (await outlet.look(account, [pointed.id])).get(pointed.id) ?? null;
  if (!post) {
    return no(
      `We do not find it on ${account} at ${link.trim()}. Copy the link of the post from the account and give us that.`,
    );
  }
  const revision = await read.revision(school.id, attempt.draft, attempt.revision);
  if (!revision || !outlet.matches(post, revision.text)) {
    return no('The post at that link says something else than this one. Please look once more.');
  }
  const other = await read.post(school.id, account, post.id);
  const draft = other && (await read.draft(school.id, other.draft));
  if (draft) return no(`That is post ${draft.number}, which went out with the same words.`);
  if (isOlder(post, firstUnknown(await read.attempts(school.id, attempt.draft), attempt))) {
    return no('The post at that link is older than this one: it stood there before.');
  }
  return { ok: true, post };
}
