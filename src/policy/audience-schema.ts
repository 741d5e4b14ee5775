/** What a policy says of other accounts: whom ours follows, who may follow it, what is inappropriate. */
import { z } from 'zod';

/** What links an account to education or to the school's work. */
export const LINK_KINDS = [
  'school',
  'university',
  'government',
  'council',
  'museum',
  'gallery',
  'charity',
  'subject-body',
  'publisher',
  'author',
  'practitioner',
  'media',
  'community',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** What a review of followers may end in for one of them. */
export const PROPOSALS = ['keep', 'block', 'remove', 'point'] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** Kinds of inappropriate content, the gravest first. */
export const CATEGORIES = [
  'extremism',
  'offence',
  'unsuitable',
  'from-another',
  'copyright',
  'undermining',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a document has done about inappropriate content, beyond leaving it. */
export const REMEDIES = ['hide', 'mute', 'remove', 'block', 'report', 'escalate'] as const;
export type Remedy = (typeof REMEDIES)[number];

const clauses = z.array(z.string());
const Proposed = z.strictObject({ propose: z.enum(PROPOSALS), clauses });

/** Whom the account follows. That it follows no pupil and no child is a floor of the product. */
export const Following = z.strictObject({
  /** Kinds of account the document has in mind; null where it names none. */
  kinds: z.array(z.enum(LINK_KINDS)).min(1).nullable(),
  /** True where the benefit to the school must be said for each. */
  benefit_said: z.boolean(),
  clauses,
  /** Set where no personal account without such a link is followed. */
  personal: z.strictObject({ clauses }).nullable(),
  /** Set where former pupils are not followed below an age, in years. */
  former_pupils: z.strictObject({ under: z.int().min(13).max(30), clauses }).nullable(),
});
export type Following = z.infer<typeof Following>;

/** What is proposed to those who review the followers; a person decides. */
export const Followers = z.strictObject({
  /** Spam, scams, sexual or hateful accounts. */
  unsuitable: Proposed,
  /** Accounts that show no interest in the school; null where the document does not mind them. */
  no_interest: Proposed.nullable(),
  pupil: Proposed,
  under_13: Proposed,
  /** Those whom the document wants as followers. */
  welcome: z.strictObject({ clauses }),
});
export type Followers = z.infer<typeof Followers>;

/** What in a mention is inappropriate, and what is then done. */
export const Inappropriate = z.strictObject({
  means: z.strictObject({ categories: z.array(z.enum(CATEGORIES)).min(1), clauses }),
  remedies: z.strictObject({ actions: z.array(z.enum(REMEDIES)).min(1), clauses }),
});
export type Inappropriate = z.infer<typeof Inappropriate>;
