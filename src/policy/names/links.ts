/** Names inside addresses: josh.brown@school.example, /img/josh-brown.jpg. */
import type { Roll } from '../../school/roll.ts';
import { isWord } from './english.ts';
import { keysOf, type Plain } from './plain.ts';
import { firstAmong, partsOf, type TagName } from './tags.ts';
import type { Stretch } from './tokens.ts';

const EMAIL = /^[^@/\s]+(?=@)/u;
/** Where a link's path begins: the host names no pupil. */
const PATH = /^(?:https?:\/\/)?[^/\s]+/iu;
/** A picture or paper of somebody, of which a first name is enough; the news of the world has first names too. */
const FILE = /\.(?:jpe?g|png|gif|webp|heic|pdf|docx?|pptx?|mp4|mov|mp3)$/iu;

/** "abegum" of abegum@…: an initial and the surname in one; how far it reaches in the piece. */
function initialOf(
  piece: string,
  look: (key: string) => ReturnType<Roll['known']>,
): { from: number; to: number } | null {
  const bare = /^\p{L}{4,}/u.exec(piece)?.[0] ?? '';
  const [key = ''] = keysOf(bare, bare);
  return key.length > 3 && !isWord(key) && look(key)?.kinds.has('initial')
    ? { from: 0, to: bare.length }
    : null;
}

/** Pupils named in the links and addresses of a text, each stretch in units of the plain text. */
export function namesInLinks(
  plain: Plain,
  links: readonly Stretch[],
  look: (key: string) => ReturnType<Roll['known']>,
): TagName[] {
  return links.flatMap(({ start, stop }) => {
    const written = plain.text.slice(start, stop).replace(/[.,;:!?)]+$/u, '');
    const local = EMAIL.exec(written)?.[0];
    const host = local === undefined ? (PATH.exec(written)?.[0].length ?? 0) : 0;
    const pieces = (local ?? written.slice(host).replace(/[?#].*$/u, '')).split('/');
    let at = start + host;
    const found: TagName[] = [];
    for (const piece of pieces) {
      const parts = partsOf(piece.replace(FILE, ''));
      const name = parts.length > 12 ? null : firstAmong(parts, look);
      const [first, last] = name ? [parts[name.from], parts[name.to - 1]] : [];
      const initialled = local === undefined ? null : initialOf(piece, look);
      if (name === null && initialled !== null) {
        found.push({
          span: [plain.from[at + initialled.from] ?? 0, plain.to[at + initialled.to - 1] ?? 0],
          full: false,
          year: null,
        });
      }
      const enough = name?.full === true || name?.year === null || FILE.test(piece);
      if (name && first && last && enough && !(name.year === null && name.to - name.from === 1))
        found.push({
          span: [
            plain.from[at + first.at] ?? 0,
            plain.to[at + last.at + last.text.length - 1] ?? 0,
          ],
          full: name.full,
          year: name.year,
        });
      at += piece.length + 1;
    }
    return found;
  });
}
