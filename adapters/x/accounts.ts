/** The accounts on X that have keys: each opened once, and shared by all that post and read there. */
import type { Clock } from '../../src/ports/clock.ts';
import type { Spend } from '../../src/ports/outlet.ts';
import { accountOver, type XAccount } from './account.ts';
import type { XKeys, XPatience } from './line.ts';

export type AccountsOptions = {
  clock: Clock;
  /** Where X's API is; null is X itself. */
  apiUrl: string | null;
  /** The keys of an account; null where there are none. */
  keysOf: (account: string) => XKeys | null;
  /** Whether the account's owner owns the app: X then bills less for what is read of their own. */
  ownsApp: (account: string) => boolean;
  /** Told of each call that X bills, as it is made. */
  spent: (spend: Spend) => void;
  /** In place of waiting (ms), of chance (from 0 to below 1), and of how long a call may take. */
  instead?: {
    pause?: (ms: number) => Promise<void>;
    random?: () => number;
    patience?: XPatience;
  };
};

/** Calls that were told to wait come back spread over this, ms. */
const SPREAD = 5_000;

export type XAccounts = Pick<AccountsOptions, 'clock' | 'spent' | 'ownsApp'> & {
  /** The account of this handle, in either case as at X. Throws where it has no keys. */
  at: (handle: string) => Promise<XAccount>;
  /** From 0 to below five seconds, in ms. */
  jitter: () => number;
};

/** Every account that has keys; what X said of its limits stands for all who ask for it. */
export function xAccounts(options: AccountsOptions): XAccounts {
  const { clock, spent, ownsApp, instead = {} } = options;
  const { random = Math.random } = instead;
  const pause = instead.pause ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  const served = new Map<string, Promise<XAccount>>();

  async function open(handle: string, keys: XKeys): Promise<XAccount> {
    // The library is large, and many a Bellbird has no account on X.
    const { openLine } = await import('./line.ts');
    const line = openLine(keys, options.apiUrl, instead.patience);
    return accountOver(handle, line, { clock, spent, ownsApp, pause, random });
  }

  return {
    clock,
    spent,
    ownsApp,
    at: async (handle) => {
      const keys = options.keysOf(handle);
      if (keys === null) throw new Error(`There are no keys for ${handle} on X.`);
      // A school file that is read again may name other keys.
      const key = [handle.toLowerCase(), ...Object.values(keys)].join(' ');
      const known = served.get(key) ?? open(handle, keys);
      served.set(key, known);
      return known;
    },
    jitter: () => Math.floor(random() * SPREAD),
  };
}
