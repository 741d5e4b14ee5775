/** An account at the outlet as anybody there can see it: who follows us, whom we might follow, who mentions us. */
export type Profile = {
  /** The outlet's own id; it stays when the handle changes. */
  id: string;
  /** With its @, as its owner writes it. */
  handle: string;
  /** What its owner calls it: typed by a stranger, to be shown as typed. */
  name: string;
  /** What its owner says of it; may be empty. */
  bio: string;
  /** The link it shows, expanded; null for none. */
  link: string | null;
  /** Where it says it is; may be empty. */
  location: string;
  followers: number;
  following: number;
  /** Posts so far. */
  posts: number;
  /** Epoch ms; null where the outlet does not say. */
  createdAt: number | null;
  /** Only those it lets in see its posts. */
  protected: boolean;
  /** Has a picture of its own. */
  pictured: boolean;
};
