/** Requests that no page would send, and the same one sent twice: rights and drafts are the desk's to know. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  HILLS,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  ticks,
} from '../scenarios/staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';
const PAINTING = 'Come and see Zuzanna’s painting in the hall. It is gr8.';

let school: SchoolAtWork;
afterEach(() => school.close());

describe('a request that no page would send', () => {
  it('sends no post that the policy blocks', async () => {
    school = await openSchool();
    const { shown } = await school.amy.types('/tweet @NationalTrust what a day we had');
    if (!shown) throw new Error('no card');
    const send = { ...buttonOf(shown, 'Edit'), action: 'send' as const };
    const forced = await school.amy.touches(shown, send, ticks(shown));
    expect(forced.as).toBe('note');
    expect(forced.text).toMatch(/put right first/);
    expect(await school.sltCards()).toEqual([]);
  });

  it('sends no words that were not saved because they name a pupil', async () => {
    school = await openSchool({ school: HILLS });
    await school.amy.touches(null, { action: 'agree' });
    const { shown } = await school.amy.types(`/tweet ${PAINTING}`);
    if (!shown) throw new Error('no card');
    const send = { ...buttonOf(shown, 'Edit'), action: 'send' as const };
    const forced = await school.amy.touches(shown, send, ticks(shown));
    expect(forced.as).toBe('note');
    expect(await school.events()).not.toContain('draft.submitted');
  });

  it('opens the form with somebody’s unsent words for nobody else', async () => {
    school = await openSchool();
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no card');
    for (const other of [school.gus, school.ben]) {
      const refused = await other.touches(null, buttonOf(shown, 'Edit'));
      expect(refused.as).toBe('note');
      expect(refused.text).not.toContain('mosaics');
    }
  });

  it('uses no account that is not approved, and approves none for those who may not', async () => {
    school = await openSchool({
      school: SCHOOL.replace(
        'policy: standard',
        'policy: {extends: standard, account_approved_by: [head]}',
      ),
    });
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no card');
    const send = { ...buttonOf(shown, 'Edit'), action: 'send' as const };
    const refused = await school.amy.touches(shown, send, ticks(shown));
    expect(refused.text).toContain('@Larkfield may be used once Jo Clarke has approved it');
    const approve = { action: 'approve-account' as const, item: '@Larkfield' };
    expect((await school.sam.touches(null, approve)).as).toBe('note');
    expect((await school.jo.touches(null, approve)).as).not.toBe('note');
  });

  it('brings no half of an emoji into a post', async () => {
    school = await openSchool();
    const answer = await school.amy.types('/tweet Hello \ud83d there');
    expect(answer.as).toBe('note');
    expect(await school.events()).toEqual([]);
  });
});

describe('the same request twice', () => {
  beforeEach(async () => {
    school = await openSchool();
  });

  it('decides once and publishes once, as does a double click', async () => {
    const { author, slt } = await school.sent(WORDS);
    const answers = await Promise.all([
      school.sam.presses('Approve', slt, {}, 'delivery-same'),
      school.sam.presses('Approve', slt, {}, 'delivery-same'),
      school.sam.presses('Approve', slt),
    ]);
    expect(answers.filter((answer) => answer.as === 'replace').length).toBeGreaterThanOrEqual(2);
    await school.says(author, '/timeline/');
    expect(await school.timeline()).toEqual([WORDS]);
    expect((await school.events()).filter((event) => event === 'draft.approved')).toHaveLength(1);
  });

  it('makes one draft of one /tweet and gives its card both times', async () => {
    const [first, second] = await Promise.all([
      school.amy.types(`/tweet ${WORDS}`, 'delivery-twice'),
      school.amy.types(`/tweet ${WORDS}`, 'delivery-twice'),
    ]);
    expect(first.shown?.ref).toBe(second.shown?.ref);
    expect((await school.events()).filter((event) => event === 'draft.written')).toHaveLength(1);
  });
});
