/** In which order a person should read mentions: the gravest first, then what may be bad in words no list knows. */
import type { Gravity } from './hits.ts';
import type { Leanings } from './leaning.ts';

/** From here on a mention that no rule speaks against is looked at before the plain ones. */
export const LOOK_FIRST = 0.6;
/** From here on what is learnt is enough to say for whom a mention is. A child in danger must not wait for certainty. */
export const IN_DANGER = 0.28;
export const ASKED = 0.33;
export const KIND = 0.65;

const GRAVE: Readonly<Record<Gravity, number>> = { serious: 90, plain: 80, mild: 70 };
/** Somebody in danger cannot wait. */
const DANGER = 96;
/** The most that leaning alone comes to: below whatever a rule has decided. */
const BY_LEANING = 60;
/** How much of that a civil question or kind words take away, at most. */
const CIVIL = 0.5;

/**
 * 0 to 100, to sort by: what is to be read first has the most. Where a rule has decided, what is learnt moves a
 * mention only among its like.
 */
export function doubtOf(
  gravity: Gravity | null,
  inDanger: boolean,
  { bad, asks, kind }: Leanings,
): number {
  if (inDanger) return DANGER + Math.round(4 * bad);
  if (gravity !== null) return GRAVE[gravity] + Math.round(5 * bad);
  return Math.round(BY_LEANING * bad * (1 - CIVIL * Math.max(asks, kind)));
}
