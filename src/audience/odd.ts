/** Small things about an account that say little each, and much together. */
import type { Profile } from './profile.ts';

/** Small things that say little each: no picture of its own, made lately, follows many and is followed by few, and so on. */
export type OddSign =
  | 'no-picture'
  | 'new'
  | 'ratio'
  | 'silent'
  | 'numbered'
  | 'empty'
  | 'protected';

const DAY = 24 * 3600 * 1000;
const NEW = 30 * DAY;

export const ODD: Readonly<Record<OddSign, { doubt: number; says: string | null }>> = {
  'no-picture': { doubt: 10, says: 'It has no picture.' },
  new: { doubt: 12, says: 'It is less than a month old.' },
  ratio: { doubt: 14, says: 'It follows very many and few follow it.' },
  silent: { doubt: 8, says: 'It has hardly posted.' },
  numbered: { doubt: 6, says: 'Its handle ends in a long number.' },
  empty: { doubt: 6, says: null },
  protected: { doubt: 0, says: 'Its posts are protected.' },
};
/** So many odd signs together read as an account made by a machine. */
const LIKE_A_MACHINE = 42;
/** From here on something is odd enough to look twice. */
const ODD_ENOUGH = 18;

/** The odd signs of a profile, `at` being now in epoch ms. */
export function oddOf(profile: Profile, at: number): OddSign[] {
  const { pictured, createdAt, followers, following, posts, handle, bio } = profile;
  const signs: [OddSign, boolean][] = [
    ['no-picture', !pictured],
    ['new', createdAt !== null && at - createdAt < NEW],
    ['ratio', following > 400 && following > followers * 15],
    ['silent', posts < 3],
    ['numbered', /\d{5,}$/.test(handle)],
    ['empty', bio.trim() === ''],
    ['protected', profile.protected],
  ];
  return signs.filter(([, there]) => there).map(([sign]) => sign);
}

/** What the signs come to together: 0 for none, to be weighed as `doubt` is. */
export const oddness = (signs: readonly OddSign[]): number =>
  signs.reduce((sum, sign) => sum + ODD[sign].doubt, 0);

/** So odd that it may be a robot's. */
export const isLikeAMachine = (signs: readonly OddSign[]): boolean =>
  oddness(signs) >= LIKE_A_MACHINE;

/** Odd enough that what it says of itself is to be checked. */
export const isOdd = (profile: Profile, at: number): boolean =>
  oddness(oddOf(profile, at)) >= ODD_ENOUGH;
