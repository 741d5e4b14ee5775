/** Logging an account in by PIN (OAuth 1.0a, three-legged, out of band), and the app's own token. */
import { randomBytes, randomInt } from 'node:crypto';
import type { Answer } from './answer.ts';
import { oauthOf, type Signed, type SignFault, signFault } from './sign.ts';
import type { Account, World } from './world.ts';

/** X sends its login's answers as forms, under this type. */
const FORM = 'text/html;charset=utf-8';
const form = (fields: Record<string, string>): Answer => ({
  status: 200,
  body: new URLSearchParams(fields).toString(),
  type: FORM,
});
const refused = ({ code, message }: SignFault, status = 401): Answer => ({
  status,
  body: { errors: [{ code, message }] },
});
const secret = () => randomBytes(24).toString('base64url');

/** `POST /oauth/request_token`: signed by the app alone, with `oob` for a PIN. */
export function requestToken(world: World, request: Signed): Answer {
  const oauth = oauthOf(request.header);
  if (!oauth) return refused({ code: 215, message: 'Bad Authentication data.' }, 400);
  const fault = signFault(world, request, oauth, '');
  if (fault) return refused(fault);
  const fields = new Map([...request.params, ...oauth]);
  if (fields.get('oauth_callback') !== 'oob') {
    const message = 'Callback URL not approved for this client application.';
    return refused({ code: 415, message }, 403);
  }
  const token = secret();
  const made = { secret: secret(), account: null, pin: null };
  world.requestTokens.set(token, made);
  return form({
    oauth_token: token,
    oauth_token_secret: made.secret,
    oauth_callback_confirmed: 'true',
  });
}

/** A person opens the login's page, lets the app in and reads the PIN. A link is good for one login. */
export function letIn(world: World, account: Account, link: string): string {
  const url = new URL(link);
  if (!/^\/oauth\/(authorize|authenticate)$/.test(url.pathname)) {
    throw new Error(`${link} is no page to log in at.`);
  }
  const made = world.requestTokens.get(url.searchParams.get('oauth_token') ?? '');
  if (!made || made.pin !== null) throw new Error('X says: this link is not good any more.');
  made.account = account.id;
  made.pin = String(randomInt(1_000_000, 10_000_000));
  return made.pin;
}

/** `POST /oauth/access_token`: the PIN for a token of the account's own, once. */
export function accessToken(world: World, request: Signed): Answer {
  const oauth = oauthOf(request.header);
  const fields = new Map([...request.params, ...(oauth ?? [])]);
  const token = fields.get('oauth_token') ?? '';
  const made = world.requestTokens.get(token);
  if (!oauth || !made) return refused({ code: 89, message: 'Invalid or expired token.' });
  const fault = signFault(world, request, oauth, made.secret);
  if (fault) return refused(fault);
  if (made.pin === null || fields.get('oauth_verifier') !== made.pin) {
    return {
      status: 401,
      body: 'Error processing your OAuth request: Invalid oauth_verifier parameter',
      type: FORM,
    };
  }
  world.requestTokens.delete(token);
  const account = world.byId.get(made.account ?? '') as Account;
  return form({
    oauth_token: account.accessToken,
    oauth_token_secret: account.accessSecret,
    user_id: account.id,
    screen_name: account.handle,
  });
}

/** `POST /oauth2/token`: the app's own token, for what no account is needed for. */
export function bearerToken(world: World, header: string, body: string): Answer {
  const right = Buffer.from(
    `${encodeURIComponent(world.appKey)}:${encodeURIComponent(world.appSecret)}`,
  ).toString('base64');
  if (header !== `Basic ${right}`) {
    return {
      status: 403,
      body: {
        errors: [
          {
            code: 99,
            message: 'Unable to verify your credentials',
            label: 'authenticity_token_error',
          },
        ],
      },
    };
  }
  if (new URLSearchParams(body).get('grant_type') !== 'client_credentials') {
    return {
      status: 400,
      body: {
        errors: [
          {
            code: 170,
            message: 'Missing required parameter: grant_type',
            label: 'forbidden_missing_parameter',
          },
        ],
      },
    };
  }
  return { status: 200, body: { token_type: 'bearer', access_token: world.bearer } };
}
