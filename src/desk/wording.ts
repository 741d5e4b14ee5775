/** What somebody asks to have posted, and whether it can be taken at all. */
import { LONGEST_TEXT, type Occasion } from '../post/revision.ts';
import type { School } from '../school/school.ts';
import { type Result, refuse } from './world.ts';

export type Wording = {
  text: string;
  /** Handle; null is the school's first account. */
  account: string | null;
  occasion: Occasion;
  /** The instant asked for, epoch ms; null is the next slot. */
  wanted: number | null;
};

const YEAR = 366 * 86_400_000;
/** A moment asked for is taken as now within this many ms, for typing takes time. */
const JUST_NOW = 5 * 60_000;

/** Says why words cannot be taken as they are, or gives them tidied at the ends. */
export function tidy(wording: Wording, now: number): Result<{ wording: Wording }> {
  const text = wording.text.replace(/\r\n?/g, '\n').trim();
  if (text === '')
    return refuse('There is nothing to post yet. Type the words after /tweet.', 'text');
  if (text.length > LONGEST_TEXT) {
    return refuse(
      `That is ${text.length.toLocaleString('en-GB')} characters. A post is far shorter: send at most ${LONGEST_TEXT.toLocaleString('en-GB')}, and nothing of it was kept.`,
      'text',
    );
  }
  if (!text.isWellFormed()) {
    return refuse(
      'One character arrived broken, half of an emoji perhaps. Delete it, type it again and send once more.',
      'text',
    );
  }
  // Postgres cannot keep U+0000 and no outlet shows control characters: refused by name rather than dropped.
  const control = [...text].find((char) => /\p{Cc}/u.test(char) && char !== '\n' && char !== '\t');
  if (control !== undefined) {
    const code = control.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return refuse(
      `The text has a control character (U+${code}) at place ${text.indexOf(control) + 1}. Delete it and send once more.`,
      'text',
    );
  }
  const { wanted } = wording;
  if (wanted !== null && wanted < now - JUST_NOW) {
    return refuse(
      'That time has passed. Choose a later one, or leave it empty for the next slot.',
      'when-time',
    );
  }
  if (wanted !== null && wanted > now + YEAR) {
    return refuse(
      'The time asked for is more than a year ahead. Choose one within the year.',
      'when-date',
    );
  }
  return { ok: true, wording: { ...wording, text } };
}

/** The account meant: the one named, or the school's first. */
export function accountOf(school: School, handle: string | null): Result<{ handle: string }> {
  const wanted = handle?.toLowerCase();
  const account =
    wanted === undefined
      ? school.accounts[0]
      : school.accounts.find((each) => each.handle.toLowerCase() === wanted);
  if (account) return { ok: true, handle: account.handle };
  const known = school.accounts.map((each) => each.handle).join(', ');
  return refuse(
    `${handle} is not an account of ${school.name}. Choose one of: ${known}.`,
    'account',
  );
}
