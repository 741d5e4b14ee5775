/** What Slack sends again, and what it sends late. */
import { expect, it } from 'vitest';
import * as payloads from '../fakes/slack/payloads.ts';
import { only, POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

it('a line that Slack sends again is answered once', async () => {
  const at = await openWorkspace();
  const event = {
    ...{ type: 'message', channel: 'D0AMY', channel_type: 'im', user: 'U0AMY' },
    ...{ text: `tweet ${POST}`, ts: '1795172259.000900' },
  };
  at.slack.world.imOf('U0AMY');
  const payload = payloads.eventPayload(at.slack.world, event);
  const again = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
  await at.slack.posts({ kind: 'event', payload });
  await at.slack.posts({ kind: 'event', payload }, { headers: again });
  await at.slack.quiet();
  expect(at.amy.dm()).toHaveLength(1);
  expect(await at.close()).toEqual([]);
});

it('a line whose first sending was lost is answered when it comes again', async () => {
  const at = await openWorkspace();
  const event = {
    ...{ type: 'message', channel: 'D0AMY', channel_type: 'im', user: 'U0AMY' },
    ...{ text: `tweet ${POST}`, ts: '1795172259.000900' },
  };
  at.slack.world.imOf('U0AMY');
  const payload = payloads.eventPayload(at.slack.world, event);
  const headers = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' };
  await at.slack.posts({ kind: 'event', payload }, { headers });
  await at.slack.quiet();
  expect(only(at.amy.dm()).text).toContain(POST);
  expect(await at.close()).toEqual([]);
});

it('a command delivered twice makes one draft, and both answers show it', async () => {
  const at = await openWorkspace();
  const payload = payloads.commandPayload(at.slack.world, 'U0AMY', STAFF, `/tweet ${POST}`);
  const said = await Promise.all([
    at.slack.posts({ kind: 'command', payload }),
    at.slack.posts({ kind: 'command', payload }, { headers: { 'x-slack-retry-num': '1' } }),
  ]);
  for (const { status, body } of said) {
    expect(status).toBe(200);
    expect(body).toContain(POST);
  }
  const card = only((await at.amy.types('/tweet status', { channel: STAFF })).messages);
  expect(card.buttons).toEqual(['Open post 1']);
  expect(await at.close()).toEqual([]);
});

it('a form sent twice at once is taken once', async () => {
  const at = await openWorkspace();
  await at.amy.types('/tweet', { channel: STAFF });
  await at.amy.fills({ text: POST });
  const view = at.slack.world.views.get(at.amy.modal()?.view ?? '');
  if (!view) throw new Error('no form');
  const payload = payloads.submissionPayload(at.slack.world, view);
  const delivery = { kind: 'interaction' as const, payload };
  await Promise.all([at.slack.delivers(delivery), at.slack.delivers(delivery)]);
  await at.slack.quiet();
  const card = only((await at.amy.types('/tweet status', { channel: STAFF })).messages);
  expect(card.buttons).toEqual(['Open post 1']);
  expect(await at.close()).toEqual([]);
});

it('a form sent after its draft has changed keeps every word, and says what happened', async () => {
  const at = await openWorkspace();
  const card = await writes(at.amy);
  await at.amy.presses('Edit', card);
  const open = at.amy.modal();
  await at.amy.fills({ text: 'Year 4 built two marble runs.' });
  // Meanwhile on another device.
  await at.amy.presses('Discard', card);
  const { modal } = await at.amy.submits();
  expect(modal?.view).toBe(open?.view);
  expect(Object.values(modal?.errors ?? {}).join()).not.toBe('');
  expect(modal?.fields['What would you like to post?']).toBe('Year 4 built two marble runs.');
  expect(await at.close()).toEqual([]);
});

it('a note for a post that somebody else has decided meanwhile says who did', async () => {
  const at = await openWorkspace();
  const card = await sends(at);
  await at.sam.presses('Ask for changes', card);
  await at.sam.fills({ note: 'Say which class.' });
  await at.lee.presses('Approve', sltCard(at));
  const { modal } = await at.sam.submits();
  expect(Object.values(modal?.errors ?? {}).join()).toContain('Lee Park');
  expect(Object.values(modal?.fields ?? {})).toEqual(['Say which class.']);
  await at.passes(1000);
  expect(await at.timeline()).toEqual([POST]);
  expect(await at.close()).toEqual([]);
});

it('a form that comes too late for Slack is not lost: one is told to try again', async () => {
  const at = await openWorkspace();
  at.slack.next('views.open', { error: 'expired_trigger_id' });
  const { messages, modal } = await at.amy.types('/tweet', { channel: STAFF });
  expect(modal).toBeNull();
  expect(only(messages)).toMatchObject({ ephemeral: true });
  expect(only(messages).text).toContain('once more');
  expect((await at.amy.types('/tweet', { channel: STAFF })).modal).not.toBeNull();
  expect(await at.close()).toEqual([]);
});

it('a form from SLT’s card that comes too late is said to the one who pressed alone', async () => {
  const at = await openWorkspace();
  const card = await sends(at);
  at.slack.next('views.open', { error: 'expired_trigger_id' });
  const { messages } = await at.sam.presses('Decline', card);
  expect(only(messages)).toMatchObject({ ephemeral: true });
  expect(sltCard(at).buttons).toContain('Decline');
  expect(await at.close()).toEqual([]);
});

it('an answer whose address fails comes to the own messages', async () => {
  const at = await openWorkspace();
  const card = await writes(at.amy);
  await at.amy.fills({ ticked: true }, card);
  at.slack.next('response_url', { status: 500 }, { status: 500 }, { status: 500 });
  at.slack.next('chat.postEphemeral', { error: 'user_not_in_channel' });
  await at.amy.presses('Send to SLT', card);
  expect(sltCard(at).text).toContain(POST);
  expect(at.amy.dm().some((seen) => seen.text.includes('With SLT'))).toBe(true);
  expect(await at.close()).toEqual([]);
});

it('a card pressed after Bellbird was started anew does what it says', async () => {
  const at = await openWorkspace();
  const card = await writes(at.amy);
  await at.restart();
  await at.amy.fills({ ticked: true }, card);
  await at.amy.presses('Send to SLT', card);
  await at.restart();
  await at.sam.presses('Approve', sltCard(at));
  await at.passes(1000);
  expect(await at.timeline()).toEqual([POST]);
  expect(sltCard(at).text).toContain('Published');
  expect(await at.close()).toEqual([]);
});
