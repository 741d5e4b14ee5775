/**
 * X as an outlet. It posts, reads its own accounts' posts, and takes them down; nothing else can be asked of it.
 * A post is asked for once and never again by itself: X has no key by which it would know a second asking.
 */
import type { WhoMayReply } from '../../src/policy/schema.ts';
import type { Outlet, OutletPost, PublishOutcome, RemovalOutcome } from '../../src/ports/outlet.ts';
import type { XAccount } from './account.ts';
import type { XAccounts } from './accounts.ts';
import { type Fault, faultOf, faultWords } from './fault.ts';
import type { Answer } from './line.ts';
import { addressOf, idAt, isId, momentOf, pageOf, pointed, readPost, saysSame } from './posts.ts';
import { MICRODOLLARS, priceWords, spendOfPost } from './prices.ts';
import { laterBy, refusedBy, saidOf, unknownWords } from './refusals.ts';
import { timelineOf } from './timeline.ts';

export type XOptions = {
  accounts: XAccounts;
  /** By the policy of the account's school. */
  whoMayReply: (account: string) => WhoMayReply;
};

/** X leaves a setting out for everyone: it takes no word for that. */
const REPLY_SETTINGS: Readonly<Record<WhoMayReply, { reply_settings?: string }>> = {
  mentioned: { reply_settings: 'mentionedUsers' },
  following: { reply_settings: 'following' },
  everyone: {},
};

/** Where the newest own post cannot be read: any id before the next post will do. X takes no call by a clock five minutes off. */
const WELL_BEFORE = 30 * 60_000;

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

type Served = XAccount & { timeline: ReturnType<typeof timelineOf> };

/** X for every account that has keys. Handles are the same in either case, as at X. */
export function xOutlet({ accounts, whoMayReply }: XOptions): Outlet {
  const { clock, spent, jitter } = accounts;
  const served = new WeakMap<XAccount, Served>();

  async function accountOf(handle: string): Promise<Served> {
    const account = await accounts.at(handle);
    const known = served.get(account) ?? { ...account, timeline: timelineOf(account) };
    served.set(account, known);
    return known;
  }

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
    const body = { text, ...REPLY_SETTINGS[whoMayReply(handle)] };
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
    } catch {
      // Whatever is in the way of reading, the call that posts will say so, and sort it.
      return idAt(clock.now() - WELL_BEFORE);
    }
  }

  /** A fault of waiting is like one of which nothing is known: a post is taken down once, however often that is asked. */
  function notRemoved(fault: Fault, handle: string): RemovalOutcome {
    const said = saidOf(fault, handle);
    if (said === null) {
      return { kind: 'unknown', why: `X did not say whether it is gone: ${faultWords(fault)}.` };
    }
    if (said.concerns === 'account') return { kind: 'refused', ...said };
    return {
      kind: 'refused',
      why: `X would not take it down: ${faultWords(fault)}.`,
      fix: `Sign in as ${handle} at x.com and see what X says there.`,
      concerns: 'account',
    };
  }

  async function remove(handle: string, id: string): Promise<RemovalOutcome> {
    let account: Served;
    try {
      account = await accountOf(handle);
    } catch (error) {
      return notRemoved(faultOf(error), handle);
    }
    try {
      // X says "deleted" of a post that is long gone, so it is looked at first.
      if ((await account.timeline.look([id])).get(id) === null) return { kind: 'not-there' };
    } catch (error) {
      const outcome = notRemoved(faultOf(error), handle);
      // What must come down does not wait until the account can be read again.
      if (outcome.kind === 'refused') return outcome;
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
      return notRemoved(fault, handle);
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
