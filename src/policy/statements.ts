import type { Checked } from './rule.ts';
import { optionsIn } from './rules/index.ts';
import type { Policy, Statement } from './schema.ts';

/** True where the policy's device rule is about this post and nobody has said which device it is. */
function deviceIsOpen(policy: Policy, draft: Pick<Checked, 'device' | 'photos'>): boolean {
  if (policy.rules.device.severity === 'off' || draft.device !== undefined) return false;
  return optionsIn(policy, 'device').posts !== 'with-photos' || draft.photos.length > 0;
}

/** The boxes this policy wants ticked before this draft is sent, in the policy's order. */
export function statementsDue(
  policy: Policy,
  draft: Pick<Checked, 'device' | 'photos'>,
): Statement[] {
  return policy.statements.filter(
    ({ asked }) => asked !== 'device-unknown' || deviceIsOpen(policy, draft),
  );
}
