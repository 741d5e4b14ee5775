/** The page is drawn for each person alone: a button that has nothing left to do for them is not on it. */
import { afterEach, expect, it } from 'vitest';
import { openSchool, type SchoolAtWork, ticks } from '../scenarios/staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

/** Everything on a person's page, as the server tells it. */
async function pageOf(person: string): Promise<string> {
  const leave = new AbortController();
  const url = `${school.url}/playground/events?school=larkfield&as=${person}`;
  const answer = await fetch(url, { signal: leave.signal });
  let told = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    told += decoder.decode(chunk as Uint8Array, { stream: true });
    if (told.includes('event: ready')) break;
  }
  leave.abort();
  return told;
}

it('an urgent post is not offered for approval to the one who has approved it, and still to the others', async () => {
  school = await openSchool();
  const fields = { text: 'School is closed today: the boiler has burst.', occasion: 'urgent' };
  const { shown } = await school.amy.touches(null, { action: 'save' }, fields);
  if (!shown) throw new Error('no card');
  await school.amy.presses('Send to SLT', shown, ticks(shown));
  const slt = await school.sltCard('boiler', 'Approve');
  expect(await pageOf('sam-obi')).toContain('"Approve"');
  await school.sam.presses('Approve', slt);
  await school.says(slt, '1 of 2 so far (Sam Obi)');
  const sams = await pageOf('sam-obi');
  expect(sams).toContain('You have approved it; one more is needed.');
  expect(sams).not.toContain('"Approve"');
  expect(sams).toContain('"Decline"');
  const lees = await pageOf('lee-park');
  expect(lees).toContain('"Approve"');
  expect(lees).not.toContain('You have approved it');
});
