/** How Slack faults a thing it was sent: a sentence and the JSON pointer of the place. */
import { isThing, type Json } from './json.ts';

export type Wrong = { says: string; at: string };
export type Found = (says: string, at: string) => void;

/** Slack's own line for a fault, as it stands in `response_metadata.messages`. */
export const lineOf = ({ says, at }: Wrong) => `[ERROR] ${says} [json-pointer:${at}]`;

/** Faults keys that the thing must have and has not, and keys it cannot have. */
export function keys(it: Json, at: string, needs: string, may: string, found: Found) {
  const needed = needs.split(' ').filter(Boolean);
  const known = new Set([...needed, ...may.split(' ')]);
  for (const key of needed) {
    if (it[key] === undefined) found(`missing required field: ${key}`, at);
  }
  for (const key of Object.keys(it)) {
    if (!known.has(key)) found(`invalid additional property: ${key}`, at);
  }
}

/** Faults a string that is none, or too long. Lengths are in UTF-16 units, the stricter reading. */
export function length(it: unknown, at: string, most: number, found: Found, least = 1) {
  if (it === undefined) return;
  if (typeof it !== 'string') return found('must be a string', at);
  if (it.length < least) found(`must be more than ${least - 1} characters`, at);
  if (it.length > most) found(`must be less than ${most + 1} characters`, at);
}

/** Faults a list that is none, too short or too long, and gives it. */
export function list(it: unknown, at: string, most: number, found: Found, least = 1): unknown[] {
  if (!Array.isArray(it)) {
    found('must be an array', at);
    return [];
  }
  if (it.length < least) found(`no less than ${least} items allowed`, at);
  if (it.length > most) found(`no more than ${most} items allowed`, at);
  return it;
}

type TextRule = { most: number; plainOnly?: boolean };

/** Faults a text object: its type, its keys, its length. */
export function text(it: unknown, at: string, { most, plainOnly }: TextRule, found: Found) {
  if (it === undefined) return;
  if (!isThing(it)) return found('must provide an object', at);
  if (it.type === 'mrkdwn' && plainOnly) return found('must be of type plain_text', at);
  if (it.type === 'plain_text') keys(it, at, 'type text', 'emoji', found);
  else if (it.type === 'mrkdwn') keys(it, at, 'type text', 'verbatim', found);
  else return found(`unsupported type: ${String(it.type)}`, `${at}/type`);
  length(it.text, `${at}/text`, most, found);
  if (it.emoji !== undefined && typeof it.emoji !== 'boolean')
    found('must be a boolean', `${at}/emoji`);
}

/** Faults a value that is not one of the words. */
export function oneOf(it: unknown, at: string, words: readonly string[], found: Found) {
  if (it !== undefined && !words.includes(String(it)))
    found(`must be a valid enum value (${words.join(', ')})`, at);
}

/** Faults a value that stands more than once. */
export function unique(values: { is: unknown; at: string }[], name: string, found: Found) {
  const seen = new Set<unknown>();
  for (const { is, at } of values) {
    if (is === undefined) continue;
    if (seen.has(is)) found(`${name} already exists`, at);
    seen.add(is);
  }
}
