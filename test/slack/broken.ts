/** Real presses, forms, commands and events with something in them broken, by chance. */
import fc from 'fast-check';
import type { Delivery } from '../fakes/slack/deliver.ts';
import type { Json } from '../fakes/slack/json.ts';
import {
  commandPayload,
  eventPayload,
  messageActionsPayload,
  submissionPayload,
} from '../fakes/slack/payloads.ts';
import { POST, writes } from './steps.ts';
import { STAFF, type Workspace } from './workspace.ts';

/** Puts something else somewhere into a payload. */
function broken(whole: unknown, path: readonly number[], by: unknown): unknown {
  if (path.length === 0 || whole === null || typeof whole !== 'object') return by;
  const keys = Object.keys(whole);
  const key = keys[(path[0] ?? 0) % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const inside = broken((whole as Json)[key], path.slice(1), by);
  return Array.isArray(whole)
    ? whole.map((each, place) => (String(place) === key ? inside : each))
    : { ...whole, [key]: inside };
}

const BY = fc.oneof(
  fc.constantFrom(null, undefined, '', 0, -1, true, [], {}, 'U0AMY', '{}', 'x'.repeat(5000)),
  fc.jsonValue(),
);
const BREAK = fc.record({
  which: fc.nat(4),
  path: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  by: BY,
});

/** So many deliveries of what Amy could do at this moment, each broken somewhere. Her form stays open. */
export async function brokenDeliveries(at: Workspace, count: number): Promise<Delivery[]> {
  const { world } = at.slack;
  const card = await writes(at.amy);
  await at.amy.presses('Edit', card);
  const message = world.messages.find((each) => each.ts === card.ts);
  const view = [...world.views.values()].find((each) => each.type === 'modal');
  const block = message?.blocks.find((each) => each.type === 'actions');
  const [element] = (block?.elements ?? []) as Json[];
  if (!message || !view || !block || !element) throw new Error('no card or no form');
  const said = { type: 'message', channel: 'D0AMY', channel_type: 'im', user: 'U0AMY', ts: '1.1' };
  const real = (): Delivery[] => [
    {
      kind: 'interaction',
      payload: messageActionsPayload(world, 'U0AMY', message, [block, element], {}),
    },
    { kind: 'interaction', payload: submissionPayload(world, view) },
    { kind: 'interaction', payload: { ...submissionPayload(world, view), type: 'view_closed' } },
    { kind: 'event', payload: eventPayload(world, { ...said, text: POST }) },
    { kind: 'command', payload: commandPayload(world, 'U0AMY', STAFF, `/tweet ${POST}`) },
  ];
  return fc.sample(BREAK, { numRuns: count }).map(({ which, path, by }): Delivery => {
    const { kind, payload } = real()[which] as Delivery;
    return {
      kind,
      payload: broken(payload, path, kind === 'command' ? fc.stringify(by) : by),
    } as Delivery;
  });
}
