/**
 * The grammar checker in a process of its own, as `npm run bench -- grammar` starts it: prints one line of
 * JSON, the time of each text and the memory before the first, with the worker warm, and once it has gone.
 * The ten idle minutes are made short; that they are ten is a test's to show.
 */
import { harperGrammar } from '../../adapters/grammar/harper.ts';
import { residentMb } from './child.ts';
import { samples } from './samples.ts';

const IDLE = 1500;
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

let workers = 0;
process.on('worker', (worker) => {
  workers += 1;
  worker.once('exit', () => {
    workers -= 1;
  });
});
const seen = () => ({ workers, mb: residentMb(process.pid) });

const drafts = samples().filter(
  ({ policy }) => policy.rules['standard-english'].severity !== 'off',
);
const grammar = harperGrammar({ idle: IDLE });
await rest(500);
const before = seen();
const started = performance.now();
await grammar.lint('The first text of the morning starts the worker.');
const first = performance.now() - started;
// Harper knows again what it has read: it is warmed up with one half of the drafts and timed on the other.
const took: number[] = [];
for (const [index, { draft }] of drafts.entries()) {
  const from = performance.now();
  await grammar.lint(draft.text);
  if (index >= drafts.length / 2) took.push(performance.now() - from);
}
const warm = seen();
await rest(IDLE * 2);
const after = seen();
await grammar.close();
process.stdout.write(`${JSON.stringify({ first, took, before, warm, after })}\n`);
