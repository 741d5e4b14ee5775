/** The command line as people run it: a process, its output, its exit status. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSchool, SCHOOL, type SchoolAtWork, ticks } from '../scenarios/staffroom.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
let folder: string;
let school: SchoolAtWork;

function bellbird(args: string[], input = '') {
  const env = {
    ...process.env,
    BELLBIRD_DATA: join(school.folder, 'data'),
    BELLBIRD_SCHOOL: school.file,
  };
  const done = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-cli-'));
  school = await openSchool();
  const { shown } = await school.amy.types('/tweet Year 2 drew the moon.');
  if (!shown) throw new Error('no card');
  await school.amy.presses('Send to SLT', shown, ticks(shown));
  await school.sam.presses('Approve', await school.sltCard('drew the moon'));
  await school.says(shown, '/timeline/');
});
afterAll(async () => {
  await school.close();
  rmSync(folder, { recursive: true, force: true });
});

const line = (draft: object) =>
  JSON.stringify({
    id: 'a',
    text: 'Hello from Year 2.',
    at: '2026-03-10T10:15:00+00:00',
    ...draft,
  });

describe('bellbird check', () => {
  it('answers each line in order, and goes on after a line that is not valid, with status 2', () => {
    const lines = [
      line({ id: 'one' }),
      line({ id: 'two', photos: [{ shows: 'cats', pupils: [], alt: 'x' }] }),
      'not json',
      line({ id: 'four', text: '@friend hello' }),
    ];
    const roll = join(folder, 'pupils.csv');
    const head = 'first_name,last_name,year_group,photo_consent,name_consent,work_consent';
    writeFileSync(roll, `${head}\nZebedee,Quillfeather,Year 1,yes,no,yes\n`);
    const done = bellbird(['check', '--policy', 'standard', '--roll', roll], lines.join('\n'));
    const answers = done.out
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(done.status).toBe(2);
    expect(answers.map((answer) => answer.id)).toEqual(['one', 'two', null, 'four']);
    expect(answers[0]).toEqual({
      id: 'one',
      outcome: 'clear',
      held: false,
      slot: '2026-03-10T10:15:00.000+00:00',
      findings: [],
    });
    expect(answers[1].error).toBe(
      'line 2: photos[0].shows: expected one of work, pupils, pupils-no-face, staff, place',
    );
    expect(answers[3].outcome).toBe('blocked');
    expect(answers[3].findings[0]).toMatchObject({
      rule: 'reply',
      severity: 'block',
      span: [0, 7],
    });
  });

  it('a roll with a bad row is refused with its line, and nothing is checked', () => {
    const roll = join(folder, 'roll.csv');
    writeFileSync(
      roll,
      'first_name,last_name,year_group,photo_consent,name_consent,work_consent\nZebedee,Quill,Year 1,yes,no,perhaps\n',
    );
    const done = bellbird(['check', '--policy', 'standard', '--roll', roll], line({}));
    expect(done.status).toBe(2);
    expect(done.err).toContain('line 2');
    expect(done.err).not.toMatch(/Zebedee|Quill/);
    expect(done.out).toBe('');
  });

  it('an unknown policy is refused with the ones there are', () => {
    const done = bellbird(['check', '--policy', 'nonesuch'], line({}));
    expect(done.status).toBe(2);
    expect(done.err).toContain('lickey-hills');
  });
});

describe('bellbird policy and school', () => {
  it('coverage counts 119 clauses over five policies', () => {
    const done = bellbird(['policy', 'coverage', '--json']);
    const covered = JSON.parse(done.out) as {
      policy: string;
      clauses: { id: string; kind: string; held: boolean; by: string; test: unknown }[];
    }[];
    expect(done.status).toBe(0);
    expect(covered).toHaveLength(5);
    expect(covered.flatMap((each) => each.clauses)).toHaveLength(119);
    expect(covered.flatMap((each) => each.clauses).every((clause) => clause.by !== '')).toBe(true);
  });

  it('coverage shows every clause of kind rule held, with the test that shows it', () => {
    type Clause = { id: string; kind: string; held: boolean; test: { file: string } | null };
    const covered = JSON.parse(bellbird(['policy', 'coverage', '--json']).out);
    const rules = (covered as { clauses: Clause[] }[])
      .flatMap(({ clauses }) => clauses)
      .filter(({ kind }) => kind === 'rule');
    expect(rules).toHaveLength(37);
    expect(rules.filter(({ held, test }) => !held || test === null)).toEqual([]);
    expect(bellbird(['policy', 'coverage', 'irthlingborough']).out).toContain(
      'IR-03  held: rule:length\n         test/policy/clauses.test.ts: 140 characters fit and 141 are stopped\n',
    );
    const file = join(folder, 'shorter.yaml');
    writeFileSync(
      file,
      'extends: standard\nrules:\n  negative-tone: {severity: off}\n  targeted: {severity: review}\n',
    );
    const ours = bellbird(['policy', 'coverage', file]).out;
    expect(ours).toContain('ST-14  not yet: rule:negative-tone\n         no test of its own\n');
    expect(ours).toContain('ST-20  held: rule:targeted\n         no test of its own\n');
    expect(ours).toMatch(/ST-12 {2}held: .+\n +test\/policy\/clauses/);
  });

  it('validate names every fault of a file at once and exits with 1', () => {
    const file = join(folder, 'policy.yaml');
    writeFileSync(
      file,
      'extends: standard\nrules:\n  length: {limit: many}\n  spelling: {severity: block}\n  reply: {severity: off}\n',
    );
    const done = bellbird(['policy', 'validate', file]);
    expect(done.status).toBe(1);
    expect(done.err).toContain('many');
    expect(done.err).toContain('spelling');
    expect(done.err).toContain('reply');
    const wrong = join(folder, 'school.yaml');
    writeFileSync(
      wrong,
      SCHOOL.replace('roles: [governor]', 'roles: [boss]').replace(
        'Europe/London',
        'Europe/Lundon',
      ),
    );
    const school = bellbird(['school', 'validate', wrong]);
    expect(school.status).toBe(1);
    expect(school.err).toContain('boss');
    expect(school.err).toContain('Lundon');
  });

  it('show prints the clauses, and every command has its help', () => {
    expect(bellbird(['policy', 'show', 'lickey-hills']).out).toContain('LH-11');
    for (const words of [
      ['check'],
      ['policy'],
      ['policy', 'show'],
      ['roll', 'import'],
      ['ledger', 'verify'],
      ['ledger', 'export'],
      ['backup'],
      ['restore'],
      ['school', 'validate'],
    ]) {
      const done = bellbird([...words, '--help']);
      expect([done.status, done.out.includes('Usage: bellbird')]).toEqual([0, true]);
    }
    expect(bellbird(['polish']).status).toBe(2);
  }, 120_000);
});

describe('bellbird roll', () => {
  it('imports beside a running server, keeps hashes only, and says how many pupils there are', () => {
    const roll = join(folder, 'good.csv');
    writeFileSync(
      roll,
      '\ufefffirst_name,last_name,year_group,photo_consent,name_consent,work_consent\n"Zebedee","Quillfeather",Year 1,yes,no,yes\n',
    );
    const done = bellbird(['roll', 'import', roll]);
    expect(done.err).toBe('');
    expect(done.status).toBe(0);
    const status = JSON.parse(bellbird(['roll', 'status', '--json']).out);
    expect(bellbird(['roll', 'status']).out).toContain(': 1 pupil, roll version');
    expect(status).toMatchObject({
      pupils: 1,
      photo_consent: 1,
      name_consent: 0,
      year_groups: { 'Year 1': 1 },
    });
    // In a process of its own: to open and close a file here would drop the locks SQLite holds on it.
    const search = `const { readdirSync, readFileSync } = require('node:fs');
      for (const file of readdirSync('.', { recursive: true, withFileTypes: true }).filter((each) => each.isFile()))
        if (readFileSync(file.parentPath + '/' + file.name).toString('latin1').toLowerCase().includes('quillfeather')) console.log(file.name);`;
    const found = spawnSync(process.execPath, ['-e', search], {
      cwd: join(school.folder, 'data'),
      encoding: 'utf8',
    });
    expect([found.status, found.stdout]).toEqual([0, '']);
  });
});

describe('bellbird ledger, backup and restore', () => {
  it('verifies and exports the ledger beside a running server', () => {
    expect(bellbird(['ledger', 'verify'])).toMatchObject({
      status: 0,
      out: 'larkfield: the ledger holds.\n',
    });
    const rows = JSON.parse(bellbird(['ledger', 'export', '--format', 'json']).out) as {
      event: string;
      seq: number;
    }[];
    expect(rows.map((row) => row.event)).toContain('post.published');
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    expect(JSON.parse(bellbird(['ledger', 'export', '--json']).out)).toEqual(rows);
    const csv = bellbird(['ledger', 'export']).out.trim().split('\n');
    expect(csv[0]).toBe('school,seq,at,actor,event,subject,detail,prev,hash');
    expect(csv).toHaveLength(rows.length + 1);
  });

  it('a backup taken while it runs can be restored into an empty folder, and a row changed by hand is named', () => {
    const file = join(folder, 'monday.db');
    expect(bellbird(['backup', file]).status).toBe(0);
    expect(bellbird(['backup', file]).status).toBe(1);
    const data = join(folder, 'fresh');
    const env = { ...process.env, BELLBIRD_DATA: data, BELLBIRD_SCHOOL: school.file };
    const run = (args: string[]) =>
      spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', env });
    const restored = run(['restore', file]);
    expect(restored.status).toBe(0);
    expect(restored.stdout).toContain('There was no database before.');
    expect(run(['restore', file]).stdout).toContain(join(data, 'bellbird.db.before-restore'));
    expect(run(['ledger', 'verify']).status).toBe(0);

    const tampered = join(folder, 'tampered.db');
    copyFileSync(join(data, 'bellbird.db'), tampered);
    const db = new DatabaseSync(join(data, 'bellbird.db'));
    const triggers = db
      .prepare("select name from sqlite_master where type = 'trigger' and tbl_name = 'ledger'")
      .all();
    for (const { name } of triggers) db.exec(`drop trigger "${name}"`);
    db.exec("update ledger set actor = 'nobody' where seq = 3");
    db.close();
    const verified = run(['ledger', 'verify']);
    expect(verified.status).toBe(1);
    expect(verified.stderr).toContain('row 3');
    const reported = run(['ledger', 'report', '--from', '2026-03-01', '--to', '2026-03-31']);
    expect(reported.status).toBe(1);
    expect(reported.stdout).toContain('THE LEDGER DOES NOT HOLD');
    expect(reported.stdout).toContain('1 draft written');
  });

  it('a report is refused for a day that is on no calendar, with the day it saw', () => {
    const done = bellbird(['ledger', 'report', '--from', '2026-02-30']);
    expect([done.status, done.out]).toEqual([2, '']);
    expect(done.err).toContain('--from: "2026-02-30" is not a date');
  });

  it('restore refuses while Bellbird runs on the folder', () => {
    const file = join(folder, 'monday.db');
    const done = bellbird(['restore', file]);
    expect(done.status).toBe(1);
    expect(done.err).toMatch(/running|stop/i);
  });
});
