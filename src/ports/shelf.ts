/**
 * A shelf: where the local adapters (the playground, the timeline outlet) keep what Slack, Teams or X
 * would keep on their own servers. Not for the desk.
 */
export type ShelfItem = {
  /** Rises with every write to the topic, so that a page can ask for what is new. */
  seq: number;
  key: string;
  value: unknown;
};

export type Shelf = {
  /** Adds, or replaces the value under the same key (which then gets a new `seq`). One durable write. */
  put: (topic: string, key: string, value: unknown) => Promise<ShelfItem>;
  /** Adds only if the key is not there yet. True when it was added. */
  add: (topic: string, key: string, value: unknown) => Promise<boolean>;
  get: (topic: string, key: string) => Promise<ShelfItem | null>;
  /** Items with `seq` above `after`, oldest write first, at most `limit`. */
  after: (topic: string, after: number, limit: number) => Promise<ShelfItem[]>;
  /** The newest `limit` items, newest write first. */
  newest: (topic: string, limit: number) => Promise<ShelfItem[]>;
};
