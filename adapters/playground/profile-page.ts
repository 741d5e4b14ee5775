/** Somebody of the timeline on a page of their own, where a person does by hand what X leaves to a person. */
import { z } from 'zod';
import type { Somebody } from '../timeline/circle.ts';
import { TAPS, type Tap } from '../timeline/hands.ts';
import { escapeHtml, initials, pageAlone } from './html.ts';

export const TapBody = z.strictObject({
  account: z.string().max(50),
  person: z.string().max(50),
  tap: z.enum(TAPS),
});

/** How somebody and one of our accounts stand to each other. */
export type Between = { account: string; somebody: Somebody };

const LABELS: Readonly<Record<Tap, string>> = {
  follow: 'Follow',
  unfollow: 'Unfollow',
  block: 'Block',
  unblock: 'Unblock',
  remove: 'Remove this follower',
  'let-in': 'Let them follow',
};

function tapsFor(somebody: Somebody): Tap[] {
  return [
    somebody.followedSince === null ? 'follow' : 'unfollow',
    somebody.blockedSince === null ? 'block' : 'unblock',
    ...(somebody.followsSince === null ? [] : (['remove'] as const)),
    ...(somebody.asksSince === null ? [] : (['let-in'] as const)),
  ];
}

function buttons({ account, somebody }: Between): string {
  const all = tapsFor(somebody).map(
    (tap) =>
      `<button type="button" data-tap="${tap}" data-account="${escapeHtml(account)}" data-person="${escapeHtml(somebody.profile.id)}">${LABELS[tap]}</button>`,
  );
  const stands = somebody.followsSince === null ? '' : ' They follow it.';
  return `<section class="taps"><p>As ${escapeHtml(account)}.${stands}</p><p>${all.join(' ')}</p></section>`;
}

/** The page of somebody, with what each of our accounts may tap; of nobody, a page that says so. */
export function profilePage(between: readonly Between[]): string {
  const [first] = between;
  if (!first) {
    return pageAlone('Nobody', '<p class="nothing">There is nobody of that name here.</p>');
  }
  const { name, handle, bio, location, followers, following } = first.somebody.profile;
  const counts = `${followers.toLocaleString('en-GB')} followers, follows ${following.toLocaleString('en-GB')}`;
  const place = location === '' ? '' : ` · ${location}`;
  const body = `<article class="post post-alone">
  <span class="avatar" aria-hidden="true">${escapeHtml(initials(name))}</span>
  <header><strong>${escapeHtml(name)}</strong> <span class="handle">${escapeHtml(handle)}</span></header>
  <p class="post-text" dir="auto">${escapeHtml(bio)}</p>
  <footer>${escapeHtml(`${counts}${place}`)}</footer>
</article>
${between.map(buttons).join('\n')}`;
  return pageAlone(name, body, '/playground/page/profile.js');
}
