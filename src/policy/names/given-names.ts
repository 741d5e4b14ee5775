/** Given names of children in the United Kingdom, of every origin: given-names.txt says from where. */
import { readFileSync } from 'node:fs';

function read(): { common: ReadonlySet<string>; all: ReadonlySet<string> } {
  const text = readFileSync(new URL('given-names.txt', import.meta.url), 'utf8');
  const common = new Set<string>();
  const all = new Set<string>();
  let part = common;
  // Line by line: lists of all the names beside the sets would stay in the process's memory for good.
  for (const line of text.split('\n')) {
    if (line === '[common]' || line === '[rest]') part = line === '[common]' ? common : all;
    else if (!line.startsWith('#')) for (const name of line.match(/\S+/g) ?? []) part.add(name);
  }
  for (const name of common) all.add(name);
  return { common, all };
}

const NAMES = read();

/** True for a name that at least eight children were given (see given-names.txt); small letters, no accents. */
export function isGiven(low: string): boolean {
  return NAMES.all.has(low);
}

/** True for a name that 3,000 children or more bear. */
export function isCommonGiven(low: string): boolean {
  return NAMES.common.has(low);
}
