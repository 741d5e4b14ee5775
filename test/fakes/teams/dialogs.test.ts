/** Dialogs at the fake, by a real CloudAdapter: opened from a card, sent, shown anew. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Logic, schoolOver } from './cloud.ts';
import {
  AMY,
  asksDialog,
  attached,
  cardOf,
  dialog,
  execute,
  field,
  message,
  submit,
  words,
} from './larkfield.ts';
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

const offer = message(
  cardOf([words('Your draft')], [asksDialog('Edit', { action: 'edit', draft: 'd1' })]),
);

/** A school whose app sends a card to whoever says anything, and answers invokes by name. */
const school = (answers: Record<string, Logic>, more?: TeamsOptions) =>
  schoolOver(
    ends,
    async (turn, activity) => {
      if (activity.type === 'message') {
        // biome-ignore lint/suspicious/noExplicitAny: what goes over the wire is less than an activity
        await turn.sendActivity(offer as any);
        return null;
      }
      return answers[activity.name ?? '']?.(turn, activity);
    },
    more,
  );

describe('a dialog from a card', () => {
  it('opens with what the button carries, and what is typed is sent', async () => {
    const heard: unknown[] = [];
    const teams = await school({
      'task/fetch': (_turn, { value }) => {
        heard.push(value);
        return composer('Sports day');
      },
      'task/submit': (_turn, { value, replyToId }) => {
        heard.push([value, replyToId]);
        return null;
      },
    });
    const amy = teams.person(AMY);
    const [card] = (await amy.says('tweet')).messages;
    const opened = await amy.presses('Edit');
    expect(opened.dialog).toMatchObject({
      text: 'New post\nWords\nSports day\nNote\n[Save]',
      buttons: ['Save'],
      fields: { Words: 'Sports day', Note: '' },
    });
    const sent = await amy.submits({ Words: 'Sports day was a joy' });
    expect(sent).toMatchObject({ dialog: null, notices: [] });
    const context = { theme: 'default' };
    expect(heard).toEqual([
      { data: { action: 'edit', draft: 'd1', msteams: { type: 'task/fetch' } }, context },
      [{ data: { action: 'save', text: 'Sports day was a joy' }, context }, card?.id],
    ]);
    expect(teams.faults).toEqual([]);
  });

  it('comes back with a sentence and what was typed, or closes with a note', async () => {
    const answers = [
      composer('It was gr8', ['2 things to put right first']),
      { task: { type: 'message', value: 'Saved.' } },
    ];
    const teams = await school({
      'task/fetch': () => composer(),
      'task/submit': () => answers.shift(),
    });
    const amy = teams.person(AMY);
    await amy.says('tweet');
    await amy.presses('Edit');
    const again = await amy.submits({ text: 'It was gr8' });
    expect(again.dialog).toMatchObject({ fields: { Words: 'It was gr8' } });
    expect(again.dialog?.text).toContain('2 things to put right first');
    expect(await amy.submits()).toMatchObject({ dialog: null, notices: ['Saved.'] });
    expect(teams.faults).toEqual([]);
  });

  it('covers the cards behind it until it is closed, of which no app is told', async () => {
    const teams = await school({ 'task/fetch': () => composer() });
    const amy = teams.person(AMY);
    await amy.says('tweet');
    await amy.presses('Edit');
    await expect(amy.presses('Edit')).rejects.toThrow('Buttons: Save');
    const count = teams.deliveries.length;
    expect((await amy.closes()).dialog).toBeNull();
    expect(teams.deliveries).toHaveLength(count);
    expect((await amy.presses('Edit')).dialog).not.toBeNull();
  });

  it.each<[what: string, answer: unknown, fault: string]>([
    ['nothing', null, 'an answer that Teams does not know'],
    [
      'a page',
      { task: { type: 'continue', value: { url: 'https://x.example' } } },
      'without an Adaptive Card',
    ],
    [
      'a card whose button is an Execute',
      dialog('x', cardOf([], [execute('Save')])),
      'an Action.Execute in a dialog',
    ],
    [
      'a size there is not',
      {
        task: { type: 'continue', value: { height: 'tall', card: attached(cardOf([words('x')])) } },
      },
      'a dialog of no known size',
    ],
  ])('that is answered with %s is a fault', async (_what, answer, fault) => {
    const teams = await school({ 'task/fetch': () => answer });
    const amy = teams.person(AMY);
    await amy.says('tweet');
    await amy.presses('Edit');
    expect(teams.faults.join()).toContain(fault);
  });
});
