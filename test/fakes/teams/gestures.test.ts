/** What a person does at the fake reaches a real CloudAdapter, and what it answers is seen. */
import { TeamsInfo, TurnContext } from 'botbuilder';
import { afterEach, describe, expect, it } from 'vitest';
import { type Logic, schoolOver } from './cloud.ts';
import {
  AMY,
  cardOf,
  execute,
  field,
  inPlace,
  JO,
  LEADERS,
  message,
  note,
  SAM,
  SLT,
  STAFF,
  STAFF_ROOM,
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

/** Puts a card in the SLT's channel by the adapter’s own way to begin a conversation. */
async function toSlt(
  { adapter, appId, serviceUrl }: Awaited<ReturnType<typeof school>>,
  card: object,
) {
  let made = '';
  const asked = {
    isGroup: true,
    channelData: { channel: { id: SLT } },
    activity: message(card as never),
  };
  await adapter.createConversationAsync(
    appId,
    'msteams',
    serviceUrl,
    '',
    // biome-ignore lint/suspicious/noExplicitAny: the SDK asks for keys that Teams does not
    asked as any,
    async (turn) => {
      made = turn.activity.conversation.id;
    },
  );
  return made;
}

describe('words typed', () => {
  it('in the chat reach the app with who said them, and its answer is seen', async () => {
    const heard: unknown[] = [];
    const teams = await school(async (turn, activity) => {
      heard.push(activity);
      await turn.sendActivity({
        type: 'message',
        text: `You said ${activity.text}`,
        textFormat: 'plain',
      });
    });
    const { messages, notices } = await teams.person(AMY).says('/tweet Sports <day> & *fun*');
    expect(messages).toMatchObject([
      { text: 'You said /tweet Sports <day> & *fun*', from: 'Bellbird' },
    ]);
    expect(notices).toEqual([]);
    expect(heard).toMatchObject([
      {
        channelId: 'msteams',
        textFormat: 'plain',
        locale: 'en-GB',
        from: { id: expect.stringMatching(/^29:/), name: 'Amy Reid', aadObjectId: AMY },
        recipient: { id: `28:${teams.appId}`, name: 'Bellbird' },
        conversation: { conversationType: 'personal', tenantId: teams.tenant },
        channelData: { tenant: { id: teams.tenant } },
      },
    ]);
    expect(teams.person(SAM).sees()).toEqual([]);
    expect(teams.faults).toEqual([]);
  });

  it('in a channel come with the bot’s mention, which the SDK takes out', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, activity) => {
      heard.push([activity.text, activity.conversation.id, activity.channelData.team.id]);
      heard.push(TurnContext.removeRecipientMention(activity));
    });
    const amy = teams.person(AMY);
    await amy.says('tweet <at>everyone</at> Sports day', { channel: STAFF_ROOM });
    const [posted] = amy.sees(STAFF_ROOM);
    expect(heard).toEqual([
      ['<at>Bellbird</at> tweet <at>everyone</at> Sports day\n', posted?.conversation, STAFF],
      'tweet <at>everyone</at> Sports day',
    ]);
    expect(posted).toMatchObject({ from: 'Amy Reid', targeted: false });
    expect(teams.faults).toEqual([]);
  });

  it('in a channel without a mention are heard by no bot', async () => {
    let heard = 0;
    const teams = await school(() => {
      heard += 1;
    });
    await teams.person(AMY).says('tweet', { channel: STAFF_ROOM, mention: false });
    expect(heard).toBe(0);
    expect(teams.reads(STAFF_ROOM)).toEqual(['tweet']);
    expect(() => teams.person(AMY).says('tweet', { channel: SLT })).toThrow('is not in');
  });

  it('from the slash menu are a message to the bot alone', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { text, recipient }) => {
      heard.push([text, recipient]);
    });
    await teams.person(AMY).slash('tweet Sports day', { channel: STAFF_ROOM });
    expect(heard).toEqual([
      ['tweet Sports day', { id: `28:${teams.appId}`, name: 'Bellbird', isTargeted: true }],
    ]);
    expect(teams.reads(STAFF_ROOM)).toEqual([]);
    expect(teams.person(AMY).sees()).toMatchObject([{ targeted: true }]);
  });
});

