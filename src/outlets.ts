/** Builds the outlets, and looks over and logs in accounts on X. With main.ts and chats.ts the only importer of adapters/. */
import { timelineAudience } from '../adapters/timeline/audience.ts';
import { readCast } from '../adapters/timeline/cast.ts';
import { timelineOutlet } from '../adapters/timeline/outlet.ts';
import { xAccounts } from '../adapters/x/accounts.ts';
import { xAudience } from '../adapters/x/audience.ts';
import { XFault } from '../adapters/x/fault.ts';
import type { AppKeys, Login } from '../adapters/x/login.ts';
import { xOutlet } from '../adapters/x/outlet.ts';
import type { Config } from './config.ts';
import type { Audience } from './ports/audience.ts';
import type { Checked } from './ports/checked.ts';
import type { Clock } from './ports/clock.ts';
import type { Outlet, Spend } from './ports/outlet.ts';
import type { Shelf } from './ports/shelf.ts';
import type { Account, School } from './school/school.ts';
import { xKeysOf } from './x-keys.ts';

/** What the outlets need of the rest of the house. */
export type Inside = {
  clock: Clock;
  shelf: Shelf;
  schools: ReadonlyMap<string, School>;
  /** Where this Bellbird is reached, once it is. */
  url: () => string;
  spent: (spend: Spend) => void;
};

/** The school that has this account, whatever the case of its handle; no two have the same. */
function heldBy(
  schools: ReadonlyMap<string, School>,
  handle: string,
): { school: School; account: Account } | null {
  const wanted = handle.toLowerCase();
  for (const school of schools.values()) {
    const account = school.accounts.find((each) => each.handle.toLowerCase() === wanted);
    if (account) return { school, account };
  }
  return null;
}

/** Where schools post, and the people round their accounts there. */
export type Outside = { outlets: Outlet[]; audiences: Audience[] };

/** Every outlet. One that no school uses asks for nothing and loads next to nothing. */
export function outsideOf(config: Config, inside: Inside): Outside {
  const { clock, shelf, schools, url, spent } = inside;
  const accounts = xAccounts({
    clock,
    apiUrl: config.xApiUrl,
    keysOf: (handle) => {
      const held = heldBy(schools, handle);
      return held && xKeysOf(held.account, config.named);
    },
    ownsApp: (handle) => heldBy(schools, handle)?.account.ownsApp ?? false,
    spent,
  });
  const whoMayReply = (handle: string) =>
    heldBy(schools, handle)?.school.policy.who_may_reply ?? 'mentioned';
  const timeline = { shelf, clock, baseUrl: url };
  return {
    outlets: [timelineOutlet(timeline), xOutlet({ accounts, whoMayReply })],
    audiences: [timelineAudience({ ...timeline, cast: readCast() }), xAudience({ accounts })],
  };
}

/** The accounts on X looked over that have their keys. Nothing is posted; X bills the reading of a user for each. */
export async function lookAtX(schools: readonly School[], config: Config): Promise<Checked[]> {
  const { lookAtX: look } = await import('../adapters/x/doctor/look.ts');
  const places = schools.flatMap(({ accounts, file, policy }) =>
    accounts.flatMap((account) => {
      const keys = xKeysOf(account, config.named);
      const { handle, visibility } = account;
      return keys === null ? [] : [{ handle, visibility, file, policy: policy.visibility, keys }];
    }),
  );
  return look(places, config.xApiUrl, Date.now);
}

/** Asks X to let Bellbird in on an account, by PIN. Throws where X gives no login. */
export async function beginXLogin(app: AppKeys, apiUrl: string | null): Promise<Login> {
  const { beginLogin } = await import('../adapters/x/login.ts');
  return beginLogin(app, apiUrl);
}

/** What went wrong with X, without a full stop; null for what has nothing to do with X. */
export function inXsWords(error: unknown): string | null {
  return error instanceof XFault ? error.message : null;
}
