/** Forms and folds of a card, opened and filled in on one person's screen, over a real CloudAdapter. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Logic, schoolOver, toSlt } from './cloud.ts';
import { cardOf, execute, field, JO, note, SAM, words } from './larkfield.ts';
import type { TeamsOptions } from './world.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const school = (logic: Logic, more?: TeamsOptions) => schoolOver(ends, logic, more);

describe('a form behind a button', () => {
  const declines = cardOf(
    [words('Sports day'), field('note', 'Note')],
    [
      {
        type: 'Action.ShowCard',
        title: 'Decline',
        card: {
          type: 'AdaptiveCard',
          body: [field('reason', 'Why?', { isRequired: true, errorMessage: 'Please say why.' })],
          actions: [execute('Yes, decline', 'decline')],
        },
      },
      execute('Approve', 'approve', { associatedInputs: 'none' }),
    ],
  );

  it('opens first, wants what is required, and is sent with the fields of the card about it', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { value }) => {
      heard.push(value.action.data);
      return note('Declined.');
    });
    await toSlt(teams, declines);
    const sam = teams.person(SAM);
    await expect(sam.presses('Yes, decline')).rejects.toThrow('sees no button "Yes, decline"');
    await sam.presses('Decline');
    expect(sam.sees()[0]?.fields).toEqual({ Note: '', 'Why?': '' });
    expect((await sam.presses('Yes, decline')).notices).toEqual(['Please say why.']);
    expect(heard).toEqual([]);
    await sam.presses('Yes, decline', undefined, { 'Why?': 'It names a pupil.' });
    await sam.presses('Approve');
    expect(heard).toEqual([
      { action: 'decline', reason: 'It names a pupil.' },
      { action: 'approve' },
    ]);
    expect(teams.person(JO).sees()[0]?.fields).toEqual({ Note: '' });
    expect(teams.faults).toEqual([]);
  });

  it('closes when the one beside it opens, or when its button is pressed again', async () => {
    const form = (title: string, id: string) => ({
      type: 'Action.ShowCard',
      title,
      card: { type: 'AdaptiveCard', body: [field(id, `${title}: why?`)], actions: [] },
    });
    const teams = await school(() => null);
    await toSlt(teams, cardOf([], [form('Decline', 'a'), form('Ask for changes', 'b')]));
    const sam = teams.person(SAM);
    const fields = () => Object.keys(sam.sees()[0]?.fields ?? {});
    await sam.presses('Decline');
    expect(fields()).toEqual(['Decline: why?']);
    await sam.presses('Ask for changes');
    expect(fields()).toEqual(['Ask for changes: why?']);
    await sam.presses('Ask for changes');
    expect(fields()).toEqual([]);
  });

  it('has its fields filled by label, by id, by what a choice says', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { value }) => {
      heard.push(value.action.data);
      return note('Thanks.');
    });
    const choices = ['Asked the office', 'Checked the photo'].map((title, place) => ({
      title,
      value: String(place),
    }));
    const many = {
      type: 'Input.ChoiceSet',
      id: 'agreed',
      label: 'Tick',
      isMultiSelect: true,
      style: 'expanded',
      choices,
    };
    const one = { ...many, id: 'kind', label: 'Kind', isMultiSelect: false, style: 'compact' };
    const text = field('text', 'Words', { maxLength: 5 });
    await toSlt(teams, cardOf([many, one, text], [execute('Send')]));
    const sam = teams.person(SAM);
    await sam.fills({ tick: ['office', 'photo'], kind: 'Checked the photo', text: 'too long' });
    expect(sam.sees()[0]?.fields).toEqual({
      Tick: 'Asked the office, Checked the photo',
      Kind: 'Checked the photo',
      Words: 'too l',
    });
    await sam.presses('Send');
    expect(heard).toEqual([{ action: 'send', agreed: '0,1', kind: '1', text: 'too l' }]);
    await expect(sam.fills({ Nothing: 'x' })).rejects.toThrow('There is no field "Nothing"');
    await expect(sam.fills({ Kind: 'Else' })).rejects.toThrow('There is no "Else" to pick');
  });
});

it('a fold opens and closes on one screen', async () => {
  const teams = await school(() => null);
  const fold = {
    type: 'Container',
    id: 'fold',
    isVisible: false,
    items: [words('14 other rules')],
  };
  const toggle = { type: 'Action.ToggleVisibility', title: 'Fine', targetElements: ['fold'] };
  await toSlt(teams, cardOf([{ type: 'ActionSet', actions: [toggle] }, fold]));
  const sam = teams.person(SAM);
  expect(sam.sees()[0]?.text).toBe('[Fine]');
  expect((await sam.presses('Fine')).messages[0]?.text).toBe('[Fine]\n14 other rules');
  expect(teams.person(JO).sees()[0]?.text).toBe('[Fine]');
  expect((await sam.presses('Fine')).messages[0]?.text).toBe('[Fine]');
});
