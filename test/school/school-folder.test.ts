import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadSchools } from '../../src/school/school.ts';
import { account, folder, lickey, type Settings } from './school-file.ts';

describe('a folder of schools', () => {
  const folderWith = (files: Record<string, Settings | string>): string => {
    const inside = mkdtempSync(join(folder, 'schools-'));
    for (const [name, settings] of Object.entries(files)) {
      mkdirSync(join(inside, name, '..'), { recursive: true });
      writeFileSync(
        join(inside, name),
        typeof settings === 'string' ? settings : stringify(settings),
      );
    }
    return inside;
  };
  const other = (): Settings => ({
    ...lickey(),
    school: 'Wrenfield School',
    accounts: account({ handle: '@Wrenfield' }),
  });

  it('is every school in it, leaving policies and other files aside', () => {
    const inside = folderWith({
      'a.yaml': lickey(),
      'wrenfield/school.yaml': other(),
      'ours.yaml': { extends: 'standard', title: 'Ours' },
      'roll.csv': 'first_name',
      '.hidden.yaml': '{',
    });
    const loaded = loadSchools(inside);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    expect(loaded.schools.map((school) => school.id)).toEqual([
      'larkrise-primary-school',
      'wrenfield-school',
    ]);
  });

  it('is refused for one faulty school, and a misspelt school is not taken for something else', () => {
    const { school: _, ...nameless } = other();
    const loaded = loadSchools(
      folderWith({ 'a.yaml': lickey(), 'b.yaml': { schol: 'B', ...nameless } }),
    );
    expect(loaded.ok ? '' : loaded.faults.join('\n')).toMatch(
      /b\.yaml.*schol: saw a setting that is not known/,
    );
  });

  it('is refused where two schools share an id or an account', () => {
    const loaded = loadSchools(folderWith({ 'a.yaml': lickey(), 'b.yaml': lickey() }));
    const told = loaded.ok ? '' : loaded.faults.join('\n');
    expect(told).toMatch(/b\.yaml, id: saw "larkrise-primary-school", which .*a\.yaml has too/);
    expect(told).toMatch(/b\.yaml, accounts: saw "@larkrise"/);
  });

  it('is refused where it is empty', () => {
    const loaded = loadSchools(folderWith({}));
    expect(loaded.ok ? '' : loaded.faults[0]).toMatch(/saw no school file in this folder/);
  });

  it.skipIf(process.getuid?.() === 0)(
    'is refused with a sentence where it may not be read (not tried as root)',
    () => {
      const inside = folderWith({ 'a.yaml': lickey() });
      chmodSync(inside, 0o000);
      const loaded = loadSchools(inside);
      chmodSync(inside, 0o700);
      expect(loaded.ok ? '' : loaded.faults[0]).toMatch(/cannot be read/);
    },
  );
});
