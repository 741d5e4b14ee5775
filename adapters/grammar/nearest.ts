/** Which of a speller's suggestions was meant, by how many slips of the keys lie between. */

/** Letters dropped, added, changed or swapped with their neighbour (optimal string alignment). */
export function slipsBetween(typed: string, meant: string): number {
  let before: number[] = [];
  let row = Array.from({ length: meant.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= meant.length; j += 1) {
      const same = typed[i - 1] === meant[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[meant.length] ?? 0;
}

export type Nearest = { near: boolean; sure: string | null };

/** Short words lie near too many others: from so many letters one slip counts, and two. */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 7;

/**
 * `near` where a suggestion is so close that a slip is likelier than a name or a foreign word; `sure`
 * is the one suggestion that is closer than all others.
 */
export function nearest(typed: string, suggestions: readonly string[]): Nearest {
  const small = typed.toLowerCase().replace(/’/g, "'");
  const ranked = suggestions
    .map((suggestion) => ({ suggestion, slips: slipsBetween(small, suggestion.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips);
  const [first, second] = ranked;
  const most = small.length >= TWO_SLIPS_FROM ? 2 : small.length >= ONE_SLIP_FROM ? 1 : 0;
  if (first === undefined || first.slips > most) return { near: false, sure: null };
  const alone = second === undefined || second.slips > first.slips;
  return { near: true, sure: alone ? first.suggestion : null };
}
