/** Slack loaded anew: what only one person saw is gone, or stands there with its ticks cleared. */
import { expect, it } from 'vitest';
import { now, only, POST, sltCard, writes } from './steps.ts';
import { openWorkspace, SLT, STAFF } from './workspace.ts';

it('a card that stays has lost its ticks, and is not sent until they are set again', async () => {
  const at = await openWorkspace();
  const card = await writes(at.amy);
  await at.amy.fills({ ticked: true }, card);
  at.amy.reloads({ keeps: true });
  const { messages } = await at.amy.presses('Send to SLT', now(at.amy, card));
  expect(messages.map(({ text }) => text).join('\n')).toMatch(/tick/i);
  expect(at.sam.sees(SLT)).toEqual([]);
  await at.amy.fills({ ticked: true }, now(at.amy, card));
  await at.amy.presses('Send to SLT', now(at.amy, card));
  expect(sltCard(at).text).toContain(POST);
  expect(await at.close()).toEqual([]);
});

it('a card that is gone is found again in the list of the own posts', async () => {
  const at = await openWorkspace();
  await writes(at.amy);
  at.amy.reloads();
  expect(at.amy.sees(STAFF)).toEqual([]);
  const list = only((await at.amy.types('/tweet status', { channel: STAFF })).messages);
  const open = list.buttons.find((label) => label.startsWith('Open post')) ?? '';
  const again = only((await at.amy.presses(open, list)).messages);
  expect(again.text).toContain(POST);
  expect(again.buttons).toContain('Send to SLT');
  expect(await at.close()).toEqual([]);
});
