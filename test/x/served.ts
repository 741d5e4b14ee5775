/** X as Bellbird has it, over an X of our own: what was spent, what it waited for, and its clock in a test's hand. */
import { type AccountsOptions, xAccounts } from '../../adapters/x/accounts.ts';
import { xAudience } from '../../adapters/x/audience.ts';
import { xOutlet } from '../../adapters/x/outlet.ts';
import type { WhoMayReply } from '../../src/policy/schema.ts';
import type { Audience } from '../../src/ports/audience.ts';
import type { Outlet, Spend } from '../../src/ports/outlet.ts';
import { type FakeX, startX, type XOptions } from '../fakes/x/x.ts';

export type Served = {
  x: FakeX;
  outlet: Outlet;
  audience: Audience;
  spent: Spend[];
  /** Pauses it asked for before it read again, ms. */
  pauses: number[];
  /** Another process: it remembers nothing. */
  again: () => Outlet;
  /** The people round its accounts, to another process. */
  audienceAgain: () => Audience;
};

export const [OURS, THEIRS] = ['@Larkfield', '@Sutton_Manor'] as const;

type More = Partial<AccountsOptions> & {
  whoMayReply?: () => WhoMayReply;
  pageSize?: number;
};

/** Starts an X with two accounts, and Bellbird over it, which waits for no answer longer than 300 ms. */
export async function served(
  options: XOptions = {},
  { whoMayReply = () => 'mentioned', pageSize, ...more }: More = {},
): Promise<Served> {
  const x = await startX({ accounts: { [OURS]: {}, [THEIRS]: {} }, ...options });
  const spent: Spend[] = [];
  const pauses: number[] = [];
  const accounts = () =>
    xAccounts({
      clock: { now: () => x.world.now() },
      apiUrl: x.url,
      keysOf: x.keys,
      ownsApp: () => true,
      spent: (spend) => spent.push(spend),
      instead: {
        pause: async (ms) => void pauses.push(ms),
        random: () => 0.5,
        patience: { connect: 200, read: 300, change: 300, post: 300 },
      },
      ...more,
    });
  const outletOf = (of = accounts()) => xOutlet({ accounts: of, whoMayReply });
  const audienceOf = (of = accounts()) =>
    xAudience({ accounts: of, ...(pageSize === undefined ? {} : { pageSize }) });
  const shared = accounts();
  return {
    x,
    outlet: outletOf(shared),
    audience: audienceOf(shared),
    spent,
    pauses,
    again: () => outletOf(),
    audienceAgain: () => audienceOf(),
  };
}
