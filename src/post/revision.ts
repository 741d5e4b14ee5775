/** A revision: one immutable wording of a draft, with everything that would go out. */
import { createHash } from 'node:crypto';
import type { Verdict } from '../policy/rule.ts';

export type Occasion = 'everyday' | 'event' | 'trip' | 'urgent';
export const OCCASIONS: readonly Occasion[] = ['everyday', 'event', 'trip', 'urgent'];

export type AltText = string;
/** What the author says a photo shows. `pupils` are full names as typed. */
export type PhotoStatement = {
  shows: 'work' | 'pupils' | 'pupils-no-face' | 'staff' | 'place';
  pupils: string[];
  alt: AltText;
};

/** Typed words are kept to this many UTF-16 units; twitter-text's time is quadratic in long runs. */
export const LONGEST_TEXT = 4000;

/** A statement the author ticked, with who and when (epoch ms). */
export type Ticked = { id: string; by: string; at: number };

/** Why the author sends a reviewed finding on, by rule. */
export type Reason = { rule: string; reason: string };

export type Revision = {
  draft: string;
  /** From 1, without gaps. */
  number: number;
  text: string;
  /** Person id of who wrote this wording: the author, or one of SLT. */
  editor: string;
  account: string;
  occasion: Occasion;
  /** The instant asked for, epoch ms; null asks for the next slot. */
  wanted: number | null;
  createdAt: number;
  hash: string;
  verdict: Verdict;
  ticked: Ticked[];
  reasons: Reason[];
  /** The policy in force when it was judged: name and version. */
  policy: string;
};

/**
 * The content hash an approval is bound to: SHA-256 in hex over the account and the exact text.
 * Two wordings that differ by one code unit have different hashes.
 */
export function contentHash(content: { account: string; text: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([content.account, content.text]))
    .digest('hex');
}
