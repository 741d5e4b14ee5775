/** Reading a policy file: its value, where in it each setting stands, or every fault it has. */
import { readFileSync, statSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { isTree, type Tree } from './merge.ts';

export type FaultPath = readonly (string | number)[];

/** Where settings came from, the file that overrides first. */
export type Source = {
  /** The file as people know it: its path, or the name of a preset. */
  label: string;
  value: Tree;
  /** Where in that file the settings stand, when they are a part of it: policy, in a school file. */
  under?: FaultPath;
  /** The line of a setting, from 1; null where it does not stand in this source. */
  lineOf: (path: FaultPath) => number | null;
};

export type ReadFile = { ok: true; source: Source } | { ok: false; faults: string[] };

/** A policy is some 10 kB. More than this is another file. */
const LARGEST = 1_000_000;
/** Enough for a file that repeats itself with aliases, too little for one that unfolds without end. */
const MOST_ALIASES = 100;

const refuse = (...faults: string[]): ReadFile => ({ ok: false, faults });

function contents(file: string): { text: string } | { fault: string } {
  try {
    const { size } = statSync(file);
    if (size > LARGEST) {
      return { fault: `is ${size} bytes. A policy has at most ${LARGEST}; is it the right file?` };
    }
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { fault: 'is not there. Check the path.' };
    if (code === 'EISDIR') return { fault: 'is a folder. Name a file in it.' };
    if (code === 'EACCES') return { fault: 'may not be read. Give Bellbird leave to read it.' };
    return { fault: `cannot be read (${code ?? 'unknown fault'}).` };
  }
}

/** Reads YAML of a policy. `label` is how faults name it. Never throws. */
export function readYaml(text: string, label: string): ReadFile {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });
  const faults = [...parsed.errors, ...parsed.warnings].map(
    ({ pos, message }) =>
      `${label} line ${lines.linePos(pos[0]).line}: ${message}. Put the YAML right.`,
  );
  if (faults.length > 0) return refuse(...faults);
  let value: unknown;
  try {
    value = parsed.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    return refuse(
      `${label}: ${(error as Error).message}. Write the settings out instead of aliases.`,
    );
  }
  if (value === null || value === undefined) {
    return refuse(`${label} is empty. A policy is a map that starts with policy: or extends:.`);
  }
  if (!isTree(value)) {
    const saw = Array.isArray(value) ? 'a list' : `one ${typeof value}`;
    return refuse(`${label} holds ${saw}. A policy is a map that starts with policy: or extends:.`);
  }
  const lineOf = (path: FaultPath): number | null => {
    const node = parsed.getIn(path, true) as { range?: readonly number[] | null } | undefined;
    const start = node?.range?.[0];
    return start === undefined ? null : lines.linePos(start).line;
  };
  return { ok: true, source: { label, value, lineOf } };
}

/** Reads a policy file from disk. Never throws. */
export function readPolicyFile(file: string, label: string): ReadFile {
  const read = contents(file);
  return 'fault' in read ? refuse(`${label} ${read.fault}`) : readYaml(read.text, label);
}
