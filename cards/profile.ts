/** Somebody at the outlet, as much of them as a decision needs. All of it was typed by strangers. */
import type { Profile } from '../src/audience/profile.ts';
import type { Part } from './model.ts';
import { shorten } from './words.ts';

const LONGEST_BIO = 300;
const YEAR = 365.25 * 86_400_000;

/** A number as people say it: "812", "5,400", "61,000". */
export const many = (number: number): string => number.toLocaleString('en-GB');

/** How old the account is, at `now` (epoch ms), or an empty string where the outlet does not say. */
export function ageOf({ createdAt }: Pick<Profile, 'createdAt'>, now: number): string {
  if (createdAt === null) return '';
  const days = Math.max(0, Math.floor((now - createdAt) / 86_400_000));
  if (days < 60) return days === 1 ? '1 day old' : `${days} days old`;
  const years = Math.floor((now - createdAt) / YEAR);
  return years < 2 ? `${Math.floor(days / 30.4)} months old` : `${years} years old`;
}

/** Who it is in one line: its name where that may be shown, and what of it is worth knowing. */
export function inShort(profile: Profile, now: number): string {
  const facts = [
    `${many(profile.followers)} ${profile.followers === 1 ? 'follower' : 'followers'}`,
    ageOf(profile, now),
    profile.protected ? 'protected' : '',
    profile.pictured ? '' : 'no picture',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** Shown where a handle, a name or a bio bears the name of a pupil: nothing of ours keeps it. */
export const NOT_KEPT = 'not shown: it bears a pupil’s name';

/** Their words, and the facts beneath. */
export function profileParts(profile: Profile, now: number): Part[] {
  const { name, bio, location, link } = profile;
  const words = [bio === '' ? 'Says nothing of itself.' : shorten(bio, LONGEST_BIO)];
  if (location !== '') words.push(`From: ${location}`);
  if (link !== null) words.push(`Link: ${link}`);
  return [
    { part: 'quote', who: name === '' ? NOT_KEPT : name, words: words.join('\n') },
    { part: 'text', text: inShort(profile, now), look: 'small' },
  ];
}
