/** Whether a word is a name by the praise, greeting or thanks before it. */
import { type Around, ends, isRaised, low, yearAfter } from './around.ts';
import { PRAISE, PRAISE_PAIRS, TIMES } from './lexicon.ts';
import { isLoose, type Question } from './use.ts';

/** "well done", "thank you", "congratulations" and the like right before a word, as written; or null. */
export function praiseBefore(around: Around, at: number): string | null {
  const token = around.tokens[at];
  if (
    token === undefined ||
    at === 0 ||
    !/^(?:[ \t]|,\s|\s-\s|:\s|\.{3}\s?|…\s?)+$/u.test(token.gap)
  )
    return null;
  const one = low(around, at - 1);
  const two = `${low(around, at - 2)} ${one}`;
  if (at > 1 && PRAISE_PAIRS.has(two)) {
    const three = low(around, at - 3);
    return two === 'done to' && three === 'well' ? 'well done to' : two;
  }
  return PRAISE.has(one) ? one : null;
}

const GREETS =
  /^(?:welcome|hello|hi|goodbye|bye|farewell|hooray|hurrah|thanks to|welcome to|go to|goes to|went to|hooray for|hurrah for|proud of|back to|welcome back|thank you|thanks|love from|featuring|meet|introducing|hello to|goodbye to|way to)/;

/** "Well done Grace". */
export const praised: Question = (around, at) => {
  const words = praiseBefore(around, at);
  const token = around.tokens[at];
  if (words === null || token === undefined) return null;
  if (isLoose(token.low) && GREETS.test(words) && yearAfter(around, at) === 0) {
    const toOne = /^(?:thank you|thanks|goes to|welcome back)$/.test(words);
    const wished =
      low(around, at + 1) === 'and' &&
      /^(?:good|well|thank|happy|congratulations|all)$/.test(low(around, at + 2));
    if (!wished && !(toOne && isRaised(token) && ends(around, at))) return null;
  }
  const next = low(around, at + 1);
  const closed =
    ends(around, at) ||
    yearAfter(around, at) > 0 ||
    /^(?:and|for|on|who|you|your|with|from)$/.test(next);
  if (
    token.shape === 'small' &&
    !(closed && !(TIMES.has(token.low) && words !== 'well done') && !GREETS.test(words))
  )
    return null;
  if (token.shape === 'capitals' && !closed) return null;
  return { why: `it follows “${words}”`, strong: true };
};
