/** Putting a school's overrides over the policy it extends. */

export type Tree = { readonly [key: string]: unknown };

/** True for a plain map as YAML and JSON give them. */
export function isTree(value: unknown): value is Tree {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Lists whose items have an id: the ones a school adds to, or changes one by one. */
const BY_ID = new Set(['clauses', 'statements']);
const idOf = (item: unknown): unknown => (isTree(item) ? item.id : undefined);

function mergedById(base: readonly unknown[], over: readonly unknown[]): unknown[] {
  const changed = new Map(
    over.filter((item) => idOf(item) !== undefined).map((item) => [idOf(item), item]),
  );
  const known = new Set(base.map(idOf));
  return [
    ...base.map((item) => (changed.has(idOf(item)) ? merged(item, changed.get(idOf(item))) : item)),
    ...over.filter((item) => idOf(item) === undefined || !known.has(idOf(item))),
  ];
}

/**
 * The base with the overrides put over it. Maps merge key by key; anything else is replaced, lists
 * whole, save that the top-level `clauses` and `statements` merge by id: the same id changes that one,
 * a new id is added after the others.
 */
export function merged(base: unknown, over: unknown, top = false): unknown {
  if (!isTree(base) || !isTree(over)) return over;
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      if (!Object.hasOwn(over, key)) return [key, base[key]];
      const under = Object.hasOwn(base, key) ? base[key] : undefined;
      const mine = over[key];
      if (top && BY_ID.has(key) && Array.isArray(under) && Array.isArray(mine)) {
        return [key, mergedById(under, mine)];
      }
      return [key, merged(under, mine)];
    }),
  );
}
