/** A folder of schools, to which one is added while Bellbird runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually, openSchool, ROLL, SCHOOL, type SchoolAtWork } from '../scenarios/staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

describe('a school that is added while Bellbird runs', () => {
  const HILL = SCHOOL.replaceAll('larkfield', 'hill')
    .replaceAll('Larkfield', 'Hill')
    .replace('roll: roll.csv', 'roll: hill.csv');
  let folder: string;

  async function opened(): Promise<void> {
    folder = mkdtempSync(join(tmpdir(), 'bellbird-schools-'));
    writeFileSync(join(folder, 'larkfield.yaml'), SCHOOL);
    writeFileSync(join(folder, 'roll.csv'), ROLL);
    school = await openSchool({ env: { BELLBIRD_SCHOOL: folder } });
  }
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('has its roll read in before anybody there can write a post', async () => {
    await opened();
    writeFileSync(join(folder, 'hill.csv'), ROLL.replaceAll('Josh', 'Wilhelmina'));
    writeFileSync(join(folder, 'hill.yaml'), HILL);
    await eventually(async () => school.world.schools.has('hill'), 'the new school');
    const desk = await school.world.store.read.desk('hill');
    expect(desk.rollVersion).toBe(1);
    const answer = await fetch(`${school.url}/playground/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        school: 'hill',
        as: 'amy-reid',
        delivery: 'delivery-hill',
        text: '/tweet Wilhelmina made the cover for our book.',
      }),
    });
    expect(await answer.text()).toContain('A pupil on our roll is named here');
  });

  it('is not taken in with a roll that cannot be read, and SLT elsewhere is told where to look', async () => {
    await opened();
    writeFileSync(join(folder, 'hill.csv'), ROLL.replace('yes,no,yes', 'yes,perhaps,yes'));
    writeFileSync(join(folder, 'hill.yaml'), HILL);
    const told = await school.sltCard('The school file has a fault');
    expect(told.text).toContain('hill.csv');
    expect(told.text).not.toContain('Josh');
    expect(school.world.schools.has('hill')).toBe(false);
  });
});
