/** A handle as somebody typed it. */
import { type Refusal, refuse } from './world.ts';

const HANDLE = /^@?\w{1,15}$/;
const LETTERS = /^[@\w]*$/;
const PLAIN = /^[\x20-\x7e]$/;

/** A profile's own page at X and nothing below it, as an app or a browser gives its address. */
const PROFILE_PAGE =
  /^(?:https?:\/\/)?(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com\/@?(\w{1,15})\/?(?:[?#]\S*)?$/i;

/** A handle with its @, from one with or without it or from the address of a profile at X; anything else as it is. */
export function handleFrom(typed: string): string {
  const handle = PROFILE_PAGE.exec(typed)?.[1] ?? typed;
  return HANDLE.test(handle) && !handle.startsWith('@') ? `@${handle}` : handle;
}

/** Why this can be nobody's handle, or null where it can. With or without its @. */
export function notAHandle(typed: string): Refusal | null {
  if (HANDLE.test(typed)) return null;
  const strange = [...typed].find((char) => !LETTERS.test(char));
  if (strange === undefined || PLAIN.test(strange)) {
    return refuse(
      `“${typed.slice(0, 30)}” is not a handle: it has up to 15 letters, digits and _.`,
    );
  }
  const code = strange.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return refuse(
    `A handle is made of the letters a to z, digits and _, and “${strange}” (U+${code}) is none of them. It may be there to look like somebody else: type the handle by hand.`,
  );
}
