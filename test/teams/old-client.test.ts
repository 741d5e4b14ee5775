/** A client of Teams that does not know Action.Execute: each button comes as a message, works, and acts once. */
import { describe, expect, it } from 'vitest';
import type { Seen } from '../fakes/teams/teams.ts';
import { delivered, means, now, only, own, POST, sends, sltCard, writes } from './steps.ts';
import { openTenancy, SLT, TENANCY } from './workspace.ts';

/** The school, with everybody at such a client. */
const openOld = (given: Parameters<typeof openTenancy>[0] = {}) => {
  const people = Object.entries(TENANCY.people ?? {}).map(([id, who]) => [
    id,
    { ...(typeof who === 'string' ? { name: who } : who), old: true },
  ]);
  return openTenancy({ ...given, teams: { people: Object.fromEntries(people) } });
};

const words = (messages: Seen[]) => messages.filter(({ buttons }) => buttons.length === 0);

describe('A post from first to last', () => {
  it('is written, put right, sent, sent back, reworded, approved and published', async () => {
    const at = await openOld();
    const card = await writes(at.amy, 'Year 3 have fin\u200bished their Roman mosaics.');
    await at.amy.presses('Make the text plain', card);
    await at.amy.presses('Send to SLT', now(at.amy, card), { ticked: true });
    expect(now(at.amy, card).text).toContain('With SLT');
    await means(at.sam, 'Ask for changes', sltCard(at), { note: 'Which class?' });
    expect(now(at.amy, card).text).toContain('Which class?');
    await at.amy.presses('Edit', now(at.amy, card));
    await at.amy.submits({ text: POST });
    await at.amy.presses('Send to SLT', now(at.amy, card), { ticked: true });
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(now(at.amy, card).text).toContain('Published');
    expect(
      at.teams.deliveries.some(({ activity }) => activity.name === 'adaptiveCard/action'),
    ).toBe(false);
    expect(await at.close()).toEqual([]);
  });

  it('is declined with a reason, and another is discarded and one withdrawn after a second press', async () => {
    const at = await openOld();
    const declined = await sends(at);
    await means(at.lee, 'Decline', declined, { reason: 'Not this week.' });
    expect(own(at.amy)[0]?.text).toContain('Not this week.');
    const discarded = await writes(at.amy, 'Year 1 sang today.');
    await means(at.amy, 'Discard', discarded);
    expect(now(at.amy, discarded).text).toContain('Discarded');
    await sends(at, at.amy, 'Year 5 danced today.');
    await sends(at, at.amy, 'Year 6 ran today.');
    const list = only((await at.amy.says('tweet withdraw')).messages);
    await means(at.amy, 'Withdraw post 3', list);
    expect((await at.events()).filter((event) => event === 'draft.withdrawn')).toHaveLength(2);
    expect(await at.close()).toEqual([]);
  });

  it('is reworded by SLT and accepted', async () => {
    const at = await openOld();
    const card = await sends(at);
    await at.sam.presses('Edit', card);
    await at.sam.submits({ text: 'Year 4 built a fine marble run.' });
    const asked = own(at.amy).find((seen) => seen.buttons.includes('Accept this wording'));
    await at.amy.presses('Accept this wording', asked, { ticked: true });
    await at.passes(1000);
    expect(await at.timeline()).toEqual(['Year 4 built a fine marble run.']);
    expect(await at.close()).toEqual([]);
  });
});

describe('Other cards', () => {
  it('open topics and posts, pause and resume', async () => {
    const at = await openOld();
    const policy = only((await at.amy.says('policy')).messages);
    await at.amy.presses('Photos (2)', policy);
    expect(now(at.amy, policy).text).toContain('What our policy says');
    await sends(at);
    const list = only((await at.amy.says('tweet status')).messages);
    const { messages } = await at.amy.presses('Open post 1', list);
    // The card, and no word beside it that a card has come.
    expect(only(messages).text).toContain('With SLT');
    const desk = only((await at.jo.says('desk')).messages);
    await means(at.jo, 'Pause posting', desk, { why: 'Snow.' });
    expect(now(at.jo, desk).text).toContain('Snow.');
    await at.jo.presses('Resume posting', desk);
    expect(now(at.jo, desk).text).toContain('Posting is on');
    expect(await at.close()).toEqual([]);
  });

  it('in the chat that are forms make one post, also when pressed twice', async () => {
    const at = await openOld();
    const form = only((await at.amy.says('tweet')).messages);
    await at.amy.presses('Check it', form, { text: POST });
    expect(now(at.amy, form).text).toContain('Ready for SLT');
    // A second tap, before the card has changed on the screen: another message, another id.
    const press = delivered(at, 'message');
    await at.teams.delivers({ ...press, id: `${press.id}7` });
    await at.restart();
    await at.teams.delivers({ ...press, id: `${press.id}8` });
    expect((await at.events()).filter((event) => event === 'draft.written')).toHaveLength(1);
    expect(own(at.amy)).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });
});

describe('A press', () => {
  it('that Teams delivers twice, also over a restart, or a person makes twice, acts once', async () => {
    const at = await openOld();
    await sends(at);
    await at.sam.presses('Approve', sltCard(at));
    const press = delivered(at, 'message');
    await Promise.all([at.teams.delivers(press), at.teams.delivers(press)]);
    await at.restart();
    await at.teams.delivers(press);
    await at.teams.delivers({ ...press, id: `${press.id}1` });
    await at.teams.quiet();
    await at.passes(1000);
    expect((await at.events()).filter((event) => /approve/.test(event))).toHaveLength(1);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('by somebody without the right is refused where they alone read it', async () => {
    const at = await openOld();
    await at.jo.says('help');
    const card = await sends(at, at.sam);
    const { messages } = await at.sam.presses('Approve', card);
    expect(only(words(messages)).text).toContain('Lee Park or Jo Clarke');
    expect(at.teams.reads(SLT)).toHaveLength(1);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('counts for each, where two chats give their messages the same id', async () => {
    const at = await openOld();
    const [amys, bens] = [await writes(at.amy, POST), await writes(at.ben, 'Year 2 sang today.')];
    await at.amy.presses('Send to SLT', amys, { ticked: true });
    const first = delivered(at, 'message');
    const bensLine = at.teams.deliveries.find(
      ({ activity }) => activity.text === 'tweet Year 2 sang today.',
    )?.activity;
    const data = { ...(first.value as object), draft: draftOn(bens), ticked: 'device' };
    await at.teams.delivers({
      ...bensLine,
      ...{ id: first.id, replyToId: bens.id },
      text: undefined,
      value: data,
    });
    await at.teams.quiet();
    expect((await at.events()).filter((event) => /submit|sent/.test(event))).toHaveLength(2);
    expect(await at.close()).toEqual([]);

    function draftOn(seen: Seen): string {
      const card = at.teams.world.messages.find(({ id }) => id === seen.id)?.cards[0];
      return /"draft":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
    }
  });

  it('on something that is no button of ours is answered, and nothing else comes of it', async () => {
    const at = await openOld();
    const card = await writes(at.amy);
    await at.amy.presses('Edit', card);
    await at.amy.closes();
    const line = at.teams.deliveries[0]?.activity;
    for (const value of [{}, [], { action: 7 }, { action: 'approve' }]) {
      await at.teams.delivers({ ...line, id: `9${Math.random()}`, text: undefined, value });
    }
    await at.teams.quiet();
    expect(words(own(at.amy)).length).toBe(4);
    expect(await at.events()).toEqual(['draft.written']);
    expect(await at.close()).toEqual([]);
  });
});
