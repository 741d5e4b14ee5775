/** The suite's figures as tables, such as stand in the README. */
import { FAULT_NAMES } from '../fakes/x/faults.ts';
import type { Outcome } from './chaos.ts';
import type { Naive } from './naive.ts';

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);

export type Run = { name: string; seed: number; bellbird: Outcome };

/** What became of the posts, Bellbird's and those of naive publishing through the same weather. */
export function outcomes(runs: readonly Run[], naive: readonly Naive[]): string {
  const head = [
    '',
    'posts',
    'kills',
    'faults',
    'doubles',
    'lost',
    'not known at first',
    'put before a person',
    'time',
  ];
  const rows = runs.map(({ name, seed, bellbird: told }) => [
    `Bellbird, ${name} (seed ${seed})`,
    told.posts,
    told.kills.all,
    sum(told.befell.values()),
    told.doubles,
    told.lost,
    told.unknown,
    told.asked,
    seconds(told.took),
  ]);
  const plain = naive.map((told) => [
    'naive: call, then write down; try again on an error',
    told.posts,
    told.kills,
    told.faults,
    told.doubles,
    told.lost,
    '–',
    `nobody; ${told.saidFailed} written down as failed that stand`,
    seconds(told.took),
  ]);
  return table(head, [...rows, ...plain]);
}

/** How often each fault befell a call. */
export function faultsByKind(runs: readonly Run[]): string {
  const names = [...FAULT_NAMES, 'connections refused'];
  const rows = names.map((name) => [
    name,
    ...runs.map((run) => run.bellbird.befell.get(name) ?? 0),
  ]);
  return table(['fault', ...runs.map((run) => run.name)], rows);
}
