/** Slack's rules of modals, triggers, hashes and response URLs, as the fake keeps them. */
import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, errorOf } from './bolt.ts';
import { AMY, actions, asked, LARKFIELD, modal, plain, STAFF, section } from './larkfield.ts';
import { put } from './messages.ts';
import { type FakeSlack, startSlack } from './slack.ts';

let slack: FakeSlack;
let web: webApi.WebClient;
beforeEach(async () => {
  slack = await startSlack(LARKFIELD);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

const view = modal('Post', [asked('Text', 't')]);

describe('a trigger', () => {
  it('opens one modal, within three seconds, and is nobody else’s invention', async () => {
    const trigger_id = slack.world.newTrigger(AMY);
    expect(await errorOf(web.views.open({ trigger_id, view }))).toBe('none');
    expect(await errorOf(web.views.open({ trigger_id, view }))).toBe('exchanged_trigger_id');
    expect(await errorOf(web.views.open({ trigger_id: '1.2.x', view }))).toBe('invalid_trigger_id');
    const late = slack.world.newTrigger(AMY);
    slack.later(3001);
    expect(await errorOf(web.views.open({ trigger_id: late, view }))).toBe('expired_trigger_id');
  });

  it('pushes onto the modal it came from, three deep', async () => {
    const first = slack.world.newTrigger(AMY);
    expect(await errorOf(web.views.push({ trigger_id: first, view }))).toBe('not_found');
    await web.views.open({ trigger_id: first, view });
    const push = () => {
      const [top = ''] = [...(slack.world.stacks.get(AMY) ?? [])].slice(-1);
      return web.views.push({ trigger_id: slack.world.newTrigger(AMY, top), view });
    };
    const { view: second } = await push();
    expect(second?.previous_view_id).not.toBeNull();
    await push();
    expect(await errorOf(push())).toBe('push_limit_reached');
    await slack.person(AMY).closes();
    expect(slack.world.stacks.get(AMY)).toHaveLength(2);
  });
});

describe('a modal', () => {
  const opened = async () => {
    const { view: it } = await web.views.open({ trigger_id: slack.world.newTrigger(AMY), view });
    return { view_id: it?.id ?? '', hash: it?.hash ?? '' };
  };

  it('is updated by its hash; an old one is refused', async () => {
    const { view_id, hash } = await opened();
    await web.views.update({ view_id, hash, view });
    expect(await errorOf(web.views.update({ view_id, hash, view }))).toBe('hash_conflict');
  });

  it('that is closed is not to be found', async () => {
    const { view_id } = await opened();
    await slack.person(AMY).closes({ all: true });
    expect(await errorOf(web.views.update({ view_id, view }))).toBe('not_found');
  });

  it('keeps what is typed where both ids stay, and starts anew where one changes', async () => {
    const { view_id } = await opened();
    const amy = slack.person(AMY);
    await amy.fills({ Text: 'Half a sentence' });
    const again = { initial_value: 'From the app' };
    await web.views.update({ view_id, view: modal('Post', [asked('Text', 't', again)]) });
    expect(amy.modal()?.fields).toEqual({ Text: 'Half a sentence' });
    await web.views.update({ view_id, view: modal('Post', [asked('Text', 't2', again)]) });
    expect(amy.modal()?.fields).toEqual({ Text: 'From the app' });
    await web.views.update({ view_id, view: modal('Post', [asked('Text', 't')]) });
    expect(amy.modal()?.fields).toEqual({ Text: '' });
  });

  it('keeps back a required field left empty, and one too long, before the app hears of it', async () => {
    const trigger_id = slack.world.newTrigger(AMY);
    await web.views.open({
      trigger_id,
      view: modal('Post', [asked('Text', 't', { max_length: 5 })]),
    });
    const amy = slack.person(AMY);
    expect((await amy.submits()).modal?.errors).toEqual({
      Text: 'Please complete this required field.',
    });
    await amy.fills({ Text: 'Too long' });
    expect((await amy.submits()).modal?.errors).toEqual({
      Text: 'This field is limited to 5 characters.',
    });
    expect(slack.faults).toEqual([]);
  });

  it.each([
    ['a title too long', { title: plain('a'.repeat(25)) }, '/view/title/text'],
    ['an input and nothing to submit', { submit: undefined }, '/view/submit'],
    ['too much kept in it', { private_metadata: 'a'.repeat(3001) }, '/view/private_metadata'],
    [
      'too many blocks',
      { blocks: Array.from({ length: 101 }, () => section('x')) },
      '/view/blocks',
    ],
    ['a key that Slack does not know', { colour: 'red' }, '/view'],
  ])('is refused with %s', async (_what, more, at) => {
    const trigger_id = slack.world.newTrigger(AMY);
    const faulty = { ...view, ...more } as typeof view;
    expect(await errorOf(web.views.open({ trigger_id, view: faulty }))).toBe('invalid_arguments');
    expect(slack.faults[0]).toContain(`[json-pointer:${at}]`);
    expect(slack.person(AMY).modal()).toBeNull();
  });

  it('shares its own name with no other', async () => {
    const named = modal('Post', [asked('Text', 't')], { external_id: 'draft-12' });
    const open = () => web.views.open({ trigger_id: slack.world.newTrigger(AMY), view: named });
    await open();
    await web.views.update({ external_id: 'draft-12', view: named });
    expect(await errorOf(open())).toBe('duplicate_external_id');
  });

  it('is filled in by what a person reads, or by the id the app gave a field', async () => {
    const done = (value: string) => [{ text: plain('I have done this'), value }];
    const tick = (says: string, at: number) => ({
      type: 'input',
      block_id: `p:2:f:agreed:${at}`,
      optional: true,
      label: plain(says),
      element: { type: 'checkboxes', action_id: 'field', options: done(says) },
    });
    const when = {
      type: 'input',
      block_id: 'p:2:f:time-date',
      label: plain('Day'),
      element: { type: 'datepicker', action_id: 'field' },
    };
    const blocks = [tick('Parents agreed', 0), tick('Office asked', 1), when];
    const trigger_id = slack.world.newTrigger(AMY);
    await web.views.open({ trigger_id, view: modal('Post', blocks) });
    const amy = slack.person(AMY);
    await amy.fills({ 'Office asked': true, 'time-date': '2026-11-23' });
    expect(amy.modal()?.fields).toEqual({
      'Parents agreed': '',
      'Office asked': 'I have done this',
      Day: '2026-11-23',
    });
    await amy.fills({ agreed: true, Day: '' });
    expect(amy.modal()?.fields).toMatchObject({ 'Parents agreed': 'I have done this', Day: '' });
    await expect(amy.fills({ Colour: 'red' })).rejects.toThrow('sees no field "Colour"');
    await expect(amy.fills({ agreed: ['Never'] })).rejects.toThrow('no "Never" to pick');
  });

  it('is refused where it is too large', async () => {
    const trigger_id = slack.world.newTrigger(AMY);
    const large = modal(
      'Post',
      Array.from({ length: 90 }, () => section('a'.repeat(3000))),
    );
    expect(await errorOf(web.views.open({ trigger_id, view: large }))).toBe('view_too_large');
  });
});

describe('a response URL', () => {
  const send = async (url: string, body: object | string) => {
    const raw = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(url, { method: 'POST', body: raw });
    return [answer.status, ((await answer.json()) as { error?: string }).error];
  };
  const onCard = () => {
    const blocks = [section('Card'), actions('Send')];
    const { ts } = put(slack.world, STAFF, { text: 'x', blocks }, { only: AMY });
    return slack.world.newHook({ kind: 'action', user: AMY, channel: STAFF, ts });
  };

  it('takes five answers and no sixth', async () => {
    const url = slack.world.newHook({ kind: 'command', user: AMY, channel: STAFF, ts: null });
    for (let use = 0; use < 5; use += 1)
      expect(await send(url, { text: `${use}` })).toEqual([200, undefined]);
    expect(await send(url, { text: '5' })).toEqual([404, 'used_url']);
    expect(slack.person(AMY).sees()).toHaveLength(5);
  });

  it('lives for half an hour', async () => {
    const url = onCard();
    slack.later(30 * 60_000 + 1);
    expect(await send(url, { text: 'late' })).toEqual([404, 'expired_url']);
  });

  it('replaces or deletes the message a button stands on, even in a channel the bot is not in', async () => {
    slack.world.channels.get(STAFF)?.members.delete('U0BELLBIRD');
    const url = onCard();
    await send(url, { text: 'Sent', replace_original: true });
    expect(slack.person(AMY).sees()).toMatchObject([{ text: 'Sent', ephemeral: true }]);
    await send(url, { text: 'Also' });
    expect(slack.person(AMY).sees()).toHaveLength(2);
    await send(url, { delete_original: true });
    expect(slack.person(AMY).sees()).toMatchObject([{ text: 'Also' }]);
    expect(await send(url, { delete_original: true })).toEqual([404, 'message_not_found']);
  });

  it('refuses what is no JSON, has no words, or holds a faulty block', async () => {
    const url = onCard();
    expect(await send(url, 'text=hello')).toEqual([400, 'invalid_payload']);
    expect(await send(url, {})).toEqual([400, 'no_text']);
    const blocks = [{ type: 'section', text: plain('') }];
    expect(await send(url, { blocks })).toEqual([400, 'invalid_blocks']);
    expect(slack.faults[0]).toContain('must be more than 0 characters');
  });

  it('fares as the test says', async () => {
    const url = onCard();
    slack.next('response_url', { status: 429, retryAfter: 1 });
    expect(await send(url, { text: 'x' })).toEqual([429, 'ratelimited']);
    expect(await send(url, { text: 'x' })).toEqual([200, undefined]);
  });
});
