/** Calls to Slack: short, never repeated by themselves, and their errors as sentences. */
import { type Logger, webApi } from '@slack/bolt';

export type Web = InstanceType<typeof webApi.WebClient>;

/** No call may hold up a queue of notices for longer, ms. */
const CALL = 10_000;
/** A trigger lives about three seconds (Slack, "Modals: opening a modal"): a call that takes longer is lost anyway. */
const QUICK = 2_500;

export type WebOptions = { token: string; apiUrl: string | null; logger: Logger };

/**
 * The two clients. The SDK's own defaults (no timeout, ten retries over half an hour) would open a modal long
 * after the click and post a card twice after a cut connection: the outbox is what tries again here.
 */
export function webClients({ token, apiUrl, logger }: WebOptions): { web: Web; quick: Web } {
  const options = {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  };
  return {
    web: new webApi.WebClient(token, { ...options, timeout: CALL }),
    quick: new webApi.WebClient(token, { ...options, timeout: QUICK }),
  };
}

/** Slack's name of an error, such as `is_archived`; null where the call never got an answer of that kind. */
export function errorName(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error ?? null;
  return error instanceof webApi.WebAPIRateLimitedError ? 'ratelimited' : null;
}

const SENTENCES: Readonly<Record<string, string>> = {
  not_in_channel:
    'Bellbird is not in the SLT channel. Type /invite @Bellbird there; what waits is then posted.',
  channel_not_found:
    'Slack knows no such channel, or Bellbird is not in it. Check slack.slt_channel in the school file, and type /invite @Bellbird in the channel.',
  is_archived:
    'The SLT channel is archived. Unarchive it, or put another in slack.slt_channel of the school file.',
  invalid_auth: 'Slack does not take the bot token. Put the current one in SLACK_BOT_TOKEN.',
  token_revoked:
    'The bot token was revoked. Install the app once more and put its token in SLACK_BOT_TOKEN.',
  account_inactive: 'The app was removed from the workspace. Install it once more.',
  missing_scope:
    'The app lacks a right it needs. Put the manifest in once more and reinstall the app.',
  restricted_action:
    'A rule of the workspace keeps Bellbird from posting in that channel. Ask its owner.',
};

/** An error of a call in words, with how long Slack asks to wait (ms) where it does. Never holds a token. */
export function slackFault(error: unknown, doing: string): Error & { retryAfter?: number } {
  if (error instanceof webApi.WebAPIRateLimitedError) {
    const seconds = error.retryAfter;
    const fault = new Error(`${doing}: Slack asks to wait ${seconds} s.`);
    return Object.assign(fault, { retryAfter: seconds * 1000 });
  }
  const name = errorName(error);
  if (name !== null) {
    return new Error(`${doing}: ${SENTENCES[name] ?? `Slack answered ${name}.`}`, { cause: name });
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    return new Error(`${doing}: Slack answered with HTTP ${error.statusCode}.`);
  }
  return new Error(`${doing}: Slack did not answer. It is tried again.`);
}
