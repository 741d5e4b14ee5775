/**
 * Cards that stand somewhere and must change when what they show does: a duty, a request to follow somebody, a
 * review of followers, mentions to decide on. (A draft's are its copies.)
 */

/** What a card shows, such as "follow:8hK2": its kind and its id. */
export type Subject = `${'duty' | 'follow' | 'review' | 'mentions'}:${string}`;

export type Standing = {
  subject: Subject;
  chat: string;
  /** What the chat adapter needs to update it. */
  ref: string;
  /** Whose card it is; null in the SLT channel. */
  person: string | null;
};

export type StandingReader = {
  standing: (school: string, subject: Subject) => Promise<Standing[]>;
};

export type StandingTx = StandingReader & {
  /** Adding one that is there already changes nothing. */
  addStanding: (school: string, standing: Standing) => Promise<void>;
};
