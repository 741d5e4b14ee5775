/** What Slack lets a rich text hold. */
import { isThing } from './json.ts';
import { type Found, keys, length, list, oneOf } from './shape.ts';

/** The leaves of a rich text, with the keys each must have and may have. */
const LEAVES: Record<string, [needs: string, may: string]> = {
  text: ['text', ''],
  link: ['url', 'text unsafe'],
  user: ['user_id', ''],
  usergroup: ['usergroup_id', ''],
  channel: ['channel_id', ''],
  team: ['team_id', ''],
  broadcast: ['range', ''],
  emoji: ['name', 'unicode url skin_tone'],
  date: ['timestamp format', 'url fallback'],
  color: ['value', ''],
};
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline', 'highlight', 'client_highlight'];

function leaf(it: unknown, at: string, found: Found) {
  if (!isThing(it)) return found('must provide an object', at);
  const [needs, may] = LEAVES[String(it.type)] ?? [];
  if (needs === undefined) return found(`unsupported type: ${String(it.type)}`, `${at}/type`);
  keys(it, at, `type ${needs}`, `style ${may}`, found);
  if (it.type === 'text') length(it.text, `${at}/text`, 40_000, found);
  if (it.type === 'link') length(it.url, `${at}/url`, 3000, found);
  if (it.style === undefined) return;
  if (!isThing(it.style)) return found('must provide an object', `${at}/style`);
  keys(it.style, `${at}/style`, '', `${STYLES.join(' ')} unlink`, found);
}

function leaves(it: unknown, at: string, found: Found) {
  for (const [index, each] of list(it, at, 1000, found).entries())
    leaf(each, `${at}/${index}`, found);
}

function part(it: unknown, at: string, found: Found) {
  if (!isThing(it)) return found('must provide an object', at);
  switch (it.type) {
    case 'rich_text_section':
      keys(it, at, 'type elements', '', found);
      return leaves(it.elements, `${at}/elements`, found);
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      keys(it, at, 'type elements', 'border language', found);
      return leaves(it.elements, `${at}/elements`, found);
    case 'rich_text_list':
      keys(it, at, 'type elements style', 'indent offset border', found);
      oneOf(it.style, `${at}/style`, ['bullet', 'ordered'], found);
      for (const [index, each] of list(it.elements, `${at}/elements`, 1000, found).entries()) {
        const here = `${at}/elements/${index}`;
        if (!isThing(each) || each.type !== 'rich_text_section')
          found('must be a rich_text_section', here);
        else part(each, here, found);
      }
      return;
    default:
      found(`unsupported type: ${String(it.type)}`, `${at}/type`);
  }
}

/** Faults the elements of a rich text block. */
export function richText(it: unknown, at: string, found: Found) {
  for (const [index, each] of list(it, at, 1000, found).entries())
    part(each, `${at}/${index}`, found);
}
