/** Which words of a post are stored, and for how long, where a pupil is named in them. */
import { blockedForName, namesPupil, withoutWords } from '../policy/conceal.ts';
import { contentHash, type Revision } from '../post/revision.ts';
import type { Turn } from './turn.ts';

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

/** Holds in memory what was not stored, once the turn stands: a wording that was refused is never held. */
export function holdUnstored(turn: Turn, written: Revision, stored: Revision): void {
  if (stored.text === written.text) return;
  const { draft, number, text, verdict } = written;
  turn.afterwards(() => turn.world.unkept.hold(draft, number, { text, verdict }));
}

/** Once a wording in which a pupil is named will not go out, its words are not kept any longer. */
export async function forgetNames(turn: Turn, revision: Revision | null): Promise<void> {
  if (!revision || revision.text === '' || !namesPupil(revision.verdict)) return;
  const verdict = withoutWords(turn.school.policy, revision.verdict);
  await turn.tx.forgetWords(turn.school.id, revision.draft, revision.number, verdict);
}
