/** The message extension at the fake, by a real CloudAdapter: from the compose box, on a message, and once more. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Logic, schoolOver } from './cloud.ts';
import { AMY, attached, cardOf, dialog, field, STAFF_ROOM, submit, words } from './larkfield.ts';
import type { TeamsOptions } from './world.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const composer = (text = '', above: string[] = []) =>
  dialog(
    'New post',
    cardOf(
      [...above.map(words), field('text', 'Words', { value: text }), field('note', 'Note')],
      [submit('Save', { action: 'save' })],
    ),
  );

/** A school whose app answers invokes by name. */
const school = (answers: Record<string, Logic>, more?: TeamsOptions) =>
  schoolOver(ends, (turn, activity) => answers[activity.name ?? '']?.(turn, activity), more);

describe('the message extension', () => {
  it('opens a dialog from the compose box of a channel, and closes when it is sent', async () => {
    const heard: unknown[] = [];
    const teams = await school({
      'composeExtension/fetchTask': (_turn, { value, conversation, channelData }) => {
        heard.push([
          value.commandId,
          value.commandContext,
          conversation.id,
          channelData.source.name,
        ]);
        return composer();
      },
      'composeExtension/submitAction': (_turn, { value }) => {
        heard.push([value.commandId, value.commandContext, value.data]);
        return {};
      },
    });
    const amy = teams.person(AMY);
    const opened = await amy.extension('Tweet', { channel: STAFF_ROOM });
    expect(opened.dialog).toMatchObject({ buttons: ['Save'] });
    expect(await amy.submits({ text: 'The fair' })).toMatchObject({ dialog: null, notices: [] });
    expect(heard).toEqual([
      ['tweet', 'compose', STAFF_ROOM, 'compose'],
      ['tweet', 'compose', { action: 'save', text: 'The fair' }],
    ]);
    expect(teams.faults).toEqual([]);
    await expect(amy.extension('Post')).rejects.toThrow('There is no "Post"');
  });

  it('on a message brings its words as HTML, and again when it is sent', async () => {
    const payloads: unknown[] = [];
    const answer: Logic = (_turn, { value }) => {
      payloads.push([value.commandContext, value.messagePayload.body.content]);
      return value.data ? null : composer();
    };
    const teams = await school({
      'composeExtension/fetchTask': answer,
      'composeExtension/submitAction': answer,
    });
    const amy = teams.person(AMY);
    await amy.says('x', {
      channel: STAFF_ROOM,
      mention: false,
      html: '<p>The fair raised <strong>£240</strong>&nbsp;&amp; more</p>',
    });
    await amy.extension('Tweet', { on: 'x' });
    await amy.submits();
    const html = '<p>The fair raised <strong>£240</strong>&nbsp;&amp; more</p>';
    expect(payloads).toEqual([
      ['message', html],
      ['message', html],
    ]);
    expect(teams.faults).toEqual([]);
  });

  it('sends what was not answered in time twice again, each time as something new', async () => {
    const heard: { id: unknown; data: unknown }[] = [];
    const teams = await school(
      {
        'composeExtension/fetchTask': () => composer(),
        'composeExtension/submitAction': (_turn, { id, value }) => {
          heard.push({ id, data: value.data });
          return heard.length < 3 ? new Promise(() => {}) : null;
        },
      },
      { patience: { extension: 300 } },
    );
    const amy = teams.person(AMY);
    await amy.extension('Tweet');
    expect(await amy.submits({ text: 'Once' })).toMatchObject({ dialog: null, notices: [] });
    expect(heard.map(({ data }) => data)).toEqual(Array(3).fill({ action: 'save', text: 'Once' }));
    expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
    expect(teams.faults).toEqual([]);
  });

  it('may put a card in the compose box, which is looked at too', async () => {
    const result = (card: Record<string, unknown>) => ({
      composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attached(card)] },
    });
    const answers = [result(cardOf([words('Sent to SLT')])), result(cardOf([{ type: 'Chart' }]))];
    const teams = await school({
      'composeExtension/fetchTask': () => composer(),
      'composeExtension/submitAction': () => answers.shift(),
    });
    const amy = teams.person(AMY);
    await amy.extension('Tweet');
    expect(await amy.submits()).toMatchObject({ dialog: null, notices: [] });
    expect(teams.faults).toEqual([]);
    await amy.extension('Tweet');
    await amy.submits();
    expect(teams.faults).toHaveLength(1);
  });

  it('that is never answered leaves the dialog open and tells the person', async () => {
    const teams = await school(
      {
        'composeExtension/fetchTask': () => composer(),
        'composeExtension/submitAction': () => new Promise(() => {}),
      },
      { patience: { extension: 150 } },
    );
    const amy = teams.person(AMY);
    await amy.extension('Tweet');
    const { dialog: open, notices } = await amy.submits();
    expect(open).not.toBeNull();
    expect(notices).toEqual(['Unable to reach app. Please try again.']);
    expect(teams.faults).toEqual(['composeExtension/submitAction: no answer in time']);
  });
});
