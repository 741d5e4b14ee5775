/** The app at Microsoft: whether it can log in, and whether the keys of those who call can be had. */
import type { ServiceClientCredentials } from 'botframework-connector';
import { type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { aheadOf, clockChecked } from '../../http/clock.ts';

/** A person is waiting, ms. */
const PATIENCE = 10_000;
const LOGIN = 'Teams login';
const KEYS = 'Microsoft’s keys';

type Failed = { errorCode?: string; message?: string };

const NO_SUCH: [seen: string, todo: string] = [
  'Microsoft knows no such tenant or app.',
  'Copy TEAMS_APP_ID and TEAMS_TENANT_ID from the Overview of the app registration.',
];

/**
 * Microsoft's words for what is wrong (OAuth 2.0, RFC 6749, section 5.2). Its finer AADSTS numbers may change at
 * any time, and no program may rest on one (Microsoft, "Entra authentication error codes"): they are passed on.
 */
const WHY: Readonly<Record<string, [seen: string, todo: string]>> = {
  invalid_client: [
    'Microsoft does not take TEAMS_APP_PASSWORD: it is wrong, or it has expired.',
    'At entra.microsoft.com open the app registration, make a new client secret (Certificates & secrets), and set TEAMS_APP_PASSWORD to its value.',
  ],
  unauthorized_client: [
    'Microsoft knows no app TEAMS_APP_ID in the tenant TEAMS_TENANT_ID.',
    'Copy both ids from the Overview of the app registration.',
  ],
  invalid_request: NO_SUCH,
  invalid_tenant: NO_SUCH,
};

/** Tries to get the token that every call to Teams needs; nothing is called with it. */
export async function lookAtLogin(credentials: ServiceClientCredentials): Promise<Checked> {
  const nowhere = { url: 'https://smba.trafficmanager.net/', headers: { set: () => {} } };
  try {
    await credentials.signRequest(nowhere as never);
    return ok(LOGIN, 'Microsoft takes the app’s id, secret and tenant.');
  } catch (error) {
    const { errorCode = '', message = '' } = (error ?? {}) as Failed;
    const known = WHY[errorCode];
    if (known === undefined) {
      return fault(
        LOGIN,
        'Microsoft’s login did not answer.',
        'Check that this machine can reach https://login.microsoftonline.com, and try again.',
      );
    }
    const code = /AADSTS(\d+)/.exec(message)?.[1];
    const more = code
      ? ` Microsoft says more at https://login.microsoftonline.com/error?code=${code}`
      : '';
    return fault(LOGIN, known[0], `${known[1]}${more}`);
  }
}

/** Fetches what the door checks every call by, and compares the clock with the answer's. `now` gives epoch ms. */
export async function lookAtKeys(url: string, now: () => number): Promise<Checked[]> {
  const sent = now();
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    const ahead = aheadOf(answer.headers.get('date'), sent, now());
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const can = ok(KEYS, 'They can be fetched, so it can be told who calls.');
    return [can, ...(ahead === null ? [] : [clockChecked('Microsoft', ahead)])];
  } catch {
    const { host } = new URL(url);
    const todo = `Check that this machine can reach https://${host}, and try again.`;
    return [fault(KEYS, 'They could not be fetched, and without them nobody is let in.', todo)];
  }
}
