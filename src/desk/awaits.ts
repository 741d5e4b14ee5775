/** Posts that wait for a decision: since when, what is flagged, and when those who decide are reminded. */
import type { Draft } from '../post/draft.ts';
import type { Revision } from '../post/revision.ts';
import { deciders, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import type { Awaits } from './view.ts';
import type { World } from './world.ts';

/** What a reader of a list is told of a post that is `submitted`; null of any other. */
export async function awaitsOf(
  world: World,
  school: School,
  reader: Person,
  draft: Draft,
  revision: Revision | null,
): Promise<Awaits | null> {
  if (draft.state !== 'submitted' || !revision) return null;
  const { read } = world.store;
  const decisions = await read.decisions(school.id, draft.id, draft.revision);
  const out = [draft.author, revision.editor, ...decisions.map(({ by }) => by)];
  const flags = revision.verdict.findings.filter(({ severity }) => severity !== 'note');
  return {
    text: revision.text,
    flags: [...new Set(flags.map(({ message }) => message))],
    reminded: (await read.approval(school.id, draft.id, draft.revision))?.reminded ?? 0,
    next: await read.dueOf(school.id, draft.id, 'remind'),
    decides: deciders(school, out).some(({ id }) => id === reader.id),
  };
}
