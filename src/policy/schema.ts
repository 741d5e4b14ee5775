/** The shape of a policy file. Strict: an unknown key is a fault, for a typo must never weaken a safeguard. */
import { z } from 'zod';
import { OCCASIONS } from '../post/revision.ts';
import { Followers, Following, Inappropriate } from './audience-schema.ts';
import { RULE_NAMES } from './rule.ts';

export const ROLES = [
  'staff',
  'teacher',
  'nominated',
  'slt',
  'head',
  'it-lead',
  'governor',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const Day = z.enum(DAYS);
export type Day = z.infer<typeof Day>;

const hhmm = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
export const LocalTime = z.string().regex(hhmm, 'a time as HH:MM, 00:00 to 24:00');

const Times = z.looseObject({ from: LocalTime, to: LocalTime });
const bothTimes = (value: unknown): boolean => Times.safeParse(value).success;

/** Both ends count as inside: 08:00 and 18:00 exactly are within 08:00–18:00. */
export const Hours = z
  .strictObject({ days: z.array(Day).min(1), from: LocalTime, to: LocalTime })
  .refine((hours) => !bothTimes(hours) || hours.from < hours.to, {
    error: 'from must be before to',
    // Told whatever else of the hours is wrong.
    when: ({ value }) => bothTimes(value),
  });
export type Hours = z.infer<typeof Hours>;

export const CLAUSE_KINDS = ['rule', 'gate', 'show', 'record', 'duty'] as const;

/** Topics by which `/policy` is read. */
export const TOPICS = [
  'purpose',
  'words',
  'names',
  'photos',
  'people',
  'hours',
  'followers',
  'following',
  'replies',
  'devices',
  'trips',
  'records',
] as const;

export type Topic = (typeof TOPICS)[number];

export const Clause = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,4}-\d{2}$/),
  kind: z.enum(CLAUSE_KINDS),
  topic: z.enum(TOPICS),
  /** The sentence of the school's document, in our own words. */
  says: z.string().min(1),
  /** Names of mechanisms; the clause is held when every one of them is there. */
  by: z.array(z.string()).min(1),
  /** True for a sentence that allows something: a rule holds it by staying silent, so no finding names it. */
  permits: z.boolean().optional(),
});
export type Clause = z.infer<typeof Clause>;

/** A rule's setting: its severity here, and the rule's own options beside it (checked by the rule's schema). */
export const RuleSetting = z.looseObject({
  severity: z.enum(['block', 'review', 'note', 'hold', 'off']),
});
export type RuleSetting = z.infer<typeof RuleSetting>;

/** A box the author ticks before sending. */
export const Statement = z.strictObject({
  id: z.string().min(1),
  says: z.string().min(1),
  clauses: z.array(z.string()),
  /** `device-unknown`: only where the device rule applies and nobody has said which device it is. */
  asked: z.enum(['always', 'device-unknown']).optional(),
});
export type Statement = z.infer<typeof Statement>;

/** A short word that stands where a post is written. */
export const Hint = z.strictObject({
  says: z.string().min(1),
  /** Clauses it stands for: one that names `composer-hint` must be among those of a hint. */
  clauses: z.array(z.string()),
});
export type Hint = z.infer<typeof Hint>;

/** Those a post mentions; those the account follows; everyone. */
export const WHO_MAY_REPLY = ['mentioned', 'following', 'everyone'] as const;
export type WhoMayReply = (typeof WHO_MAY_REPLY)[number];

export const Policy = z.strictObject({
  policy: z.string().min(1),
  title: z.string().min(1),
  version: z.string().min(1),
  /** The school's document this file answers to. */
  document: z.strictObject({
    title: z.string(),
    adopted: z.string().optional(),
    review: z.string().optional(),
  }),
  may: z.strictObject({
    draft: z.array(Role).min(1),
    /** Those with a grant of the head may draft too. */
    draft_with_grant: z.array(Role),
    approve: z.array(Role).min(1),
    follow: z.array(Role).min(1),
  }),
  /** How many people of the approving roles must approve. */
  approvals: z.strictObject({ everyday: z.int().min(1).max(5), urgent: z.int().min(1).max(5) }),
  /** When posts go out; null where the document sets no hours. */
  posting_hours: z
    .strictObject({ open: Hours, excused: z.array(z.enum(OCCASIONS as [string, ...string[]])) })
    .nullable(),
  /** By which reminders and expiry are counted. */
  school_hours: Hours,
  remind: z.strictObject({
    after_school_hours: z.number().positive(),
    at_most: z.int().min(1).max(20),
  }),
  expire: z.strictObject({ after_school_days: z.int().min(1).max(60) }),
  purposes: z.array(z.string().min(1)).min(1),
  /** Words that stand in the composer beside the purposes. */
  hints: z.array(Hint).default([]),
  statements: z.array(Statement),
  agreement: z
    .strictObject({
      kind: z.enum(['acknowledged', 'signed']),
      says: z.array(z.string().min(1)).min(1),
      countersigned_by: z.array(Role),
      clauses: z.array(z.string()),
    })
    .nullable(),
  /** Roles that must approve an account before it is used; null where the document asks for none. */
  account_approved_by: z.array(Role).min(1).nullable(),
  visibility: z.enum(['public', 'protected']).nullable(),
  /** Who can answer a post, where the outlet lets us say. A school's posts mention nobody who would: in practice nobody. */
  who_may_reply: z.enum(WHO_MAY_REPLY).default('mentioned'),
  /** Housekeeping with a date; the work itself comes with its own part of the product. */
  cadences: z.strictObject({
    follower_review: z
      .strictObject({ every: z.enum(['week', 'month', 'term']), by: z.array(Role) })
      .nullable(),
    password_change: z.enum(['each-term', 'with-heads-permission']).nullable(),
    photo_deletion: z.enum(['on-trips', 'always']).nullable(),
    policy_review: z.string().nullable(),
  }),
  /** Null, in each of these three, where the document is silent: the product's floor then holds alone. */
  following: Following.nullable(),
  followers: Followers.nullable(),
  inappropriate: Inappropriate.nullable(),
  related: z.array(z.string()),
  links: z.array(z.strictObject({ label: z.string(), url: z.url() })),
  rules: z.record(z.enum(RULE_NAMES), RuleSetting),
  clauses: z.array(Clause),
});

/** Something a school holds otherwise than the policy it extends. */
export type Change = {
  /** What is in force, as the rest of a sentence, without a full stop: "posts go out Mon–Fri 9:00–17:00". */
  says: string;
  /** Ids of the clauses whose sentence it departs from; empty where it touches none. */
  clauses: string[];
};

/** What a policy was made from; absent where it stands by itself. Worked out when it is loaded. */
export type Extended = { policy: string; version: string; changes: Change[] };

export type Policy = z.infer<typeof Policy> & { extended?: Extended };
