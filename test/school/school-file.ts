/** School files written for a test, beside the schools they are about. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { stringify } from 'yaml';
import { loadSchool } from '../../src/school/school.ts';

export const folder = mkdtempSync(join(tmpdir(), 'bellbird-school-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export type Settings = Record<string, unknown>;
/** Amy's and Jo's object ids at Microsoft Entra. */
export const AMY_ENTRA = '3f2a6f1e-0000-4000-8000-0000000000a1';
export const JO_ENTRA = '3f2a6f1e-0000-4000-8000-0000000000b2';
/** The smallest school file that is right. */
export const lickey = (): Settings => ({
  school: 'Larkrise Primary School',
  timezone: 'Europe/London',
  policy: 'lickey-hills',
  office: 'office@larkrise.example',
  accounts: [{ handle: '@Larkrise', outlet: 'timeline', visibility: 'protected' }],
  people: [
    { name: 'Amy Reid', roles: ['teacher', 'nominated'], slack: 'U0AMY', teams: AMY_ENTRA },
    { name: 'Sam Obi', roles: ['slt'], slack: 'U0SAM' },
    { name: 'Jo Clarke', roles: ['head', 'slt'], slack: 'U0JO', teams: JO_ENTRA },
  ],
});

let written = 0;
/** The file written last. */
export const lastFile = (): string => join(folder, `school-${written}.yaml`);
/** Writes a file and gives its path. */
export const write = (text: string): string => {
  written += 1;
  const file = join(folder, `school-${written}.yaml`);
  writeFileSync(file, text);
  return file;
};
export const load = (changed: Settings) =>
  loadSchool(write(stringify({ ...lickey(), ...changed })));
/** The faults of that file with some settings changed; undefined takes one out. */
export const faultsWith = (changed: Settings): string[] => {
  const loaded = load(changed);
  return loaded.ok ? [] : loaded.faults;
};
export const warningsWith = (changed: Settings): string[] => {
  const loaded = load(changed);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.warnings;
};
export const withPerson = (changed: Settings) => [
  ...(lickey().people as Settings[]),
  { name: 'Rosa Lund', roles: ['teacher'], ...changed },
];
export const account = (changed: Settings) => [
  { ...(lickey().accounts as Settings[])[0], ...changed },
];
