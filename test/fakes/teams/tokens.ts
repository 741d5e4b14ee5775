/** The keys Microsoft signs with, and the tokens its service brings: good ones, and each kind of bad one. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { World } from './world.ts';

export const ISSUER = 'https://api.botframework.com';
/** Of Microsoft's own tenant for bots, whose tokens the SDK takes from any of them. */
const BOTS_ISSUER = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

/** `own` signs; `unendorsed` is published but not for Teams; `stranger` is published nowhere. */
export type KeyName = 'own' | 'unendorsed' | 'stranger';

type Key = { kid: string; sign: CryptoKey; jwk: object };

async function newKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { kid, sign: privateKey, jwk: await exportJWK(publicKey) };
}

/** Making keys takes long: they are made once in a process, with the first fake. */
let made: Promise<Record<KeyName, Key>> | null = null;

async function makeKeys(): Promise<Record<KeyName, Key>> {
  const [own, unendorsed, stranger] = await Promise.all(
    ['own', 'unendorsed', 'stranger'].map((name) => newKey(`${name}-${randomUUID()}`)),
  );
  if (!own || !unendorsed || !stranger) throw new Error('No keys were made.');
  return { own, unendorsed, stranger };
}

export function keys(): Promise<Record<KeyName, Key>> {
  made ??= makeKeys();
  return made;
}

/** Where the keys are found, as an OpenID configuration tells it. */
export const metadata = (jwks_uri: string) => ({
  issuer: ISSUER,
  authorization_endpoint: 'https://invalid.botframework.com',
  jwks_uri,
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
});

/** The published keys, each with the channels it may sign for. */
export async function published() {
  const { own, unendorsed } = await keys();
  const shown = ({ kid, jwk }: Key, endorsements: string[]) => ({
    ...jwk,
    kty: 'RSA',
    use: 'sig',
    kid,
    x5t: kid,
    endorsements,
  });
  return {
    keys: [shown(own, ['msteams', 'skype', 'webchat']), shown(unendorsed, ['directline'])],
  };
}

export type TokenOptions = {
  key?: KeyName;
  /** Another key's name in the header than the one that signed. */
  kid?: KeyName;
  issuer?: string;
  audience?: string;
  serviceUrl?: string;
  /** Signed for a bot that calls itself, as the emulator does: no address is vouched for by it. */
  ofBot?: boolean;
  /** Seconds from now until it expires; less than none: expired so long ago. */
  expires?: number;
  /** Changes the claims after they were signed. */
  forged?: boolean;
};

const good = new WeakMap<World, { token: string; until: number }>();

/** A good token, used for a minute as Teams uses its own for longer. */
export async function bearerFor(world: World): Promise<string> {
  const known = good.get(world);
  if (known && known.until > Date.now()) return known.token;
  const token = await tokenFor(world);
  good.set(world, { token, until: Date.now() + 60_000 });
  return token;
}

/** A token as Teams sends one to this app. Signed by the machine's clock: that is the one it is held against. */
export async function tokenFor(world: World, options: TokenOptions = {}): Promise<string> {
  const all = await keys();
  const { key = 'own', kid = key, expires = 3600 } = options;
  const seconds = Math.floor(Date.now() / 1000);
  const claims = options.ofBot
    ? { ver: '1.0', appid: world.appId }
    : { serviceurl: options.serviceUrl ?? world.serviceUrl() };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: all[kid].kid, x5t: all[kid].kid, typ: 'JWT' })
    .setIssuer(options.issuer ?? (options.ofBot ? BOTS_ISSUER : ISSUER))
    .setAudience(options.audience ?? world.appId)
    .setNotBefore(Math.min(seconds, seconds + expires) - 600)
    .setExpirationTime(seconds + expires)
    .sign(all[key].sign);
  if (!options.forged) return token;
  const [head, body = '', mark] = token.split('.');
  const read = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  const changed = Buffer.from(JSON.stringify({ ...read, jti: 'forged' })).toString('base64url');
  return [head, changed, mark].join('.');
}
