/** The ways from Slack to the app: signed HTTP requests or Socket Mode, with Slack's patience. */
import { type Json, parsed, pause } from './json.ts';
import { signed } from './sign.ts';
import type { Envelope, Sockets } from './socket.ts';
import type { World } from './world.ts';

/** How the app took a delivery. */
export type Taken =
  | { kind: 'answered'; body: unknown; ms: number }
  | { kind: 'late' }
  | { kind: 'failed'; status: number };

export type Delivery =
  | { kind: 'command'; payload: Record<string, string> }
  | { kind: 'interaction'; payload: Json }
  | { kind: 'event'; payload: Json };

/** The app's address; null is Socket Mode. */
export type Door = { url: string | null };

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** The body of a delivery over HTTP, with its type. */
export function bodyOf({ kind, payload }: Delivery): { type: string; body: string } {
  if (kind === 'event') return { type: JSON_TYPE, body: JSON.stringify(payload) };
  const form = kind === 'command' ? payload : { payload: JSON.stringify(payload) };
  return { type: FORM_TYPE, body: new URLSearchParams(form).toString() };
}

async function overHttp(
  world: World,
  url: string,
  delivery: Delivery,
  more: Record<string, string>,
): Promise<Taken> {
  const { type, body } = bodyOf(delivery);
  const start = performance.now();
  try {
    const answer = await fetch(url, {
      method: 'POST',
      // Signed by the machine's clock: that is the one a receiver holds it against.
      headers: { 'content-type': type, ...signed(world.signingSecret, body, Date.now()), ...more },
      body,
      signal: AbortSignal.timeout(world.patience),
    });
    const said = await answer.text();
    if (!answer.ok) return { kind: 'failed', status: answer.status };
    return { kind: 'answered', body: parsed(said) ?? said, ms: performance.now() - start };
  } catch (fault) {
    const late = fault instanceof Error && fault.name === 'TimeoutError';
    return late ? { kind: 'late' } : { kind: 'failed', status: 0 };
  }
}

const ENVELOPES: Record<Delivery['kind'], Envelope['type']> = {
  command: 'slash_commands',
  interaction: 'interactive',
  event: 'events_api',
};

async function overSocket(
  sockets: Sockets,
  { kind, payload }: Delivery,
  more: Partial<Envelope>,
): Promise<Taken> {
  const takes = kind === 'command' || payload.type === 'view_submission';
  const start = performance.now();
  const type = ENVELOPES[kind];
  const answer = await sockets.send({ type, payload, accepts_response_payload: takes, ...more });
  if (answer === 'none') return { kind: 'failed', status: 0 };
  if (answer === 'late') return { kind: 'late' };
  const empty = Object.keys(answer).length === 0 || !takes;
  return { kind: 'answered', body: empty ? '' : answer, ms: performance.now() - start };
}

/**
 * Sends something to the app and waits for its acknowledgement, as long as Slack would.
 * A late or failed one is kept among the faults.
 */
export async function deliver(world: World, sockets: Sockets, door: Door, delivery: Delivery) {
  world.busy += 1;
  world.deliveries.push(delivery);
  const taken = door.url
    ? await overHttp(world, door.url, delivery, {})
    : await overSocket(sockets, delivery, {});
  world.busy -= 1;
  const what = delivery.kind === 'command' ? delivery.payload.command : delivery.payload.type;
  if (taken.kind === 'late') world.fault(String(what), 'operation_timeout');
  if (taken.kind === 'failed') world.fault(String(what), `not acknowledged (${taken.status})`);
  world.stirred();
  return taken;
}

/**
 * Sends an event, and sends it again as Slack does, up to three times, while it is not acknowledged
 * in time. Gives how often it was sent and how the last was taken.
 */
export async function deliverEvent(world: World, sockets: Sockets, door: Door, payload: Json) {
  const delivery: Delivery = { kind: 'event', payload };
  let reason = '';
  world.busy += 1;
  world.deliveries.push(delivery);
  for (let retry = 0; ; retry += 1) {
    const headers: Record<string, string> = retry
      ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason }
      : {};
    const again = retry ? { retry_attempt: retry, retry_reason: reason } : { retry_attempt: 0 };
    const taken = door.url
      ? await overHttp(world, door.url, delivery, headers)
      : await overSocket(sockets, delivery, again);
    const wait = world.retryAfter[retry];
    if (taken.kind === 'answered' || wait === undefined) {
      world.busy -= 1;
      if (taken.kind !== 'answered') world.fault('event', `given up after ${retry} retries`);
      world.stirred();
      return { sent: retry + 1, taken };
    }
    reason = taken.kind === 'late' ? 'http_timeout' : 'http_error';
    await pause(wait);
  }
}
