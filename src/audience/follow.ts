/** Whether the school may follow an account, by its policy. What SLT or the head then decides is theirs. */
import type { LinkKind } from '../policy/audience-schema.ts';
import { readingOf } from '../policy/meaning/reading.ts';
import type { Policy } from '../policy/schema.ts';
import { type Young, youngIn } from './children.ts';
import type { AudienceFacts, Reason } from './facts.ts';
import { type FollowVerdict, linkWeighed, type Weighed } from './link.ts';
import { type Look, lookAt } from './look.ts';
import type { Profile } from './profile.ts';
import { statedKind } from './stated.ts';
import { toldApart } from './told-apart.ts';
import { unsuitableIn } from './unsuitable.ts';

export type FollowJudgement = {
  /** `fine`: nothing in the policy is in the way. `explain`: SLT needs to know more. `against`: the policy speaks against it. */
  verdict: FollowVerdict;
  /** What links it to education; `personal` for a person, `business` for a firm, with no such link; null where it does not show. */
  kind: LinkKind | 'personal' | 'business' | null;
  child: 'pupil' | 'under-13' | 'under-18' | 'former-pupil' | null;
  /** The handle it can be taken for, with its @; null for none. */
  lookalike: string | null;
  /** The reasons for the verdict, the weightiest first. Never a pupil's name. */
  reasons: readonly Reason[];
};

type Rules = Policy['following'];

const NOTHING: readonly string[] = [];
const WEIGHT: Readonly<Record<FollowVerdict, number>> = { against: 0, explain: 1, fine: 2 };

function ofLikeness({ likeness }: Look, handle: string): Weighed[] {
  if (likeness === null) return [];
  const { of, by } = likeness;
  return by === 'letters'
    ? [{ verdict: 'against', says: toldApart(handle, of), clauses: NOTHING }]
    : [
        {
          verdict: 'explain',
          says: `Its handle or name is close to that of ${of}, and it is another account. Check that it is the one you mean.`,
          clauses: NOTHING,
        },
      ];
}

function ofChildren(look: Look, young: Young, rules: Rules): Weighed[] {
  const clauses =
    rules?.former_pupils?.clauses ?? rules?.personal?.clauses ?? rules?.clauses ?? NOTHING;
  const against = (says: string): Weighed => ({ verdict: 'against', says, clauses });
  const found: Weighed[] = [];
  if (young.pupil)
    found.push(against('It bears the name of a pupil on our roll. We follow no pupils.'));
  if (young.namesake)
    found.push({
      verdict: 'explain',
      says: 'It bears the same name as a pupil on our roll, though it reads as an adult’s. Make sure that it is.',
      clauses,
    });
  if (young.under13) found.push(against(`“${young.hint}” reads as a child under 13.`));
  else if (young.under18)
    found.push(against(`“${young.hint}” reads as somebody under 18 or still at school.`));
  const limit = rules?.former_pupils?.under;
  if (found.length > 0 || look.personal === false) return found;
  if (look.formerPupil && look.kind === null) {
    const age = young.most;
    if (limit !== undefined && age !== null && age < limit)
      return [against(`It reads as a former pupil under ${limit}.`)];
    if (limit !== undefined)
      return [
        {
          verdict: 'explain',
          says: `It reads as a former pupil’s. Say how you know that they are ${limit} or over.`,
          clauses,
        },
      ];
  }
  if (limit !== undefined && look.kind === null && look.roles.length === 0)
    return [
      {
        verdict: 'explain',
        says: `It may be a person’s own account. Say who they are, and that they are no former pupil under ${limit}.`,
        clauses,
      },
    ];
  return found;
}

const SAID = /\p{L}{2,}.*\s.*\p{L}{2,}/su;

/**
 * Whether the policy lets the school follow this account. `asked` is what the asker says in its favour, and may be
 * empty: it never outweighs what the profile shows. Never throws. Follows ST-10, ST-11, LH-22, IR-19, SM-19, HR-09.
 */
export function judgeFollow(
  policy: Pick<Policy, 'following'>,
  profile: Profile,
  asked: string,
  facts: AudienceFacts,
): FollowJudgement {
  const look = lookAt(profile, facts);
  const young = youngIn(look);
  const rules = policy.following;
  const unsuitable = unsuitableIn(look, profile);
  const stated = statedKind(asked);
  const weighed: Weighed[] = [
    ...ofChildren(look, young, rules),
    ...ofLikeness(look, profile.handle),
    ...(look.parody
      ? [
          {
            verdict: 'against' as const,
            says: 'It says that it is a joke.',
            clauses: rules?.clauses ?? NOTHING,
          },
        ]
      : []),
    ...unsuitable.map(
      (says): Weighed => ({ verdict: 'against', says, clauses: rules?.clauses ?? NOTHING }),
    ),
    ...(rules === null ? [] : [linkWeighed(look, stated, rules)]),
  ];
  if (facts.roll === null && look.personal !== false)
    weighed.push({
      verdict: 'explain',
      says: 'There is no roll here, so pupils’ names could not be looked for. Make sure that it is no pupil.',
      clauses: NOTHING,
    });
  if (rules?.benefit_said && !SAID.test(readingOf(asked).plain))
    weighed.push({
      verdict: 'explain',
      says: 'Say how following it benefits the school.',
      clauses: rules.clauses,
    });
  if (weighed.length === 0)
    weighed.push({
      verdict: 'fine',
      says: 'Our policy does not speak against it.',
      clauses: NOTHING,
    });
  const reasons = weighed.toSorted((a, b) => WEIGHT[a.verdict] - WEIGHT[b.verdict]);
  return {
    verdict: reasons[0]?.verdict ?? 'explain',
    kind:
      look.kind ??
      (look.words.has('business') || look.words.has('for-schools')
        ? 'business'
        : look.personal
          ? 'personal'
          : null),
    child: childOf(look, young),
    lookalike: look.likeness?.of ?? null,
    reasons: reasons.map(({ says, clauses }) => ({ says, clauses })),
  };
}

function childOf(look: Look, young: Young): FollowJudgement['child'] {
  if (young.pupil) return 'pupil';
  if (young.under13) return 'under-13';
  if (young.under18) return 'under-18';
  return look.formerPupil && look.kind === null && look.personal !== false ? 'former-pupil' : null;
}
