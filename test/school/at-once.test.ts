import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config.ts';
import { loadSchools } from '../../src/school/school.ts';
import { account, faultsWith, folder, lickey, withPerson, write } from './school-file.ts';

/** Each path begins one of the faults told, and no fault is told that nobody expects. */
function told(faults: string[], ...paths: string[]) {
  const places = faults.map((fault) => /, ([\w.[\]]+): /.exec(fault)?.[1] ?? fault);
  expect(places.sort(), faults.join('\n')).toEqual(paths.sort());
}

describe('a school file with several faults tells them in one go', () => {
  it('an outlet there is not beside the same account’s bad handle', () => {
    const accounts = account({ outlet: 'fax', handle: 'Larkrise', visibility: 'hidden' });
    told(
      faultsWith({ accounts }),
      'accounts[0].outlet',
      'accounts[0].handle',
      'accounts[0].visibility',
    );
  });

  it('an account on X without keys beside its bad handle', () => {
    const accounts = account({ outlet: 'x', handle: 'Larkrise' });
    told(faultsWith({ accounts }), 'accounts[0].handle', 'accounts[0].keys');
  });

  it('keys for the timeline, which needs none', () => {
    const keys = { app: 'X_A', app_secret: 'X_B', access: 'X_C', access_secret: 'X_D' };
    told(faultsWith({ accounts: account({ keys }) }), 'accounts[0].keys');
  });

  it('a handle twice beside an account of the wrong shape', () => {
    const accounts = [...account({}), ...account({ outlet: 'fax' })];
    told(faultsWith({ accounts }), 'accounts[1].outlet', 'accounts[1].handle');
  });

  it('organisations twice beside one that is no handle', () => {
    told(faultsWith({ handles: ['@One', 'two', '@one'] }), 'handles[1]', 'handles[2]');
  });

  it('a person twice beside one with a role there is not', () => {
    const people = [...withPerson({ roles: ['boss'] }), { name: 'Rosa Lund', roles: ['teacher'] }];
    told(faultsWith({ people }), 'people[3].roles[0]', 'people[4].id');
  });

  it('nobody to decide beside somebody’s bad Slack id', () => {
    const people = [
      { name: 'Amy Reid', roles: ['teacher'], slack: 'amy' },
      { name: 'Jo Clarke', roles: ['head', 'slt'] },
    ];
    told(faultsWith({ people }), 'people[0].slack', 'people');
  });

  it('a role that may not approve beside a number too great', () => {
    const approvals = { needed: 9, by: ['slt', 'teacher', 'boss'] };
    told(faultsWith({ approvals }), 'approvals.needed', 'approvals.by[1]', 'approvals.by[2]');
  });

  it('terms that overlap beside one whose date is no date', () => {
    const terms = [
      { name: 'A', from: '2026-01-05', to: '2026-03-27' },
      { name: 'B', from: '2026-03-20', to: '2026-05-01' },
      { name: 'C', from: '2026-06-31', to: '2026-07-01' },
    ];
    told(faultsWith({ terms }), 'terms[1].from', 'terms[2].from');
  });

  it('a closure that ends before it begins beside its wrong word', () => {
    const closures = [{ name: 'C', from: '2026-05-02', to: '2026-05-01', posting: 'shut' }];
    told(faultsWith({ closures }), 'closures[0].to', 'closures[0].posting');
  });

  it('a grant that ends before it begins beside its wrong kind', () => {
    const grants = [{ kind: 'phone', by: 'Jo Clarke', from: '2026-05-02', to: '2026-05-01' }];
    told(
      faultsWith({ people: withPerson({ grants }) }),
      'people[3].grants[0].kind',
      'people[3].grants[0].to',
    );
  });

  it('a roll that is not there beside a fault', () => {
    told(faultsWith({ office: 'reception', roll: 'rol.csv' }), 'office', 'roll');
  });

  it('is not told a fault that only another fault makes', () => {
    told(faultsWith({ people: withPerson({ id: 'Amy Reid', name: 'Amy Reid' }) }), 'people[3].id');
    told(faultsWith({ people: withPerson({ name: '' }) }), 'people[3].name');
    told(faultsWith({ people: [] }), 'people');
    told(faultsWith({ approvals: { by: ['boss'] } }), 'approvals.by[0]');
  });
});

describe('a policy named or written in the school file', () => {
  it('that is not there is told once, with its line', () => {
    const [fault] = faultsWith({ policy: 'lickey' });
    expect(fault).toMatch(/line 3, policy: no policy is called "lickey"\./);
  });

  it('is told by its own lines and paths', () => {
    const policy = { extends: 'lickey-hills', rules: { length: { limit: 0 } } };
    const [fault] = faultsWith({ policy });
    expect(fault).toMatch(/line 7, policy\.rules\.length\.limit: saw 0\. Allowed: at least 1\.$/);
  });
});

it('two schools of one name are told beside the faults of one of them', () => {
  const file = join(folder, 'twin.yaml');
  writeFileSync(file, stringify({ ...lickey(), office: 'reception' }));
  const first = write(stringify(lickey()));
  const loaded = loadSchools(folder);
  const faults = loaded.ok ? [] : loaded.faults.filter((fault) => fault.startsWith(file));
  expect(first).not.toBe('');
  told(faults, 'office', 'id', 'accounts');
});

describe('an environment with faults', () => {
  it('tells those of the school file with them', () => {
    const missing = join(folder, 'nowhere.yaml');
    const read = readConfig({ PORT: 'x', BELLBIRD_SCHOOL: missing });
    expect(read.ok ? [] : read.faults).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringContaining(`${missing}: there is no such file`),
    ]);
  });

  it('tells a misspelt name of ours with them', () => {
    const read = readConfig({ PORT: 'x', BELLBIRD_SCHOLL: 's.yaml' });
    expect(read.ok ? [] : read.faults).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^BELLBIRD_SCHOLL is not a setting/),
    ]);
  });
});
