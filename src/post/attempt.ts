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
  /**
   * Null while under way or of unknown fate. `later`: surely not posted, and tried again by itself. `not-there`: a
   * person has looked and says so.
   */
  outcome: 'posted' | 'refused' | 'later' | 'not-there' | null;
  /** The sentence for people; null while under way. */
  detail: string | null;
  url: string | null;
  finishedAt: number | null;
};
