/**
 * Every way Bellbird has, or will have, of holding a clause. A clause names some of these; whether this
 * version has each is said here, honestly, and `coverage` counts it.
 */
import { type Checked, RULE_NAMES, type Rule, type RuleName } from './rule.ts';
import { meaningOf, optionsIn, ruleOf } from './rules/index.ts';
import type { Policy } from './schema.ts';

export type How = 'checked' | 'gated' | 'scheduled' | 'recorded' | 'shown';

export type Mechanism = {
  how: How;
  /** What Bellbird does, or will do, in one plain sentence without a full stop. */
  does: string;
  held: boolean;
  /** True where this version could hold it and the policy does not want it. */
  off?: boolean;
};

const has = (how: How, does: string): Mechanism => ({ how, does, held: true });
/** `until` names the later work, so that nobody takes the sentence for what is there today. */
const notYet = (how: How, does: string, until: string): Mechanism => ({
  how,
  does: `${does} (comes with ${until})`,
  held: false,
});

const FOLLOWERS = 'the work on followers';
const HOUSEKEEPING = 'the work on dated duties';

const NAMED: Readonly<Record<string, Mechanism>> = {
  'policy-card': has('shown', 'Stands in the school rules that /policy shows'),
  'related-policies': has('shown', 'The related policies are listed with the school rules'),
  'policy-links': has('shown', 'Links to the pages of the platform stand with the school rules'),
  'composer-hint': has('shown', 'The composer says so where the post is written'),
  'contact-shown': has('shown', 'The school rules say whom to write to'),
  'author-roles': has('gated', 'Only the roles named in the policy may write a post'),
  'approver-roles': has('gated', 'Only the roles named in the policy may let a post out'),
  'approval-by-slt': has(
    'gated',
    'Nothing goes out until somebody else has approved that very wording',
  ),
  'posting-grant': has(
    'gated',
    'A grant of the head in the school file, with its dates, lets others write posts',
  ),
  'trip-grant': has(
    'gated',
    'A grant of the head in the school file, with its dates, covers the trip',
  ),
  'device-grant': has(
    'gated',
    "A grant of the head in the school file, with its dates, allows one's own device",
  ),
  'account-approved': has(
    'gated',
    'No post is sent on or goes out for an account until it has been approved',
  ),
  'agreement-gate': has('gated', 'Nobody writes a post before they have agreed to the list'),
  'agreement-countersigned': has(
    'recorded',
    'The agreement counts once it is countersigned, with who and when',
  ),
  'no-replies-or-messages': has(
    'gated',
    'Bellbird cannot reply or send messages on the platform at all',
  ),
  'accounts-listed': has('recorded', 'The accounts are listed in the school file'),
  'confirmed-handles': has(
    'recorded',
    'The organisations that agreed are listed in the school file',
  ),
  'copyright-statement': has('recorded', 'The author ticks a statement, kept with who and when'),
  'follow-requests': has(
    'gated',
    'Whom to follow is asked for with /follow, judged, and decided by somebody else',
  ),
  'follower-requests': has(
    'gated',
    'Who asks to follow stands in the follower review, and is let in or refused there by hand',
  ),
  'follower-review': has(
    'scheduled',
    'A review of the followers falls due, with its decisions and reasons',
  ),
  'account-visibility': notYet(
    'recorded',
    'Public or protected is compared with the account itself',
    FOLLOWERS,
  ),
  'mention-triage': has(
    'scheduled',
    'Mentions are read in school hours, sorted by this, decided on by a person, and what was done is kept',
  ),
  'password-change': notYet(
    'scheduled',
    'A change of password is asked for and kept',
    HOUSEKEEPING,
  ),
  'photo-deletion': notYet(
    'scheduled',
    'The author is asked to delete photos, and says so',
    HOUSEKEEPING,
  ),
  'e-safety-posts': notYet('scheduled', 'A post on online safety falls due', HOUSEKEEPING),
  'policy-review': notYet('scheduled', 'The review of the policy falls due', HOUSEKEEPING),
  'profile-check': notYet('scheduled', 'The profile is looked at', HOUSEKEEPING),
  'website-check': notYet('scheduled', "The school's website is looked at", HOUSEKEEPING),
  'trip-posts': notYet(
    'recorded',
    'Arrival and return are asked for on trips and kept together',
    HOUSEKEEPING,
  ),
  'roll-letter-date': notYet(
    'recorded',
    "The date of the parents' letter is kept with the roll",
    'the work on consents',
  ),
  'device-register': notYet(
    'recorded',
    'Devices and their PIN locks are listed',
    'the work on records',
  ),
  'breach-record': notYet('recorded', 'A breach and what followed are kept', 'the work on records'),
};

const RULE = /^rule:(.+)$/;

/** The rule a mechanism name stands for (rule:length), or null where it is another mechanism. */
export function ruleNamed(mechanism: string): RuleName | null {
  const name = RULE.exec(mechanism)?.[1];
  return RULE_NAMES.find((rule) => rule === name) ?? null;
}

/** Every name a clause may give in `by`. */
export const MECHANISM_NAMES: readonly string[] = [
  ...Object.keys(NAMED),
  ...RULE_NAMES.map((rule) => `rule:${rule}`),
];

/** A post of words alone, as the chat takes it. */
const WORDS_ALONE: Checked = {
  text: 'Words',
  at: 0,
  occasion: 'everyday',
  device: 'school',
  photos: [],
};

/** What must be said beside a rule so that nobody takes it for more than the chat does today. */
function caveatOf(policy: Pick<Policy, 'rules'>, name: RuleName): string {
  const rule = ruleOf(name) as Partial<Rule>;
  if (rule.applies?.(WORDS_ALONE, optionsIn(policy, name)) === false) {
    return ' (our posts carry no photos yet, so none can break this)';
  }
  return name === 'device' ? ' (in the chat the author ticks a box that it is so)' : '';
}

/**
 * A mechanism as this policy has it; null where no mechanism has the name. A rule is held exactly when
 * this version judges it and the policy has it on.
 */
export function mechanismOf(policy: Pick<Policy, 'rules'>, name: string): Mechanism | null {
  const rule = ruleNamed(name);
  if (rule === null) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null;
  const says = meaningOf(policy, rule);
  if (policy.rules[rule].severity === 'off') {
    return { how: 'checked', does: `${says} (our policy has this off)`, held: false, off: true };
  }
  return has(
    rule === 'posting-hours' ? 'scheduled' : 'checked',
    `${says}${caveatOf(policy, rule)}`,
  );
}
