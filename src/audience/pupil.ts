/** Whether a profile bears the name of a pupil on the roll. The roll is asked by keyed hashes; no name is given back. */
import { keyOf } from '../policy/names/plain.ts';
import type { Roll } from '../school/roll.ts';

const WORD = /[\p{L}\p{M}'’‘-]+/gu;
const MOST_WORDS = 8;
/** Words at the start of a bio in which a child may say its name. */
const MOST_OF_BIO = 12;

function fullNameIn(words: readonly string[], roll: Roll): boolean {
  for (let at = 0; at < words.length - 1; at += 1) {
    for (const count of [2, 3]) {
      const name = words.slice(at, at + count);
      if (name.length === count && roll.byFullName(name.join(' ')).length > 0) return true;
      if (name.length === count && roll.known(keyOf(name.join('')))?.kinds.has('full')) return true;
    }
  }
  return false;
}

/** The words of a handle as letters, without digits: @leo_marsh2014 and @LeoMarsh are one. */
const joined = (handle: string): string => keyOf(handle.replace(/[^\p{L}]+/gu, ''));

/** True where the name, the handle or the start of the bio is a full name on the roll. */
export function bearsPupilsName(
  { name, handle, bio }: { name: string; handle: string; bio: string },
  roll: Roll | null,
): boolean {
  if (roll === null) return false;
  const words = (text: string, most: number) =>
    (text.slice(0, 200).match(WORD) ?? []).slice(0, most);
  if (fullNameIn(words(name, MOST_WORDS), roll)) return true;
  const whole = joined(handle.slice(0, 40));
  if (whole.length > 4 && roll.known(whole)?.kinds.has('full')) return true;
  return fullNameIn(words(bio, MOST_OF_BIO), roll);
}
