/** What the desk keeps of its duties: work with a date, which a policy asks for again and again. */

export const DUTY_KINDS = ['follower-review'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** One time that a duty fell due. Moments are epoch ms. */
export type Duty = {
  /** Kind, what it is about and the day its period begins: the same wherever it is worked out. */
  id: string;
  kind: DutyKind;
  /** The account's handle. */
  about: string;
  /** When it fell due, and by when it should be done. */
  opensAt: number;
  by: number;
  /** How far people have been told: that it is due, reminded, that it is overdue, and then the head. */
  told: 'due' | 'reminded' | 'overdue' | 'head';
  toldAt: number;
  done: { by: string; at: number; evidence: string } | null;
};

export type DutyReader = {
  duty: (school: string, id: string) => Promise<Duty | null>;
  /** Not done yet, soonest `by` first. */
  openDuties: (school: string) => Promise<Duty[]>;
  /** Done, newest first, at most `limit`. */
  doneDuties: (school: string, limit: number) => Promise<Duty[]>;
};

export type DutyTx = DutyReader & {
  /** Adds, or replaces the one with the same id. */
  putDuty: (school: string, duty: Duty) => Promise<void>;
  /** For a duty the policy asks for no more. */
  dropDuty: (school: string, id: string) => Promise<void>;
};
