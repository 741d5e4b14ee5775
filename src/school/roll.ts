/** Pupils and consents, known only by keyed hashes of their normalised names. */

/** One pupil as kept. Hashes are HMAC-SHA-256 in hex under BELLBIRD_SECRET; no name is kept. */
export type RollEntry = {
  /** Hash of "first last". */
  full: string;
  /** Hash of the first name. */
  first: string;
  /** Hash of the surname. */
  last: string;
  yearGroup: string;
  photo: boolean;
  name: boolean;
  work: boolean;
};

export type Consents = Pick<RollEntry, 'yearGroup' | 'photo' | 'name' | 'work'>;

/** The roll in memory. Looking a name up costs the same whatever the number of pupils. */
export type Roll = {
  size: number;
  /**
   * The pupils who bear this full name as typed (case, accents and apostrophes do not matter).
   * Empty when none does; several when the school has namesakes.
   */
  byFullName: (name: string) => readonly Consents[];
};
