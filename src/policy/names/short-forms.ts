/** What a given name is called for short, and the long forms of a short one: short-forms.txt. */
import { readFileSync } from 'node:fs';
import { isCommonGiven } from './given-names.ts';

/**
 * Tommo is a Thomas, and Josh may be a Joshua. But Harry is as often a name of its own as short for Harrison,
 * and Mo for many names: whoever bears it is taken for somebody off the roll.
 */
function isPlainlyShort(short: string, long: string): boolean {
  if (short.length < 3) return false;
  return !isCommonGiven(short) || (short.length > 3 && long.startsWith(short));
}

function read(): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, string[]>();
  const learn = (from: string, to: string) => {
    const known = others.get(from);
    if (known === undefined) others.set(from, [to]);
    else known.push(to);
  };
  for (const line of readFileSync(new URL('short-forms.txt', import.meta.url), 'utf8').split(
    '\n',
  )) {
    const [long = '', shorts] = line.split(': ');
    if (line.startsWith('#') || shorts === undefined) continue;
    for (const short of shorts.split(' ')) {
      learn(long, short);
      if (isPlainlyShort(short, long)) learn(short, long);
    }
  }
  return others;
}

const OTHERS = read();
const NONE: readonly string[] = [];

/** The other forms under which the bearer of a given name may stand on the roll; small letters, no accents. */
export function otherForms(name: string): readonly string[] {
  return OTHERS.get(name) ?? NONE;
}
