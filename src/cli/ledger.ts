/** `bellbird ledger verify | export`. */
import { createWriteStream } from 'node:fs';
import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { LedgerEntry } from '../ledger.ts';
import type { Store } from '../ports/store.ts';
import { Failed } from './failed.ts';
import { withStore } from './open.ts';

type Export = { format: 'csv' | 'json'; json?: boolean; id?: string; out?: string };

const PAGE = 1_000;
const COLUMNS = ['school', 'seq', 'at', 'actor', 'event', 'subject', 'detail', 'prev', 'hash'];

async function chosen(store: Store, id: string | undefined): Promise<string[]> {
  const all = await store.read.ledgerSchools();
  if (id === undefined) return all;
  if (all.includes(id)) return [id];
  throw new Failed(
    [`No ledger is kept for "${id}". There are: ${all.join(', ') || 'none yet'}.`],
    2,
  );
}

function asCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map((entry) => [
    entry.school,
    entry.seq,
    new Date(entry.at).toISOString(),
    entry.actor,
    entry.event,
    entry.subject,
    JSON.stringify(entry.detail),
    entry.prev,
    entry.hash,
  ]);
  // A handle begins with @, which a spreadsheet would take for a formula.
  return stringify(rows, { escape_formulas: true });
}

/** Waits where the reader is slower than the database, so that a long ledger is never all in memory. */
function writer(file: string | undefined): {
  write: (text: string) => Promise<void>;
  end: () => Promise<void>;
} {
  const out =
    file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const failed = new Promise<never>((_, reject) => {
    out.once('error', (fault: NodeJS.ErrnoException) => {
      const why =
        fault.code === 'EEXIST' ? 'it exists already; choose another name' : fault.message;
      reject(new Failed([`${file} cannot be written: ${why}.`], 2));
    });
  });
  failed.catch(() => {});
  return {
    write: (text) =>
      Promise.race([failed, new Promise<void>((done) => out.write(text, () => done()))]),
    end: () =>
      file === undefined
        ? Promise.resolve()
        : Promise.race([failed, new Promise<void>((done) => out.end(done))]),
  };
}

export function ledgerCommand(): Command {
  const ledger = new Command('ledger').description(
    'the record of what was written, decided and published',
  );
  ledger
    .command('verify')
    .description('check the whole chain; names the first bad row and exits with 1')
    .option('--id <school>', 'one school only')
    .action(async (options: { id?: string }) => {
      await withStore(async (store) => {
        const faults: string[] = [];
        const schools = await chosen(store, options.id);
        if (schools.length === 0) {
          process.stdout.write('Nothing has been recorded yet, so there is no ledger to verify.\n');
        }
        for (const school of schools) {
          const fault = await store.verifyLedger(school);
          if (fault === null) process.stdout.write(`${school}: the ledger holds.\n`);
          else faults.push(`${school}: row ${fault.seq} does not hold: ${fault.why}`);
        }
        if (faults.length > 0) throw new Failed(faults);
      });
    });
  ledger
    .command('export')
    .description('write the ledger, oldest row first')
    .addOption(new Option('--format <format>', 'how').choices(['csv', 'json']).default('csv'))
    .option('--json', 'the same as --format json')
    .option('--id <school>', 'one school only')
    .option('--out <file>', 'a new file instead of standard output')
    .action(async (options: Export) => {
      await withStore(async (store) => {
        const out = writer(options.out);
        const json = options.json === true || options.format === 'json';
        let first = true;
        await out.write(json ? '[' : `${COLUMNS.join(',')}\n`);
        for (const school of await chosen(store, options.id)) {
          let after = 0;
          for (;;) {
            const page = await store.read.ledger(school, after, PAGE);
            if (page.length === 0) break;
            after = page.at(-1)?.seq ?? after;
            const text = json
              ? `${first ? '' : ','}\n${page.map((entry) => JSON.stringify({ ...entry, at: new Date(entry.at).toISOString() })).join(',\n')}`
              : asCsv(page);
            first = false;
            await out.write(text);
          }
        }
        await out.write(json ? '\n]\n' : '');
        await out.end();
      });
    });
  return ledger;
}
