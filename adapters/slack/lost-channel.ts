/** Telling those who decide what keeps them from it, so that nothing waits unseen. */
import { sayCard } from '../../cards/say.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { deciders } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';
import type { Line } from './line.ts';
import { direct, say } from './places.ts';

/** So often at most, ms. */
const AGAIN = 60 * 60_000;
const CHANNEL_FAULTS = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];

/**
 * A word in the messages of each person who decides, where a post for them could not be put in their channel.
 * The card itself is tried again by whoever posts it. Never throws.
 */
export function lostChannel(
  line: Line,
  clock: Clock,
): (school: School, fault: unknown) => Promise<void> {
  const told = new Map<string, number>();
  return async (school, fault) => {
    const name = fault instanceof Error ? String(fault.cause) : '';
    if (!(fault instanceof Error) || !CHANNEL_FAULTS.includes(name)) return;
    if (clock.now() - (told.get(school.id) ?? 0) < AGAIN) return;
    told.set(school.id, clock.now());
    const says = `${fault.message} Posts wait for you meanwhile: /desk shows them, and nothing is lost.`;
    const card = sayCard('Your channel cannot be reached', says, 'stop');
    for (const { slack } of deciders(school, [])) {
      if (slack === null) continue;
      await direct(line, school, slack, card).catch(() => {
        line.log.error({ school: school.id }, 'nobody of SLT could be told of their lost channel');
      });
    }
  };
}

/** A word in SLT's channel that nobody can decide until something is put right. Never throws. */
export async function unseated(line: Line, school: School, why: string): Promise<void> {
  if (school.slack === null) return;
  const card = sayCard('Nobody can decide on posts just now', why, 'stop');
  const to = { channel: school.slack.sltChannel, thread: null };
  await say(line, school, to, card).catch(() => {
    line.log.error({ school: school.id }, 'SLT could not be told that nobody sits');
  });
}
