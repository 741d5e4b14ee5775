/** What matters about a follower when the followers are reviewed, and what is proposed. A person decides. */
import type { Followers, LinkKind, Proposal } from '../policy/audience-schema.ts';
import { KIND_WORDS } from '../policy/audience-words.ts';
import type { Policy } from '../policy/schema.ts';
import { type Young, youngIn } from './children.ts';
import type { AudienceFacts, Reason } from './facts.ts';
import { type Look, lookAt, type PersonRole } from './look.ts';
import type { Profile } from './profile.ts';
import { unsuitableIn } from './unsuitable.ts';

/** Small things that say little each: no picture of its own, made lately, follows many and is followed by few, and so on. */
export type OddSign =
  | 'no-picture'
  | 'new'
  | 'ratio'
  | 'silent'
  | 'numbered'
  | 'empty'
  | 'protected';

export type FollowerReading = {
  age: 'under-13' | 'under-18' | null;
  /** Bears the name of a pupil on our roll, and does not read as an adult's. */
  pupil: boolean;
  /** What links it to the school or to education; null where nothing shows. */
  focus: PersonRole | LinkKind | 'local' | null;
  /** Spam, scam, sexual, betting. */
  unsuitable: boolean;
  lookalike: string | null;
  odd: readonly OddSign[];
  /** 0 to 100, to sort by: the most doubtful has the most. */
  doubt: number;
  /** True where somebody may keep it among others at one tap: it belongs, and nothing speaks against it. */
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

const DAY = 24 * 3600 * 1000;
const NEW = 30 * DAY;

const ODD: Readonly<Record<OddSign, { doubt: number; says: string | null }>> = {
  'no-picture': { doubt: 10, says: 'It has no picture.' },
  new: { doubt: 12, says: 'It is less than a month old.' },
  ratio: { doubt: 14, says: 'It follows very many and few follow it.' },
  silent: { doubt: 8, says: 'It has hardly posted.' },
  numbered: { doubt: 6, says: 'Its handle ends in a long number.' },
  empty: { doubt: 6, says: null },
  protected: { doubt: 0, says: 'Its posts are protected.' },
};
/** So many odd signs together read as an account made by a machine. */
const LIKE_A_MACHINE = 42;

function oddOf(profile: Profile, at: number): OddSign[] {
  const { pictured, createdAt, followers, following, posts, handle, bio } = profile;
  const signs: [OddSign, boolean][] = [
    ['no-picture', !pictured],
    ['new', createdAt !== null && at - createdAt < NEW],
    ['ratio', following > 400 && following > followers * 15],
    ['silent', posts < 3],
    ['numbered', /\d{5,}$/.test(handle)],
    ['empty', bio.trim() === ''],
    ['protected', profile.protected],
  ];
  return signs.filter(([, there]) => there).map(([sign]) => sign);
}

const FOCUS_WORDS: Readonly<Record<PersonRole | 'local', string>> = {
  parent: 'Its profile speaks of a parent or family.',
  governor: 'Its profile speaks of a governor.',
  staff: 'Its profile speaks of somebody who works in a school.',
  local: 'It names our school or our place.',
};

const isRole = (focus: string): focus is PersonRole | 'local' => Object.hasOwn(FOCUS_WORDS, focus);

function focusOf(look: Look): FollowerReading['focus'] {
  if (look.kind !== null) return look.kind;
  const role = (['governor', 'staff', 'parent'] as const).find((one) => look.roles.includes(one));
  return role ?? (look.ours ? 'local' : null);
}

/** Wholly about something else: selling, a fan's page, a robot. */
const aside = ({ words }: Look): boolean =>
  words.has('business') || words.has('fans') || words.has('bot');

type Found = { proposal: Proposal; doubt: number; reasons: Reason[] };

function proposed(
  look: Look,
  young: Young,
  bad: readonly string[],
  odd: number,
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
      reasons: [
        reason(`It looks like ${look.likeness.of} but is not it.`, rules.unsuitable.clauses),
      ],
    };
  if (odd >= LIKE_A_MACHINE && focusOf(look) === null)
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
  const oddness = odd.reduce((sum, sign) => sum + ODD[sign].doubt, 0);
  const focus = focusOf(look);
  const found = proposed(look, young, bad, oddness, rules);
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
  for (const sign of odd) {
    const { says } = ODD[sign];
    if (says !== null) reasons.push({ says, clauses: [] });
  }
  if (focus !== null)
    reasons.push({
      says: isRole(focus) ? FOCUS_WORDS[focus] : `It is ${KIND_WORDS[focus]}.`,
      clauses: rules.welcome.clauses,
    });
  else if (found === null)
    reasons.push({
      says: 'Nothing in it says what links it to the school.',
      clauses: rules.no_interest?.clauses ?? [],
    });
  const small =
    Math.min(40, oddness) +
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
    doubt: Math.min(100, found === null ? small : found.doubt + Math.floor(oddness / 20)),
    plainFine:
      found === null &&
      focus !== null &&
      !young.under18 &&
      !young.namesake &&
      look.likeness === null &&
      oddness < 25,
    proposal: found?.proposal ?? 'keep',
    reasons,
  };
}
