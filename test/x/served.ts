/** X as Bellbird has it, over an X of our own: what was spent, what it waited for, and its clock in a test's hand. */
import { xOutlet } from '../../adapters/x/outlet.ts';
import type { Outlet, Spend } from '../../src/ports/outlet.ts';
import { type FakeX, startX, type XOptions } from '../fakes/x/x.ts';

export type Served = {
  x: FakeX;
  outlet: Outlet;
  spent: Spend[];
  /** Pauses it asked for before it read again, ms. */
  pauses: number[];
  /** Another process: it remembers nothing. */
  again: () => Outlet;
};

export const [OURS, THEIRS] = ['@Larkfield', '@Sutton_Manor'] as const;

/** Starts an X with two accounts, and Bellbird's outlet over it, which waits for no answer longer than 300 ms. */
export async function served(
  options: XOptions = {},
  more: Partial<Parameters<typeof xOutlet>[0]> = {},
): Promise<Served> {
  const x = await startX({ accounts: { [OURS]: {}, [THEIRS]: {} }, ...options });
  const spent: Spend[] = [];
  const pauses: number[] = [];
  const again = () =>
    xOutlet({
      clock: { now: () => x.world.now() },
      apiUrl: x.url,
      keysOf: x.keys,
      whoMayReply: () => 'mentioned',
      spent: (spend) => spent.push(spend),
      instead: {
        pause: async (ms) => void pauses.push(ms),
        random: () => 0.5,
        patience: { read: 300, remove: 300, post: 300 },
      },
      ...more,
    });
  return { x, outlet: again(), spent, pauses, again };
}
