/** The parts of a policy that a school may change, and what each says in words. */
import { wordsForHours } from '../school/moments.ts';
import { followersWords, followingWords, inappropriateWords } from './audience-words.ts';
import { roleWords } from './role-words.ts';
import { RULE_NAMES, type RuleName } from './rule.ts';
import { meaningOf, optionsIn } from './rules/index.ts';
import type { Policy, WhoMayReply } from './schema.ts';

/** A part of a policy that clauses rest on by way of their mechanisms. */
export type Setting = {
  /** Mechanisms that hold by this value. */
  by: readonly string[];
  value: (policy: Policy) => unknown;
  says: (policy: Policy, base: Policy) => string;
};

const OCCASIONS: Readonly<Record<string, string>> = {
  event: 'school events',
  trip: 'trips',
  urgent: 'urgent news',
};

const ANSWERED_BY: Readonly<Record<WhoMayReply, string>> = {
  mentioned: 'those they mention',
  following: 'those the account follows',
  everyone: 'everyone',
};

const small = (sentence: string): string =>
  /^[A-Z][a-z]*\b(?!['’.])/.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;

const listed = (words: readonly string[]): string => words.join(', ');

function hours({ posting_hours, rules }: Policy): string {
  if (posting_hours === null || rules['posting-hours'].severity === 'off') {
    return 'posts wait for no hours';
  }
  const { open, excused } = posting_hours;
  const others = excused.map((occasion) => OCCASIONS[occasion] ?? occasion);
  const beyond = others.length === 0 ? 'nothing' : listed(others);
  return `posts go out ${wordsForHours(open)}; at other times only: ${beyond}`;
}

const WEIGHT: Readonly<Record<string, string>> = {
  block: 'a post that breaks it is stopped',
  review: 'a post that breaks it may be sent on with a reason',
  note: 'a post that breaks it is only told so',
};

function rule(name: RuleName): Setting {
  if (name === 'posting-hours') {
    const value = (policy: Policy) => [policy.rules[name], policy.posting_hours];
    return { by: [`rule:${name}`], value, says: hours };
  }
  return {
    by: [`rule:${name}`],
    value: (policy) => [policy.rules[name].severity, optionsIn(policy, name)],
    says: (policy, base) => {
      const means = small(meaningOf(policy, name));
      const { severity } = policy.rules[name];
      const weight = WEIGHT[severity];
      if (weight === undefined) return `it is not checked here that ${means}`;
      return severity === base.rules[name].severity ? means : `${means} (${weight})`;
    },
  };
}

/** Every setting that a school may hold otherwise than the policy it extends. */
export const SETTINGS: readonly Setting[] = [
  ...RULE_NAMES.map(rule),
  {
    by: ['author-roles', 'posting-grant'],
    value: ({ may }) => [may.draft, may.draft_with_grant],
    says: ({ may }) => {
      const others =
        may.draft_with_grant.length === 0
          ? ''
          : `, and with a grant of the head by ${roleWords(may.draft_with_grant)}`;
      return `posts are written by ${roleWords(may.draft)}${others}`;
    },
  },
  {
    by: ['approver-roles', 'approval-by-slt'],
    value: ({ may }) => may.approve,
    says: ({ may }) => `posts are decided on by ${roleWords(may.approve)}`,
  },
  {
    by: ['approval-by-slt'],
    value: ({ approvals }) => approvals,
    says: ({ approvals: { everyday, urgent } }) =>
      `a post needs ${everyday} to approve it, and an urgent one ${urgent}`,
  },
  {
    by: ['follow-requests', 'follower-requests'],
    value: ({ may }) => may.follow,
    says: ({ may }) => `follows are decided on by ${roleWords(may.follow)}`,
  },
  {
    by: ['follow-requests'],
    value: ({ following }) => following,
    says: followingWords,
  },
  {
    by: ['follower-review', 'follower-requests'],
    value: ({ followers }) => followers,
    says: followersWords,
  },
  {
    by: ['mention-triage'],
    value: ({ inappropriate }) => inappropriate,
    says: inappropriateWords,
  },
  {
    by: ['account-approved'],
    value: ({ account_approved_by }) => account_approved_by,
    says: ({ account_approved_by: by }) =>
      by === null
        ? 'an account needs no approval before it is used'
        : `an account is approved by ${roleWords(by)} before it is used`,
  },
  {
    by: ['agreement-gate', 'agreement-countersigned'],
    value: ({ agreement }) => agreement,
    says: ({ agreement }) => {
      if (agreement === null) return 'no agreement is asked for';
      const signs = agreement.countersigned_by;
      const also = signs.length === 0 ? '' : `, and countersigned by ${roleWords(signs, 'and')}`;
      const points = agreement.says.length === 1 ? '1 point' : `${agreement.says.length} points`;
      return `an agreement of ${points} is ${agreement.kind} by each user${also}`;
    },
  },
  {
    by: ['account-visibility'],
    value: ({ visibility }) => visibility,
    says: ({ visibility }) =>
      visibility === null
        ? 'the account may be public or protected'
        : `the account is ${visibility}`,
  },
  {
    by: [],
    value: ({ who_may_reply }) => who_may_reply,
    says: ({ who_may_reply }) => `posts can be answered by ${ANSWERED_BY[who_may_reply]}`,
  },
  {
    by: ['follower-review'],
    value: ({ cadences }) => cadences.follower_review,
    says: ({ cadences: { follower_review: review } }) =>
      review === null
        ? 'no review of followers falls due'
        : `followers are reviewed every ${review.every} by ${roleWords(review.by)}`,
  },
  {
    by: ['password-change'],
    value: ({ cadences }) => cadences.password_change,
    says: ({ cadences: { password_change: when } }) => {
      if (when === null) return 'no change of password falls due';
      return when === 'each-term'
        ? 'the password changes each term'
        : 'the password changes only with the head’s permission';
    },
  },
  {
    by: ['photo-deletion'],
    value: ({ cadences }) => cadences.photo_deletion,
    says: ({ cadences: { photo_deletion: when } }) => {
      if (when === null) return 'nobody is asked to delete photos';
      return when === 'always'
        ? 'photos are deleted once they are posted'
        : 'photos taken on trips are deleted once they are posted';
    },
  },
  {
    by: ['policy-review'],
    value: ({ cadences }) => cadences.policy_review,
    says: ({ cadences: { policy_review: due } }) =>
      due === null ? 'no review of the policy falls due' : `the policy is due for review: ${due}`,
  },
  {
    by: ['related-policies'],
    value: ({ related }) => related,
    says: ({ related }) =>
      related.length === 0 ? 'no related policy is listed' : `related are: ${listed(related)}`,
  },
  {
    by: ['policy-links'],
    value: ({ links }) => links,
    says: ({ links }) =>
      links.length === 0
        ? 'there are no links'
        : `links: ${listed(links.map(({ label }) => label))}`,
  },
  {
    by: ['composer-hint'],
    value: ({ hints }) => hints,
    says: ({ hints }) =>
      hints.length === 0
        ? 'the composer has no hint'
        : `the composer says: ${hints.map(({ says }) => says).join(' ')}`,
  },
  {
    by: [],
    value: ({ purposes }) => purposes,
    says: ({ purposes }) => `the account is for: ${listed(purposes)}`,
  },
  {
    by: [],
    value: ({ school_hours, remind, expire }) => [school_hours, remind, expire],
    says: ({ school_hours, remind, expire }) =>
      `reminders come after ${remind.after_school_hours} school hours, at most ${remind.at_most}, and a post nobody decides on for ${expire.after_school_days} school days is out of time (school hours are ${wordsForHours(school_hours)})`,
  },
];
