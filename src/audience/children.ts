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
  /** The words that say so, as typed. */
  hint: string | null;
};

const adult = ({ roles, kind, words }: Look): boolean =>
  roles.length > 0 || kind !== null || words.has('business') || words.has('politics');

/** What a look at a profile says of a child behind it. Words of an institution's account are never its age. */
export function youngIn(look: Look): Young {
  const { ages, personal, kind } = look;
  const counts =
    personal !== false && kind !== 'author' && kind !== 'practitioner' && look.roles.length === 0;
  const told = counts ? ages.toSorted((a, b) => a.most - b.most)[0] : undefined;
  const most = told?.most ?? null;
  const grown = adult(look) && most === null;
  return {
    pupil: look.pupil && !grown,
    namesake: look.pupil && grown,
    under13: most !== null && most < X_AGE,
    under18: most !== null && most <= GROWN_UP,
    most,
    hint: told?.says ?? null,
  };
}
