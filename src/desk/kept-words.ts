/** Which words of a post are stored, and for how long, where a pupil is named in them. */
import { blockedForName, namesPupil, withoutWords } from '../policy/conceal.ts';
import { contentHash, type Revision } from '../post/revision.ts';
import type { Turn } from './turn.ts';
import { HELD_FOR } from './unkept.ts';
import type { World } from './world.ts';

/** So many jobs of the next half hour are looked through after a restart. */
const MOST_PROMISES = 5_000;

/**
 * The wording as it may be stored: without the words where a rule blocks them for a pupil's name. Those are
 * held in memory for a while, for the author to put right.
 */
export function storable(turn: Turn, revision: Revision): Revision {
  if (!blockedForName(revision.verdict)) return revision;
  const { verdict, account } = revision;
  return {
    ...revision,
    text: '',
    hash: contentHash({ account, text: '' }),
    verdict: withoutWords(turn.school.policy, verdict),
  };
}

/**
 * Holds in memory what was not stored, once the turn stands: a wording that was refused is never held. When
 * they are let go the card that promised them is drawn anew.
 */
export async function holdUnstored(turn: Turn, written: Revision, stored: Revision): Promise<void> {
  if (stored.text === written.text) return;
  const { draft, number, text, verdict } = written;
  turn.afterwards(() => turn.world.unkept.hold(draft, number, { text, verdict }));
  for (const chat of turn.world.chatsOf(turn.school.id)) {
    const payload = { tell: 'refresh', chat, letsGo: true };
    await turn.plan({ kind: 'notice', draft, payload, dueAt: turn.now + HELD_FOR });
  }
}

/** After a restart nothing is held any more: every card that promises words is drawn anew now. */
export async function letGo(world: World): Promise<void> {
  const now = world.clock.now();
  const jobs = await world.store.read.dueJobs(now + HELD_FOR, MOST_PROMISES);
  const promises = jobs.filter(({ payload }) => payload.letsGo === true);
  if (promises.length === 0) return;
  await world.store.transaction(async (tx) => {
    for (const job of promises) await tx.putJob({ ...job, dueAt: now });
  });
}

/** Once a wording in which a pupil is named will not go out, its words are not kept any longer. */
export async function forgetNames(turn: Turn, revision: Revision | null): Promise<void> {
  if (!revision || revision.text === '' || !namesPupil(revision.verdict)) return;
  const verdict = withoutWords(turn.school.policy, revision.verdict);
  await turn.tx.forgetWords(turn.school.id, revision.draft, revision.number, verdict);
}
