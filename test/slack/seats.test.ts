/** Who sits on SLT where the school leaves it to Slack: a channel's members, or a user group's. */
import { describe, expect, it } from 'vitest';
import { only, POST, sends, sltCard } from './steps.ts';
import { IN_SLACK, openWorkspace, SLT, STAFF, TEAM } from './workspace.ts';

const MINUTE = 60_000;
const byChannel = IN_SLACK.replace(
  `slack: {team: ${TEAM}, slt_channel: ${SLT}}`,
  `slack: {team: ${TEAM}, slt_channel: ${SLT}, slt: channel}`,
);
const byGroup = IN_SLACK.replace(
  `slack: {team: ${TEAM}, slt_channel: ${SLT}}`,
  `slack: {team: ${TEAM}, slt_channel: ${SLT}, slt: {group: S0SLT}}`,
);

describe('by the members of the SLT channel', () => {
  it('whoever joins may decide at the next press', async () => {
    const at = await openWorkspace({ school: byChannel });
    const card = await sends(at);
    await at.slack.joins('U0BEN', SLT);
    await at.passes(2 * MINUTE);
    await at.ben.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(sltCard(at).text).toContain('Ben Shah');
    expect(await at.close()).toEqual([]);
  });

  it('somebody the school file does not know may, too', async () => {
    const at = await openWorkspace({ school: byChannel });
    const card = await sends(at);
    await at.slack.joins('U0NEW', SLT);
    await at.passes(2 * MINUTE);
    await at.slack.person('U0NEW').presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(sltCard(at).text).toContain('Nia Webb');
    expect(await at.close()).toEqual([]);
  });

  it('whoever leaves may not, even where the school file lists them', async () => {
    const at = await openWorkspace({ school: byChannel });
    const card = await sends(at);
    const desk = only((await at.lee.types('/desk', { channel: STAFF })).messages);
    const opened = await at.lee.presses('Open post 1', desk);
    const own = opened.messages.find((seen) => seen.buttons.includes('Approve'));
    await at.slack.leaves('U0LEE', SLT);
    await at.passes(2 * MINUTE);
    const { messages } = await at.lee.presses('Approve', own);
    expect(only(messages).text).toMatch(/Only .*Sam Obi/);
    expect(only(messages).text).not.toContain('Lee Park');
    expect(sltCard(at).ts).toBe(card.ts);
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('by a user group', () => {
  it('only its members decide, as it is at the press', async () => {
    const at = await openWorkspace({ school: byGroup });
    const card = await sends(at);
    const refused = await at.lee.presses('Approve', card);
    expect(only(refused.messages)).toMatchObject({ ephemeral: true });
    at.slack.regroups('S0SLT', ['U0LEE', 'U0JO']);
    await at.passes(2 * MINUTE);
    const gone = await at.sam.presses('Approve', card);
    expect(only(gone.messages).text).toMatch(/Lee Park or Jo Clarke|Jo Clarke or Lee Park/);
    await at.lee.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('that the plan does not have leaves it to the school file', async () => {
    const at = await openWorkspace({ school: byGroup, slack: { plan: 'free' } });
    const card = await sends(at);
    await at.lee.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('that Slack does not tell of just now stays who it was', async () => {
    const at = await openWorkspace({ school: byGroup });
    const card = await sends(at);
    await at.passes(2 * MINUTE);
    at.slack.regroups('S0SLT', ['U0LEE']);
    at.slack.next('usergroups.users.list', { status: 503 }, { status: 503 });
    const refused = await at.lee.presses('Approve', card);
    expect(only(refused.messages)).toMatchObject({ ephemeral: true });
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('that Slack has not told of for more than an hour lets nobody decide, until it does', async () => {
    const at = await openWorkspace({ school: byGroup });
    const card = await sends(at);
    await at.passes(61 * MINUTE);
    at.slack.next('usergroups.users.list', { status: 503 });
    const refused = await at.sam.presses('Approve', card);
    expect(only(refused.messages).text).toContain('Slack does not say just now who is of SLT');
    expect(sltCard(at).buttons).toContain('Approve');
    await at.sam.presses('Approve', card);
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('that Slack has not told of at all since the start lets nobody of the file decide', async () => {
    const at = await openWorkspace({ school: byGroup });
    const card = await sends(at);
    at.slack.next('usergroups.users.list', { status: 503 }, { status: 503 });
    await at.restart();
    const refused = await at.lee.presses('Approve', card);
    expect(only(refused.messages).text).toContain('please try again');
    expect(await at.timeline()).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('that does not answer keeps nobody of SLT from holding the posts back', async () => {
    const at = await openWorkspace({ school: byGroup });
    const desk = only((await at.sam.types('/desk', { channel: STAFF })).messages);
    await at.passes(61 * MINUTE);
    at.slack.next('usergroups.users.list', { status: 503 }, { status: 503 });
    await at.sam.presses('Pause posting', desk);
    await at.sam.fills({ why: 'We wait for the governors.' });
    await at.sam.submits();
    await at.sam.awaits('you can close this');
    expect(await at.events()).toContain('desk.paused');
    expect(await at.close()).toEqual([]);
  });

  it.each([
    ['no_such_subteam', 'Slack has no such user group'],
    ['missing_scope', 'reinstall the app'],
  ])(
    'that is wrong itself (%s) lets nobody decide, and SLT reads why, once',
    async (error, why) => {
      const at = await openWorkspace({ school: byGroup });
      const card = await sends(at);
      await at.passes(2 * MINUTE);
      at.slack.next('usergroups.users.list', { error }, { error });
      for (const who of [at.sam, at.lee]) {
        const { messages } = await who.presses('Approve', card);
        expect(messages.filter((seen) => seen.ephemeral).at(-1)?.text).toContain(why);
        await at.passes(2 * MINUTE);
      }
      const told = at.jo.sees(SLT).filter((seen) => seen.text.includes('Nobody can decide'));
      expect(only(told).text).toContain(why);
      expect(await at.timeline()).toEqual([]);
      // Put right, it is as before.
      await at.sam.presses('Approve', card);
      await at.passes(1000);
      expect(await at.timeline()).toEqual([POST]);
      expect(await at.close()).toEqual([]);
    },
  );
});
