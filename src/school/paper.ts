/** Reading a YAML file into a plain map, with the line each setting stands on. */
import { readFileSync, statSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { FaultPath } from './faults.ts';

/** A school file is a few pages; more than this is another file by mistake. */
const LARGEST_FILE = 1_000_000;

export type Paper =
  | {
      ok: true;
      given: Record<string, unknown>;
      /** The line (from 1) of the nearest thing on that path, or null. */
      lineOf: (path: FaultPath) => number | null;
    }
  | { ok: false; faults: string[] };

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Give the path of a school.yaml, or of a folder of them',
  EACCES: 'it may not be read. Let the account that runs Bellbird read it',
  EISDIR: 'it is a folder. Give the path of a file',
};

/** Reads a YAML map. Every fault is told, none thrown: no file, not text, not YAML, a key twice, not a map. */
export function readYaml(file: string): Paper {
  let text: string;
  try {
    const size = statSync(file).size;
    if (size > LARGEST_FILE) {
      return refused(`${file}: saw a file of ${size} bytes. Allowed: at most ${LARGEST_FILE}.`);
    }
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return refused(`${file}: saw bytes that are not UTF-8. Allowed: text saved as UTF-8.`);
    }
    return refused(`${file}: ${REASONS[code] ?? `it cannot be read (${code || String(error)})`}.`);
  }
  return parsed(file, text);
}

const refused = (fault: string): Paper => ({ ok: false, faults: [fault] });

function parsed(file: string, text: string): Paper {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const troubles = [...document.errors, ...document.warnings];
  if (troubles.length > 0) {
    const faults = troubles.map((trouble) => {
      const { line } = lines.linePos(trouble.pos[0]);
      return `${file} line ${line}: this is not YAML that can be read: ${trouble.message}. Check indents, quotes around @handles, and that no setting stands twice.`;
    });
    return { ok: false, faults };
  }
  let given: unknown;
  try {
    given = document.toJS({ maxAliasCount: 100 });
  } catch {
    return refused(`${file}: saw aliases (*name) that multiply too far. Allowed: plain settings.`);
  }
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    const seen = given === null ? 'an empty file' : Array.isArray(given) ? 'a list' : 'one value';
    return refused(
      `${file}: saw ${seen}. Allowed: a map of settings, such as school: and people:.`,
    );
  }
  const lineOf = (path: FaultPath): number | null => lineAt(document, lines, path);
  return { ok: true, given: given as Record<string, unknown>, lineOf };
}

function lineAt(document: Document.Parsed, lines: LineCounter, path: FaultPath): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** True for a policy file standing among school files: it has a policy's settings and names no school. */
export function looksLikePolicy(file: string): boolean {
  const paper = readYaml(file);
  if (!paper.ok || 'school' in paper.given) return false;
  return ['clauses', 'rules', 'extends'].some((key) => key in paper.given);
}
