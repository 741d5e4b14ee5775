/** Schools and rolls for measuring: invented, of any number and size. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOf, type Roll, type RollRow, rollOf } from '../../src/school/roll.ts';

export const AUTHOR = 'ada-wren';
/** The same person, and the workspace, as Slack names them. */
export const AUTHOR_IN_SLACK = 'U0ADA';
/** And as Microsoft Entra does. */
export const AUTHOR_IN_TEAMS = 'a0000000-0000-4000-8000-00000000ada0';
export const TEAM = 'T0BENCH';

/** Runs work on a folder of its own, and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** school.yaml number `index`: four people, one account on the timeline, the standard policy. */
export function schoolYaml(index: number, roll?: string): string {
  return `school: Bench ${index} Primary School
id: bench-${index}
timezone: Europe/London
policy: standard
office: office@bench${index}.example
accounts: [{handle: "@Bench${index}", outlet: timeline, visibility: public}]
people:
  - {name: Ada Wren, roles: [teacher, nominated], slack: U0ADA, teams: ${AUTHOR_IN_TEAMS}}
  - {name: Sol Marsh, roles: [slt]}
  - {name: Kit Brook, roles: [head, slt]}
  - {name: Una Lake, roles: [governor]}
approvals: {needed: 1, by: [slt]}
handles: ["@NationalTrust"]
${roll === undefined ? '' : `roll: ${roll}\n`}`;
}

const FIRST = ['Orla', 'Teo', 'Wyn', 'Saba', 'Rafe', 'Noor', 'Jory', 'Elin', 'Dara', 'Cato'];
const LAST = ['Pike', 'Thorn', 'Vane', 'Ash', 'Lowe', 'Quill', 'Rook', 'Sedge', 'Teal', 'Yarrow'];

/** A roll's rows, each pupil another name; consents in turn. */
export function rollRows(size: number): RollRow[] {
  return Array.from({ length: size }, (_, index) => ({
    firstName: FIRST[index % FIRST.length] ?? '',
    lastName: `${LAST[Math.floor(index / FIRST.length) % LAST.length]} ${inLetters(index)}`,
    yearGroup: `Year ${(index % 6) + 1}`,
    photo: index % 3 !== 0,
    name: index % 2 === 0,
    work: index % 5 !== 0,
  }));
}

/** A number in letters, for a pupil has none in their name. */
function inLetters(index: number): string {
  return [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

export function rollCsv(size: number): string {
  const yes = (value: boolean) => (value ? 'yes' : 'no');
  const rows = rollRows(size).map((row) =>
    [row.firstName, row.lastName, row.yearGroup, yes(row.photo), yes(row.name), yes(row.work)].join(
      ',',
    ),
  );
  const header = 'first_name,last_name,year_group,photo_consent,name_consent,work_consent';
  return `${[header, ...rows].join('\n')}\n`;
}

/** A roll in memory as the desk holds it. */
export function rollWith(rows: readonly RollRow[]): Roll {
  const secret = 'a secret for the bench alone, long enough';
  return rollOf(entriesOf(rows, secret), secret);
}

/** Writes a school file with a roll of this size beside it, and more settings; gives the file's path. */
export function writeSchool(folder: string, pupils: number, more = ''): string {
  writeFileSync(join(folder, 'roll.csv'), rollCsv(pupils));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, schoolYaml(1, 'roll.csv') + more);
  return file;
}
