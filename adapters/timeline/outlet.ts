/**
 * The local timeline: an outlet in place of X, for trying Bellbird out and for tests. It refuses what X
 * refuses (too long, the same as the newest post), so that nobody learns habits here that fail there.
 */
import tt from 'twitter-text';
import type { Clock } from '../../src/ports/clock.ts';
import type {
  Outlet,
  OutletPost,
  Pointed,
  PublishOutcome,
  Refused,
  RemovalOutcome,
} from '../../src/ports/outlet.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { bareHandle, type ShelvedPost, timelineTopic } from './topic.ts';

export type TimelineOptions = {
  shelf: Shelf;
  clock: Clock;
  /** Where readers find the timeline, without a slash at the end. A function where it is known only later. */
  baseUrl: string | (() => string);
};

/** X's limit, in weighted units. */
const LIMIT = 280;
/** Longer texts, in UTF-16 units, are refused unweighed: weighing takes time in proportion to the square. */
const LONGEST = 4000;
/** Ids count from here, as X's do: 4 November 2010, epoch ms. */
const FIRST_MOMENT = 1_288_834_974_657;
const PAGE = 200;

function reason(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

function refused(why: string, fix: string, concerns: Refused['concerns'] = 'wording'): Refused {
  return { kind: 'refused', why, fix, concerns };
}

/** Why X would not take this text, or null. */
function refusal(text: string, newest: ShelvedPost | null): PublishOutcome | null {
  if (text.trim() === '')
    return refused('The post is empty.', 'Write something, then send it again.');
  if (!text.isWellFormed()) {
    return refused(
      'The post holds half a character.',
      'Type the text again where it looks broken.',
    );
  }
  const weight = text.length > LONGEST ? text.length : tt.parseTweet(text).weightedLength;
  if (weight > LIMIT) {
    return refused(`The post counts ${weight} and the timeline takes ${LIMIT}.`, 'Shorten it.');
  }
  if (newest?.text === text) {
    return refused(
      'This says exactly what the newest post says, and the timeline takes no duplicates.',
      'Change a word, or withdraw it.',
      'duplicate',
    );
  }
  return null;
}

/** An id above `newest`, and at the time's own place where that is above it. */
function nextId(now: number, newest: string | null): bigint {
  const byTime = BigInt(Math.max(0, Math.trunc(now) - FIRST_MOMENT)) << 22n;
  const after = newest === null ? 1n : BigInt(newest) + 1n;
  return byTime > after ? byTime : after;
}

function outletPost({ id, url, text, at }: ShelvedPost): OutletPost {
  return { id, url, text, at };
}

/** The address without its host: the port may be another than on the day a link was copied. */
const POST_PATH = /^\/timeline\/(\w+)\/(\d{1,25})\/?$/;

function pointed(link: string): Pointed | null {
  const url = link.trim();
  const [, handle, id] = (URL.canParse(url) && POST_PATH.exec(new URL(url).pathname)) || [];
  return handle === undefined || id === undefined ? null : { account: `@${handle}`, id };
}

/** The timeline as an outlet. Ids are decimal strings that rise strictly within an account. */
export function timelineOutlet({ shelf, clock, baseUrl }: TimelineOptions): Outlet {
  const base = typeof baseUrl === 'function' ? baseUrl : () => baseUrl;
  // One post after another in each account: two at once would both follow the same newest post.
  const turns = new Map<string, Promise<unknown>>();

  /** The newest post that stands. One that is taken down is written anew, so it may come before it. */
  async function newestPost(account: string): Promise<ShelvedPost | null> {
    const items = await shelf.newest(timelineTopic(account), PAGE);
    const posts = items.map((item) => item.value as ShelvedPost).filter((post) => !post.removed);
    return posts.reduce<ShelvedPost | null>(
      (newest, post) => (newest && BigInt(newest.id) > BigInt(post.id) ? newest : post),
      null,
    );
  }

  async function write(account: string, text: string, newest: string | null): Promise<OutletPost> {
    const handle = bareHandle(account);
    const at = clock.now();
    for (let id = nextId(at, newest); ; id += 1n) {
      const url = `${base()}/timeline/${encodeURIComponent(handle)}/${id}`;
      const post: ShelvedPost = { id: String(id), url, text, at, handle };
      if (await shelf.add(timelineTopic(account), post.id, post)) return outletPost(post);
    }
  }

  async function publishNow(account: string, typed: string): Promise<PublishOutcome> {
    const text = typed.normalize('NFC');
    let newest: ShelvedPost | null;
    try {
      newest = await newestPost(account);
    } catch (fault) {
      return refused(
        `The timeline could not be read, so nothing was posted: ${reason(fault)}`,
        'Look at the data folder, then let it go out again.',
        'account',
      );
    }
    const no = refusal(text, newest);
    if (no) return no;
    try {
      return { kind: 'posted', post: await write(account, text, newest?.id ?? null) };
    } catch (fault) {
      return { kind: 'unknown', why: `The timeline broke off while posting: ${reason(fault)}` };
    }
  }

  async function postsSince(account: string, since: string | null): Promise<OutletPost[]> {
    if (since !== null && !/^\d+$/.test(since)) {
      throw new Error(`"${since}" is no id of a post; ids are whole numbers.`);
    }
    const topic = timelineTopic(account);
    const known = since === null ? null : await shelf.get(topic, since);
    const floor = since === null ? -1n : BigInt(since);
    const posts: OutletPost[] = [];
    // A post that was taken down has been written anew since: what came after it may stand before it.
    const start = (known?.value as ShelvedPost | undefined)?.removed ? 0 : (known?.seq ?? 0);
    for (let after = start; ; ) {
      const items = await shelf.after(topic, after, PAGE);
      for (const item of items) {
        const post = item.value as ShelvedPost;
        if (BigInt(post.id) > floor && !post.removed) posts.push(outletPost(post));
        after = item.seq;
      }
      if (items.length < PAGE) return posts;
    }
  }

  async function standing(account: string, id: string): Promise<ShelvedPost | null> {
    const item = await shelf.get(timelineTopic(account), id);
    const post = item ? (item.value as ShelvedPost) : null;
    return post?.removed ? null : post;
  }

  async function look(account: string, ids: readonly string[]) {
    const found = new Map<string, OutletPost | null>();
    for (const id of ids) {
      const post = await standing(account, id);
      found.set(id, post && outletPost(post));
    }
    return found;
  }

  async function remove(account: string, id: string): Promise<RemovalOutcome> {
    try {
      const post = await standing(account, id);
      if (post === null) return { kind: 'not-there' };
      await shelf.put(timelineTopic(account), id, { ...post, text: '', removed: true });
      return { kind: 'removed' };
    } catch (fault) {
      return { kind: 'unknown', why: `The timeline broke off while removing: ${reason(fault)}` };
    }
  }

  return {
    name: 'timeline',
    newest: async (account) => (await newestPost(account))?.id ?? null,
    publish: (account, text) => {
      const topic = timelineTopic(account);
      const turn = (turns.get(topic) ?? Promise.resolve()).then(() => publishNow(account, text));
      turns.set(topic, turn);
      return turn;
    },
    // A write to this machine's own store is there or it is not: two looks are plenty.
    readBackAfter: [200, 2000],
    postsSince,
    look,
    remove,
    matches: (post, text) => post.text.normalize('NFC') === text.normalize('NFC'),
    page: (account) => `${base()}/timeline/${encodeURIComponent(bareHandle(account))}`,
    pointed,
    price: (text) =>
      tt.extractUrls(text.slice(0, LONGEST)).length > 0
        ? 'free here on the timeline; on X a post with a link costs about $0.20, one without $0.015'
        : null,
  };
}
