/** What a person does in person at the timeline, as they would tap it in X's own app. */
import type { Shelf } from '../../src/ports/shelf.ts';
import { findSomebody, putSomebody, type Somebody } from './circle.ts';

export const TAPS = ['follow', 'unfollow', 'block', 'unblock', 'remove', 'let-in'] as const;
export type Tap = (typeof TAPS)[number];

function tapped(somebody: Somebody, tap: Tap, now: number): Somebody {
  switch (tap) {
    case 'follow':
      return { ...somebody, followedSince: somebody.followedSince ?? now };
    case 'unfollow':
      return { ...somebody, followedSince: null };
    case 'block':
      // Who is blocked follows no more, and is not followed.
      return {
        ...somebody,
        blockedSince: somebody.blockedSince ?? now,
        followsSince: null,
        followedSince: null,
        asksSince: null,
      };
    case 'unblock':
      return { ...somebody, blockedSince: null };
    case 'remove':
      return { ...somebody, followsSince: null };
    case 'let-in':
      return somebody.asksSince === null
        ? somebody
        : { ...somebody, asksSince: null, followsSince: now };
  }
}

/** Does it as the person who runs the account; false where nobody is there by that handle or id. */
export async function tapAs(
  shelf: Shelf,
  account: string,
  who: string,
  tap: Tap,
  now: number,
): Promise<boolean> {
  const somebody = await findSomebody(shelf, account, who);
  if (somebody === null) return false;
  await putSomebody(shelf, account, tapped(somebody, tap, now));
  return true;
}
