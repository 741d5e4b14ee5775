/** What is known of the world when another account is judged; and a reason, as people are given it. */
import type { Roll } from '../school/roll.ts';

export type AudienceFacts = {
  /** Null where the school has no roll: then nobody's name is looked for, and that is said. */
  roll: Roll | null;
  /** Now: epoch ms. Ages are counted to it. */
  at: number;
  /** The school's name as its file has it. */
  school: string;
  /** The school's own accounts, as they are written, with the @. */
  ownHandles: ReadonlySet<string>;
  /** Organisations in the handle register, as they are written, with the @. */
  confirmedHandles: ReadonlySet<string>;
};

/** One short sentence for people, and the clauses of the school's policy it answers to; none for the product's floor. */
export type Reason = { says: string; clauses: readonly string[] };
