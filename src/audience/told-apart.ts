/** What tells two handles apart that the eye takes for one, in words: letters that look alike do not show it. */

/** A stretch of one handle, and what stands in its place in the other; either may be empty. */
type Difference = { has: string; where: string };

const fold = (char: string): string => char.toLowerCase();

/** How many changes of one letter it takes from each end of `a` to each end of `b`, from the end backwards. */
function changes(a: readonly string[], b: readonly string[]): number[][] {
  const left = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => left[i]?.[j] ?? 0;
  for (let i = a.length; i >= 0; i -= 1) {
    const row = left[i] as number[];
    for (let j = b.length; j >= 0; j -= 1) {
      if (i === a.length || j === b.length) row[j] = a.length - i + b.length - j;
      else {
        const same = fold(a[i] ?? '') === fold(b[j] ?? '') ? 0 : 1;
        row[j] = Math.min(same + at(i + 1, j + 1), 1 + at(i + 1, j), 1 + at(i, j + 1));
      }
    }
  }
  return left;
}

function differences(handle: string, other: string): Difference[] {
  const [a, b] = [[...handle], [...other]];
  const left = changes(a, b);
  const found: Difference[] = [];
  let open: Difference | null = null;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const now = left[i]?.[j] ?? 0;
    if (i < a.length && j < b.length && fold(a[i] ?? '') === fold(b[j] ?? '')) {
      open = null;
      i += 1;
      j += 1;
      continue;
    }
    if (open === null) {
      open = { has: '', where: '' };
      found.push(open);
    }
    const both = i < a.length && j < b.length && left[i + 1]?.[j + 1] === now - 1;
    const more = !both && i < a.length && left[i + 1]?.[j] === now - 1;
    if (both || more) open.has += a[i++];
    if (both || !more) open.where += b[j++];
  }
  return found;
}

/** Letters whose names begin with a vowel, as they are said. */
const SAID_WITH_AN = /^[aefhilmnorsx]$/;

function charInWords(char: string): string {
  if (char === '_') return 'an underscore';
  if (/^[0-9]$/.test(char)) return `the figure ${char}`;
  if (/^[A-Z]$/.test(char)) return `a capital ${char}`;
  if (/^[a-z]$/.test(char)) return `${SAID_WITH_AN.test(char) ? 'an' : 'a'} ${char}`;
  const code = char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `the sign “${char}” (U+${code})`;
}

const inWords = (piece: string): string =>
  [...piece].length === 1 ? charInWords(piece) : `“${piece}”`;

function differenceInWords({ has, where }: Difference, other: string): string {
  if (where === '') return `it has ${inWords(has)} that ${other} does not have`;
  if (has === '') return `it lacks ${inWords(where)} that ${other} has`;
  return `it has ${inWords(has)} where ${other} has ${inWords(where)}`;
}

/** Handles are short; of anything longer only so much is compared. */
const LONGEST = 40;
/** More than these are another name: whoever reads has seen enough. */
const TOLD = 3;

/** How it differs: "it has a capital I where @NationalTrust has an l"; empty where it does by case alone, as outlets see none. */
function howItDiffers(handle: string, other: string): string {
  const bare = (written: string) => written.replace(/^@/, '').normalize('NFC').slice(0, LONGEST);
  return differences(bare(handle), bare(other))
    .slice(0, TOLD)
    .map((one) => differenceInWords(one, other))
    .join(', and ');
}

/**
 * That an account only looks like the one at `other`, and by which letters it is known: "It looks like @NationalTrust
 * and is another account: it has a capital I where @NationalTrust has an l." Both with their @. Never throws.
 */
export function toldApart(handle: string, other: string, subject = 'It'): string {
  const how = howItDiffers(handle, other);
  return `${subject} looks like ${other} and is another account${how === '' ? '' : `: ${how}`}.`;
}
