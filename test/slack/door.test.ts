/** The HTTP door: what is not Slack's own is turned away, and nothing that comes in can bring Bellbird down. */
import { describe, expect, it } from 'vitest';
import { bodyOf } from '../fakes/slack/deliver.ts';
import { commandPayload } from '../fakes/slack/payloads.ts';
import { signed } from '../fakes/slack/sign.ts';
import { brokenDeliveries } from './broken.ts';
import { POST, writes } from './steps.ts';
import { openWorkspace, STAFF, type Workspace } from './workspace.ts';

const command = (at: Workspace) => ({
  kind: 'command' as const,
  payload: commandPayload(at.slack.world, 'U0AMY', STAFF, `/tweet ${POST}`),
});

async function posts(at: Workspace, type: string, body: string, more: Record<string, string> = {}) {
  const proof = signed(at.slack.signingSecret, body, Date.now());
  const headers = { 'content-type': type, ...proof, ...more };
  const answer = await fetch(`${at.url}/slack/events`, { method: 'POST', headers, body });
  await answer.text();
  return answer.status;
}

const FORM = 'application/x-www-form-urlencoded';

describe('turned away', () => {
  it.each([
    ['a wrong signature', { secret: 'not-the-secret' }],
    ['a signature of ten minutes ago', { at: Date.now() - 600_000 }],
    ['a signature that is none', { headers: { 'x-slack-signature': 'v0=zz' } }],
    ['a moment that is none', { headers: { 'x-slack-request-timestamp': 'soon' } }],
    ['no signature', { headers: { 'x-slack-signature': '', 'x-slack-request-timestamp': '' } }],
  ])('%s', async (_what, how) => {
    const at = await openWorkspace();
    const { status, body } = await at.slack.posts(command(at), how);
    expect(status).toBe(401);
    expect(body).not.toContain(POST);
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('a body of a megabyte, signed or not, and the next person is answered', async () => {
    const at = await openWorkspace();
    const body = `payload=${'a'.repeat(1024 * 1024)}`;
    expect(await posts(at, FORM, body)).toBe(413);
    const unsigned = await fetch(`${at.url}/slack/events`, { method: 'POST', body });
    expect(unsigned.status).toBe(413);
    expect((await writes(at.amy)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });
});

describe('garbage that is rightly signed', () => {
  const PLAIN = [
    ...['', '{', 'null', '[]', '0', '"x"', '{}', '{"type":"event_callback"}', '\u0000'],
    ...['{"type":"url_verification","challenge":"c"}', '{"type":"event_callback","event":null}'],
    ...['{"type":"event_callback","event":{"type":"message"}}', '{"ssl_check":1}'],
    '{"type":"event_callback","event":{"type":"app_home_opened"},"team_id":"T0SCHOOL"}',
    '{"type":"event_callback","event":{"type":"message","channel_type":"im","user":"U0AMY"}}',
  ];
  const PAYLOADS = [
    ...['null', '[]', '0', '{', '{"type":"block_actions"}', '{"type":"view_submission"}'],
    '{"type":"block_actions","actions":[],"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"block_actions","actions":[{"type":"button"}],"user":{},"team":null}',
    '{"type":"block_actions","actions":[{"type":"button","action_id":"open.1","value":"{"}],"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"view_submission","view":null,"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"view_submission","view":{"callback_id":"card","private_metadata":"{\\"a\\":\\"save\\"}"},"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"view_submission","view":{"callback_id":"card","private_metadata":"null","blocks":[],"state":{}},"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"view_closed","view":{"callback_id":"card","private_metadata":"7"},"user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"message_action","callback_id":"tweet-this","user":{"id":"U0AMY"},"team":{"id":"T0SCHOOL"}}',
    '{"type":"shortcut","callback_id":"tweet-this"}',
  ];

  it('is answered, and is no fault of Bellbird’s', async () => {
    const at = await openWorkspace();
    const forms = [
      ...PLAIN,
      ...PAYLOADS.map((payload) => new URLSearchParams({ payload }).toString()),
      ...['/tweet', '/desk', '/nothing'].map((name) => `command=${name}`),
    ];
    const answers = await Promise.all([
      ...PLAIN.map(async (body) => ({ body, status: await posts(at, 'application/json', body) })),
      ...forms.map(async (body) => ({ body, status: await posts(at, FORM, body) })),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect((await writes(at.amy)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it.each([
    ['of no kind at all', '{}'],
    ['a form that is none of ours', '{"type":"view_submission","view":{"callback_id":"other"}}'],
    ['a shortcut that is none of ours', '{"type":"shortcut","callback_id":"other"}'],
    ['a choice that is nobody’s', '{"type":"block_suggestion","name":"x"}'],
  ])('%s is turned away at once, and holds no line open', async (_what, payload) => {
    const at = await openWorkspace();
    const start = performance.now();
    const body = new URLSearchParams({ payload }).toString();
    expect(await posts(at, FORM, body)).toBe(400);
    expect(performance.now() - start).toBeLessThan(1_500);
    expect(await at.close()).toEqual([]);
  });

  it.each(['{', 'null', '7', '"x"'])(
    'a form whose memory is broken (%s) is counted as it is typed all the same',
    async (metadata) => {
      const at = await openWorkspace();
      await at.amy.types('/tweet', { channel: STAFF });
      const view = at.slack.world.views.get(at.amy.modal()?.view ?? '');
      if (!view) throw new Error('no form');
      view.body.private_metadata = metadata;
      const { modal } = await at.amy.fills({ text: POST });
      expect(modal?.text).toContain('41 of 280');
      expect(await at.close()).toEqual([]);
    },
  );

  it('never brings it down, whatever is broken in a real press, form or command', async () => {
    const at = await openWorkspace();
    const all = await brokenDeliveries(at, 300);
    const answers = await Promise.all(
      all.map(async (delivery) => {
        const { type, body } = bodyOf(delivery);
        // A connection kept for another may be closed by either side at that very moment.
        return { body, status: await posts(at, type, body, { connection: 'close' }) };
      }),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    await at.slack.quiet();
    expect((await writes(at.ben)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });
});
