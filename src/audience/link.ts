/** What an account's link to education, or the want of one, comes to under a policy. */
import type { Following, LinkKind } from '../policy/audience-schema.ts';
import { KIND_WORDS } from '../policy/audience-words.ts';
import type { Reason } from './facts.ts';
import type { Look } from './look.ts';

export type FollowVerdict = 'fine' | 'explain' | 'against';
export type Weighed = Reason & { verdict: FollowVerdict };

/** Why an account without a link is not plainly against the policy: each leaves a question that a person can answer. */
function openQuestion(look: Look, stated: LinkKind | null): string | null {
  const { words, roles } = look;
  if (words.has('politics'))
    return 'It speaks for a party or a politician. A school stays out of party politics: say why it matters here.';
  if (stated !== null)
    return `You say that it is ${KIND_WORDS[stated]}; its profile does not show it.`;
  if (look.writes)
    return 'It is a writer’s or an illustrator’s. Say what their work is to children.';
  if (words.has('chaplain'))
    return 'It is the account of somebody who serves the community. Say what they do with the school.';
  if (words.has('for-schools')) return 'It sells to schools. Say why we follow it.';
  if (roles.includes('staff') || roles.includes('governor'))
    return 'It is the personal account of somebody in education. Say what makes it worth following.';
  if (look.bare || look.personal !== true)
    return 'Its profile does not show what it is. Say what links it to education.';
  return null;
}

/**
 * The link as the policy weighs it: an account of a kind the policy has in mind is fine, one of another kind is to
 * be explained, and one that plainly has none (a shop, a fan's page, a private person) is against it, where the
 * policy names kinds or forbids personal accounts. `stated` is what the asker says it is.
 */
export function linkWeighed(look: Look, stated: LinkKind | null, rules: Following): Weighed {
  const { kinds, clauses, personal } = rules;
  const { kind, by, check, words } = look;
  const own = look.personal === true && personal !== null;
  const of = own ? [...new Set([...personal.clauses, ...clauses])] : clauses;
  if (kind !== null && (kinds === null || kinds.includes(kind)))
    return check === null
      ? { verdict: 'fine', says: `It reads as ${KIND_WORDS[kind]}: ${by}.`, clauses }
      : { verdict: 'explain', says: check, clauses };
  if (kind !== null) {
    const says = `It reads as ${KIND_WORDS[kind]}, which our policy does not name. Say what it brings to pupils’ learning.`;
    return { verdict: 'explain', says, clauses };
  }
  if ((words.has('business') && !words.has('for-schools')) || words.has('fans')) {
    const what = words.has('fans') ? 'It is a fan’s or a parody account' : 'It sells something';
    const verdict = kinds === null ? 'explain' : 'against';
    return { verdict, says: `${what}, and shows no link to education.`, clauses: of };
  }
  const question = openQuestion(look, stated);
  if (question !== null) return { verdict: 'explain', says: question, clauses: of };
  return own
    ? {
        verdict: 'against',
        says: 'It is a personal account, and shows no link to education.',
        clauses: of,
      }
    : {
        verdict: 'explain',
        says: 'It is a personal account. Say what it brings to the school.',
        clauses: of,
      };
}
