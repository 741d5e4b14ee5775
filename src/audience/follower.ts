/** What matters about a follower when the followers are reviewed, and what is proposed. A person decides. */
import type { Followers, LinkKind, Proposal } from '../policy/audience-schema.ts';
import { KIND_WORDS } from '../policy/audience-words.ts';
import type { Policy } from '../policy/schema.ts';
import { type Young, youngIn } from './children.ts';
import type { AudienceFacts, Reason } from './facts.ts';
import { type Look, lookAt, type PersonRole } from './look.ts';
import { isLikeAMachine, ODD, type OddSign, oddness, oddOf } from './odd.ts';
import type { Profile } from './profile.ts';
import { toldApart } from './told-apart.ts';
import { unsuitableIn } from './unsuitable.ts';

export type FollowerReading = {
  age: 'under-13' | 'under-18' | null;
  /** Bears the name of a pupil on our roll, and does not read as an adult's. */
  pupil: boolean;
  /** What links it to the school or to education; null where nothing shows. */
  focus: PersonRole | LinkKind | 'supplier' | 'local' | null;
  /** Spam, scam, sexual, betting. */
  unsuitable: boolean;
  lookalike: string | null;
  odd: readonly OddSign[];
  /** 0 to 100, to sort by: the most doubtful has the most. */
  doubt: number;
  /**
   * True where somebody may keep it among others at one tap: it belongs, and nothing speaks against it. That nothing
   * is odd about a person is not enough: ST-07, IR-18 and SM-15 have those looked at who show no interest in the
   * school, and where LH-21 lets no pupil follow, a stranger who tells no age may be one.
   */
  plainFine: boolean;
  proposal: Proposal;
  reasons: readonly Reason[];
};

/** What is proposed where a policy is silent. */
const FLOOR: Followers = {
  unsuitable: { propose: 'block', clauses: [] },
  no_interest: null,
  pupil: { propose: 'point', clauses: [] },
  under_13: { propose: 'point', clauses: [] },
  welcome: { clauses: [] },
};

const FOCUS_WORDS: Readonly<Record<PersonRole | 'supplier' | 'local', string>> = {
  parent: 'Its profile speaks of a parent or family.',
  governor: 'Its profile speaks of a governor.',
  staff: 'Its profile speaks of somebody who works in a school.',
  supplier: 'It sells to schools.',
  local: 'It names our school or our place.',
};

const isRole = (focus: string): focus is PersonRole | 'supplier' | 'local' =>
  Object.hasOwn(FOCUS_WORDS, focus);

function focusOf(look: Look): FollowerReading['focus'] {
  if (look.kind !== null) return look.kind;
  const role = (['governor', 'staff', 'parent'] as const).find((one) => look.roles.includes(one));
  if (role !== undefined) return role;
  return look.words.has('for-schools') ? 'supplier' : look.ours ? 'local' : null;
}

/** Wholly about something else: selling, a fan's page, a robot. */
const aside = ({ words, parody }: Look): boolean =>
  (words.has('business') && !words.has('for-schools')) ||
  words.has('fans') ||
  words.has('bot') ||
  parody;

type Found = { proposal: Proposal; doubt: number; reasons: Reason[] };

