/**
 * The way phrases are written, made into regular expressions. In a phrase
 *   (one|another)   is one of these          [word]    may be left out
 *   begin*          is any ending            ...       is up to six words of the same sentence
 *   _               is any one word          {family}  is any of a named list of phrases
 * Brackets may stand in brackets.
 */
export type Lists = Readonly<Record<string, readonly string[]>>;

type Part =
  | { kind: 'word'; text: string; glued: boolean }
  | { kind: 'any' | 'gap'; glued: boolean }
  | { kind: 'group'; branches: readonly Part[][]; optional: boolean; glued: boolean };

/** Between two words: a space, with a comma, a dash or a quotation mark beside it at most. */
const BETWEEN = '[,;:]? (?:- )?["\']?';
const ANY_WORD = '[^ ,:;\\n!?.]+';
const ENDING = "[a-z'-]*";
const TOKEN = /\.\.\.|[()[\]|]|\{[\w-]+\}| +|[^()[\]|{} ]+/g;

type Reader = { tokens: readonly string[]; at: number; lists: Lists; phrase: string };

function listed(token: string, { lists }: Reader): Part[][] {
  const name = token.slice(1, -1);
  const list = lists[name];
  if (list === undefined)
    throw new Error(`There is no list "${name}". Add it to the file, or correct the name.`);
  return list.flatMap((phrase) => branchesOf(phrase, lists));
}

function partOf(token: string, glued: boolean, reader: Reader): Part {
  if (token === '(' || token === '[') {
    const branches = readBranches(reader, token === '(' ? ')' : ']');
    return { kind: 'group', branches, optional: token === '[', glued };
  }
  if (token.startsWith('{'))
    return { kind: 'group', branches: listed(token, reader), optional: false, glued };
  if (token === '...') return { kind: 'gap', glued };
  if (token === '_') return { kind: 'any', glued };
  return { kind: 'word', text: token, glued };
}

function readBranches(reader: Reader, close: string | null): Part[][] {
  const branches: Part[][] = [[]];
  let glued = false;
  while (reader.at < reader.tokens.length) {
    const token = reader.tokens[reader.at] ?? '';
    reader.at += 1;
    if (token === close) return branches;
    if (token === ')' || token === ']') break;
    if (token === '|') branches.push([]);
    else if (token.trim() !== '') branches.at(-1)?.push(partOf(token, glued, reader));
    glued = token.trim() !== '' && token !== '|';
  }
  if (close === null && reader.at === reader.tokens.length) return branches;
  throw new Error(`The brackets of "${reader.phrase}" do not match. Close each that is opened.`);
}

function branchesOf(phrase: string, lists: Lists): Part[][] {
  return readBranches({ tokens: phrase.match(TOKEN) ?? [], at: 0, lists, phrase }, null);
}

const escaped = (word: string): string =>
  word.replace(/[.+?^$\\/]/g, '\\$&').replace(/\*/g, ENDING);

function partSource(part: Part): string {
  if (part.kind === 'word') return escaped(part.text);
  if (part.kind === 'group') return `(?:${part.branches.map(sequence).join('|')})`;
  return ANY_WORD;
}

function sequence(parts: readonly Part[]): string {
  let source = '';
  let opened = false;
  for (const part of parts) {
    const before = opened && !part.glued ? BETWEEN : '';
    const inner = partSource(part);
    if (part.kind === 'gap') source += `(?:${before}${inner}){0,6}?`;
    else if (part.kind !== 'group' || !part.optional) source += before + inner;
    else source += opened ? `(?:${before}${inner})?` : `(?:${inner}${BETWEEN})?`;
    opened ||= part.kind !== 'gap' && !(part.kind === 'group' && part.optional);
  }
  return source;
}

/** A branch as all the branches that begin with a plain word: brackets at its start are taken apart. */
function opened(parts: readonly Part[]): (readonly Part[])[] {
  const [first, ...rest] = parts;
  if (first?.kind !== 'group') return [parts];
  const inside = first.branches.flatMap((branch) => opened([...branch, ...rest]));
  return first.optional ? [...inside, ...opened(rest)] : inside;
}

/** A phrase taken apart: what it begins with, whether that is a whole word, and its expression. */
export type Shape = { begins: string; whole: boolean; source: string };

/**
 * The expressions of a phrase over small letters, each with the letters it begins with, in the order of
 * the phrase. Throws for brackets that do not match, a list that is not there, or a phrase that begins
 * with any word.
 */
export function shapesOf(phrase: string, lists: Lists): Shape[] {
  return branchesOf(phrase, lists)
    .flatMap(opened)
    .map((parts) => {
      const first = parts[0]?.kind === 'word' ? parts[0].text : '';
      const begins = /^[a-z0-9]*/.exec(first)?.[0] ?? '';
      if (begins === '')
        throw new Error(`The phrase "${phrase}" begins with no word. Begin it with one.`);
      const whole = !first.includes('*') && parts[1]?.glued !== true;
      return { begins, whole, source: sequence(parts) };
    });
}
