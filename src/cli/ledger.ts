/** `bellbird ledger verify | report | export`. */
import { createWriteStream } from 'node:fs';
import { Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { LedgerEntry } from '../ledger.ts';
import type { Store } from '../ports/store.ts';
import { localDate } from '../school/local-time.ts';
import { isRealDate } from '../school/moments.ts';
import { type Period, periodOf } from '../school/periods.ts';
import type { School } from '../school/school.ts';
import { Failed } from './failed.ts';
import { only, schools, withStore } from './open.ts';
import { reportLines, told } from './report.ts';

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

async function* everyPage(store: Store, school: string): AsyncGenerator<LedgerEntry[]> {
  for (let after = 0; ; ) {
    const page = await store.read.ledger(school, after, PAGE);
    const last = page.at(-1);
    if (!last) return;
    after = last.seq;
    yield page;
  }
}

type Report = { from?: string; to?: string; id?: string };

/** The days that are reported on: where none are given, the term so far. Throws with what is off. */
function periodGiven({ from, to }: Report, school: School, now: number): Period {
  for (const [option, date] of Object.entries({ from, to })) {
    if (date === undefined || isRealDate(date)) continue;
    throw new Failed([`--${option}: "${date}" is not a date. Give it as 2026-03-09.`], 2);
  }
  const last = to ?? localDate(now, school.timezone);
  const period = { from: from ?? periodOf(school, 'term', last).from, to: last };
  if (period.from <= period.to) return period;
  throw new Failed(
    [`--from ${period.from} is after --to ${period.to}. Give the earlier day first.`],
    2,
  );
}

/** Writes the report of one school; false where its ledger does not hold. */
async function report(store: Store, school: School, given: Report): Promise<boolean> {
  const now = Date.now();
  const period = periodGiven(given, school, now);
  const fault = await store.verifyLedger(school.id);
  const rows: LedgerEntry[] = [];
  for await (const page of everyPage(store, school.id)) rows.push(...page);
  const verified =
    fault === null
      ? `Verified: all ${rows.length} rows of the ledger hold; none was changed, put in or taken out.`
      : `THE LEDGER DOES NOT HOLD, so what stands here may be untrue: row ${fault.seq}: ${fault.why}`;
  const [title = '', ...lines] = reportLines(told(school, period, rows, now));
  process.stdout.write(`${[title, verified, ...lines].join('\n')}\n`);
  return fault === null;
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
    .command('report')
    .description(
      'a period in plain English, for governors: posts, follower reviews, follows, mentions; verified first, exits with 1 where the ledger does not hold',
    )
    .option('--from <date>', 'its first day, as 2026-01-05; without it, when the term began')
    .option('--to <date>', 'its last day; without it, today')
    .option('--id <school>', 'which school, where there are several')
    .action(async (options: Report) => {
      const school = only(await schools(undefined), options.id);
      const holds = await withStore((store) => report(store, school, options));
      if (!holds) process.exitCode = 1;
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
          for await (const page of everyPage(store, school)) {
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
