/**
 * X as an outlet. It posts, reads its own accounts' posts, and takes them down; nothing else can be asked of it.
 * A post is asked for once and never again by itself: X has no key by which it would know a second asking.
 */
import type { WhoMayReply } from '../../src/policy/schema.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type {
  Outlet,
  OutletPost,
  PublishOutcome,
  RemovalOutcome,
  Spend,
} from '../../src/ports/outlet.ts';
import { accountOver, type XAccount } from './account.ts';
import { type Fault, faultWords, XFault } from './fault.ts';
import type { Answer, XKeys, XPatience } from './line.ts';
import { addressOf, idAt, isId, momentOf, pageOf, pointed, readPost, saysSame } from './posts.ts';
import { MICRODOLLARS, priceWords, spendOfPost } from './prices.ts';
import { laterBy, refusedBy, unknownWords } from './refusals.ts';
import { timelineOf } from './timeline.ts';

export type XOptions = {
  clock: Clock;
  /** Where X's API is; null is X itself. */
  apiUrl: string | null;
  /** The keys of an account; null where there are none. */
  keysOf: (account: string) => XKeys | null;
  /** By the policy of the account's school. */
  whoMayReply: (account: string) => WhoMayReply;
  /** Told of each call that X bills, as it is made. */
  spent: (spend: Spend) => void;
  /** In place of waiting (ms), of chance (from 0 to below 1), and of how long a call may take. */
  instead?: {
    pause?: (ms: number) => Promise<void>;
    random?: () => number;
    patience?: XPatience;
  };
};

/** X leaves a setting out for everyone: it takes no word for that. */
const REPLY_SETTINGS: Readonly<Record<WhoMayReply, { reply_settings?: string }>> = {
  mentioned: { reply_settings: 'mentionedUsers' },
  following: { reply_settings: 'following' },
  everyone: {},
};

/** Where the newest own post cannot be read: any id before the next post will do, also by a clock that is off. */
const WELL_BEFORE = 2 * 86_400_000;
/** Calls that were told to wait come back spread over this, ms. */
const SPREAD = 5_000;

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

/** The fault of an XFault; whatever else was thrown says nothing of what became of a call. */
function faultOf(error: unknown): Fault {
  if (error instanceof XFault) return error.fault;
  return { kind: 'lost', why: error instanceof Error ? error.message : String(error) };
}

type Served = XAccount & { timeline: ReturnType<typeof timelineOf> };

