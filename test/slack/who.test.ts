/** Who is who: people the school knows and those it does not, members of the workspace and those who are not. */
import { describe, expect, it } from 'vitest';
import { messageActionsPayload } from '../fakes/slack/payloads.ts';
import { now, only, POST, sends, sltCard, writes } from './steps.ts';
import { IN_SLACK, openWorkspace, SLT, STAFF, type Workspace } from './workspace.ts';

const typed = { channel: STAFF };
const TEN_MINUTES = 10 * 60_000;

/** The press of a button as Slack sends it, to be changed before it goes. */
function pressOf(at: Workspace, user: string, ts: string | undefined, label: string) {
  const message = at.slack.world.messages.find((each) => each.ts === ts);
  if (!message) throw new Error('no such message');
  for (const block of message.blocks) {
    for (const element of (block.elements ?? []) as { text?: { text?: string } }[]) {
      if (element.text?.text !== label) continue;
      return messageActionsPayload(at.slack.world, user, message, [block, element as never], {});
    }
  }
  throw new Error(`no button ${label}`);
}

describe('somebody the school file does not name', () => {
  it('is told so and by whom it is put right, and nothing is kept', async () => {
    const at = await openWorkspace();
    const nia = at.slack.person('U0NEW');
    const { messages, modal } = await nia.types(`/tweet ${POST}`, typed);
    expect(modal).toBeNull();
    expect(only(messages)).toMatchObject({ ephemeral: true, buttons: [] });
    expect(only(messages).text).toContain('Ask Jo Clarke');
    expect((await nia.types('/tweet', typed)).modal).toBeNull();
    await nia.homeTab();
    expect(nia.home()?.buttons ?? []).not.toContain('Write a post');
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('a governor', () => {
  it('reads the record on their page, and writes nothing', async () => {
    const at = await openWorkspace();
    const { messages } = await at.gus.types(`/tweet ${POST}`, typed);
    expect(only(messages)).toMatchObject({ ephemeral: true, buttons: [] });
    const { home } = await at.gus.homeTab();
    expect(home?.text).toContain('The record');
    expect(home?.text).toMatch(/Not held yet: ST-\d+/);
    const list = await at.gus.presses('Show what is not held yet', 'home');
    expect(list.modal?.text).toContain('Not yet ');
    expect(home?.buttons).not.toContain('Write a post');
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('a guest of the workspace', () => {
  it('can neither write, nor decide, nor look, though the school file names them', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await at.slack.makesGuest('U0SAM');
    await at.passes(TEN_MINUTES);
    const pressed = await at.sam.presses('Approve', card);
    expect(only(pressed.messages)).toMatchObject({ ephemeral: true });
    expect(only(pressed.messages).text).toContain('Guests');
    expect(now(at.sam, card).buttons).toContain('Approve');
    const wrote = await at.sam.types('/tweet Hello', typed);
    expect(only(wrote.messages).text).toContain('Guests');
    const page = await at.sam.homeTab();
    expect(page.home?.text).not.toContain(POST);
    at.slack.says('U0BEN', STAFF, 'The pond is open again.');
    const taken = await at.sam.shortcut('Tweet this', 'The pond is open again.');
    expect(taken.modal).toBeNull();
    expect(only(taken.messages).text).toContain('Guests');
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('somebody whose account was deactivated', () => {
  it('cannot decide by a press that Slack still delivers', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const press = pressOf(at, 'U0SAM', card.ts, 'Approve');
    await at.slack.deactivates('U0SAM');
    await at.passes(TEN_MINUTES);
    await at.slack.delivers({ kind: 'interaction', payload: press });
    await at.slack.quiet();
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(sltCard(at).buttons).toContain('Approve');
    expect(await at.close()).toEqual([]);
  });
});

describe('somebody who was made a guest two minutes ago', () => {
  it('decides no more, though other things are looked up less often', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    await at.slack.makesGuest('U0SAM');
    await at.passes(2 * 60_000);
    const { messages } = await at.sam.presses('Approve', card);
    expect(only(messages).text).toContain('Guests');
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('another app', () => {
  it('can neither press nor talk, even where the school file names it', async () => {
    const school = IN_SLACK.replace('slack: U0LEE', 'slack: U0BELLBIRD');
    const at = await openWorkspace({ school });
    const card = await sends(at);
    const press = pressOf(at, 'U0BELLBIRD', card.ts, 'Approve');
    await at.slack.delivers({ kind: 'interaction', payload: press });
    const line = { type: 'message', channel: 'D0AMY', channel_type: 'im', user: 'U0BELLBIRD' };
    const before = await at.events();
    await at.slack.event({ ...line, bot_id: 'B0BELLBIRD', text: `tweet ${POST}`, ts: '1.1' });
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(await at.events()).toEqual(before);
    expect(sltCard(at).buttons).toContain('Approve');
    expect(await at.close()).toEqual([]);
  });
});

describe('a workspace that is none of ours', () => {
  it('gets one sentence, for a command and for a press', async () => {
    const at = await openWorkspace();
    const card = await writes(at.amy);
    const press = { ...pressOf(at, 'U0AMY', card.ts, 'Discard'), team: { id: 'T0OTHER' } };
    await at.slack.delivers({ kind: 'interaction', payload: press });
    await at.slack.quiet();
    expect(at.amy.sees(STAFF).at(-1)?.text).toContain('none of the schools');
    expect(now(at.amy, card).buttons).toContain('Discard');
    const command = {
      command: '/tweet',
      text: POST,
      team_id: 'T0OTHER',
      user_id: 'U0AMY',
      channel_id: STAFF,
      trigger_id: '1.2.3',
      response_url: `${at.slack.world.origin}/nowhere`,
    };
    const { status, body } = await at.slack.posts({ kind: 'command', payload: command });
    expect(status).toBe(200);
    expect(body).toContain('none of the schools');
    expect(await at.close()).toEqual([]);
  });

  it('whose people share a channel with us may press nothing', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const stranger = {
      ...pressOf(at, 'U0STRANGER', card.ts, 'Approve'),
      user: { id: 'U0STRANGER', team_id: 'T0OTHER', username: 'eve', name: 'eve' },
    };
    await at.slack.delivers({ kind: 'interaction', payload: stranger });
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    expect(at.sam.sees(SLT)).toHaveLength(1);
    expect(sltCard(at).buttons).toContain('Approve');
    expect(await at.close()).toEqual([]);
  });
});
