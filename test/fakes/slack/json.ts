/** Reading what came over the wire, of which nothing is known yet. */

export type Json = Record<string, unknown>;

export const isThing = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object it is, or an empty one. */
export const thing = (value: unknown): Json => (isThing(value) ? value : {});

/** The objects in the list it is, or none. */
export const things = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isThing) : [];

/** The string it is, or an empty one. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a JSON text says; undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
