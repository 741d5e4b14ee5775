/** Schools for the chaos suite: a folder of them, each with several accounts on X, and the keys those have. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FakeX } from '../fakes/x/x.ts';
import { ROLL } from '../scenarios/staffroom.ts';

export const AUTHOR = 'amy-reid';
export const DECIDER = 'sam-obi';

export type Place = { school: string; account: string };

export const schoolId = (index: number) => `larkfield-${index}`;
const handleOf = (school: number, account: number) => `Lark_${school}_${account}`;

/** The handles of so many schools with so many accounts each. */
export function placesOf(schools: number, accounts: number): Place[] {
  return Array.from({ length: schools }, (_, school) =>
    Array.from({ length: accounts }, (_, account) => ({
      school: schoolId(school),
      account: `@${handleOf(school, account)}`,
    })),
  ).flat();
}

const variable = (handle: string, what: string) => `X_${handle.slice(1).toUpperCase()}_${what}`;

function schoolYaml(school: string, accounts: readonly string[]): string {
  const rows = accounts.map((handle) => {
    const keys = `app: X_APP_KEY, app_secret: X_APP_SECRET, access: ${variable(handle, 'ACCESS')}, access_secret: ${variable(handle, 'SECRET')}`;
    return `  - {handle: "${handle}", outlet: x, visibility: public, keys: {${keys}}}`;
  });
  return `
school: Larkfield School ${school}
id: ${school}
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts:
${rows.join('\n')}
people:
  - {name: Amy Reid, roles: [teacher, nominated]}
  - {name: Sam Obi, roles: [slt]}
  - {name: Jo Clarke, roles: [head, slt]}
approvals: {needed: 1, by: [slt]}
roll: roll.csv
`;
}

/** Writes the schools of these places into a folder; gives the environment that names them and their keys. */
export function writeSchools(
  folder: string,
  places: readonly Place[],
  x: Pick<FakeX, 'keys' | 'url' | 'world'>,
): Record<string, string> {
  const files = join(folder, 'schools');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, 'roll.csv'), ROLL);
  for (const school of new Set(places.map((place) => place.school))) {
    const own = places.filter((place) => place.school === school).map(({ account }) => account);
    writeFileSync(join(files, `${school}.yaml`), schoolYaml(school, own));
  }
  const keys = places.flatMap(({ account }) => {
    const { accessToken, accessSecret } = x.keys(account);
    return [
      [variable(account, 'ACCESS'), accessToken],
      [variable(account, 'SECRET'), accessSecret],
    ];
  });
  return {
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: files,
    PLAYGROUND: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    X_API_URL: x.url,
    X_APP_KEY: x.world.appKey,
    X_APP_SECRET: x.world.appSecret,
    ...Object.fromEntries(keys),
  };
}
