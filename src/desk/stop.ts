/** Stopping an approved post before it is out. */
import type { Draft } from '../post/draft.ts';
import { voidApproval } from './approval.ts';
import type { Turn } from './turn.ts';

/** Takes an approval back that no longer holds: the author and SLT see why. */
export async function stop(turn: Turn, draft: Draft, why: string): Promise<void> {
  const moved = await turn.move(draft, 'void', { slot: null, note: why });
  if (!moved) return;
  await voidApproval(turn, draft);
  await turn.record('draft.stopped', draft.id, { revision: draft.revision });
  await turn.tell(
    draft.id,
    { tell: 'refresh' },
    { tell: 'author', title: 'Your post was stopped before it went out', text: why },
    {
      tell: 'slt',
      title: `Post ${draft.number} was stopped before it went out`,
      text: `${why} Its author can edit it and send it again; whoever decides can type /tweet withdraw ${draft.number}.`,
    },
  );
}
