/** Who may be mentioned in a post by @handle. */
import type { Reader } from '../ports/store.ts';
import type { School } from '../school/school.ts';

/** Handles that may be mentioned now, as they are written: those of the school file, and those whose agreement holds. */
export async function confirmedHandles(
  reader: Pick<Reader, 'handlesAgreed'>,
  school: School,
  now: number,
): Promise<Set<string>> {
  const agreed = await reader.handlesAgreed(school.id);
  const standing = agreed.filter(({ expiresAt }) => expiresAt > now).map(({ handle }) => handle);
  return new Set([...school.handles, ...standing]);
}
