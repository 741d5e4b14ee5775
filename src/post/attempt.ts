/** An attempt: one try at the outlet, written and synced before the call is made. */
export type Attempt = {
  id: string;
  school: string;
  draft: string;
  revision: number;
  account: string;
  /** The content hash of what is being posted. */
  hash: string;
  /** The outlet's newest own post before the call; reading back starts after it. */
  since: string | null;
  startedAt: number;
  /** Null while under way. */
  outcome: 'posted' | 'refused' | 'unknown' | 'not-there' | null;
  /** The sentence for people; null while under way. */
  detail: string | null;
  url: string | null;
  finishedAt: number | null;
};
