/**
 * What a rule is, what it is given and what it answers. Rules are pure: the same policy, draft and
 * facts always give the same findings, so that a verdict can be shown again and argued with.
 */
import type { ZodType } from 'zod';
import type { AltText, Occasion, PhotoStatement } from '../post/revision.ts';
import type { Roll } from '../school/roll.ts';
import type { Lint } from './language/lint.ts';

/** Every rule of the product: a policy sets each of them. */
export const RULE_NAMES = [
  'length',
  'pupil-name',
  'person-name',
  'photo-name',
  'targeted',
  'individual-handle',
  'text-language',
  'standard-english',
  'hashtag-place',
  'offensive',
  'negative-tone',
  'purpose',
  'reply',
  'personal-data',
  'hidden-text',
  'photo-allowed',
  'photo-consent',
  'photo-faces',
  'device',
  'alt-text',
  'work-opt-out',
  'posting-hours',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

export type Severity = 'block' | 'review' | 'note';

/** Half-open range [from, to) in UTF-16 units of the draft's text. */
export type Span = readonly [from: number, to: number];

/** A repair that is sure: the whole text as it would be afterwards, and a label for the button. */
export type Fix = { label: string; text: string };

export type Finding = {
  rule: RuleName;
  severity: Severity;
  /** One plain sentence: what was seen and what to do. Never a rule's id. */
  message: string;
  /** Where in the text; absent where the finding is about no stretch of it. */
  span?: Span;
  fix?: Fix;
  /** Ids of the school's clauses this finding answers to. */
  clauses: string[];
};

export type Outcome = 'clear' | 'review' | 'blocked';

export type Verdict = {
  outcome: Outcome;
  findings: Finding[];
  /** Rules about this draft that ran and found nothing, for "n other rules are fine". */
  passed: RuleName[];
  /** Rules that wait for a fact still being gathered: neither passed nor found. Absent in verdicts kept before this field. */
  pending?: RuleName[];
  /**
   * What it was judged by, in short: the same words on the same grounds are judged the same. Absent where nobody
   * kept it, and in verdicts kept before this field.
   */
  grounds?: string;
  /** True when the time asked for is outside the policy's hours and nothing excuses it. */
  held: boolean;
  /** When the post would go out: epoch ms. Null when no slot exists within a year. */
  slot: number | null;
  /** X-weighted length and the policy's limit, in weighted units. */
  weight: number;
  limit: number;
};

/** The part of a draft the rules look at. */
export type Checked = {
  text: string;
  /** The instant asked for: epoch ms. */
  at: number;
  occasion: Occasion;
  /** Undefined where nobody has said; the desk asks for a statement then. */
  device?: 'school' | 'own';
  photos: PhotoStatement[];
  /** The address of the post this one would answer or quote. */
  inReplyTo?: string;
};
export type { AltText, Occasion, PhotoStatement };

/** What the rules need to know of the world, gathered before the check. */
export type Facts = {
  /** Null when the school has no roll: rules that need it ask for review. */
  roll: Roll | null;
  /** Handles the school has confirmed may be mentioned, lower case, with the @. */
  confirmedHandles: ReadonlySet<string>;
  /** Handles of the school's own accounts, lower case, with the @. */
  ownHandles: ReadonlySet<string>;
  /** People, characters and things of the school's own that are no pupils ("Biscuit the guinea pig"), as written. */
  figures?: readonly string[];
  /** True when the head has granted the author the use of their own device. */
  ownDeviceGranted: boolean;
  timezone: string;
  /** Days on which nothing is posted unless excused: ISO dates, local. */
  closedDays: ReadonlySet<string>;
  /**
   * What the grammar checker says of this very text; absent where nobody asked it. `pending` while it is
   * still looking, `failed` where it could not, `paused` where it takes no texts for the time being.
   */
  grammar?: readonly Lint[] | 'pending' | 'failed' | 'paused';
};

/** A finding as a rule gives it; the checker adds severity and clauses. */
export type Seen = {
  message: string;
  span?: Span;
  fix?: Fix;
  /**
   * Set where it is not the policy's to say: `block` for the product's own floor, `review` for what
   * could not be checked.
   */
  severity?: Severity;
};

export type RuleInput<Options> = { draft: Checked; facts: Facts; options: Options };

export type Rule<Options = unknown> = {
  name: RuleName;
  /** What it holds, in one sentence for staff; may use the options. */
  means: (options: Options) => string;
  /** Strict: an unknown option is a fault of the policy file. */
  options: ZodType<Options>;
  check: (input: RuleInput<Options>) => Seen[];
  /**
   * Whether it is about this draft at all; always, where absent. It is run either way, and only one that
   * applies is told as fine.
   */
  applies?: (draft: Checked, options: Options) => boolean;
  /** True while a fact it needs is still being gathered; it is then not run. */
  waits?: (facts: Facts) => boolean;
  /** What is held even where the policy has the rule off: the product's own floor. */
  floor?: (input: RuleInput<Options>) => Seen[];
};
