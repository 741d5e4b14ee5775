/** People named inside a hashtag or a handle: #WellDoneSam, "Well played @sam_hill". */

import { isWord } from '../names/english.ts';
import { isGiven } from '../names/given-names.ts';
import { keyOf } from '../names/plain.ts';
import type { Facts } from '../rule.ts';
import type { Reading } from './reading.ts';

export type Tagged = { from: number; to: number };

const TAG = /(?<!\w)[#@]\w{3,60}/g;
const PART = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const PRAISE_TAG =
  /^#(?:well ?done|wd|congrat(?:ulation)?s|happy\w{0,6}birthday|hbd|getwell(?:soon)?|go|goodluck|thankyou|thanks|proudof|welcome(?:back)?|goodbye|farewell|wellplayed|bravo|team|star|superstar|missing|weloveyou|welove)/;
const PRAISE_BEFORE =
  /\b(?:well (?:done|played|swum|sung|run|read|said)|congratulations|congrats|thank you|thanks|happy birthday|good luck|get well(?: soon)?|proud of|bravo|hats off|go|welcome(?: back)?|shout[- ]?out|star of the week)(?:,)?(?: to)? $/;

const isFirstName = (part: string, facts: Facts): boolean => {
  const known = facts.roll?.known(keyOf(part))?.kinds;
  return known?.has('first') === true || (isGiven(part) && !isWord(part));
};

/** Hashtags that praise or wish one person something, and handles of people that are praised or thanked. */
export function taggedTargets({ plain, lower }: Reading, facts: Facts): Tagged[] {
  if (!/[#@]/.test(plain)) return [];
  return [...plain.matchAll(TAG)].flatMap((match) => {
    const from = match.index;
    const range = { from, to: from + match[0].length };
    const small = match[0].toLowerCase();
    if (small.startsWith('#')) {
      const praise = PRAISE_TAG.exec(small)?.[0];
      if (praise === undefined) return [];
      const name = match[0].slice(praise.length).match(PART)?.[0]?.toLowerCase() ?? '';
      return name.length > 2 && isFirstName(name, facts) ? [range] : [];
    }
    if (!PRAISE_BEFORE.test(lower.slice(Math.max(0, from - 40), from))) return [];
    const parts = match[0].split(/[_\d]+/).flatMap((part) => part.match(PART) ?? []);
    const named = parts.length > 1 && isFirstName((parts[0] ?? '').toLowerCase(), facts);
    return named ? [range] : [];
  });
}
