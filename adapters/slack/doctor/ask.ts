/** Asking Slack, with every way it can fail put in words. */
import {
  type Logger,
  LogLevel,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { aheadOf } from '../../http/clock.ts';

/** Longer than Slack ever takes; a person is waiting (ms). */
const PATIENCE = 5_000;

/** `code` is Slack's own word for it, or `unreachable`, or `http`. */
export type Asked<Answer> =
  | { ok: true; answer: Answer }
  | { ok: false; code: string; says: string; todo: string };

const silent = () => {};
const SILENT: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => LogLevel.ERROR,
  setName: silent,
};

export type Line = {
  web: WebClient;
  /** How far this machine's clock is ahead of Slack's (ms, negative where it is behind), as the last answer showed; null before any did. */
  ahead: () => number | null;
};

/**
 * A line to Slack with a token. `apiUrl` null is Slack itself. `now` gives epoch ms. A call that Slack asks to
 * hold back is made again when it says so, twice at most.
 */
export function openLine(token: string, apiUrl: string | null, now: () => number): Line {
  let ahead: number | null = null;
  const web = new WebClient(token, {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    logger: SILENT,
    timeout: PATIENCE,
    retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 1_000 },
    maxRequestConcurrency: 5,
    fetch: async (url, init) => {
      const asked = now();
      const answer = await fetch(url, init);
      ahead = aheadOf(answer.headers.get('date'), asked, now()) ?? ahead;
      return answer;
    },
  });
  return { web, ahead: () => ahead };
}

const REINSTALL =
  'At api.slack.com open the app, paste the manifest again (npm run -s manifest:slack), and press "Reinstall to Workspace".';
const NEW_TOKEN =
  'At api.slack.com open the app, copy the token again, and set it in the environment of Bellbird.';

const KNOWN: Readonly<Record<string, [says: string, todo: string]>> = {
  invalid_auth: ['Slack does not know this token', NEW_TOKEN],
  not_authed: ['Slack saw no token', NEW_TOKEN],
  token_revoked: ['This token was revoked, as when the app is taken out', NEW_TOKEN],
  token_expired: ['This token has expired', NEW_TOKEN],
  account_inactive: ['The app was taken out of the workspace', `Install it again. ${NEW_TOKEN}`],
  not_allowed_token_type: ['Slack wants another kind of token here', NEW_TOKEN],
  ratelimited: ['Slack asks to be left alone for a moment', 'Try again in a minute.'],
};

/** The answer, or why there is none, in a sentence without its full stop. Never throws for what Slack does. */
export async function asked<Answer>(call: Promise<Answer>): Promise<Asked<Answer>> {
  try {
    return { ok: true, answer: await call };
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return refused(error.data);
    if (error instanceof WebAPIHTTPError) {
      const says = `Slack answered with status ${error.statusCode}`;
      return { ok: false, code: 'http', says, todo: 'Look at slack-status.com, and try again.' };
    }
    if (error instanceof WebAPIRequestError) {
      const cause = error.original.cause instanceof Error ? error.original.cause : error.original;
      const says = `Slack could not be reached (${cause.message})`;
      const todo = 'Check the network of this machine, and SLACK_API_URL where it is set.';
      return { ok: false, code: 'unreachable', says, todo };
    }
    throw error;
  }
}

function refused(data: { error: string; needed?: unknown }): Asked<never> {
  const code = data.error;
  if (code === 'missing_scope') {
    const scope = typeof data.needed === 'string' ? ` ${data.needed}` : '';
    return { ok: false, code, says: `The scope${scope} is missing`, todo: REINSTALL };
  }
  const [says, todo] = KNOWN[code] ?? [
    `Slack answered "${code.slice(0, 80)}"`,
    'Look the word up at docs.slack.dev.',
  ];
  return { ok: false, code, says, todo };
}

/** What to do where the scopes are not those of the manifest. */
export const PASTE_AGAIN = REINSTALL;
