/** What a person does at the fake reaches a real Bolt app, and what it answers is seen, either way in. */
import { afterEach, describe, expect, it } from 'vitest';
import { clientOf, schoolOver, WAYS } from './bolt.ts';
import { AMY, actions, asked, JO, modal, plain, SAM, SLT, STAFF, section } from './larkfield.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const card = { text: 'A card', blocks: [section('Ready for SLT'), actions('Send', 'Discard')] };

describe.each(WAYS)('over %s', (way) => {
  it('a command is acknowledged with a card that one person sees', async () => {
    const slack = await schoolOver(way, ends, (app) =>
      app.command('/tweet', ({ ack, payload }) =>
        ack({ text: 'x', blocks: [section(payload.text)] }),
      ),
    );
    const { messages, notices } = await slack.person(AMY).types('/tweet Sports <day> & *fun*');
    expect(messages).toMatchObject([{ text: 'Sports <day> & *fun*', ephemeral: true }]);
    expect(notices).toEqual([]);
    expect(slack.person(SAM).sees()).toEqual([]);
    expect(slack.faults).toEqual([]);
  });

  it('a command may be acknowledged with words, with nothing, or in the channel', async () => {
    const answers = [
      'Just words',
      undefined,
      { response_type: 'in_channel' as const, text: 'All' },
    ];
    const slack = await schoolOver(way, ends, (app) =>
      app.command('/tweet', ({ ack }) => ack(answers.shift())),
    );
    const amy = slack.person(AMY);
    expect((await amy.types('/tweet', { channel: STAFF })).messages).toMatchObject([
      { text: 'Just words', ephemeral: true },
    ]);
    expect((await amy.types('/tweet', { channel: STAFF })).messages).toEqual([]);
    await amy.types('/tweet', { channel: STAFF });
    expect(slack.reads(STAFF)).toEqual(['All']);
  });

  it('a card that Slack refuses is told to the person as a failed command', async () => {
    const slack = await schoolOver(way, ends, (app) =>
      app.command('/tweet', ({ ack }) => ack({ text: 'x', blocks: [section('a'.repeat(3001))] })),
    );
    const { messages, notices } = await slack.person(AMY).types('/tweet');
    expect(messages).toEqual([]);
    expect(notices).toEqual(['/tweet failed with the error "invalid_blocks"']);
    expect(slack.faults.join()).toContain('must be less than 3001 characters');
  });

  it('a press replaces an ephemeral card; the app is told where it stands and not what it is', async () => {
    const bodies: unknown[] = [];
    const slack = await schoolOver(way, ends, (app) => {
      app.command('/tweet', ({ ack }) => ack(card));
      app.action('Send', async ({ ack, body, respond }) => {
        bodies.push(body);
        await ack();
        await respond({ text: 'x', blocks: [section('Sent')], replace_original: true });
      });
    });
    const amy = slack.person(AMY);
    await amy.types('/tweet');
    const { messages } = await amy.presses('Send');
    expect(messages).toMatchObject([{ text: 'Sent', ephemeral: true }]);
    expect(amy.sees()).toHaveLength(1);
    expect(bodies).toMatchObject([
      { container: { type: 'message', is_ephemeral: true }, actions: [{ value: 'Send' }] },
    ]);
    expect(bodies[0]).not.toHaveProperty('message');
    expect(slack.faults).toEqual([]);
  });

  it('a press on a lasting message comes with it, its text escaped', async () => {
    const bodies: { message?: { blocks?: unknown[] } }[] = [];
    const slack = await schoolOver(way, ends, (app) =>
      app.action('Approve', async ({ ack, body }) => {
        bodies.push(body as (typeof bodies)[number]);
        await ack();
      }),
    );
    const web = clientOf(slack, slack.botToken);
    const blocks = [section('Tea & cake'), actions('Approve')];
    await web.chat.postMessage({ channel: SLT, text: 'x', blocks });
    await slack.person(SAM).presses('Approve');
    expect(bodies[0]?.message?.blocks?.[0]).toMatchObject({ text: { text: 'Tea &amp; cake' } });
    await expect(slack.person(AMY).presses('Approve')).rejects.toThrow('sees no button "Approve"');
  });

  it('two people press at once, and one of them twice: the app hears each of it', async () => {
    const heard: string[] = [];
    const slack = await schoolOver(way, ends, (app) =>
      app.action('Approve', async ({ ack, body }) => {
        heard.push(body.user.id);
        await ack();
      }),
    );
    const blocks = [section('Sports day'), actions('Approve')];
    await clientOf(slack, slack.botToken).chat.postMessage({ channel: SLT, text: 'x', blocks });
    const [sam, jo] = [slack.person(SAM), slack.person(JO)];
    await Promise.all([sam.presses('Approve'), jo.presses('Approve'), jo.presses('Approve')]);
    expect(heard.toSorted()).toEqual([JO, JO, SAM]);
    expect(slack.faults).toEqual([]);
  });

  it('a command’s response_url posts anew, whatever it is asked to replace', async () => {
    const slack = await schoolOver(way, ends, (app) =>
      app.command('/tweet', async ({ ack, respond }) => {
        await ack('Wait');
        await respond({ text: 'Done', replace_original: true });
      }),
    );
    const { messages } = await slack.person(AMY).types('/tweet');
    expect(messages.map(({ text }) => text).toSorted()).toEqual(['Done', 'Wait']);
  });

  it('ticks and picks on a message are told at once, and all its values with each press', async () => {
    const states: unknown[] = [];
    const blocks = [
      {
        type: 'section' as const,
        block_id: 'p:1:f:agreed:0',
        text: plain('I have asked the office.'),
        accessory: {
          type: 'checkboxes' as const,
          action_id: 'field',
          options: [{ text: plain('I have done this'), value: 'asked' }],
        },
      },
      actions('Send'),
    ];
    const slack = await schoolOver(way, ends, (app) => {
      app.command('/tweet', ({ ack }) => ack({ text: 'x', blocks }));
      app.action('field', ({ ack }) => ack());
      app.action('Send', async ({ ack, body }) => {
        states.push((body as { state?: { values?: unknown } }).state?.values);
        await ack();
      });
    });
    const amy = slack.person(AMY);
    await amy.types('/tweet');
    await amy.presses('Send');
    await amy.fills({ 'I have asked the office.': true });
    expect(amy.sees()[0]?.fields).toEqual({ 'I have asked the office.': 'I have done this' });
    await amy.presses('Send');
    expect(states).toMatchObject([
      { 'p:1:f:agreed:0': { field: { type: 'checkboxes', selected_options: [] } } },
      { 'p:1:f:agreed:0': { field: { selected_options: [{ value: 'asked' }] } } },
    ]);
    expect(slack.faults).toEqual([]);
  });

  it('the Home tab, a direct message, a shortcut and a change of a person reach the app', async () => {
    const heard: string[] = [];
    const slack = await schoolOver(way, ends, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        heard.push(`${event.user} opens ${event.tab}`);
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [section('Your drafts')] },
        });
      });
      app.message(async ({ message }) => {
        heard.push(`says ${(message as { text?: string }).text}`);
      });
      app.shortcut('tweet-this', async ({ ack, shortcut, client }) => {
        await ack();
        const { text = '' } = (shortcut as { message: { text?: string } }).message;
        heard.push(`tweets ${text}`);
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: modal('New post', [asked('Text', 't', { initial_value: text })]),
        });
      });
      app.event('user_change', async ({ event }) => {
        heard.push(`${event.user.id} is gone: ${event.user.deleted}`);
      });
    });
    const amy = slack.person(AMY);
    expect((await amy.homeTab()).home?.text).toBe('Your drafts');
    await amy.types('Tea & cake');
    slack.says(SAM, STAFF, 'The fair raised £240');
    const { modal: opened } = await amy.shortcut('Tweet this', 'The fair');
    expect(opened?.fields).toEqual({ Text: 'The fair raised £240' });
    await slack.deactivates(SAM);
    await slack.quiet();
    expect(heard).toEqual([
      `${AMY} opens home`,
      'says Tea &amp; cake',
      'tweets The fair raised £240',
      `${SAM} is gone: true`,
    ]);
    await expect(slack.person(SAM).types('/tweet')).rejects.toThrow('cannot sign in');
    expect(slack.faults).toEqual([]);
  });

  it('an acknowledgement that is late is told to the person, and kept as a fault', async () => {
    const slack = await schoolOver(
      way,
      ends,
      (app) => app.command('/tweet', () => new Promise(() => {})),
      {
        patience: 200,
      },
    );
    const { notices } = await slack.person(AMY).types('/tweet');
    expect(notices).toEqual(['/tweet failed with the error "operation_timeout"']);
    expect(slack.faults).toEqual(['/tweet: operation_timeout']);
  });
});
