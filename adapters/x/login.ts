/** Letting Bellbird post on an account: OAuth 1.0a by PIN, for a machine without an address of its own. */
import { TwitterApi } from 'twitter-api-v2';
import { XFault } from './fault.ts';
import { type Answer, asked, openLine, PATIENCE, settingsFor } from './line.ts';

/** The app's own keys. Never to be logged. */
export type AppKeys = { appKey: string; appSecret: string };

export type LoggedIn = {
  accessToken: string;
  accessSecret: string;
  /** Whose keys these are, with the @. */
  handle: string;
  /** What X lets them do, by its header `x-access-level`; null where it does not say. */
  access: string | null;
};

export type Login = {
  /** The page at X where whoever holds the account lets Bellbird in, and reads a PIN. */
  link: string;
  /** Exchanges the PIN for the account's keys. Throws an XFault, also for a PIN that is wrong. */
  finish: (pin: string) => Promise<LoggedIn>;
};

/** The fields of an answer of the login, which X sends as a form and calls HTML. */
function fieldsOf({ body }: Answer): Record<string, string> {
  const fields = body !== null && typeof body === 'object' ? body : {};
  return fields as Record<string, string>;
}

function need(fields: Record<string, string>, name: string): string {
  const value = fields[name];
  if (value !== undefined && value !== '') return value;
  throw new XFault({ kind: 'lost', why: `its answer holds no ${name}` });
}

/** Asks X for a login. `apiUrl` null is X itself. Throws an XFault where X gives none. */
export async function beginLogin(app: AppKeys, apiUrl: string | null): Promise<Login> {
  const how = {
    forceParseMode: 'url' as const,
    fullResponse: true as const,
    timeout: PATIENCE.read,
  };
  const settings = settingsFor(apiUrl);
  const first = new TwitterApi(app, settings);
  const request = fieldsOf(
    await asked(
      first.post('https://api.x.com/oauth/request_token', { oauth_callback: 'oob' }, how),
    ),
  );
  const token = need(request, 'oauth_token');
  const secret = need(request, 'oauth_token_secret');
  return {
    link: `https://api.x.com/oauth/authorize?oauth_token=${encodeURIComponent(token)}`,
    finish: async (pin) => {
      const second = new TwitterApi({ ...app, accessToken: token, accessSecret: secret }, settings);
      const body = { oauth_token: token, oauth_verifier: pin.trim() };
      const granted = fieldsOf(
        await asked(second.post('https://api.x.com/oauth/access_token', body, how)),
      );
      const accessToken = need(granted, 'oauth_token');
      const accessSecret = need(granted, 'oauth_token_secret');
      const { headers } = await openLine({ ...app, accessToken, accessSecret }, apiUrl).me();
      const access = headers['x-access-level'];
      return {
        accessToken,
        accessSecret,
        handle: `@${need(granted, 'screen_name')}`,
        access: typeof access === 'string' ? access : null,
      };
    },
  };
}
