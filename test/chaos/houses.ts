/** The processes of Bellbird in the suite: each is killed at some moment and followed by the next, until all may rest. */
import { BOUNDARIES, type Fate } from '../crash/boundaries.ts';
import type { Life } from '../crash/life.ts';
import { bear, type Living } from '../crash/process.ts';
import type { Seeded } from '../crash/seeded.ts';
import { pause } from '../fakes/slack/json.ts';

/** Death comes so soon, ms at most, after the post it was waiting for has reached X. */
const SOON = 150;
/** The timeline of our own is not met where all accounts are on X. */
const MET = BOUNDARIES.filter((at) => !at.includes('a write to the timeline'));

function fateOf(chance: Seeded): Fate {
  const at = chance.whole(3) === 0 ? MET[chance.whole(MET.length)] : undefined;
  if (at === undefined) return { at: null, mood: 'well' };
  return { at, crossing: 1 + chance.whole(10), mood: 'well' };
}

export type Houses = ReturnType<typeof houses>;

/**
 * Keeps so many processes running and kills them, one at a time, `deaths` times in all; then lets them live.
 * `serves` is told of the addresses whenever they change; `mourns` is run when one has died, before the next begins.
 */
export function houses(
  given: Omit<Life, 'fate'>,
  plan: { processes: number; deaths: number; posts: number; chance: Seeded },
  hears: {
    serves: (urls: readonly string[]) => void;
    mourns: () => Promise<void>;
    /** Resolves when so many more posts have been sent to X. */
    sent: (many: number) => Promise<void>;
  },
) {
  const { chance } = plan;
  const urls = new Map<number, string>();
  const living = new Map<number, Living>();
  let kills = 0;
  let inside = 0;
  let resting = false;
  let toRest = () => {};
  const rest = new Promise<void>((resolve) => {
    toRest = resolve;
  });
  /** So that the deaths are spread over the whole of the posts. */
  const most = Math.max(2, Math.ceil((2 * plan.processes * plan.posts) / plan.deaths));
  const tell = () => hears.serves([...urls.values()]);

  async function lives(slot: number, fate: Fate): Promise<void> {
    const life = bear({ ...given, fate });
    living.set(slot, life);
    const url = await life.ready;
    if (url !== null) {
      urls.set(slot, url);
      tell();
    }
    // By what it has done and not by the clock: on a busy machine a life of so many seconds may do nothing.
    const moment = hears.sent(1 + chance.whole(most)).then(() => pause(chance.whole(SOON)));
    Promise.race([moment, rest]).then(life.kill);
    const { signal, diedAt } = await life.ended;
    urls.delete(slot);
    tell();
    if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${life.complaints()}`);
    kills += 1;
    if (diedAt !== null) inside += 1;
    await hears.mourns();
  }

  async function rests(slot: number): Promise<void> {
    const life = bear({ ...given, fate: { at: null, mood: 'well' } });
    living.set(slot, life);
    const url = await life.ready;
    if (url === null) throw new Error(`it did not start: ${life.complaints()}`);
    urls.set(slot, url);
    tell();
  }

  async function runs(slot: number): Promise<void> {
    while (kills < plan.deaths && !resting) await lives(slot, fateOf(chance));
    await rests(slot);
  }

  const running = Promise.all(Array.from({ length: plan.processes }, (_, slot) => runs(slot)));
  // Told by whoever waits for the end; until then it must not bring the suite down unheard.
  running.catch(() => {});
  return {
    running,
    kills: () => ({ all: kills, atBoundaries: inside }),
    /** One death more for each, and then a last life that is asked to end and does. */
    end: async (): Promise<void> => {
      resting = true;
      toRest();
      await running;
      for (const life of living.values()) life.ask();
      for (const life of living.values()) {
        const { code, signal } = await life.ended;
        if (code !== 0) {
          throw new Error(`asked to stop, it ended with ${code ?? signal}: ${life.complaints()}`);
        }
      }
    },
    /** Ends whatever is left. */
    kill: () => {
      resting = true;
      toRest();
      for (const life of living.values()) life.kill();
    },
  };
}
