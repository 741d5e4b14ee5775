/** Whether a word is a name by its capital alone, where the words beside it have none. */
import { hasArticle, hasCapital, isTelling, low } from './around.ts';
import { ASKED, CALLS } from './lexicon.ts';
import { isLoose, type Question, use } from './use.ts';

/** Names that are verbs too: before these, "you" or "your" begins a question or an order. */
export const MOODS =
  /^(?:will|may|mark|hope|grant|chase|drew|pat|rob|nick|skip|bill|trust|carol|pen|bob|sue|peg|dot|guy|page|josh)$/;

/** A capital in the middle of a sentence, where the words beside it have none. */
export const capitalled: Question = (around, at) => {
  const token = around.tokens[at];
  if (
    token === undefined ||
    !isTelling(around, at) ||
    isLoose(token.low) ||
    /^(?:art|king|queen|prince|princess|star|baby)$/.test(token.low)
  )
    return null;
  if (hasArticle(around, at)) return null;
  // Only where a question or an order can begin: after a colon, a dash or an emoji, never after a plain word.
  const runsOn = token.gap === ' ';
  if (!runsOn && MOODS.test(token.low) && ASKED.has(low(around, at + 1))) return null;
  const next = around.tokens[at + 1];
  const before = around.tokens[at - 1];
  if (
    next !== undefined &&
    hasCapital(next) &&
    /^[ -]/.test(next.gap) &&
    !next.opens &&
    next.low !== 'i'
  )
    return null;
  if (before !== undefined && hasCapital(before) && !before.opens && /^[ -]$/.test(token.gap))
    return null;
  if (/^[-/]$/.test(token.gap) || /^[-/]$/.test(next?.gap ?? '')) return null;
  if (
    token.low === 'grace' &&
    /^(?:say|said|saying|sing|sang|with|in|before)$/.test(before?.low ?? '')
  )
    return null;
  if (
    !runsOn &&
    CALLS.has(token.low) &&
    next !== undefined &&
    /^(?:our|your|the|a|my|it)$/.test(next.low)
  )
    return null;
  return use('it has a capital of its own');
};
