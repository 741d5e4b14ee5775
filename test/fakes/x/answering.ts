/** From a request to what is sent back: whose it is, whether it may be made, and the fault that befalls it. */
import type { IncomingMessage } from 'node:http';
import { type Json, parsed, pause } from '../slack/json.ts';
import type { Answer } from './answer.ts';
import * as say from './answer.ts';
import type { Answering } from './door.ts';
import type { Fault } from './faults.ts';
import { counted, usedUp } from './limits.ts';
import { accessToken, bearerToken, requestToken } from './login.ts';
import { type Asked, operationOf } from './operations.ts';
import { usage } from './reading.ts';
import { reset, send, spoilt, type Wire } from './send.ts';
import { oauthOf, type Signed, signFault } from './sign.ts';
import { allowed, done, faultOf, type Work } from './work.ts';
import type { Account, Call, World } from './world.ts';

const LONGEST_SILENCE = 60_000;

/** Whose token signed this; null where none that is good did. */
function accountOf(world: World, request: Signed): Account | null {
  const oauth = oauthOf(request.header);
  const account = world.byToken.get(oauth?.get('oauth_token') ?? '');
  if (!oauth || !account || account.revoked) return null;
  return signFault(world, request, oauth, account.accessSecret) === null ? account : null;
}

/** Those that X answers without having done anything. */
function refusalBy(world: World, call: Call, fault: Fault): Answer | null {
  const after: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  switch (fault.is) {
    case '5xx before storing':
      return { ...say.down(fault.status ?? 503), headers: after };
    case 'rate':
      return { ...say.tooMany(), headers: { ...usedUp(world, call, fault), ...after } };
    case 'capped':
      return say.capped();
    case 'credit':
      return say.noCredit();
    case 'unauthorised':
      return say.unauthorised();
    case 'suspended':
      return say.suspended();
    case 'duplicate':
      return say.duplicate();
    case 'html':
    case 'errors only':
      return spoilt(fault, say.ok({}));
    default:
      return null;
  }
}

/** Does the work with the fault about it, and sends what is left to send. */
async function withFault(world: World, wire: Wire, call: Call, work: () => Work): Promise<void> {
  const { fault } = call;
  const act = () => {
    const made = work();
    call.stored = made.stored;
    return made.answer;
  };
  const give = (answer: Answer, cut = false) => {
    if (!cut) call.status = answer.status;
    send(world, wire, answer, cut);
  };
  if (fault === null) return give(act());
  if (fault.is === 'reset before storing') return reset(wire);
  const refusal = refusalBy(world, call, fault);
  if (refusal) {
    // X counts a call before it refuses it, and says so: also where it is the cap or the credit that is used up.
    const counts = call.account !== null && refusal.status !== 401 && refusal.status < 500;
    if (counts) wire.headers = counted(world, call.account ?? '', call.operation).headers;
    return give(refusal);
  }
  if (fault.is === 'slow, then stored') await pause(fault.ms ?? LONGEST_SILENCE);
  const answer = act();
  if (fault.is === 'stored, then slow') await pause(fault.ms ?? LONGEST_SILENCE);
  if (fault.is === 'reset after storing') return reset(wire);
  if (fault.is === 'cut off') return give(answer, true);
  if (fault.is === '5xx after storing') return give(say.down(fault.status ?? 503));
  return give(spoilt(fault, answer));
}

/** The login's own endpoints, which no account's token signs. */
function loginAnswer(world: World, asked: Asked, request: Signed, body: string): Answer | null {
  switch (asked.operation) {
    case 'request-token':
      return requestToken(world, request);
    case 'access-token':
      return accessToken(world, request);
    case 'bearer':
      return bearerToken(world, request.header, body);
    case 'usage':
      if (request.header === `Bearer ${world.bearer}`) return usage(world);
      return request.header.startsWith('OAuth ')
        ? say.wrongLogin('OAuth 2.0 Application-Only')
        : say.unauthorised();
    default:
      return null;
  }
}

function signedOf(incoming: IncomingMessage, url: URL, body: string): Signed {
  const type = incoming.headers['content-type'] ?? '';
  const form = type.includes('x-www-form-urlencoded') ? new URLSearchParams(body) : [];
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    header: incoming.headers.authorization ?? '',
    params: [...url.searchParams, ...form],
  };
}

export function answering(world: World): Answering {
  return async (incoming, raw, out) => {
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const method = incoming.method ?? '';
    const gzip = /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''));
    const wire: Wire = { out, gzip, headers: {} };
    if (world.latency > 0) await pause(world.latency);
    const asked = operationOf(method, url.pathname);
    if (!asked) {
      world.forbidden.push(`${method} ${url.pathname}`);
      return send(
        world,
        wire,
        url.pathname.startsWith('/2/') ? say.notPermitted() : say.notFoundPage(),
      );
    }
    const type = incoming.headers['content-type'] ?? '';
    const body = type.includes('json') ? parsed(raw) : raw;
    const request = signedOf(incoming, url, raw);
    const isLogin = ['request-token', 'access-token', 'bearer', 'usage'].includes(asked.operation);
    const account = isLogin ? null : accountOf(world, request);
    const call: Call = {
      operation: asked.operation,
      account: account?.handle ?? null,
      at: world.now(),
      fault: null,
      status: null,
      stored: null,
      query: Object.fromEntries(url.searchParams),
      body: isLogin ? null : (body as Json),
    };
    world.calls.push(call);
    call.fault = world.script.get(asked.operation)?.shift() ?? world.weather?.(call) ?? null;
    await withFault(world, wire, call, () => {
      const login = loginAnswer(world, asked, request, raw);
      if (login) return { answer: login, stored: null };
      if (!account) return { answer: say.unauthorised(), stored: null };
      const { over, headers } = counted(world, account.handle, asked.operation);
      wire.headers = { ...headers, 'x-access-level': account.access };
      const no =
        (over ? say.tooMany() : null) ??
        faultOf(world, asked, url.searchParams, body) ??
        allowed(world, asked, account);
      return no
        ? { answer: no, stored: null }
        : done(world, asked, account, url.searchParams, body);
    });
  };
}
