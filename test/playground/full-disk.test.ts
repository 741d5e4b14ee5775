/** The disk fills up while the school is at work: people are told what is the matter and who can act. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type SmallDisk, smallDisk } from '../contract/support/small-disk.ts';
import { openSchool, type SchoolAtWork, ticks } from '../scenarios/staffroom.ts';

const mayMount = (() => {
  const disk = smallDisk(1);
  disk?.remove();
  return disk !== null;
})();
const FULL = /The disk that holds Bellbird's data is full/;

let disk: SmallDisk;
let school: SchoolAtWork;
beforeEach(async () => {
  if (!mayMount) return;
  disk = smallDisk(8) as SmallDisk;
  school = await openSchool({ env: { BELLBIRD_DATA: disk.folder } });
});
afterEach(async () => {
  if (!mayMount) return;
  disk.makeRoom();
  await school.close();
  disk.remove();
});

it.skipIf(!mayMount)(
  'every answer on a full disk says so, and what can be read is answered',
  async () => {
    const { shown } = await school.amy.types('/tweet Year 2 drew the moon.');
    if (!shown) throw new Error('no card');
    disk.fill();
    let told = '';
    // A log with room left in it takes a few small writes more.
    for (let more = 0; more < 400 && !FULL.test(told); more += 1) {
      told = (await school.amy.types(`/tweet Year 2 drew the moon, picture ${more}.`)).text;
    }
    expect(told).toMatch(FULL);

    const status = await school.amy.types('/tweet status');
    expect(status.as).toBe('note');
    expect(status.text).toContain('Year 2 drew the moon');
    expect(status.text).toMatch(FULL);
    expect(status.text).toContain('could not be kept in the chat');
    const policy = await school.amy.types('/policy photos');
    expect(policy).toMatchObject({ as: 'note' });
    expect(policy.text).toContain('ST-16');

    const sent = await school.amy.presses('Send to SLT', shown, ticks(shown));
    expect(sent.as).toBe('note');
    expect(sent.text).toMatch(FULL);

    const ready = await fetch(`${school.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(((await ready.json()) as { error: string }).error).toMatch(FULL);
    expect((await fetch(`${school.url}/healthz`)).status).toBe(200);

    disk.makeRoom();
    const again = await school.amy.presses('Send to SLT', shown, ticks(shown));
    expect(again.as).toBe('replace');
    await school.sltCard('drew the moon');
    await new Promise((done) => setTimeout(done, 1_100));
    expect((await fetch(`${school.url}/readyz`)).status).toBe(200);
  },
  60_000,
);
