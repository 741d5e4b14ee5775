/** Whether a profile bears the name of a pupil on the roll. The roll is asked by keyed hashes; no name is given back. */
import { keyOf } from '../policy/names/plain.ts';
import { lookUp } from '../policy/names/seek.ts';
import type { Known, Roll } from '../school/roll.ts';

const WORD = /[\p{L}\p{M}'’‘-]+/gu;
/** Words at the start of a bio in which a child may say its name. */
const MOST_WORDS = 8;
const LONGEST = 200;

type Look = (key: string) => Known | null;

/** Whether two or three words that follow one another are a full name on the roll. */
function fullNameIn(words: readonly string[], look: Look): boolean {
  const keys = words.map(keyOf);
  return keys.some((key, at) => {
    const kinds = look(key)?.kinds;
    if (!kinds?.has('first') && !kinds?.has('first-part')) return false;
    return [2, 3, 4].some(
      (count) =>
        at + count <= keys.length &&
        look(keys.slice(at, at + count).join(''))?.kinds.has('full') === true,
    );
  });
}

/** The words of a handle as letters, without digits: @leo_marsh2014 and @LeoMarsh are one. */
const joined = (handle: string): string => keyOf(handle.slice(0, 40).replace(/[^\p{L}]+/gu, ''));

const wordsIn = (text: string): string[] =>
  (text.slice(0, LONGEST).match(WORD) ?? []).slice(0, MOST_WORDS);

/** True where the name, the handle or the start of the bio is a full name on the roll. */
export function bearsPupilsName(
  { name, handle, bio }: { name: string; handle: string; bio: string },
  roll: Roll | null,
): boolean {
  if (roll === null) return false;
  const look = lookUp(roll);
  // A name too may be written as one word.
  for (const whole of [joined(handle), joined(name)]) {
    if (whole.length > 4 && look(whole)?.kinds.has('full')) return true;
  }
  return fullNameIn(wordsIn(name), look) || fullNameIn(wordsIn(bio), look);
}
