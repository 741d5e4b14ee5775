/** What is wrong with a policy, told with its place, the value seen and the values allowed. */
import type { z } from 'zod';
import { anyOf, type Fault, faultWords, shownValue } from '../school/faults.ts';
import type { FaultPath, Source } from './read-file.ts';

/** A fault between two settings; `or` is the same fault as told of the other one. */
export type PairedFault = Fault & { or?: Fault };

/** The value at a path, or undefined. */
export function valueAt(value: unknown, path: FaultPath): unknown {
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

const pathOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

function allowedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return anyOf(issue.values.map(String));
  if (issue.code === 'invalid_type') {
    const kinds: Record<string, string> = {
      object: 'a map',
      record: 'a map',
      array: 'a list',
      string: 'text',
      int: 'a whole number',
    };
    return kinds[issue.expected] ?? `a ${issue.expected}`;
  }
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'too_small') {
    return issue.origin === 'string' || issue.origin === 'array'
      ? `at least ${issue.minimum} in it`
      : `at least ${issue.minimum}`;
  }
  return issue.message;
}

/** What zod found, as faults; `known` lists the settings a map may have where one is unknown. */
export function zodFaults(
  issues: readonly z.core.$ZodIssue[],
  value: unknown,
  at: FaultPath,
  known: (path: FaultPath) => readonly string[],
): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = [...at, ...pathOf(issue.path)];
    if (issue.code === 'unrecognized_keys') {
      const names = known(path);
      const allowed = names.length > 0 ? anyOf(names) : 'no setting at all';
      return issue.keys.map((key) => ({
        path: [...path, key],
        seen: 'a setting that is not known here',
        allowed,
      }));
    }
    return [{ path, seen: shownValue(valueAt(value, path)), allowed: allowedBy(issue) }];
  });
}

/** Lists whose items have an id, so that a place in the whole can be found in the source that wrote it. */
const BY_ID = ['clauses', 'statements'];

/** The path as it is in one source: items of the lists that merge by id stand at another place there. */
function ownPath(path: FaultPath, { value }: Source, settings: unknown): FaultPath {
  const [list, index] = path;
  if (!BY_ID.includes(String(list)) || typeof index !== 'number') return path;
  const id = valueAt(settings, [...path.slice(0, 2), 'id']);
  const own = value[String(list)];
  if (!Array.isArray(own)) return path;
  const at = own.findLastIndex((item) => valueAt(item, ['id']) === id);
  return at === -1 ? [] : [String(list), at, ...path.slice(2)];
}

/** The path in this source of the setting a path of the merged whole is about; null where it does not say it. */
export function placed(path: FaultPath, source: Source, settings: unknown): FaultPath | null {
  const own = ownPath(path, source, settings);
  return own.length > 0 && valueAt(source.value, own) !== undefined ? own : null;
}

type Place = { source: Source; path: FaultPath; depth: number };

function placeIn(fault: Fault, sources: readonly Source[], settings: unknown): Place | null {
  for (let depth = fault.path.length; depth > 0; depth -= 1) {
    for (const source of sources) {
      const path = placed(fault.path.slice(0, depth), source, settings);
      if (path !== null) return { source, path, depth };
    }
  }
  return null;
}

/**
 * The fault as a sentence, placed in the first source that holds its setting or the nearest one above. Where
 * two settings do not go together the fault is told of the one that the overriding source has said.
 */
export function told(fault: PairedFault, sources: readonly Source[], settings: unknown): string {
  const all = [fault, ...(fault.or ? [fault.or] : [])].map((each) => ({
    fault: each,
    place: placeIn(each, sources, settings),
  }));
  const rank = ({ fault: each, place }: (typeof all)[number]) =>
    place?.depth === each.path.length ? sources.indexOf(place.source) : sources.length;
  const [first] = all.toSorted((a, b) => rank(a) - rank(b));
  const { fault: chosen, place } = first ?? { fault, place: null };
  const label = place?.source.label ?? sources[0]?.label ?? 'policy';
  const under = place?.source.under ?? [];
  const path = place ? [...place.path, ...chosen.path.slice(place.depth)] : chosen.path;
  const line = place ? place.source.lineOf(place.path) : null;
  return faultWords(label, line, { ...chosen, path: [...under, ...path] });
}
