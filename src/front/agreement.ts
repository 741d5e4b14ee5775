/** `/policy agree`: what is agreed to, and how this person's agreement stands. */
import { agreementCard, agreementFirstCard } from '../../cards/agreement.ts';
import { policyStamp } from '../desk/judge.ts';
import type { Call } from '../desk/turn.ts';
import type { Refusal, World } from '../desk/world.ts';
import { hasRole } from '../school/people.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';

export async function agreementAnswer(world: World, call: Call, as: Answer['as']): Promise<Answer> {
  const { school, person } = call;
  const { policy } = school;
  const asked = policy.agreement;
  if (asked === null) return refusal({ ok: false, says: 'Our policy asks for no agreement.' });
  const agreed = await world.store.read.agreement(school.id, person.id, policyStamp(school));
  const missing = asked.countersigned_by.filter(
    (role) => !agreed?.countersigned.some((each) => each.role === role),
  );
  const countersigners = school.people.filter((each) => hasRole(each, missing));
  const card = agreementCard({
    now: world.clock.now(),
    timezone: school.timezone,
    policy: { title: policy.title, version: policy.version },
    kind: asked.kind,
    says: asked.says,
    agreed,
    names: Object.fromEntries(school.people.map((each) => [each.id, each.name])),
    begun: world.begun.find({ ...call, draft: null }) !== null,
    countersigners: countersigners.map((each) => each.name),
  });
  return { as, card };
}

/**
 * A refusal of a new post. Where it is the agreement that is missing, what was typed stands on the answer, and is
 * held so that it can be gone on with.
 */
export function refusedPost(
  world: World,
  call: Call,
  refused: Refusal,
  fields: Readonly<Record<string, string>>,
): Answer {
  if (refused.agreement === undefined) return refusal(refused);
  const { text = '' } = fields;
  if (text.trim() !== '') world.begun.hold({ ...call, draft: null }, fields);
  const own = refused.agreement === 'own';
  const { says } = refused;
  const card = agreementFirstCard({ says, own, words: text, name: call.person.name });
  return { as: own ? 'card' : 'note', card };
}
