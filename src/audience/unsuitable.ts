/** Signs that an account is spam, a scam, sexual or hateful: none that a school follows or keeps. */
import type { Look } from './look.ts';
import type { Profile } from './profile.ts';

const SIGNS_OF_SEX = /🔞|🍆|🍑.{0,12}(?:dm|link)|💋.{0,20}(?:link|dm)/u;

/** Why an account is unsuitable, a short sentence for each sign; empty where nothing says so. */
export function unsuitableIn(look: Look, profile: Profile): string[] {
  const { words } = look;
  const link = `${profile.link ?? ''} ${profile.bio}`.slice(0, 900);
  const found: string[] = [];
  if (words.has('sexual') || SIGNS_OF_SEX.test(link) || /onlyfans|fansly/i.test(link))
    found.push('Its profile is sexual.');
  const serious = look.kind !== null && look.personal === false && look.likeness?.by !== 'letters';
  if (words.has('hate') && !serious) found.push('It reads as hateful or extremist.');
  if (words.has('crypto') && !serious) found.push('It offers investments or crypto.');
  if (words.has('gambling') && !serious) found.push('It is about betting.');
  if (words.has('scam') && !serious) found.push('It reads as spam or a scam.');
  if (words.has('followback') && !serious && look.kind === null && look.roles.length === 0)
    found.push('It follows to be followed.');
  return found;
}