it('somebody of another tenant is told by what they send', async () => {
  const heard: unknown[] = [];
  const tenant = 'd15ea5e0-0000-4000-8000-000000000001';
  const people = { [AMY]: { name: 'Amy Reid', tenant } };
  const teams = await school(
    (_turn, { conversation, channelData }) => {
      heard.push([conversation.tenantId, channelData.tenant.id]);
    },
    { people, teams: {} },
  );
  await teams.person(AMY).says('tweet');
  expect(heard).toEqual([[tenant, tenant]]);
  expect(teams.tenant).not.toBe(tenant);
});

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
    expect(() => sam.presses('Yes, decline')).toThrow('sees no button "Yes, decline"');
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
    sam.fills({ tick: ['office', 'photo'], kind: 'Checked the photo', text: 'too long' });
    expect(sam.sees()[0]?.fields).toEqual({
      Tick: 'Asked the office, Checked the photo',
      Kind: 'Checked the photo',
      Words: 'too l',
    });
    await sam.presses('Send');
    expect(heard).toEqual([{ action: 'send', agreed: '0,1', kind: '1', text: 'too l' }]);
    expect(() => sam.fills({ Nothing: 'x' })).toThrow('There is no field "Nothing"');
    expect(() => sam.fills({ Kind: 'Else' })).toThrow('There is no "Else" to pick');
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

describe('the app', () => {
  it('hears that it was installed, and removed', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { type, action, membersAdded, conversation }) => {
      heard.push([type, action ?? membersAdded?.[0]?.id, conversation.conversationType]);
    });
    const amy = teams.person(AMY);
    await amy.installs();
    await amy.uninstalls();
    expect(heard).toEqual([
      ['installationUpdate', 'add', 'personal'],
      ['conversationUpdate', `28:${teams.appId}`, 'personal'],
      ['installationUpdate', 'remove', 'personal'],
    ]);
  });

  it('hears who joins and leaves a team it is in, and that a channel is gone', async () => {
    const heard: unknown[] = [];
    const teams = await school((_turn, { channelData, membersAdded, membersRemoved, type }) => {
      const who = (membersAdded ?? membersRemoved)?.[0];
      heard.push([channelData.eventType ?? type, who?.aadObjectId ?? who?.id]);
    });
    await teams.joins(AMY, LEADERS);
    expect(() => teams.person(AMY).says('x', { channel: SLT, mention: false })).not.toThrow();
    await teams.leaves(AMY, LEADERS);
    await teams.deletesChannel(SLT);
    await teams.removesBot(LEADERS);
    await teams.joins(AMY, LEADERS);
    await teams.addsBot(LEADERS);
    expect(heard).toEqual([
      ['teamMemberAdded', AMY],
      ['teamMemberRemoved', AMY],
      ['channelDeleted', undefined],
      ['teamMemberRemoved', undefined],
      ['teamMemberAdded', undefined],
      ['teamMemberAdded', `28:${teams.appId}`],
    ]);
  });

  it('asks by TeamsInfo who is in a team and what channels it has', async () => {
    const found: unknown[] = [];
    const teams = await school(async (turn) => {
      const { members } = await TeamsInfo.getPagedTeamMembers(turn, LEADERS);
      found.push(members.map(({ name }) => name));
      found.push(
        (await TeamsInfo.getTeamChannels(turn, LEADERS)).map(({ id, name }) => name ?? id),
      );
      found.push((await TeamsInfo.getTeamDetails(turn, LEADERS)).name);
      found.push((await TeamsInfo.getMember(turn, AMY)).email);
    });
    await teams.person(AMY).says('who');
    expect(found).toEqual([
      ['Sam Obi', 'Jo Clarke'],
      [LEADERS, 'Posts'],
      'SLT',
      'amy.reid@larkfield.example',
    ]);
    expect(teams.faults).toEqual([]);
  });
});
