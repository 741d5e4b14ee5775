/** Whether a name is an animal's: the guinea pig Biscuit, our hens Ivy and Poppy. */
import { type Around, follows, isRaised, low } from './around.ts';
import { PETS } from './lexicon.ts';

const isAnimal = (word: string): boolean =>
  PETS.has(word) || (word.length > 4 && PETS.has(word.replace(/s$/, '')));

/** "Six ducklings. Names so far: Quackers, Gravy, Dave": a list that says what animals are called. */
function isInNaming(around: Around, at: number): boolean {
  for (let from = at; from > Math.max(0, at - 12); from -= 1) {
    const gap = around.tokens[from]?.gap ?? '';
    if (/^:\s$/.test(gap)) {
      const before = around.tokens.slice(Math.max(0, from - 10), from).map(({ low: word }) => word);
      return (
        before.slice(-4).some((word) => /^(?:names?|named|called)$/.test(word)) &&
        before.some((word) => PETS.has(word))
      );
    }
    if (/[.!?\n]/.test(gap)) return false;
  }
  return false;
}

/** By text: a pet in a list makes one of the next, so that each place is asked once. */
const pets = new WeakMap<Around, Map<number, boolean>>();

/** The guinea pig Biscuit, our dog, Bertie; Max the hamster. */
export function isPet(around: Around, at: number): boolean {
  const asked = pets.get(around) ?? new Map<number, boolean>();
  pets.set(around, asked);
  const before = asked.get(at);
  if (before !== undefined) return before;
  const pet = isPetAt(around, at);
  asked.set(at, pet);
  return pet;
}

function isPetAt(around: Around, at: number): boolean {
  const token = around.tokens[at];
  if (token === undefined) return false;
  if (low(around, at - 1) === 'and' && isRaised(around.tokens[at - 2]) && isPet(around, at - 2))
    return true;
  if (isInNaming(around, at)) return true;
  const next = low(around, at + 1);
  const before = low(around, at - 1);
  // "Robin, Mei and Sam won" is a list of children.
  const listed = isRaised(around.tokens[at - 1]) && /,/.test(token.gap);
  // "our hens Ivy, Poppy and Lily"
  if (listed && isPet(around, at - 1)) return true;
  if (isAnimal(before) && !listed && /^(?:,?[ ]|\s-\s|\s–\s)$/u.test(token.gap)) {
    const theirs =
      follows(around, at) &&
      /^(?:found|made|built|drew|spotted|caught|painted|created|designed|saw|brought|chose|planted|grew|held|wrote|was|loves)$/.test(
        next,
      );
    if (!theirs) return true;
  }
  if (
    /^(?:called|named)$/.test(before) ||
    (before === 'is' && low(around, at - 2) === 'name') ||
    (PETS.has(low(around, at - 2)) && !isRaised(around.tokens[at - 2]) && before === 'and')
  ) {
    for (let back = at - 2; back >= Math.max(0, at - 7); back -= 1)
      if (isAnimal(low(around, back))) return true;
  }
  const gap = around.tokens[at + 1]?.gap ?? '';
  if (next === 'the' && gap === ' ') {
    for (let step = 2; step <= 4; step += 1) if (PETS.has(low(around, at + step))) return true;
  }
  if (/^,\s$/.test(gap) && /^(?:our|the|a)$/.test(next)) {
    for (let step = 2; step <= 5; step += 1) {
      if (PETS.has(low(around, at + step))) return true;
      if (/[,.!?]/.test(around.tokens[at + step]?.gap ?? '')) break;
    }
  }
  return false;
}
