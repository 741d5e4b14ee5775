/** What people type to Bellbird in Teams, and where it answers. */
import { describe, expect, it } from 'vitest';
import { now, only, own, POST, sends } from './steps.ts';
import { AMY, openTenancy, STAFF_ROOM, TENANCY } from './workspace.ts';

describe('a line', () => {
  it.each([
    `tweet ${POST}`,
    `/tweet ${POST}`,
    `TWEET ${POST}`,
    `tweet\u00a0${POST}`,
    `tweet\n${POST}`,
  ])('such as %j in the chat with Bellbird is a post', async (line) => {
    const at = await openTenancy();
    expect(only((await at.amy.says(line)).messages).text).toContain(POST);
    expect(await at.close()).toEqual([]);
  });

  it('with the mention in its midst is one too', async () => {
    const at = await openTenancy();
    await at.amy.says(`tweet ${POST} @Bellbird`, { channel: STAFF_ROOM });
    expect(own(at.amy)[0]?.text).toContain(POST);
    expect(own(at.amy)[0]?.text).not.toContain('Bellbird');
    expect(await at.close()).toEqual([]);
  });

  it('from the slash menu of a channel is answered in their own chat', async () => {
    const at = await openTenancy();
    await at.amy.slash(`/tweet ${POST}`, { channel: STAFF_ROOM });
    expect(own(at.amy)[0]?.text).toContain('Ready for SLT');
    expect(at.teams.reads(STAFF_ROOM)).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('that is no command shows what can be typed', async () => {
    const at = await openTenancy();
    expect(only((await at.amy.says('good morning')).messages).text).toContain('/tweet');
    expect(await at.events()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('asks for the policy, and its topics open in the same card', async () => {
    const at = await openTenancy();
    const card = only((await at.amy.says('policy')).messages);
    const topic = card.buttons[0] ?? '';
    await at.amy.presses(topic, card);
    expect(now(at.amy, card).text).not.toBe(card.text);
    expect(only((await at.jo.says('policy names of pupils')).messages).text).toMatch(/pupil/i);
    expect(await at.close()).toEqual([]);
  });

  it('asks for the desk, where SLT pauses posting with a reason and resumes it', async () => {
    const at = await openTenancy();
    const desk = only((await at.jo.says('desk')).messages);
    await at.jo.presses('Pause posting', desk);
    const label = now(at.jo, desk).buttons.find((each) => each.startsWith('Yes, pause')) ?? '';
    await at.jo.presses(label, desk, { why: 'A death in the village.' });
    expect(now(at.jo, desk).text).toContain('A death in the village.');
    await at.jo.presses('Resume posting', desk);
    expect(now(at.jo, desk).text).not.toContain('A death in the village.');
    expect(await at.close()).toEqual([]);
  });

  it('withdraws a post', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.amy.says('tweet withdraw');
    expect(now(at.sam, card).buttons).toEqual([]);
    expect(own(at.amy)[0]?.text).toMatch(/withdrawn/i);
    expect(await at.close()).toEqual([]);
  });
});

describe('the first word', () => {
  it('comes when somebody adds the app, once', async () => {
    const at = await openTenancy();
    const { messages } = await at.amy.installs();
    expect(only(messages).text).toContain('/tweet');
    expect(await at.close()).toEqual([]);
  });

  it('comes to nobody when a team adds it', async () => {
    const at = await openTenancy();
    await at.teams.addsBot('19:staff@thread.tacv2');
    expect(at.amy.sees()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('a person Bellbird has never met', () => {
  it('is written to first where the app is theirs', async () => {
    const at = await openTenancy();
    const begun = () => at.teams.calls.filter(({ operation }) => operation === 'create').length;
    await at.ben.says('tweet Hello from Ben.', { channel: STAFF_ROOM });
    expect(own(at.ben)[0]?.text).toContain('Hello from Ben.');
    expect(begun()).toBe(1);
    // And known from then on, also after a restart.
    await at.restart();
    await at.ben.says('tweet Hello again.', { channel: STAFF_ROOM });
    expect(own(at.ben)).toHaveLength(2);
    expect(begun()).toBe(1);
    expect(await at.close()).toEqual([]);
  });

  it('is told in the channel, in a short line, where it cannot', async () => {
    const people = { ...TENANCY.people, [AMY]: { name: 'Amy Reid', installed: false } };
    const at = await openTenancy({ teams: { people } });
    at.teams.next('create', {
      status: 403,
      code: 'ForbiddenOperationException',
      message: 'Bot is not installed',
    });
    await at.amy.says(`tweet ${POST}`, { channel: STAFF_ROOM });
    const [, word] = at.teams.reads(STAFF_ROOM);
    expect(word).toContain('open Bellbird in Teams');
    expect(word).not.toContain(POST);
    expect(await at.close()).toEqual([]);
  });
});
