/** What a look at one part of the set-up came to. */
export type Checked = {
  /** What was looked at, in a few words, such as "Slack scopes". */
  what: string;
  /** `attention`: Bellbird works, but not as somebody may expect. `fault`: it does not work so. */
  state: 'ok' | 'attention' | 'fault';
  /** One sentence or two; never a token. */
  seen: string;
  /** What to do about it; null where nothing is to be done. */
  todo: string | null;
};

/** It is as it should be. */
export const ok = (what: string, seen: string): Checked => ({
  what,
  state: 'ok',
  seen,
  todo: null,
});

/** It works, but somebody should know. */
export const attention = (what: string, seen: string, todo: string): Checked => ({
  what,
  state: 'attention',
  seen,
  todo,
});

/** It does not work until `todo` is done. */
export const fault = (what: string, seen: string, todo: string): Checked => ({
  what,
  state: 'fault',
  seen,
  todo,
});
