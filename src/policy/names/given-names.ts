/** Given names of children in the United Kingdom, of every origin: given-names.txt says from where. */
import { readFileSync } from 'node:fs';

function read(): { common: ReadonlySet<string>; all: ReadonlySet<string> } {
  const text = readFileSync(new URL('given-names.txt', import.meta.url), 'utf8');
  const [common = '', rest = ''] = text
    .replace(/^#.*\n/gm, '')
    .replace('[common]', '')
    .split('[rest]')
    .map((part) => part.trim());
  const names = common.split(/\s+/);
  return { common: new Set(names), all: new Set(names.concat(rest.split(/\s+/))) };
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
