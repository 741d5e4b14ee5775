/** From typing to the timeline, by each of the two ways Slack may reach Bellbird. */
import { describe, expect, it } from 'vitest';
import { now, POST, sends, sltCard, writes } from './steps.ts';
import { openWorkspace } from './workspace.ts';

describe.each(['http', 'socket'] as const)('by %s', (by) => {
  it('a teacher’s post is checked, approved and out, and everybody’s card says so', async () => {
    const at = await openWorkspace({ by });
    const card = await writes(at.amy);
    expect(card).toMatchObject({ ephemeral: true, text: expect.stringContaining(POST) });
    expect(card.text).toContain('Ready for SLT');
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    expect(now(at.amy, card).text).toContain('With SLT');
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    for (const seen of [now(at.amy, card), at.amy.dm()[0], sltCard(at)]) {
      expect(seen?.text).toContain('Published today 10:00');
      expect(seen?.buttons).toEqual(seen?.text === sltCard(at).text ? ['Take it down'] : []);
    }
    expect(await at.close()).toEqual([]);
  });

  it('what SLT declines never goes out, and its author reads why', async () => {
    const at = await openWorkspace({ by });
    const card = await sends(at);
    await at.sam.presses('Decline', card);
    await at.sam.fills({ reason: 'Not this week, thank you.' });
    await at.sam.submits();
    await at.passes(60 * 60_000);
    expect(await at.timeline()).toEqual([]);
    expect(at.amy.dm()[0]?.text).toContain('Not this week, thank you.');
    expect(sltCard(at).buttons).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});
