/** The first word comes at once: nothing is asked of Slack before it. */
import { expect, it } from 'vitest';
import { commandPayload } from '../fakes/slack/payloads.ts';
import { only, POST, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

it.each([POST, 'help', 'status'])('for /tweet %s', async (words) => {
  const at = await openWorkspace();
  await at.slack.quiet();
  const before = at.slack.calls.length;
  const payload = commandPayload(at.slack.world, 'U0AMY', STAFF, `/tweet ${words}`);
  const { status, body } = await at.slack.posts({ kind: 'command', payload });
  expect(status).toBe(200);
  expect(body).toContain('blocks');
  expect(at.slack.calls.slice(before)).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('for a person of whom Slack has not told yet: the answer follows', async () => {
  const at = await openWorkspace();
  // More than ten minutes on, nothing is known of anybody any more; and Slack takes its time to say.
  await at.passes(11 * 60_000);
  at.slack.next('users.info', { hang: 400 });
  const payload = commandPayload(at.slack.world, 'U0AMY', STAFF, `/tweet ${POST}`);
  const start = performance.now();
  const { status, body } = await at.slack.posts({ kind: 'command', payload });
  expect(status).toBe(200);
  expect(body).toBe('');
  expect(performance.now() - start).toBeLessThan(390);
  await at.slack.quiet();
  const card = only(at.amy.sees(STAFF));
  expect(card).toMatchObject({ ephemeral: true, text: expect.stringContaining(POST) });
  await at.amy.fills({ ticked: true }, card);
  await at.amy.presses('Send to SLT', card);
  expect(at.amy.dm()).toHaveLength(1);
  expect(await at.close()).toEqual([]);
});

it('for a person of whom Slack says nothing: they are told so, and may try again', async () => {
  const at = await openWorkspace();
  await at.passes(61 * 60_000);
  at.slack.next('users.info', { status: 503 });
  const { messages } = await at.amy.types(`/tweet ${POST}`, { channel: STAFF });
  expect(only(messages).text).toContain('try again');
  expect(await at.events()).toEqual([]);
  expect((await writes(at.amy)).text).toContain(POST);
  expect(await at.close()).toEqual([]);
});

it('for a person of whom Slack tells late, the answer is not lost where its address fails', async () => {
  const at = await openWorkspace();
  await at.passes(11 * 60_000);
  at.slack.next('response_url', { status: 500 });
  at.slack.next('chat.postEphemeral', { error: 'not_in_channel' });
  await at.amy.types(`/tweet ${POST}`, { channel: STAFF });
  const card = only(at.amy.dm());
  expect(card.text).toContain(POST);
  await at.amy.fills({ ticked: true }, card);
  await at.amy.presses('Send to SLT', card);
  expect(only(at.amy.dm()).text).toContain('With SLT');
  expect(await at.close()).toEqual([]);
});

it('where the store takes longer than Slack would wait: the answer follows', async () => {
  let slow = false;
  const at = await openWorkspace({
    instead: {
      store: (store) => ({
        ...store,
        transaction: async (work) => {
          if (slow) await new Promise((done) => setTimeout(done, 2_200));
          slow = false;
          return store.transaction(work);
        },
      }),
    },
  });
  slow = true;
  expect((await at.amy.types(`/tweet ${POST}`, { channel: STAFF })).notices).toEqual([]);
  await at.amy.awaits(POST);
  expect(only(at.amy.sees(STAFF))).toMatchObject({ ephemeral: true });
  expect(await at.close()).toEqual([]);
});
