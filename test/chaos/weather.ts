/** Bad weather at X by chance that can be had again: which call meets which fault, and how late posts show. */
import type { Seeded } from '../crash/seeded.ts';
import { FAULT_NAMES, type Fault, type FaultName } from '../fakes/x/faults.ts';
import type { Call, FakeX } from '../fakes/x/x.ts';

/** Of a hundred posts, so many meet a fault; of a hundred readings, so many. */
const POSTS = 40;
const READINGS = 8;
/** X is silent for so long at most, ms. By then nobody has been asked yet: Bellbird's own looks go on for longer. */
export const LONGEST_SILENCE = 1_200;
/** New posts stay off the timeline for so long at most, ms, and for so many readings: some for longer than Bellbird looks. */
const LONGEST_LAG = 4_000;
const MOST_READINGS = 3;

/** Those that a reading can meet. */
const OF_READINGS: readonly FaultName[] = [
  'reset before storing',
  '5xx before storing',
  'rate',
  'html',
  'errors only',
  'stored, then slow',
  'cut off',
  'garbage after storing',
];

function faultBy(chance: Seeded, names: readonly FaultName[]): Fault {
  const is = names[chance.whole(names.length)] ?? 'reset before storing';
  const status = ([500, 502, 503, 504] as const)[chance.whole(4)] ?? 503;
  const ms = is === 'rate' ? 500 : 300 + chance.whole(LONGEST_SILENCE - 300);
  return { is, status, ms, ...(chance.whole(2) === 0 ? { retryAfter: 1 } : {}) };
}

/** The weather of a seed. `befell` counts the faults by name. */
export function weatherOf(chance: Seeded) {
  const befell = new Map<FaultName | 'connections refused', number>();
  const count = (name: FaultName | 'connections refused') =>
    befell.set(name, (befell.get(name) ?? 0) + 1);
  let sent = 0;
  const waiting = new Set<{ until: number; go: () => void }>();
  const over = ({ operation }: Pick<Call, 'operation'>): Fault | null => {
    const posts = operation === 'post';
    if (posts) sent += 1;
    for (const each of waiting) {
      if (sent < each.until) continue;
      waiting.delete(each);
      each.go();
    }
    if (chance.whole(100) >= (posts ? POSTS : READINGS)) return null;
    const fault = faultBy(chance, posts ? FAULT_NAMES : OF_READINGS);
    count(fault.is);
    return fault;
  };
  const lag = () => ({
    reads: chance.whole(2) === 0 ? 0 : chance.whole(MOST_READINGS + 1),
    ms: chance.whole(3) === 0 ? chance.whole(LONGEST_LAG) : 0,
  });
  return {
    befell,
    /** Resolves when so many more posts have come to X, whatever became of them. */
    sent: (many: number) => new Promise<void>((go) => void waiting.add({ until: sent + many, go })),
    /** Lets this weather loose on an X, its door shut now and then; gives how to end it. */
    on(x: FakeX): () => Promise<void> {
      x.weather(over);
      x.lags(lag);
      let shut = false;
      const doors = setInterval(async () => {
        if (shut || chance.whole(4) !== 0) return;
        shut = true;
        count('connections refused');
        x.refuses();
        await new Promise((done) => setTimeout(done, 100 + chance.whole(300)));
        await x.answers();
        shut = false;
      }, 700);
      return async () => {
        clearInterval(doors);
        while (shut) await new Promise((done) => setTimeout(done, 20));
        x.weather(null);
        x.lags({});
      };
    },
  };
}

export type ChaosWeather = ReturnType<typeof weatherOf>;