function proposed(
  handle: string,
  look: Look,
  young: Young,
  bad: readonly string[],
  machine: boolean,
  rules: Followers,
): Found | null {
  const reason = (says: string, clauses: readonly string[]): Reason => ({ says, clauses });
  if (bad.length > 0)
    return {
      proposal: rules.unsuitable.propose,
      doubt: 95,
      reasons: bad.map((says) => reason(says, rules.unsuitable.clauses)),
    };
  if (young.pupil)
    return {
      proposal: rules.pupil.propose,
      doubt: 92,
      reasons: [reason('It bears the name of a pupil on our roll.', rules.pupil.clauses)],
    };
  if (young.under13)
    return {
      proposal: rules.under_13.propose,
      doubt: 90,
      reasons: [reason(`“${young.hint}” reads as a child under 13.`, rules.under_13.clauses)],
    };
  if (look.likeness?.by === 'letters')
    return {
      proposal: rules.unsuitable.propose,
      doubt: 85,
      reasons: [reason(toldApart(handle, look.likeness.of), rules.unsuitable.clauses)],
    };
  if (look.parody && look.ours)
    return {
      proposal: rules.unsuitable.propose,
      doubt: 85,
      reasons: [reason('It makes fun of our own school.', rules.unsuitable.clauses)],
    };
  if (machine && focusOf(look) === null)
    return {
      proposal: rules.unsuitable.propose,
      doubt: 70,
      reasons: [
        reason('So much about it is odd that it may be a robot’s.', rules.unsuitable.clauses),
      ],
    };
  if (aside(look) && focusOf(look) === null) {
    const { propose, clauses } = rules.no_interest ?? { propose: 'keep', clauses: [] };
    return {
      proposal: propose,
      doubt: 60,
      reasons: [reason('Nothing in it has to do with the school.', clauses)],
    };
  }
  return null;
}

/**
 * What matters about a follower. Never throws; its work does not grow with a profile longer than X allows.
 * Follows ST-07, LH-03, LH-19 to LH-21, IR-14 to IR-16, IR-18, SM-15, SM-16.
 */
export function readFollower(
  policy: Pick<Policy, 'followers'>,
  profile: Profile,
  facts: AudienceFacts,
): FollowerReading {
  const look = lookAt(profile, facts);
  const young = youngIn(look);
  const rules = policy.followers ?? FLOOR;
  const bad = unsuitableIn(look, profile);
  const odd = oddOf(profile, facts.at);
  const oddly = oddness(odd);
  const focus = focusOf(look);
  const found = proposed(profile.handle, look, young, bad, isLikeAMachine(odd), rules);
  const reasons: Reason[] = [...(found?.reasons ?? [])];
  if (young.under18 && !young.under13)
    reasons.push({
      says: `“${young.hint}” reads as somebody under 18.`,
      clauses: rules.pupil.clauses,
    });
  if (young.namesake)
    reasons.push({
      says: 'It bears the same name as a pupil on our roll, though it reads as an adult’s.',
      clauses: [],
    });
  if (look.likeness?.by === 'near')
    reasons.push({
      says: `Its handle or name is close to that of ${look.likeness.of}.`,
      clauses: [],
    });
  if (look.check !== null) reasons.push({ says: look.check, clauses: [] });
  for (const sign of odd) {
    const { says } = ODD[sign];
    if (says !== null) reasons.push({ says, clauses: [] });
  }
  if (focus !== null)
    reasons.push({
      says: isRole(focus) ? FOCUS_WORDS[focus] : `It reads as ${KIND_WORDS[focus]}: ${look.by}.`,
      clauses: rules.welcome.clauses,
    });
  else if (found === null)
    reasons.push({
      says: 'Nothing in it says what links it to the school.',
      clauses: rules.no_interest?.clauses ?? [],
    });
  const small =
    Math.min(40, oddly) +
    (young.under18 ? 45 : 0) +
    (focus === null ? 12 : 0) +
    (young.namesake ? 20 : 0) +
    (look.likeness === null ? 0 : 20);
  return {
    age: young.under13 ? 'under-13' : young.under18 ? 'under-18' : null,
    pupil: young.pupil,
    focus,
    unsuitable: bad.length > 0,
    lookalike: look.likeness?.of ?? null,
    odd,
    doubt: Math.min(100, found === null ? small : found.doubt + Math.floor(oddly / 20)),
    plainFine:
      found === null &&
      focus !== null &&
      look.check === null &&
      !young.under18 &&
      !young.namesake &&
      look.likeness === null &&
      oddly < 25,
    proposal: found?.proposal ?? 'keep',
    reasons,
  };
}
