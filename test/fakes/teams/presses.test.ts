/** A press at the fake reaches a real CloudAdapter, and what it answers is seen: by one person, or by all. */
import { afterEach, describe, expect, it } from 'vitest';
import { connectorOf, type Logic, schoolOver, toSlt } from './cloud.ts';
import {
  cardOf,
  execute,
  field,
  inPlace,
  JO,
  message,
  note,
  SAM,
  submit,
  words,
} from './larkfield.ts';
import type { TeamsOptions } from './world.ts';

let ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const school = (logic: Logic, more?: TeamsOptions) => schoolOver(ends, logic, more);

describe('a press of Action.Execute', () => {
  it('carries verb, data and fields, and the answer is seen by that person until it is loaded anew', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { name, value, replyToId, from }) => {
      heard.push({ name, value, replyToId, who: from.aadObjectId });
      return inPlace(cardOf([words('Approved by Sam')]));
    });
    const conversation = await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const sam = teams.person(SAM);
    const { messages } = await sam.presses('Approve');
    expect(messages).toMatchObject([{ text: 'Approved by Sam', buttons: [], conversation }]);
    expect(heard).toEqual([
      {
        name: 'adaptiveCard/action',
        value: {
          action: {
            type: 'Action.Execute',
            title: 'Approve',
            verb: 'approve',
            data: { action: 'approve' },
          },
          trigger: 'manual',
        },
        replyToId: conversation.split('=')[1],
        who: SAM,
      },
    ]);
    expect(teams.person(JO).sees()).toMatchObject([{ buttons: ['Approve'] }]);
    sam.reloads();
    expect(sam.sees()).toMatchObject([{ buttons: ['Approve'] }]);
    expect(teams.faults).toEqual([]);
  });

  it('may be answered with a note, seen by whoever pressed, and the card stays', async () => {
    const teams = await school(() => note('Only SLT can approve a post.'));
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const { messages, notices } = await teams.person(SAM).presses('Approve');
    expect(notices).toEqual(['Only SLT can approve a post.']);
    expect(messages).toEqual([]);
    expect(teams.person(JO).notices()).toEqual([]);
    expect(teams.faults).toEqual([]);
  });

  it('may be answered with an error, which the person is told', async () => {
    const value = { code: 'BadRequest', message: 'That draft is gone.' };
    const teams = await school(() => ({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value,
    }));
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const { notices } = await teams.person(SAM).presses('Approve');
    expect(notices).toEqual(['That draft is gone.']);
    expect(teams.faults).toEqual([]);
  });

  it.each<[what: string, answer: unknown]>([
    ['nothing', undefined],
    ['words alone', 'done'],
    ['a card for a note', { ...note('x'), value: cardOf([words('x')]) }],
    ['an empty note', note('')],
  ])('that is answered with %s is a fault, and the person is told', async (_what, answer) => {
    const teams = await school(() => answer);
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const { notices } = await teams.person(SAM).presses('Approve');
    expect(notices).toEqual(['Something went wrong. Please try again.']);
    expect(teams.faults).toHaveLength(1);
  });

  it('shows the update to all, over what an invoke answered', async () => {
    const teams = await school(async (turn, { conversation, replyToId = '' }) => {
      const done = message(cardOf([words('Approved')]));
      // biome-ignore lint/suspicious/noExplicitAny: what goes over the wire is less than an activity
      await turn.updateActivity({ ...done, id: replyToId, conversation } as any);
      return inPlace(cardOf([words('Approved by you')]));
    });
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    await teams.person(SAM).presses('Approve');
    expect(teams.person(JO).sees()).toMatchObject([{ text: 'Approved', buttons: [] }]);
    expect(teams.person(SAM).sees()).toMatchObject([{ text: 'Approved by you' }]);
  });

  it('is over, with all that was typed and opened, once the card is updated for all', async () => {
    const teams = await school(() => inPlace(cardOf([words('Approved by you')])));
    const conversation = await toSlt(
      teams,
      cardOf([words('Sports day'), field('note', 'Note')], [execute('Approve')]),
    );
    const [sam, jo] = [teams.person(SAM), teams.person(JO)];
    await sam.presses('Approve');
    await jo.fills({ Note: 'Lovely' });
    const { conversations } = await connectorOf(teams);
    const published = message(cardOf([words('Published'), field('note', 'Note')]));
    const [, id = ''] = conversation.split('=');
    // biome-ignore lint/suspicious/noExplicitAny: what goes over the wire is less than an activity
    await conversations.updateActivity(conversation, id, published as any);
    expect(sam.sees()[0]?.text).toBe('Published\nNote');
    expect(jo.sees()[0]?.fields).toEqual({ Note: '' });
  });

  it('by two people at once, and by one of them twice, is heard each time', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { from, id }) => {
      heard.push(from.aadObjectId);
      heard.push(id);
      return note('Thank you.');
    });
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const [sam, jo] = [teams.person(SAM), teams.person(JO)];
    await Promise.all([sam.presses('Approve'), jo.presses('Approve'), jo.presses('Approve')]);
    expect(heard.filter((each) => each === SAM || each === JO)).toHaveLength(3);
    expect(new Set(heard).size).toBe(5);
  });

  it('that is not answered in time is sent again as it is, and then given up', async () => {
    const ids: unknown[] = [];
    const teams = await school(
      (_turn, { id }) => {
        ids.push(id);
        return new Promise(() => {});
      },
      { patience: { invoke: 150 } },
    );
    await toSlt(teams, cardOf([words('Sports day')], [execute('Approve')]));
    const { notices } = await teams.person(SAM).presses('Approve');
    expect(notices).toEqual(['Unable to reach app. Please try again.']);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
    expect(teams.faults).toEqual(['adaptiveCard/action: no answer in time']);
  });
});

it('a press of Action.Submit is a message without words', async () => {
  const heard: unknown[] = [];
  const teams = await school((_turn, { type, text, value, replyToId }) => {
    heard.push({ type, text, value, replied: replyToId !== undefined });
  });
  await toSlt(teams, cardOf([field('reason', 'Why?')], [submit('Send', { action: 'send' })]));
  await teams.person(SAM).presses('Send', undefined, { reason: 'Because' });
  expect(heard).toEqual([
    {
      type: 'message',
      text: undefined,
      value: { action: 'send', reason: 'Because' },
      replied: true,
    },
  ]);
});
