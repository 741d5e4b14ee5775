/**
 * The people round an account on X: read there, and what X lets a program do about them. Blocking is for Enterprise
 * alone (docs.x.com, users, blocks), and X has no call at all to make somebody follow no more or to see who asks to
 * follow: those are a person's to do.
 */
import type { Audience, Deed, Reading } from '../../src/ports/audience.ts';
import type { XAccount } from './account.ts';
import type { XAccounts } from './accounts.ts';
import { deedsOf } from './deeds.ts';
import { faultOf, faultWords } from './fault.ts';
import { mentionsOf } from './mentions.ts';
import { type List, LONGEST_PAGE, peopleOf } from './people.ts';
import { pageOf } from './posts.ts';
import { type Read, spendOfReads } from './prices.ts';
import { laterBy, saidOf } from './refusals.ts';

export type XAudienceOptions = {
  accounts: XAccounts;
  /** How many stand on a page of a list; X's most unless told. */
  pageSize?: number;
};

const BY_HAND = {
  block: 'X lets no program block for an account like ours, so somebody signed in does it there.',
  remove: 'X lets no program remove a follower, so somebody signed in does it there.',
};

/** What is billed for one of each; a mention comes with its author. */
const BILLED: Readonly<Record<Reading, readonly Read[]>> = {
  profile: ['user'],
  follower: ['follower'],
  following: ['followed'],
  blocking: ['blocked'],
  mention: ['mention', 'user'],
};

type Served = {
  people: ReturnType<typeof peopleOf>;
  mentions: ReturnType<typeof mentionsOf>;
  deeds: ReturnType<typeof deedsOf>;
};

/** The people round every account on X that has keys. */
export function xAudience({ accounts, pageSize = LONGEST_PAGE }: XAudienceOptions): Audience {
  const { clock, jitter, ownsApp } = accounts;
  const served = new WeakMap<XAccount, Served>();

  async function at(handle: string): Promise<Served> {
    const account = await accounts.at(handle);
    const known = served.get(account) ?? {
      people: peopleOf(account, pageSize),
      mentions: mentionsOf(account),
      deeds: deedsOf(account, accounts),
    };
    served.set(account, known);
    return known;
  }

  /** What cannot be read is said in the words people get, with when to ask again where X tells it. */
  async function read<T>(handle: string, ask: (served: Served) => Promise<T>): Promise<T> {
    try {
      return await ask(await at(handle));
    } catch (error) {
      const fault = faultOf(error);
      const now = clock.now();
      const later = laterBy(fault, { now, jitter: jitter() });
      const said = saidOf(fault, handle);
      const words =
        later?.why ?? (said?.concerns === 'account' ? said.why : `${faultWords(fault)}.`);
      const told = new Error(words.replace(/\.$/, ''), { cause: error });
      throw later ? Object.assign(told, { retryAfter: later.at - now }) : told;
    }
  }

  async function deed(handle: string, ask: (served: Served) => Promise<Deed>): Promise<Deed> {
    try {
      return await ask(await at(handle));
    } catch (error) {
      return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
  }

  const listed = (which: List) => (account: string, cursor: string | null) =>
    read(account, ({ people }) => people.page(which, cursor));
  const byHand = (which: keyof typeof BY_HAND) => async (): Promise<Deed> => ({
    kind: 'by-hand',
    why: BY_HAND[which],
  });

  return {
    name: 'x',
    costOf: (account, what, times) => {
      const each = BILLED[what].map((kind) => spendOfReads(account, kind, times, ownsApp(account)));
      const microdollars = each.reduce((sum, spend) => sum + spend.microdollars, 0);
      return { account, what: 'read', times, microdollars };
    },
    pageOf: ({ id, handle }) => (handle === '' ? `https://x.com/i/user/${id}` : pageOf(handle)),
    childrensPolicy: 'https://help.x.com/en/rules-and-policies/x-child-safety',
    profile: (account, handle) => read(account, ({ people }) => people.named(handle)),
    profiles: (account, ids) => read(account, ({ people }) => people.byIds(ids)),
    followers: listed('followers'),
    following: listed('following'),
    blocking: listed('blocking'),
    // X tells of one user at a time whether they have asked, and lists nobody (`connection_status`).
    requests: async () => null,
    mentions: (account, since, cursor) => read(account, ({ mentions }) => mentions(since, cursor)),
    follow: (account, id) => deed(account, ({ deeds }) => deeds.follow(id)),
    unfollow: (account, id) => deed(account, ({ deeds }) => deeds.unfollow(id)),
    block: byHand('block'),
    remove: byHand('remove'),
    mute: (account, id) => deed(account, ({ deeds }) => deeds.mute(id)),
    hide: (account, id) => deed(account, ({ deeds }) => deeds.hide(id)),
  };
}
