/** Modals at the fake: opened, filled in, submitted and closed before a real Bolt app, either way in. */
import { afterEach, describe, expect, it } from 'vitest';
import { schoolOver, WAYS } from './bolt.ts';
import { AMY, asked, modal, section } from './larkfield.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

describe.each(WAYS)('over %s', (way) => {
  it('a modal opens, is filled in, is told what is wrong, and closes', async () => {
    const values: unknown[] = [];
    const slack = await schoolOver(way, ends, (app) => {
      app.command('/tweet', async ({ ack, client, payload }) => {
        await ack();
        const view = modal('New post', [asked('Text', 'p:0:f:text', { initial_value: 'Draft' })]);
        await client.views.open({ trigger_id: payload.trigger_id, view });
      });
      app.view('card', async ({ ack, view }) => {
        const value = view.state.values['p:0:f:text']?.field?.value;
        values.push(value);
        if (value !== 'Better')
          return ack({ response_action: 'errors', errors: { 'p:0:f:text': 'Too plain' } });
        return ack();
      });
    });
    const amy = slack.person(AMY);
    const opened = await amy.types('/tweet');
    expect(opened.modal).toMatchObject({
      fields: { Text: 'Draft' },
      submit: 'Save',
      close: 'Cancel',
    });
    expect((await amy.submits()).modal?.errors).toEqual({ Text: 'Too plain' });
    await amy.fills({ text: 'Better' });
    expect((await amy.submits()).modal).toBeNull();
    expect(values).toEqual(['Draft', 'Better']);
    expect(slack.faults).toEqual([]);
  });

  it('a modal may be answered with another in its place, one upon it, or the end of them all', async () => {
    const answers = [
      { response_action: 'update' as const, view: modal('Second', [asked('Text', 't')]) },
      { response_action: 'push' as const, view: modal('Third', [section('On top')]) },
      { response_action: 'clear' as const },
    ];
    const slack = await schoolOver(way, ends, (app) => {
      app.command('/tweet', async ({ ack, client, payload }) => {
        await ack();
        const view = modal('First', [asked('Text', 't')]);
        await client.views.open({ trigger_id: payload.trigger_id, view });
      });
      // biome-ignore lint/suspicious/noExplicitAny: three answers of three types
      app.view('card', ({ ack }) => ack(answers.shift() as any));
    });
    const amy = slack.person(AMY);
    await amy.types('/tweet');
    await amy.fills({ Text: 'Kept where the ids stay' });
    const second = await amy.submits();
    expect(second.modal?.text).toContain('Second');
    expect(second.modal?.fields).toEqual({ Text: 'Kept where the ids stay' });
    expect((await amy.submits()).modal?.text).toContain('Third');
    expect((await amy.submits()).modal).toBeNull();
    expect(slack.faults).toEqual([]);
  });

  it('a modal closed is told to an app that asked to know', async () => {
    const closed: unknown[] = [];
    const slack = await schoolOver(way, ends, (app) => {
      app.command('/tweet', async ({ ack, client, payload }) => {
        await ack();
        const view = modal('Post', [asked('Text', 't')], { notify_on_close: true });
        await client.views.open({ trigger_id: payload.trigger_id, view });
      });
      app.view({ callback_id: 'card', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push((body as { is_cleared?: boolean }).is_cleared);
        await ack();
      });
    });
    const amy = slack.person(AMY);
    await amy.types('/tweet');
    expect((await amy.closes()).modal).toBeNull();
    expect(closed).toEqual([false]);
  });

  it('a modal whose submission is not answered stays open, with Slack’s own excuse', async () => {
    const slack = await schoolOver(
      way,
      ends,
      (app) => {
        app.command('/tweet', async ({ ack, client, payload }) => {
          await ack();
          await client.views.open({
            trigger_id: payload.trigger_id,
            view: modal('Post', [asked('Text', 't', { initial_value: 'Kept' })]),
          });
        });
        app.view('card', () => new Promise(() => {}));
      },
      { patience: 200 },
    );
    const amy = slack.person(AMY);
    await amy.types('/tweet');
    const { modal: still, notices } = await amy.submits();
    expect(still?.fields).toEqual({ Text: 'Kept' });
    expect(notices).toEqual(['We had some trouble connecting. Try again?']);
  });
});
