/** What Teams answers where a call did not do its work, in words. */

/** Calls that the service asks to try later (Microsoft, "Optimize your bot with rate limiting"), and its own failures. */
const LATER: ReadonlySet<number> = new Set([412, 429, 500, 502, 503, 504]);
/** A conversation or a message that is gone, or that the bot was removed from. */
const GONE: ReadonlySet<number> = new Set([403, 404]);
/** What to wait where the service does not say, ms. */
const A_WHILE = 5_000;

/** What Microsoft's login says of an app that it does not know (OAuth 2.0, RFC 6749, section 5.2). */
const NOT_TAKEN: ReadonlySet<unknown> = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_request',
  'invalid_tenant',
]);
/** Nothing was sent: there was no address, nobody who took the call, or no way to Microsoft's login before it. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'network_error',
]);

type ServiceError = {
  statusCode?: number;
  /** Of Microsoft's login. */
  errorCode?: string;
  /** Of the connection. */
  code?: string;
  response?: { headers?: { get?: (name: string) => string | undefined } };
};

/** `retryAfter` (ms) stands where the service certainly did not do it and asks to be tried again. */
export type TeamsFault = Error & { retryAfter?: number };

const CREDENTIALS =
  'Microsoft does not take our credentials. Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.';

const SAYS: Readonly<Record<number, string>> = {
  401: CREDENTIALS,
  403: 'Bellbird is not in that chat or channel any more. Add the app to the team again.',
  404: 'Teams knows no such chat or channel. Check teams.slt_channel in the school file.',
  413: 'That card is too large for Teams.',
};

function waitOf(error: ServiceError): number {
  const asked = Number(error.response?.headers?.get?.('retry-after'));
  return Number.isFinite(asked) && asked > 0 ? asked * 1000 : A_WHILE;
}

/** An error of a call as a sentence. `cause` is the HTTP status, where there was any. */
export function teamsFault(error: unknown, doing: string): TeamsFault {
  const known = (error ?? {}) as ServiceError;
  const status = typeof known.statusCode === 'number' ? known.statusCode : null;
  if (status === null) {
    if (NOT_TAKEN.has(known.errorCode)) return new Error(`${doing}: ${CREDENTIALS}`);
    if (!NOT_SENT.has(known.errorCode ?? known.code)) {
      return new Error(`${doing}: Teams did not answer.`);
    }
    const fault = new Error(`${doing}: Microsoft cannot be reached from this machine.`);
    return Object.assign(fault, { retryAfter: A_WHILE });
  }
  if (LATER.has(status)) {
    const fault = new Error(`${doing}: Teams asks to wait (HTTP ${status}).`, { cause: status });
    return Object.assign(fault, { retryAfter: waitOf(known) });
  }
  return new Error(`${doing}: ${SAYS[status] ?? `Teams answered HTTP ${status}.`}`, {
    cause: status,
  });
}

/** True where the place is gone or shut to Bellbird: trying again does not help. */
export function isGone(fault: unknown): boolean {
  return fault instanceof Error && typeof fault.cause === 'number' && GONE.has(fault.cause);
}

/** Tries in all, for something that a person waits for. */
const TRIES = 4;

/** Does something, and again where Teams asks to wait: for what is in no outbox. Throws the last fault. */
export async function insistently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await work();
    } catch (fault) {
      const wait = (fault as TeamsFault | null)?.retryAfter;
      if (wait === undefined || left === 0) throw fault;
      await new Promise((done) => setTimeout(done, wait).unref());
    }
  }
}
