/** Opening a draft's card again: one more copy that changes when the draft does. */
import { deciders, names } from '../school/people.ts';
import { type Call, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

export type Audience = 'author' | 'slt';

/** Lets the author or SLT open a draft's card, and remembers where it stands. */
export function open(
  world: World,
  call: Call,
  id: string,
): Promise<Result<{ draft: string; audience: Audience }>> {
  return turn(world, call, async ({ tx, school }) => {
    const draft = await tx.draft(school.id, id);
    if (!draft) return refuse('This post is not on our desk any more.');
    const slt = deciders(school, []);
    const isAuthor = draft.author === call.person.id;
    if (!isAuthor && !slt.some((person) => person.id === call.person.id)) {
      const author = school.people.find((person) => person.id === draft.author);
      return refuse(`Only ${names([...(author ? [author] : []), ...slt])} can open this post.`);
    }
    const audience: Audience = isAuthor ? 'author' : 'slt';
    if (call.ref !== null) {
      const copy = { school: school.id, draft: id, chat: call.chat, ref: call.ref };
      await tx.addCopy({ ...copy, audience, asked: null });
    }
    return { ok: true, draft: id, audience };
  });
}
