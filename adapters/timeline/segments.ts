/** A post's text cut into plain words, links, hashtags and handles, so that a page can colour them without markup. */
import tt from 'twitter-text';

export type Segment = { kind: 'text' | 'link' | 'hashtag' | 'mention'; text: string };

/** Longer texts, in UTF-16 units, stay plain: finding links takes time in proportion to the square. */
const LONGEST = 4000;

/** The segments of a text, in order; put together they are the text again. */
export function segments(text: string): Segment[] {
  if (text.length > LONGEST) return [{ kind: 'text', text }];
  const found: Segment[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) found.push({ kind: 'text', text: text.slice(at, to) });
  };
  for (const entity of tt.extractEntitiesWithIndices(text)) {
    const [from, to] = entity.indices;
    const kind = 'url' in entity ? 'link' : 'hashtag' in entity ? 'hashtag' : 'mention';
    if ('cashtag' in entity || from < at) continue;
    plain(from);
    found.push({ kind, text: text.slice(from, to) });
    at = to;
  }
  plain(text.length);
  return found;
}
