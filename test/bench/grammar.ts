/**
 * Spelling and grammar by the real worker: a draft once it is warm, and the memory before its first need, warm
 * and after it has gone. All in a process of its own, so that nothing else weighs on the memory.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Figure, median, type Progress, percentile, type Told } from './figures.ts';

const ALONE = fileURLToPath(new URL('./grammar-alone.ts', import.meta.url));

/** Workers alive and resident memory in MB (10^6 bytes), null where the system does not tell. */
type Seen = { workers: number; mb: number | null };
type Alone = { first: number; took: number[]; before: Seen; warm: Seen; after: Seen };

function memory({ before, warm, after }: Alone): Figure[] {
  if (before.mb === null || warm.mb === null || after.mb === null) return [];
  const floor = { name: 'before its first need', value: before.mb };
  return [
    { what: 'resident with the worker warm', value: warm.mb, unit: 'MB', floor },
    { what: 'resident after the worker has gone', value: after.mb, unit: 'MB', floor },
  ];
}

export async function measureGrammar(says: Progress): Promise<Told> {
  says('grammar: reading drafts');
  const { stdout } = await promisify(execFile)(process.execPath, [ALONE]);
  const alone = JSON.parse(stdout) as Alone;
  const { took, first, before, warm, after } = alone;
  const mean = took.reduce((sum, ms) => sum + ms, 0) / took.length;
  const floor = { name: 'the first text, worker and all', value: first };
  return {
    part: 'grammar',
    about: `${took.length} labelled drafts nobody has read before, by a worker warmed up on as many others`,
    figures: [
      {
        what: 'grammar, mean',
        value: mean,
        unit: 'ms',
        floor,
        aim: { of: 'value', most: 12 },
      },
      { what: 'grammar, p50', value: median(took), unit: 'ms', floor },
      { what: 'grammar, p99', value: percentile(took, 0.99), unit: 'ms', floor },
      ...memory(alone),
    ],
    notes: [
      `Workers before the first text: ${before.workers}; while texts come: ${warm.workers}; once idle: ${after.workers}.`,
    ],
  };
}
