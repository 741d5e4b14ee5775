/** From typing in the chat with Bellbird to the timeline. */
import { describe, expect, it } from 'vitest';
import { means, now, own, POST, sends, sltCard, writes } from './steps.ts';
import { openTenancy, STAFF_ROOM } from './workspace.ts';

describe('in Teams', () => {
  it('a teacher’s post is checked, approved and out, and everybody’s card says so', async () => {
    const at = await openTenancy();
    const card = await writes(at.amy);
    expect(card.text).toContain(POST);
    expect(card.text).toContain('Ready for SLT');
    await at.amy.presses('Send to SLT', card, { ticked: true });
    expect(now(at.amy, card).text).toContain('With SLT');
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    const all = [now(at.amy, card), sltCard(at), now(at.lee, sltCard(at))];
    for (const seen of all) expect(seen.text).toContain('Published today 10:00');
    const [its, ...slts] = all.map(({ buttons }) => buttons);
    expect(its).toEqual(['See the post']);
    for (const buttons of slts) expect(buttons).toEqual(['See the post', 'Take it down']);
    expect(await at.close()).toEqual([]);
  });

  it('what SLT takes down is gone, and every card says who and why', async () => {
    const at = await openTenancy();
    await at.sam.presses('Approve', await sends(at));
    await at.passes(1000);
    await means(at.lee, 'Take it down', sltCard(at), { why: 'A parent asked us to.' });
    await at.passes(1000);
    expect(await at.timeline()).toEqual([]);
    for (const seen of [own(at.amy)[0], sltCard(at)]) {
      expect(seen?.text).toContain('Lee Park');
      expect(seen?.text).toContain('A parent asked us to.');
      expect(seen?.buttons).not.toContain('Take it down');
    }
    expect(await at.close()).toEqual([]);
  });

  it('what SLT declines never goes out, and its author reads why', async () => {
    const at = await openTenancy();
    const card = await sends(at);
    await at.sam.presses('Decline', card);
    await at.sam.presses('Yes, decline', card, { reason: 'Not this week, thank you.' });
    await at.passes(60 * 60_000);
    expect(await at.timeline()).toEqual([]);
    expect(own(at.amy)[0]?.text).toContain('Not this week, thank you.');
    expect(sltCard(at).buttons).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('what is asked in a channel is answered in a chat of their own', async () => {
    const at = await openTenancy();
    const { messages } = await at.amy.says(`tweet ${POST}`, { channel: STAFF_ROOM });
    expect(messages).toHaveLength(1);
    expect(own(at.amy)[0]?.text).toContain(POST);
    expect(at.teams.reads(STAFF_ROOM)).toEqual([`@Bellbird tweet ${POST}`]);
    expect(await at.close()).toEqual([]);
  });
});
