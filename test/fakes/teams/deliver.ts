/** The way from Teams to the app: signed posts to its door, with Teams' patience and its second tries. */
import { type Json, parsed, word } from '../slack/json.ts';
import { eventId } from './activities.ts';
import { bearerFor } from './tokens.ts';
import type { World } from './world.ts';

/** The app's address; null until it is told. */
export type Door = { url: string | null };

export type Taken = { kind: 'answered'; status: number; body: unknown } | { kind: 'late' | 'lost' };

/** Posts anything to the app's door, with the authorization given, and tells what it said. */
export async function post(
  url: string,
  body: string,
  authorization: string | null,
  patience: number,
) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(authorization === null ? {} : { authorization }),
    },
    body,
    signal: AbortSignal.timeout(patience),
  });
  const said = await answer.text();
  return { status: answer.status, body: said === '' ? null : (parsed(said) ?? said) };
}

/** Sends an activity to the app once and waits as long as given, in ms. */
async function once(world: World, door: Door, activity: Json, patience: number): Promise<Taken> {
  if (!door.url) throw new Error('The app has no door: call deliversTo first.');
  const start = performance.now();
  const delivery = { activity, status: 0, body: null as unknown, ms: 0 };
  world.deliveries.push(delivery);
  try {
    const bearer = `Bearer ${await bearerFor(world)}`;
    const answer = await post(door.url, JSON.stringify(activity), bearer, patience);
    Object.assign(delivery, answer, { ms: performance.now() - start });
    return { kind: 'answered', ...answer };
  } catch (fault) {
    return { kind: fault instanceof Error && fault.name === 'TimeoutError' ? 'late' : 'lost' };
  }
}

const nameOf = (activity: Json) => word(activity.name) || word(activity.type);

/** How the whole of it is told in a fault; null where the app took it. */
function amiss(taken: Taken): string | null {
  if (taken.kind !== 'answered') return taken.kind === 'late' ? 'no answer in time' : 'no answer';
  return taken.status < 300 ? null : `answered with ${taken.status}`;
}

/**
 * Sends an activity and, where the app lets the time pass, sends it once more as it is: the service does so with
 * the same id (botbuilder-dotnet issue 5005). A last answer that is late or bad is kept as a fault.
 */
export async function deliver(world: World, door: Door, activity: Json): Promise<Taken> {
  return counted(world, activity, async () => {
    const patience = world.patience.invoke;
    const first = await once(world, door, activity, patience);
    return first.kind === 'late' ? once(world, door, activity, patience) : first;
  });
}

/**
 * Sends what a message extension asks. The client waits less long and asks twice again, each
 * time as something new: another id and time, the same value.
 */
export async function deliverPatiently(world: World, door: Door, activity: Json): Promise<Taken> {
  return counted(world, activity, async () => {
    let taken: Taken = { kind: 'lost' };
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const timestamp = new Date(world.now()).toISOString();
      const again = attempt === 0 ? activity : { ...activity, id: eventId(), timestamp };
      taken = await once(world, door, again, world.patience.extension);
      if (taken.kind !== 'late') return taken;
    }
    return taken;
  });
}

async function counted(world: World, activity: Json, work: () => Promise<Taken>): Promise<Taken> {
  world.busy += 1;
  try {
    const taken = await work();
    const fault = amiss(taken);
    if (fault) world.fault(nameOf(activity), fault);
    return taken;
  } finally {
    world.busy -= 1;
    world.stirred();
  }
}
