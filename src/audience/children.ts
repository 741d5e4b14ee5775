/** Whether an account reads as a child's or a pupil's. */
import { X_AGE } from './age.ts';
import type { Look } from './look.ts';

/** From this age on a person is grown up. */
const GROWN_UP = 18;

export type Young = {
  /** It bears the name of a pupil on our roll and does not read as an adult's. */
  pupil: boolean;
  /** It bears such a name, and reads as an adult's all the same. */
  namesake: boolean;
  under13: boolean;
  under18: boolean;
  /** Years at most, where something says so. */
  most: number | null;
  /** The words that say so, in small letters. */
  hint: string | null;
};

/** What only a grown-up says of themselves. A parent is said on a child's account too: "mum runs this". */
function isGrownUp({ roles, kind, words, ages, titled }: Look): boolean {
  if (kind !== null || titled || words.has('business') || words.has('politics')) return true;
  const minded = ages.some((age) => age.minded === true);
  return roles.some((role) => role !== 'parent' || !minded);
}

/** What a look at a profile says of a child behind it. Words of an institution's account are never its age. */
export function youngIn(look: Look): Young {
  const { ages, personal } = look;
  const grown = isGrownUp(look);
  const told =
    personal === false || grown ? undefined : ages.toSorted((a, b) => a.likely - b.likely)[0];
  return {
    pupil: look.pupil && !grown,
    namesake: look.pupil && grown,
    under13: told !== undefined && told.likely < X_AGE,
    under18: told !== undefined && told.likely < GROWN_UP,
    most: told?.most ?? null,
    hint: told?.says ?? null,
  };
}
