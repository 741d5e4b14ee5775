/** Taking a post back before it is out: by its author, or by SLT once it is with them. */
import { deciders, names } from '../school/people.ts';
import { voidApproval } from './approval.ts';
import { forgetNames } from './kept-words.ts';
import { type Call, overtaken, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

/** Withdraws a draft that is not out or on its way. Its cards stay and say so. */
export function withdraw(
  world: World,
  call: Call,
  place: { draft: string },
): Promise<Result<{ draft: string }>> {
  return turn(world, call, async (turn) => {
    const { school, tx } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft) return refuse('This post is not on our desk any more.');
    const author = school.people.find((each) => each.id === draft.author);
    const slt = deciders(school, []);
    const isSlt = slt.some((each) => each.id === call.person.id);
    if (draft.author !== call.person.id && !(isSlt && draft.state !== 'drafted')) {
      return refuse(`Only ${names([...(author ? [author] : []), ...slt])} can withdraw this post.`);
    }
    const moved = await turn.move(draft, 'withdraw', {
      slot: null,
      note: call.person.id === draft.author ? null : `${call.person.name} withdrew it.`,
    });
    if (!moved) return overtaken(turn, draft.id);
    await voidApproval(turn, draft);
    await forgetNames(turn, await tx.revision(school.id, draft.id, draft.revision));
    await turn.record('draft.withdrawn', draft.id, { revision: draft.revision, from: draft.state });
    await turn.tell(draft.id, { tell: 'refresh' });
    if (call.person.id !== draft.author) {
      const title = `${call.person.name} has withdrawn your post`;
      await turn.tell(draft.id, { tell: 'author', title, text: 'Ask them why, or write it anew.' });
    }
    return { ok: true, draft: draft.id };
  });
}
