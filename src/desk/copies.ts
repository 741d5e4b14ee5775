/** Copies of a draft's card: one more that changes when the draft does. */
import type { Draft } from '../post/draft.ts';
import { deciders, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { type Call, turn } from './turn.ts';
import { type Result, refuse, type World } from './world.ts';

export type Audience = 'author' | 'slt';

/** Whether this person may see a draft's card, and as whom: its author, or one of those who decide. */
export function maySee(
  school: School,
  person: Pick<Person, 'id'>,
  draft: Draft | null,
): Result<{ audience: Audience }> {
  if (!draft) return refuse('This post is not on our desk any more.');
  if (draft.author === person.id) return { ok: true, audience: 'author' };
  const slt = deciders(school, []);
  if (slt.some((each) => each.id === person.id)) return { ok: true, audience: 'slt' };
  const author = school.people.find((each) => each.id === draft.author);
  return refuse(`Only ${names([...(author ? [author] : []), ...slt])} can open this post.`);
}

/** Lets the author or SLT open a draft's card, and remembers where it stands. */
export function open(
  world: World,
  call: Call,
  id: string,
): Promise<Result<{ draft: string; audience: Audience }>> {
  return turn(world, call, async ({ tx, school }) => {
    const may = maySee(school, call.person, await tx.draft(school.id, id));
    if (!may.ok) return may;
    const { audience } = may;
    if (call.ref !== null) {
      const copy = { school: school.id, draft: id, chat: call.chat, ref: call.ref };
      await tx.addCopy({ ...copy, audience, asked: null });
    }
    return { ok: true, draft: id, audience };
  });
}

/**
 * Remembers the touched card, where nobody does: a chat may have put up a card and been cut off before it said
 * where, and then another was put up in its stead. From now on it changes with its draft, as the other does.
 */
export async function adoptTouched(world: World, call: Call, id: string): Promise<void> {
  const { school, chat, touched } = call;
  if (touched === null) return;
  const copies = await world.store.read.copies(school.id, id);
  if (copies.some((copy) => copy.chat === chat && copy.ref === touched)) return;
  await open(world, { ...call, delivery: null, ref: touched }, id);
}
