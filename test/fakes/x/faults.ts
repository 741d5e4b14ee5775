/** What can go wrong between X and whoever calls it, by name. */

/** In the order a request meets them. */
export const FAULTS = {
  'reset before storing': 'the connection is reset before X has done anything',
  '5xx before storing': 'X says it is down, and has done nothing',
  rate: '429: too many calls in this quarter of an hour',
  capped: '429: the month’s cap is used up',
  credit: '402: no credit is left',
  unauthorised: '401: the token is no longer good',
  suspended: '403: the account is suspended',
  duplicate: '403: X takes it for a duplicate',
  html: '200 with a page of HTML; nothing was stored',
  'errors only': '200 with nothing but errors; nothing was stored',
  'slow, then stored': 'X is silent for longer than anybody waits, and then stores it',
  'stored, then slow': 'X stores it, and is silent for longer than anybody waits',
  'reset after storing': 'the connection is reset when X has stored it',
  'cut off': 'X stored it; its answer breaks off in the middle',
  '5xx after storing': 'X stored it, and says that it failed',
  'no id': '201 without an id; X stored it',
  'html after storing': '200 with a page of HTML; X stored it',
  'garbage after storing': '201 with something that is not JSON; X stored it',
} as const;

export type FaultName = keyof typeof FAULTS;

export type Fault = {
  is: FaultName;
  /** How long X is silent, of the two slow ones; until when there are no calls left, of `rate`. In ms. */
  ms?: number;
  /** Which 5xx; 503 unless told. */
  status?: 500 | 502 | 503 | 504;
  /** What the header Retry-After says, seconds, on a 429 or 503. */
  retryAfter?: number;
};

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** Those after which the post stands. */
export const STORES: ReadonlySet<FaultName> = new Set([
  'slow, then stored',
  'stored, then slow',
  'reset after storing',
  'cut off',
  '5xx after storing',
  'no id',
  'html after storing',
  'garbage after storing',
]);
