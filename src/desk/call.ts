/** The one call to an outlet, with an end: whatever the outlet does, something is known of it in time. */
import type { Outlet, PublishOutcome } from '../ports/outlet.ts';
import type { Attempt } from '../post/attempt.ts';
import { within } from './within.ts';
import { PATIENCE, type World } from './world.ts';

/**
 * Calls the outlet once, and never throws. An outlet that does not answer within the patience (ms) has
 * given `unknown`; an answer that comes after that is handed to `late`, for it still counts.
 */
export async function callOutlet(
  world: World,
  outlet: Outlet,
  asked: { attempt: Attempt; text: string },
  late: (outcome: PublishOutcome) => Promise<void>,
): Promise<PublishOutcome> {
  const { attempt, text } = asked;
  const patience = world.patience ?? PATIENCE;
  // A process that slept here past its lease must not call: another may have asked a person already.
  if (world.clock.now() - attempt.startedAt >= patience.lease - patience.call) {
    return {
      kind: 'later',
      why: 'Bellbird was held up and did not send it.',
      at: world.clock.now(),
    };
  }
  const answer = answerOf(outlet, attempt.account, text);
  const inTime = await within(patience.call, answer);
  if (inTime !== null) return inTime;
  answer.then(late).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    world.log.warn({ draft: attempt.draft, why }, 'a late answer of the outlet was not kept');
  });
  return { kind: 'unknown', why: `${attempt.account} did not answer in time.` };
}

/** An outlet should not throw; one that does may have posted all the same. */
async function answerOf(outlet: Outlet, account: string, text: string): Promise<PublishOutcome> {
  try {
    return await outlet.publish(account, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'unknown', why: `The call to ${account} broke off: ${why}` };
  }
}
