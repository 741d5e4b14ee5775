/** What is wrong with a policy, told with its place, the value seen and the values allowed. */
import type { z } from 'zod';
import { anyOf, type Fault, faultWords, shownValue } from '../school/faults.ts';
import type { FaultPath, Source } from './read-file.ts';

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

/** The fault as a sentence, placed in the first source that holds its setting or the nearest one above. */
export function told(fault: Fault, sources: readonly Source[]): string {
  for (let depth = fault.path.length; depth > 0; depth -= 1) {
    const path = fault.path.slice(0, depth);
    const source = sources.find(({ value }) => valueAt(value, path) !== undefined);
    if (source !== undefined) return faultWords(source.label, source.lineOf(path), fault);
  }
  return faultWords(sources[0]?.label ?? 'policy', null, fault);
}
