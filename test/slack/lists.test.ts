/** Lists of posts in Slack: one's own, what waits, and what can be taken back. */
import { describe, expect, it } from 'vitest';
import { only, writes } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const typed = { channel: STAFF };

describe('a list of posts', () => {
  it('says how many more there are than it shows', async () => {
    const at = await openWorkspace();
    for (let n = 1; n <= 13; n += 1) await writes(at.amy, `Year 4 built bridge number ${n}.`);
    const status = only((await at.amy.types('/tweet status', typed)).messages);
    expect(status.buttons).toHaveLength(10);
    expect(status.text).toContain('and 3 more');
    const back = only((await at.amy.types('/tweet withdraw', typed)).messages);
    expect(back.buttons).toContain('Withdraw post 13');
    expect(back.text).toContain('and 3 more');
    expect(await at.close()).toEqual([]);
  });
});
