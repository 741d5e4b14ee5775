/** X looked over before anybody posts there: what `bellbird doctor` says of it. It posts nothing. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { type Fault, faultWords, XFault } from '../fault.ts';
import { openLine, type XKeys } from '../line.ts';
import { pageOf } from '../posts.ts';
import { saidOf } from '../refusals.ts';
import { lookAtClock, type Seen } from './clock.ts';
import { lookAtUsage } from './usage.ts';

type Visibility = 'public' | 'protected';

/** An account on X as its school has it. `policy` is what the policy says of its visibility; null where it is silent. */
export type XPlace = {
  handle: string;
  file: string;
  visibility: Visibility;
  policy: Visibility | null;
  keys: XKeys;
};

const map = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

function lookAtVisibility({ handle, file, visibility, policy }: XPlace, shown: unknown): Checked {
  const what = `Visibility of ${handle} on X`;
  if (typeof shown !== 'boolean') {
    return attention(what, 'X does not say it.', `Look at ${pageOf(handle)}, signed out.`);
  }
  const now: Visibility = shown ? 'protected' : 'public';
  if (policy !== null && policy !== now) {
    return fault(
      what,
      `It is ${now}, and the school's policy wants it ${policy}.`,
      `Sign in as ${handle} at x.com, and set it under Settings, Privacy and safety, Audience.`,
    );
  }
  if (visibility === now) return ok(what, `It is ${now}, as the school file says.`);
  return attention(
    what,
    `It is ${now}, and the school file says ${visibility}.`,
    `Put visibility: ${now} in ${file}, or change it at x.com.`,
  );
}

function lookAtAccess(handle: string, level: unknown): Checked {
  const what = `What Bellbird may do on ${handle}`;
  if (typeof level !== 'string') {
    const todo = 'Look at console.x.com that the app is set to "Read and write".';
    return attention(what, 'X does not say whether it may post.', todo);
  }
  if (level.includes('write')) return ok(what, `Read and post, by X’s word "${level}".`);
  return fault(
    what,
    `It may not post: X’s word for its keys is "${level}".`,
    `Set the app to "Read and write" at console.x.com, then make new keys with "bellbird x login ${handle}": keys made before that still only read.`,
  );
}

/** Its reading is no part of X's API as of version 2.167. */
const lookAtLabel = (handle: string): Checked =>
  attention(
    `Automated label of ${handle}`,
    'X does not show it to apps.',
    `Look at ${pageOf(handle)} for "Automated" and who runs it. If it is not there: Settings, Your account, Automation.`,
  );

function faultOf(handle: string, why: Fault): Checked {
  const what = `Account ${handle} on X`;
  const said = saidOf(why, handle);
  if (said) return fault(what, said.why, said.fix);
  const todo = 'Check the network of this machine, and X_API_URL where it is set; then try again.';
  return fault(what, `${faultWords(why)}.`, todo);
}

async function lookAtAccount(
  place: XPlace,
  apiUrl: string | null,
  seen: (headers: Seen['headers']) => void,
): Promise<Checked[]> {
  const { handle, keys } = place;
  try {
    const { body, headers } = await openLine(keys, apiUrl).me();
    seen(headers);
    const { username, protected: shown } = map(map(body).data);
    if (typeof username !== 'string') {
      return [faultOf(handle, { kind: 'lost', why: 'its answer names no user' })];
    }
    if (`@${username}`.toLowerCase() !== handle.toLowerCase()) {
      return [faultOf(handle, { kind: 'other-account', handle: username })];
    }
    return [
      ok(`Account ${handle} on X`, 'The keys are its own.'),
      lookAtVisibility(place, shown),
      lookAtAccess(handle, headers['x-access-level']),
      lookAtLabel(handle),
    ];
  } catch (error) {
    if (!(error instanceof XFault)) throw error;
    if (error.fault.kind === 'answered') seen(error.fault.headers);
    return [faultOf(handle, error.fault)];
  }
}

/**
 * Looks at each account: whose keys these are, whether it is public, what Bellbird may do, and the clock; and at what
 * each app has used. X bills the reading of a user for each account. `now` gives epoch ms.
 */
export async function lookAtX(
  places: readonly XPlace[],
  apiUrl: string | null,
  now: () => number,
): Promise<Checked[]> {
  const found: Checked[] = [];
  const dates: Seen[] = [];
  for (const place of places) {
    const before = now();
    const seen = (headers: Seen['headers']) => dates.push({ headers, at: (before + now()) / 2 });
    found.push(...(await lookAtAccount(place, apiUrl, seen)));
  }
  const apps = new Map(places.map(({ keys }) => [keys.appKey, keys]));
  for (const keys of apps.values()) found.push(await lookAtUsage(keys, apiUrl));
  return [...found, ...lookAtClock(dates)];
}
