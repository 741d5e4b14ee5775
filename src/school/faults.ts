/** How a fault in a school file is told: file, line, path, the value seen, the values allowed. */
import type { z } from 'zod';

export type FaultPath = readonly (string | number)[];

/** A place in words: people[0].roles[1]. */
export function placeOf(path: FaultPath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** A value as seen in a file, on one line and at most 60 characters of it; an account's keys left out. */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text =
    JSON.stringify(value, (key, inner) => (key === 'keys' ? '…' : inner)) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A list for people: "slt, head or it-lead". */
export function anyOf(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** One fault as told before its file is known. `seen` is already words; `allowed` says what to do. */
export type Fault = { path: FaultPath; seen: string; allowed: string };

/** The fault as one sentence with its file, and its line where that is known. */
export function faultWords(file: string, line: number | null, fault: Fault): string {
  const where = line === null ? file : `${file} line ${line}`;
  return `${where}, ${placeOf(fault.path)}: saw ${fault.seen}. Allowed: ${fault.allowed}.`;
}

function valueAt(value: unknown, path: FaultPath): unknown {
  let here = value;
  for (const step of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** Somebody may paste the key itself where its name belongs, and a fault goes to the log. */
const isSecret = (path: FaultPath): boolean => path.includes('keys');

/** What zod found wrong with one setting of the file, as faults. */
export function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  top: string,
  value: unknown,
): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = [
      top,
      ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    ];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key],
        seen: 'a setting that is not known here',
        allowed: issue.message,
      }));
    }
    const found = valueAt(value, path.slice(1));
    const seen =
      isSecret(path) && found !== undefined && found !== null
        ? 'something else, not shown in case it is the key itself'
        : shownValue(found);
    return [{ path, seen, allowed: issue.message }];
  });
}
