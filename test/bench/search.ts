/** Climbing to the unit of text that some work takes longest over. */

export type Dear = { of: string; unit: string; ms: number };

/** What rules look out for: a letter or digit of each kind, and every sign they read. */
const ALPHABET = [
  ...'aehilostAJW019@#./:-\'"!?,*$&(_ \n',
  'will ',
  'Josh',
  'http',
  'www',
  ' at ',
  '\u200b',
  '\u200d',
  '\u0301',
  '\ufe0f',
  '’',
  '🦉',
  '👍🏽',
  'Ж',
  'а',
  '\ud83e',
];
const LONGEST = 6;
/** Units tried blindly before climbing from the dearest of them. */
const BLIND = 120;
const CLIMBS = 3;
const STEPS = 40;

/** Numbers from 0 up to and without 1, the same at every run, so that a worst found is found again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const textOf = (unit: readonly string[], size: number): string => {
  const one = unit.join('');
  return one.repeat(Math.ceil(size / one.length)).slice(0, size);
};

/** ms for one text: the least of so many runs, for a busy machine only ever adds. */
function cost(run: (text: string) => void, text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let each = 0; each < runs; each += 1) {
    // What is kept of the last text must not help with this one.
    run('Clay owls.');
    const from = performance.now();
    run(text);
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

/** The dearest units found, dearest first, each from a climb of its own. */
export function searched(of: string, run: (text: string) => void, size: number): Dear[] {
  const next = seeded(7);
  const sign = (): string => ALPHABET[Math.floor(next() * ALPHABET.length)] ?? 'a';
  const priced = (unit: string[]) => ({ unit, ms: cost(run, textOf(unit, size), 1) });
  const singles = ALPHABET.map((each) => priced([each]));
  const blind = Array.from({ length: BLIND }, () =>
    priced(Array.from({ length: 1 + Math.floor(next() * LONGEST) }, sign)),
  );
  const starts = [...singles, ...blind].sort((a, b) => b.ms - a.ms).slice(0, CLIMBS);
  const tops = starts.map((start) => {
    let top = start;
    for (let step = 0; step < STEPS; step += 1) {
      const tried = priced(changed(top.unit, sign, next));
      if (tried.ms > top.ms) top = tried;
    }
    return { of, unit: top.unit.join(''), ms: cost(run, textOf(top.unit, size), 3) };
  });
  return tops.sort((a, b) => b.ms - a.ms);
}

/** One sign put in, taken out or swapped. */
function changed(unit: readonly string[], sign: () => string, next: () => number): string[] {
  const at = Math.floor(next() * unit.length);
  const way = next();
  if (way < 0.3 && unit.length < LONGEST) return unit.toSpliced(at, 0, sign());
  if (way < 0.5 && unit.length > 1) return unit.toSpliced(at, 1);
  return unit.with(at, sign());
}
