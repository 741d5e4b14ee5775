/** OAuth 1.0a as X checks it: the signature (RFC 5849, 3.4), the time within five minutes, a nonce once. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from './world.ts';

/** As X's login says it; its API says 401 to all of them alike. */
export type SignFault = { code: number; message: string };
const invalidToken: SignFault = { code: 32, message: 'Could not authenticate you.' };

/** X refuses a signature whose time is further off than this, ms. */
const LATITUDE = 5 * 60_000;

/** RFC 3986, where more is escaped than `encodeURIComponent` does. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

export type Signed = { method: string; path: string; header: string; params: [string, string][] };

/** The parameters of an OAuth header; null where it is none. */
export function oauthOf(header: string): Map<string, string> | null {
  if (!/^OAuth /i.test(header)) return null;
  const found = new Map<string, string>();
  for (const [, name, value] of header.slice(6).matchAll(/([\w-]+)="([^"]*)"/g)) {
    found.set(decodeURIComponent(name ?? ''), decodeURIComponent(value ?? ''));
  }
  return found;
}

function baseString(request: Signed, oauth: Map<string, string>, origin: string): string {
  const own = [...oauth].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
  // Clients of the login's second step send `oauth_token` in the header and the form, and sign it once.
  const again = ([name, value]: [string, string]) => oauth.get(name) === value;
  const pairs = [...own, ...request.params.filter((each) => !again(each))]
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const all = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  return [request.method, encoded(`${origin}${request.path}`), encoded(all)].join('&');
}

function isSigned(request: Signed, oauth: Map<string, string>, world: World, secret: string) {
  const given = Buffer.from(oauth.get('oauth_signature') ?? '', 'base64');
  const key = `${encoded(world.appSecret)}&${encoded(secret)}`;
  // A client is sent here by changing where its calls go after they were signed for X itself.
  return ['https://api.x.com', 'https://api.twitter.com', world.origin].some((origin) => {
    const right = createHmac('sha1', key)
      .update(baseString(request, oauth, origin))
      .digest();
    return right.length === given.length && timingSafeEqual(right, given);
  });
}

/** What is wrong with a signature by this token's secret; null where it is right. The nonce is then used up. */
export function signFault(
  world: World,
  request: Signed,
  oauth: Map<string, string>,
  secret: string,
): SignFault | null {
  if (oauth.get('oauth_consumer_key') !== world.appKey) return invalidToken;
  if (oauth.get('oauth_signature_method') !== 'HMAC-SHA1') return invalidToken;
  if ((oauth.get('oauth_version') ?? '1.0') !== '1.0') return invalidToken;
  const off = Number(oauth.get('oauth_timestamp')) * 1000 - (Date.now() + world.skew);
  if (!(Math.abs(off) <= LATITUDE)) return { code: 135, message: 'Timestamp out of bounds.' };
  const nonce = `${oauth.get('oauth_token') ?? ''} ${oauth.get('oauth_nonce') ?? ''}`;
  if (!oauth.get('oauth_nonce') || world.nonces.has(nonce)) return invalidToken;
  if (!isSigned(request, oauth, world, secret)) return invalidToken;
  world.nonces.add(nonce);
  return null;
}
