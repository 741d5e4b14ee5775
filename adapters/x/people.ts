/** Reading the people round an account: somebody by handle or id, and the lists of who follows, is followed, is blocked. */
import type { Profile } from '../../src/audience/profile.ts';
import type { Found, Page, There } from '../../src/ports/audience.ts';
import type { XAccount } from './account.ts';
import { faultOf, XFault } from './fault.ts';
import type { Answer } from './line.ts';
import type { Read } from './prices.ts';
import { readProfile, USER_FIELDS } from './profiles.ts';

/** X sends at most so many users of a list at once (its API description, `max_results`). */
export const LONGEST_PAGE = 1_000;
/** And so many by their ids. */
const BY_IDS = 100;

/** What X takes for a handle (its API description). */
const HANDLE = /^[A-Za-z0-9_]{1,15}$/;

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * What X says of somebody it does not show, among the errors of a 200. It names a suspension in words alone ("User
 * has been suspended: [name]."), under the same type as a handle that nobody has.
 */
function absence(error: unknown): 'suspended' | 'not-there' | null {
  const { type, detail } = map(error);
  if (/\bsuspended\b/i.test(String(detail))) return 'suspended';
  const named = /[/#](?:resource-not-found|resource-unavailable|not-authorized-for-resource)$/;
  return named.test(String(type)) ? 'not-there' : null;
}

/** Where the rest of a list begins; null at its end. */
export function nextOf(body: unknown): string | null {
  const { next_token: next } = map(map(body).meta);
  return typeof next === 'string' && next !== '' ? next : null;
}

export type List = 'followers' | 'following' | 'blocking';
const EACH: Readonly<Record<List, Read>> = {
  followers: 'follower',
  following: 'followed',
  blocking: 'blocked',
};

/** The people round an account, read at X; `pageSize` stand on a page of a list. Throws an XFault. */
export function peopleOf(account: XAccount, pageSize = LONGEST_PAGE) {
  async function named(handle: string): Promise<Found> {
    const bare = handle.trim().replace(/^@/, '');
    if (!HANDLE.test(bare)) return { kind: 'not-there' };
    let answer: Answer;
    try {
      answer = await account.read('user-named', () => account.line.userNamed(bare, USER_FIELDS));
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'answered' && fault.status === 404 && fault.type === 'resource-not-found')
        return { kind: 'not-there' };
      throw error;
    }
    const { data, errors } = map(answer.body);
    const profile = readProfile(data);
    if (profile) {
      account.hasRead('user', 1);
      return { kind: 'found', profile };
    }
    const gone = list(errors).map(absence);
    if (gone.includes('suspended')) return { kind: 'suspended' };
    if (gone.includes('not-there')) return { kind: 'not-there' };
    throw new XFault({ kind: 'lost', why: `it said nothing of @${bare}` });
  }

  async function hundred(ids: readonly string[], into: Map<string, There>): Promise<void> {
    const answer = await account.read('users', () => account.line.users(ids, USER_FIELDS));
    const { data, errors } = map(answer.body);
    const found = list(data).flatMap((raw) => readProfile(raw) ?? []);
    account.hasRead('user', found.length);
    for (const profile of found) into.set(profile.id, profile);
    for (const error of list(errors)) {
      const { value, resource_id: id } = map(error);
      const absent = absence(error);
      if (absent !== null) {
        into.set(String(value ?? id), absent === 'suspended' ? absent : null);
      }
    }
    const missed = ids.find((id) => !into.has(id));
    if (missed !== undefined) {
      throw new XFault({ kind: 'lost', why: `it said nothing of the user ${missed}` });
    }
  }

  async function byIds(ids: readonly string[]): Promise<Map<string, There>> {
    const found = new Map<string, There>();
    for (let from = 0; from < ids.length; from += BY_IDS) {
      await hundred(ids.slice(from, from + BY_IDS), found);
    }
    return found;
  }

  /** X leaves out whoever it has suspended, so a page may hold fewer than were asked for, even none, and not be the last. */
  async function page(which: List, cursor: string | null): Promise<Page<Profile>> {
    const user = await account.user();
    const query = {
      ...USER_FIELDS,
      max_results: pageSize,
      ...(cursor === null ? {} : { pagination_token: cursor }),
    };
    const answer = await account.read(which, () => account.line[which](user, query));
    const body = map(answer.body);
    if (body.data === undefined && body.meta === undefined) {
      throw new XFault({ kind: 'lost', why: 'its answer holds no list' });
    }
    const items = list(body.data).flatMap((raw) => readProfile(raw) ?? []);
    account.hasRead(EACH[which], items.length);
    return { items, next: nextOf(body) };
  }

  return { named, byIds, page };
}
