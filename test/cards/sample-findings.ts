/** What the sample cards find, in words of which it is true. */
import type { Finding } from '../../src/policy/rule.ts';
import { FINE, HANDLE, HASHTAG, HIDDEN, LONG } from './views.ts';

/** A mention nobody has confirmed, and a hashtag within the sentence. */
export const FLAGGED_TEXT =
  'Year 4 built bridges out of newspaper today, with help from @TeesBridges. It was #BridgeWeek in every class. Well done, everybody.';
/** The same, 14 over 280, with an invisible character in it. */
export const STOPPED_TEXT = `${FLAGGED_TEXT} The strongest held eleven dic\u200Btionaries, the longest reached from the door of the hall to the stage, and the smallest carried our guinea pig Biscuit over.`;

/** How far it is over, as the rule says it. */
export const OVER = `This is ${STOPPED_TEXT.length - 280} over the 280 that fit.`;

function about(text: string, finding: Finding, words: string): Finding {
  const from = text.indexOf(words);
  return { ...finding, span: [from, from + words.length] };
}

export const STOPPED: Finding[] = [
  about(STOPPED_TEXT, HIDDEN, 'dic\u200Btionaries'),
  { ...LONG, message: `${OVER} Shorten it a little.`, span: [280, STOPPED_TEXT.length] },
  about(STOPPED_TEXT, HANDLE, '@TeesBridges'),
];
export const FLAGGED: Finding[] = [
  about(FLAGGED_TEXT, HANDLE, '@TeesBridges'),
  about(FLAGGED_TEXT, HASHTAG, '#BridgeWeek'),
];
/** What is fine of those: nothing that a finding above says otherwise. */
export const STILL_FINE = FINE.slice(0, 2);
