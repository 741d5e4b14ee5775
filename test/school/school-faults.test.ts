import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchool, loadSchools } from '../../src/school/school.ts';
import { account, faultsWith, folder, lastFile, write } from './school-file.ts';
import { WRONG_RIGHTS } from './wrong-rights.ts';
import { WRONG_SETTINGS } from './wrong-settings.ts';

/** A fault without the line it names, which depends on how the file was written. */
const withoutLine = (fault: string): string => fault.replace(/\.yaml line \d+,/, '.yaml,');

describe('a school file stops the start where it', () => {
  for (const [says, changed, path, seen, allowed] of [...WRONG_SETTINGS, ...WRONG_RIGHTS]) {
    it(`${says}: ${path}`, () => {
      const told = faultsWith(changed);
      const begins = `${lastFile()}, ${path}: saw ${seen}`;
      const here = told.filter((each) => withoutLine(each).startsWith(begins));
      expect(here, told.join('\n')).toHaveLength(1);
      expect(here[0]).toMatch(/\. Allowed: .+\.$/s);
      expect(here[0]?.slice(here[0].indexOf('. Allowed: '))).toMatch(allowed);
    });
  }

  it('has many faults, which are all told at once with their lines', () => {
    const lines = [
      'school: Larkrise',
      'timezone: Mars',
      'policy: no-such-policy',
      'office: office@larkrise.example',
      'accounts:',
      '  - {handle: "@Larkrise", outlet: timeline, visibility: open}',
      'people:',
      '  - {name: Amy Reid, roles: [slit]}',
      'handles: ["@One", "@one"]',
    ];
    const file = write(lines.join('\n'));
    const loaded = loadSchool(file);
    const told = loaded.ok ? [] : loaded.faults;
    for (const place of [
      'line 2, timezone',
      'line 6, accounts[0].visibility',
      'line 8, people[0].roles[0]',
      'line 9, handles[1]',
    ]) {
      const here = told.filter((each) => each.startsWith(`${file} ${place}: saw `));
      expect(here, told.join('\n')).toHaveLength(1);
    }
    const policy = told.filter((each) => each.startsWith(`${file} line 3, policy: `));
    expect(policy.join(), told.join('\n')).toContain('no-such-policy');
  });

  it('holds an account’s key where its name belongs, without telling the key', () => {
    const keys = { app: 'aB3dEfGhSecret', app_secret: 'X_S', access: 'X_A', access_secret: 'X_AS' };
    const told = faultsWith({ accounts: account({ outlet: 'x', keys }) }).join('\n');
    expect(told).toContain('accounts[0].keys.app: saw something else, not shown');
    expect(told).not.toContain('aB3dEfGhSecret');
  });

  it('holds keys in any other shape, without telling them either', () => {
    const pasted = { handle: '@L', outlet: 'x', visibility: 'public', keys: 'aB3dEfGhSecret' };
    const told = [
      ...faultsWith({ accounts: [pasted] }),
      ...faultsWith({ accounts: { keys: { app: 'aB3dEfGhSecret' } } }),
    ].join('\n');
    expect(told).toContain('accounts[0].keys: saw something else, not shown');
    expect(told).toContain('accounts: saw {"keys":"…"}');
    expect(told).not.toContain('aB3dEfGhSecret');
  });

  it('cannot be read as a map of settings', () => {
    const bomb = [...'bcdefghijk'].map(
      (key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghij'[at]}`)}]`,
    );
    const table: [text: string, says: RegExp][] = [
      ['', /saw an empty file/],
      ['- a\n- b\n', /saw a list/],
      ['hello', /saw one value/],
      ['school: A\nschool: B\n', /line 2: this is not YAML/],
      ['accounts:\n  - {handle: @Larkrise}\n', /line 2: this is not YAML.*quotes around @handles/],
      [`a: &a [x,x]\n${bomb.join('\n')}\n`, /aliases/],
    ];
    for (const [text, says] of table) {
      const file = write(text);
      const loaded = loadSchool(file);
      expect(loaded.ok ? '' : loaded.faults[0]).toMatch(says);
      expect(loaded.ok ? '' : loaded.faults[0]).toContain(file);
    }
    const latin = join(folder, 'latin.yaml');
    writeFileSync(latin, Buffer.from([0x61, 0x3a, 0xe9, 0x0a]));
    expect(loadSchool(latin)).toMatchObject({
      ok: false,
      faults: [expect.stringContaining('UTF-8')],
    });
  });

  it('is not there', () => {
    const file = join(folder, 'missing.yaml');
    expect(loadSchools(file)).toEqual({
      ok: false,
      faults: [
        `${file}: there is no such file. Give the path of a school.yaml, or of a folder of them.`,
      ],
    });
  });
});