/** X for every account that has keys. Handles are the same in either case, as at X. */
export function xOutlet(options: XOptions): Outlet {
  const { clock, spent } = options;
  const random = options.instead?.random ?? Math.random;
  const pause =
    options.instead?.pause ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const served = new Map<string, Promise<Served>>();

  async function open(handle: string, keys: XKeys): Promise<Served> {
    // The library is large, and many a Bellbird has no account on X.
    const { openLine } = await import('./line.ts');
    const line = openLine(keys, options.apiUrl, options.instead?.patience);
    const account = accountOver(handle, line, { clock, spent, pause, random });
    return { ...account, timeline: timelineOf(account, spent) };
  }

  async function accountOf(handle: string): Promise<Served> {
    const keys = options.keysOf(handle);
    if (keys === null) throw new Error(`There are no keys for ${handle} on X.`);
    // A school file that is read again may name other keys.
    const key = [handle.toLowerCase(), ...Object.values(keys)].join(' ');
    const known = served.get(key) ?? open(handle, keys);
    served.set(key, known);
    return known;
  }

  const jitter = () => Math.floor(random() * SPREAD);

  /** What is known where nothing was asked of X yet but who it is talking to. */
  function notBegun(fault: Fault, handle: string): PublishOutcome {
    const now = clock.now();
    const known = refusedBy(fault, handle) ?? laterBy(fault, { now, jitter: jitter() });
    const why = `X does not answer as it should just now: ${faultWords(fault)}.`;
    return known ?? { kind: 'later', why, at: now + 60_000 + jitter() };
  }

  function outcomeOf(fault: Fault, handle: string, text: string): PublishOutcome {
    const known =
      refusedBy(fault, handle, text) ?? laterBy(fault, { now: clock.now(), jitter: jitter() });
    return known ?? { kind: 'unknown', why: unknownWords(fault) };
  }

  /** The post of X's answer; null where it names none. Its links are X's short ones, without what they stand for. */
  function postOf(answer: Answer, handle: string, text: string): OutletPost | null {
    const data = map(map(answer.body).data);
    if (!isId(data.id)) return null;
    const shown = readPost(data, handle)?.post.text ?? '';
    const asTyped = text.trim().normalize('NFC');
    const post = { id: data.id, url: addressOf(handle, data.id), at: momentOf(data.id) };
    return { ...post, text: shown === '' || shown.includes('https://t.co/') ? asTyped : shown };
  }

  async function publish(handle: string, text: string): Promise<PublishOutcome> {
    let account: Served;
    try {
      account = await accountOf(handle);
      await account.user();
    } catch (error) {
      return notBegun(faultOf(error), handle);
    }
    const body = { text, ...REPLY_SETTINGS[options.whoMayReply(handle)] };
    try {
      const answer = await account.once('post', () => account.line.create(body));
      const post = postOf(answer, handle, text);
      // What X may have billed is counted, also where nobody knows whether it stands.
      spent(spendOfPost(handle, text));
      if (post === null) {
        return { kind: 'unknown', why: 'X answered, but gave no link to the post.' };
      }
      account.saw(post.id);
      return { kind: 'posted', post };
    } catch (error) {
      const outcome = outcomeOf(faultOf(error), handle, text);
      if (outcome.kind === 'unknown') spent(spendOfPost(handle, text));
      return outcome;
    }
  }

  async function newest(handle: string): Promise<string | null> {
    const account = await accountOf(handle);
    const known = account.newest();
    if (known !== null) return known;
    try {
      return await account.timeline.newest();
    } catch (error) {
      const fault = faultOf(error);
      // What a person must put right is told by the call that posts; it surely fails for the same reason.
      const settled =
        refusedBy(fault, handle) !== null || laterBy(fault, { now: 0, jitter: 0 }) !== null;
      if (!settled || fault.kind === 'not-sent') throw error;
      return idAt(clock.now() - WELL_BEFORE);
    }
  }

  async function remove(handle: string, id: string): Promise<RemovalOutcome> {
    const refused = (fault: Fault): RemovalOutcome =>
      refusedBy(fault, handle) ?? {
        kind: 'refused',
        why: `Nothing was taken down: ${faultWords(fault)}.`,
        fix: 'Please try again in a few minutes, or take it down at x.com.',
        concerns: 'account',
      };
    let account: Served;
    try {
      account = await accountOf(handle);
      // X says "deleted" of a post that is long gone, so it is looked at first.
      if ((await account.timeline.look([id])).get(id) === null) return { kind: 'not-there' };
    } catch (error) {
      return refused(faultOf(error));
    }
    try {
      const { body } = await account.once('remove', () => account.line.remove(id));
      const { removal } = MICRODOLLARS;
      spent({ account: handle, what: 'removal', times: 1, microdollars: removal });
      if (map(map(body).data).deleted === true) return { kind: 'removed' };
      return { kind: 'unknown', why: 'X answered, but did not say that it is gone.' };
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'answered' && fault.status === 404) return { kind: 'not-there' };
      const surely = refusedBy(fault, handle) ?? laterBy(fault, { now: 0, jitter: 0 });
      if (surely !== null) return refused(fault);
      return { kind: 'unknown', why: `X did not say whether it is gone: ${faultWords(fault)}.` };
    }
  }

  return {
    name: 'x',
    newest,
    publish,
    // X's own timeline may lag behind its posts; after some minutes a person looks.
    readBackAfter: [2_000, 8_000, 30_000, 60_000, 120_000, 180_000],
    postsSince: async (handle, since) => (await accountOf(handle)).timeline.since(since),
    look: async (handle, ids) => (await accountOf(handle)).timeline.look(ids),
    remove,
    matches: saysSame,
    page: pageOf,
    pointed,
    price: priceWords,
  };
}
