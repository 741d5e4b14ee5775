/** What may be done about a mention. */
import type { Inappropriate, Remedy } from '../policy/audience-schema.ts';
import type { Gravity } from './hits.ts';
import type { Mention } from './mention.ts';

/** What a person may do about a mention; `nothing` is always among them. */
export type Action = 'nothing' | Exclude<Remedy, 'remove'>;

const FLOOR_REMEDIES: readonly Remedy[] = ['hide', 'mute', 'block', 'report', 'escalate'];
/** What the product can do by itself, whatever a document names. */
const OWN_REMEDIES: readonly Remedy[] = ['hide', 'mute'];

/** What is proposed first, by how grave it is. */
const ORDER: Readonly<Record<Gravity, readonly Exclude<Action, 'nothing'>[]>> = {
  serious: ['escalate', 'report', 'block', 'hide', 'mute'],
  plain: ['block', 'report', 'hide', 'mute'],
  mild: ['hide', 'mute', 'block', 'report'],
};

/** What a person may do about a mention, what is proposed first; `gravity` is null for one that is not inappropriate. */
export function actionsFor(
  mention: Mention,
  gravity: Gravity | null,
  rules: Inappropriate | null,
): Action[] {
  if (gravity === null) return ['nothing'];
  const named = rules?.remedies.actions ?? FLOOR_REMEDIES;
  const fits = ORDER[gravity].filter((action) => {
    // Only a reply to a post of ours can be hidden.
    if (action === 'hide' && (mention.answers === null || mention.hidden)) return false;
    return named.includes(action) || OWN_REMEDIES.includes(action);
  });
  return [...fits, 'nothing'];
}
