/** Reading roll.csv. What is wrong is told by line and column, never by the words that stand there. */
import { parse } from 'csv-parse/sync';
import { type Consents, normaliseName } from './roll.ts';

/** One row of roll.csv, with the names in clear: for the moment of hashing only, never to be kept. */
export type RollRow = Consents & { firstName: string; lastName: string };

export type ParsedRoll = { ok: true; rows: RollRow[] } | { ok: false; faults: string[] };

/** The columns of roll.csv; their order does not matter. */
export const ROLL_COLUMNS = [
  'first_name',
  'last_name',
  'year_group',
  'photo_consent',
  'name_consent',
  'work_consent',
] as const;
type Column = (typeof ROLL_COLUMNS)[number];

/** Line numbers and columns only: what stands there may be a pupil's name. */
const at = (line: number, column: Column, wrong: string): string =>
  `roll line ${line}, ${column}: ${wrong}`;

type CsvRow = { record: string[]; info: { lines: number } };
type Read = { ok: true; rows: CsvRow[] } | { ok: false; faults: string[] };

function readCsv(csv: string): Read {
  try {
    const rows = parse(csv, {
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as CsvRow[];
    return { ok: true, rows };
  } catch (error) {
    const { lines } = error as { lines?: number };
    const where = lines === undefined ? 'roll' : `roll line ${lines}`;
    const fix = 'Quotes stand around a whole field, and a quote inside one is doubled.';
    return { ok: false, faults: [`${where}: the quotes do not close as they should. ${fix}`] };
  }
}

function headerFaults(header: readonly string[]): string[] {
  const wanted = ROLL_COLUMNS.join(',');
  const missing = ROLL_COLUMNS.filter((column) => !header.includes(column));
  const right = header.length === ROLL_COLUMNS.length && missing.length === 0;
  if (right) return [];
  const saw = missing.length > 0 ? `${missing.join(', ')} missing` : `${header.length} columns`;
  return [`roll line 1: ${saw}. The first line must be ${wanted}, with commas between.`];
}

/** Yes or no in any case; null for anything else. */
function answer(value: string): boolean | null {
  const said = value.toLowerCase();
  if (said === 'yes') return true;
  return said === 'no' ? false : null;
}

function readRow({ record, info }: CsvRow, header: readonly string[], faults: string[]): RollRow {
  const line = info.lines;
  const cell = (column: Column) => record[header.indexOf(column)] ?? '';
  const named = (column: 'first_name' | 'last_name') => {
    const value = cell(column);
    if (value.includes('\uFFFD'))
      faults.push(at(line, column, 'not in UTF-8. Save the file as CSV UTF-8.'));
    else if (normaliseName(value) === '') faults.push(at(line, column, 'a name is missing.'));
    return value;
  };
  const consent = (column: Column) => {
    const value = answer(cell(column));
    if (value === null)
      faults.push(at(line, column, 'saw neither yes nor no. Allowed: yes or no.'));
    return value ?? false;
  };
  if (record.length !== ROLL_COLUMNS.length) {
    faults.push(
      `roll line ${line}: ${record.length} fields where ${ROLL_COLUMNS.length} are wanted. Put a field that has a comma in quotes.`,
    );
    return { firstName: '', lastName: '', yearGroup: '', photo: false, name: false, work: false };
  }
  if (cell('year_group') === '') faults.push(at(line, 'year_group', 'the year group is missing.'));
  return {
    firstName: named('first_name'),
    lastName: named('last_name'),
    yearGroup: cell('year_group'),
    photo: consent('photo_consent'),
    name: consent('name_consent'),
    work: consent('work_consent'),
  };
}

/**
 * Reads roll.csv: UTF-8 with or without a byte-order mark, commas inside quotes, a header with the six
 * columns of `ROLL_COLUMNS`. On any fault nothing is given but the faults, with line numbers (of the
 * file, from 1) and columns and never a word of what stands there. Never throws.
 */
export function parseRoll(csv: string): ParsedRoll {
  const read = readCsv(csv);
  if (!read.ok) return read;
  const [first, ...rest] = read.rows;
  if (first === undefined)
    return { ok: false, faults: ['roll: the file is empty. Export it again.'] };
  const header = first.record.map((name) => name.toLowerCase());
  const faults = headerFaults(header);
  if (faults.length > 0) return { ok: false, faults };
  const rows = rest.map((row) => readRow(row, header, faults));
  if (rows.length === 0)
    faults.push('roll: there is a header but no pupil below it. Export it again.');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rows };
}
