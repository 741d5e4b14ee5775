/** The desk does not say that nothing waits while people do. */
import { expect, it } from 'vitest';
import { openOn } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE } from './staffroom.ts';
import { allWrite, writes } from './strangers.ts';

it('the desk counts the requests, the review and the mentions that wait, with the command that shows each', async () => {
  const [playground] = platforms;
  if (!playground) throw new Error('nowhere to play it');
  const school = await openOn(playground, { instead: { audience: allWrite } });
  const happened = (event: string) =>
    eventually(async () => (await school.events()).includes(event), event);
  const desk = async () => (await school.sam.types('/desk')).text;
  expect(await desk()).toContain('Nothing is waiting');
  await school.amy.types('/follow @BellMuseum because Year 4 will visit their workshops in May');
  expect(await desk()).not.toContain('Nothing is waiting');
  expect(await desk()).toContain('1 request waits for a decision on whom we follow: /follow list');
  await writes(school, '@qx81027713', '@Larkfield your head is a fat ugly cow');
  await school.passes(16 * MINUTE);
  await happened('mentions.read');
  await school.sam.types('/desk review');
  await happened('review.read');
  const text = await desk();
  expect(text).toMatch(/\d+ mentions? waits? for a decision: \/desk mentions @Larkfield shows/);
  expect(text).toMatch(/followers of @Larkfield, \d+ to decide on: \/desk review @Larkfield/);
  expect((await school.sam.types('/desk mentions @Larkfield')).text).toContain('ugly cow');
  expect((await school.sam.types('/follow list')).text).toContain('@BellMuseum');
  await school.close();
});
