/** Unicode's confusables (UTS #39): characters that pass for plain Latin letters. */
import { readFileSync } from 'node:fs';

/** Read as l or as i (Cyrillic palochka, a bar, a one): which, only the word around it can say. */
export const TALL = '\uE001';

function read(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL('confusables.txt', import.meta.url), 'utf8').split('\n');
  const pairs = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const [latin = '', characters = ''] = line.split(' ');
      const reading = latin === 'l' ? TALL : latin;
      return [...characters].map((character) => [character, reading] as const);
    });
  return new Map(pairs);
}

const CONFUSABLES = read();

/** The Latin letters this character passes for, `TALL` where it may be l or i, or null for none. */
export function confusedWith(character: string): string | null {
  return CONFUSABLES.get(character) ?? null;
}
