/** The last lines of the ledger on a head's page: sentences, whatever was recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordOf, SAID } from '../../src/desk/record.ts';
import { HILLS } from '../scenarios/staffroom.ts';
import { only } from './steps.ts';
import { inSlack, openWorkspace, STAFF } from './workspace.ts';

/** What the sources record, by the names that stand in them; one made up of two parts by its beginning. */
function recordedIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return recordedIn(path);
    const text = readFileSync(path, 'utf8');
    return [...text.matchAll(/(?:record\(|event:)\s*['`]([a-z]+\.[a-z-]*)/g)].map(
      ([, name]) => name ?? '',
    );
  });
}

describe('the record', () => {
  it('has words for everything that the desk records', () => {
    const names = recordedIn(new URL('../../src', import.meta.url).pathname);
    expect(names.length).toBeGreaterThan(15);
    const said = Object.keys(SAID);
    for (const name of names) {
      expect(
        said.some((each) => each === name || (/\.$/.test(name) && each.startsWith(name))),
        name,
      ).toBe(true);
    }
  });

  it('says of an agreement who acknowledged it, once, and of an account which', async () => {
    const at = await openWorkspace({ school: inSlack(HILLS) });
    const rules = only((await at.amy.types('/policy agree', { channel: STAFF })).messages);
    await at.amy.presses(rules.buttons[0] ?? '', rules);
    const school = at.world.schools.get('larkfield');
    if (!school) throw new Error('no school');
    const { lines } = await recordOf(at.world, school);
    expect(lines[0]?.says).toBe('Amy Reid acknowledged the agreement');
    expect(await at.close()).toEqual([]);
  });
});
