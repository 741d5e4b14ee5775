/** How a method answers: what it gives, or the name of the error, as Slack has them. */
import type { Json } from './json.ts';
import { lineOf, type Wrong } from './shape.ts';
import type { World } from './world.ts';

export type Answer = { ok: true } & Json;
export type Refusal = { ok: false; error: string } & Json;
export type Method = (world: World, args: Json) => Answer | Refusal;

export const given = (more: Json = {}): Answer => ({ ok: true, ...more });
export const refused = (error: string, more: Json = {}): Refusal => ({ ok: false, error, ...more });

/** Refuses faulty blocks by Slack's name for it, and keeps the fault for the test. */
export function refuseBlocks(world: World, where: string, wrong: Wrong[], error: string): Refusal {
  const messages = wrong.map(lineOf);
  for (const message of messages) world.fault(where, message);
  const errors = wrong.map(({ says, at }) => `${says} [json-pointer:${at}]`);
  return refused(error, { errors, response_metadata: { messages } });
}
