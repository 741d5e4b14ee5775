/** Socket Mode: Slack hangs up, refuses and comes back, and nothing of it is anybody's concern. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { brokenDeliveries } from './broken.ts';
import { POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/** Waits until Bellbird is connected again. */
async function connected(at: Workspace) {
  const end = performance.now() + 10_000;
  while (at.slack.sockets.count() === 0 && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 10));
  }
  expect(at.slack.sockets.count()).toBeGreaterThan(0);
}

/** Waits until Bellbird has let go of the connections there are. */
async function hungUp(at: Workspace) {
  const end = performance.now() + 10_000;
  while (at.slack.sockets.count() > 0 && performance.now() < end) {
    await new Promise((done) => setTimeout(done, 2));
  }
}

describe('when Slack', () => {
  it.each(['cut', 'close', 'refresh'] as const)(
    'hangs up (%s), Bellbird comes back and works on',
    async (how) => {
      const at = await openWorkspace({ by: 'socket' });
      const card = await sends(at);
      at.slack.sockets[how]();
      await hungUp(at);
      await connected(at);
      await at.sam.presses('Approve', card);
      await at.passes(1000);
      expect(await at.timeline()).toEqual([POST]);
      expect(await at.close()).toEqual([]);
    },
  );

  it('refuses a connection twice, Bellbird goes on trying', async () => {
    const at = await openWorkspace({ by: 'socket' });
    at.slack.next('apps.connections.open', { status: 503 }, { error: 'internal_error' });
    at.slack.sockets.cut();
    await hungUp(at);
    await connected(at);
    expect((await writes(at.amy)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it('revokes the token of the socket, Bellbird stays up for whatever else it does', async () => {
    const at = await openWorkspace({ by: 'socket' });
    at.slack.revokes(at.slack.appToken);
    at.slack.sockets.cut();
    await at.slack.quiet();
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    at.slack.world.revoked.clear();
    await connected(at);
    expect((await writes(at.amy)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it('breaks off while SLT approves, the post still goes out', async () => {
    const at = await openWorkspace({ by: 'socket' });
    const card = await sends(at);
    await at.sam.presses('Approve', card);
    at.slack.sockets.cut();
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    await connected(at);
    expect(sltCard(at).text).toContain('Published');
    expect(await at.close()).toEqual([]);
  });
});

describe('whatever comes down the socket', () => {
  it('in no shape that Slack sends, the next person is answered', async () => {
    const at = await openWorkspace({ by: 'socket' });
    await Promise.all((await brokenDeliveries(at, 200)).map((each) => at.slack.delivers(each)));
    await at.slack.quiet();
    expect(at.slack.sockets.count()).toBe(1);
    expect((await writes(at.ben)).text).toContain(POST);
    // Slack has no word for what nobody could make out, and sends nothing else amiss.
    const late = /operation_timeout|not acknowledged/;
    expect((await at.close()).filter((fault) => !late.test(fault))).toEqual([]);
  });
});

describe('at the start', () => {
  const settings = (at: Workspace, more: Record<string, string>) => {
    const read = readConfig({
      PORT: '0',
      BELLBIRD_DATA: `${at.folder}/other`,
      BELLBIRD_SCHOOL: at.file,
      LOG_LEVEL: 'silent',
      SLACK_BOT_TOKEN: at.slack.botToken,
      SLACK_API_URL: at.slack.apiUrl,
      SLACK_SIGNING_SECRET: at.slack.signingSecret,
      ...more,
    });
    if (!read.ok) throw new Error(read.faults.join('\n'));
    return read.config;
  };

  it.each([
    ['was revoked', 'token_revoked', /SLACK_BOT_TOKEN: The bot token was revoked/],
    ['is none of Slack’s', 'invalid_auth', /Slack does not take the bot token/],
    ['is of an app that was removed', 'account_inactive', /Install it once more/],
  ])('a bot token that %s stops it, with a sentence', async (_what, error, says) => {
    const at = await openWorkspace();
    at.slack.next('auth.test', { error });
    const failed = await start(settings(at, {})).then(
      () => 'started',
      (fault: Error) => fault.message,
    );
    expect(failed).toMatch(says);
    expect(failed).not.toContain(at.slack.botToken);
    expect(await at.close()).toEqual([]);
  });

  it('a Slack that is down is waited for', async () => {
    const at = await openWorkspace();
    const down = Array.from({ length: 20 }, () => ({ status: 503 as const }));
    for (const method of ['auth.test', 'users.info', 'chat.postMessage'])
      at.slack.next(method, ...down);
    await at.restart();
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    at.slack.world.script.clear();
    expect((await writes(at.amy)).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });
});
