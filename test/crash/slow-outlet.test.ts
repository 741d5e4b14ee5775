import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outlet } from '../../src/ports/outlet.ts';
import { type BadDay, badDay } from '../fakes/outlet.ts';
import {
  eventually,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  ticks,
} from '../scenarios/staffroom.ts';

const TWO_ACCOUNTS = SCHOOL.replace(
  'accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]',
  'accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}, {handle: "@LarkfieldPE", outlet: timeline, visibility: public}]',
);

let school: SchoolAtWork;
let outlet: BadDay;
beforeEach(async () => {
  outlet = badDay();
  school = await openSchool({ school: TWO_ACCOUNTS, instead: { outlet: outlet.over } });
});
afterEach(async () => {
  outlet.answer();
  await school.close();
});

async function approved(text: string, account: string): Promise<Shown> {
  const saved = await school.amy.touches(
    null,
    { action: 'save' },
    { text, account, occasion: 'everyday' },
  );
  if (!saved.shown) throw new Error(saved.text);
  await school.amy.presses('Send to SLT', saved.shown, ticks(saved.shown));
  await school.sam.presses('Approve', await school.sltCard(text, 'Approve'));
  return saved.shown;
}

describe('an outlet that takes its time', () => {
  it('holds up no other account, while posts of its own wait their turn', async () => {
    outlet.next('posts and keeps us waiting');
    const slow = await approved('The slow one.', '@Larkfield');
    await eventually(async () => outlet.calls === 1, 'the slow call');
    const behind = await approved('The one behind it.', '@Larkfield');
    const other = await approved('Netball tonight.', '@LarkfieldPE');
    await school.says(other, '/timeline/');
    expect((await school.again(behind)).text).not.toContain('/timeline/');
    expect(outlet.calls).toBe(2);
    outlet.answer();
    await school.says(slow, '/timeline/');
    await school.says(behind, '/timeline/');
    expect(await school.timeline()).toEqual(['The slow one.', 'The one behind it.']);
  });
});

describe('the same words as two drafts', () => {
  it('the post of the first is never taken for that of the second', async () => {
    await school.close();
    // An account that shows its newest post late: looking back starts before the first of the two.
    const late = (real: Outlet) => ({ ...outlet.over(real), newest: async () => null });
    school = await openSchool({ school: TWO_ACCOUNTS, instead: { outlet: late } });
    const first = await approved('Good luck to all our runners today.', '@Larkfield');
    await school.says(first, '/timeline/');
    // Something else in between, since an account takes no exact duplicate of its newest post.
    await school.says(await approved('And off they go.', '@Larkfield'), '/timeline/');
    outlet.next('loses the post');
    const second = await approved('Good luck to all our runners today.', '@Larkfield');
    await school.says(second, 'Not sure whether it went out');
    await eventually(async () => {
      await school.passes(1_000);
      return (await school.events()).includes('post.not-found');
    }, 'Bellbird to stop looking');
    expect((await school.again(second)).text).not.toContain('/timeline/');
    expect((await school.timeline()).filter((text) => text.startsWith('Good luck'))).toHaveLength(
      1,
    );
  });
});
