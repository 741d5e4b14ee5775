/** Asking the author about a post: a link on SLT's card. */
import { describe, expect, it } from 'vitest';
import { sends } from './steps.ts';
import { openWorkspace } from './workspace.ts';

describe('whoever decides', () => {
  it('can write to the author from the card', async () => {
    const at = await openWorkspace();
    const card = await sends(at);
    const message = at.slack.world.messages.find(({ ts }) => ts === card.ts);
    expect(card.text).toContain('Write to Amy Reid');
    expect(JSON.stringify(message?.blocks)).toContain('slack://user?team=T0SCHOOL&id=U0AMY');
    expect(await at.close()).toEqual([]);
  });
});
