/** What strangers write about a school at the timeline, as a scenario has them write it. */
import { atHandle, mentionsTopic, putMention } from '../../adapters/timeline/circle.ts';
import type { Mention } from '../../src/audience/mention.ts';
import type { Audience } from '../../src/ports/audience.ts';
import type { SchoolAtWork } from './hands.ts';

/** Nobody says a word of the school: as most tests have it, for what is read of others comes between their own cards. */
export const nobodyWrites = (audience: Audience): Audience => ({
  ...audience,
  mentions: async () => ({ items: [], next: null, newest: null, read: 0 }),
});

/** The cast of the timeline writes, and whoever a test has write. */
export const allWrite = (audience: Audience): Audience => audience;

const ACCOUNT = '@Larkfield';
/** Above the ids of the cast. */
let last = 100;

/** Has somebody of the cast, or a stranger of this handle, write something now. Gives its id. */
export async function writes(
  school: Pick<SchoolAtWork, 'world' | 'now'>,
  handle: string,
  text: string,
  more: Partial<Mention> = {},
): Promise<string> {
  const { shelf } = school.world.store;
  const known = await atHandle(shelf, ACCOUNT, handle);
  last += 1;
  const id = more.id ?? String(last);
  const author = known?.profile ?? {
    id: `9${last}`,
    handle,
    name: handle.slice(1),
    bio: '',
    link: null,
    location: '',
    followers: 3,
    following: 9,
    posts: 20,
    createdAt: school.now - 30 * 86_400_000,
    protected: false,
    pictured: true,
  };
  const url = `https://timeline.example/${handle.slice(1)}/${id}`;
  const mention = { id, url, author, text, at: school.now, answers: null, media: 0, hidden: false };
  await putMention(shelf, ACCOUNT, { ...mention, ...more });
  return id;
}

/** True where a reply is hidden below our post. */
export async function isHidden(school: Pick<SchoolAtWork, 'world'>, id: string): Promise<boolean> {
  const item = await school.world.store.shelf.get(mentionsTopic(ACCOUNT), id);
  return (item?.value as Mention | undefined)?.hidden === true;
}
