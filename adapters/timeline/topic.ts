/** Where a timeline's posts stand on the shelf, and what is kept of each. */

/** A post as it stands on the shelf, under its id. */
export type ShelvedPost = {
  id: string;
  url: string;
  /** As it was published, NFC; empty once it is taken down. */
  text: string;
  /** Epoch ms. */
  at: number;
  /** The handle as the school writes it, without the @. */
  handle: string;
  /** Taken down: it stays on the shelf, so that pages hear of it, and readers see it no more. */
  removed?: true;
};

/** The handle without its @. */
export function bareHandle(account: string): string {
  return account.startsWith('@') ? account.slice(1) : account;
}

/** The topic of an account; handles are the same in either case, as on X. */
export function timelineTopic(account: string): string {
  return `timeline:${bareHandle(account).toLowerCase()}`;
}
