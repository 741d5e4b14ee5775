/** Whom an account follows: asked for, judged, decided by somebody else, done by hand, and seen to be done. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSomebody, putSomebody } from '../../adapters/timeline/circle.ts';
import { type Tap, tapAs } from '../../adapters/timeline/hands.ts';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, SCHOOL } from './staffroom.ts';

const WHY = 'because Year 4 will visit their workshops in May';

/** What a person taps at the timeline, on the profile's page. */
async function taps(school: SchoolAtWork, person: string, tap: Tap): Promise<void> {
  const { shelf } = school.world.store;
  if (!(await tapAs(shelf, '@Larkfield', person, tap, school.now))) throw new Error(`no ${person}`);
}

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  beforeEach(async () => {
    school = await openOn(platform);
  });
  afterEach(() => school.close());

  const happened = (event: string) =>
    eventually(async () => (await school.events()).includes(event), event);

  it('somebody asks, SLT approves, a person follows by hand, and Bellbird sees that it is so', async () => {
    const asked = await school.amy.types(`/follow https://x.com/BellMuseum ${WHY}`);
    expect(asked.text).toContain('Follow @BellMuseum?');
    const slt = await school.sltCard('Follow @BellMuseum?', 'Approve');
    expect(slt.text).toContain('Year 4 will visit');
    expect(slt.text).toContain('museum');
    expect(slt.text).toContain('2,210 followers');
    expect((await school.amy.presses('Approve', slt)).as).toBe('note');
    await school.sam.presses('Approve', slt);
    const task = await school.says(slt, 'by hand');
    expect(task.text).toContain('/timeline/people/BellMuseum');
    await school.hears(school.amy, 'Following @BellMuseum was approved');
    const early = await school.sam.presses('I have done it', task);
    expect(early.text).toContain('does not follow @BellMuseum yet');
    await taps(school, 'BellMuseum', 'follow');
    await school.sam.presses('I have done it', await school.again(task));
    await school.says(task, 'We follow @BellMuseum');
    expect((await school.jo.presses('I have done it', task)).text).toContain(
      'Nothing is left to do',
    );
    expect((await school.amy.types(`/follow bellmuseum ${WHY}`)).text).toContain('already');
    expect((await school.gus.types('/follow list')).text).toContain('@BellMuseum');
    const events = (await school.events()).filter((event) => event.startsWith('follow.'));
    expect(events).toEqual(['follow.asked', 'follow.approved', 'follow.first-read', 'follow.done']);
  });

  it('nobody decides on their own request, and a decline says why', async () => {
    await school.sam.types(`/follow @HazelburySchool ${WHY}`);
    const slt = await school.sltCard('Follow @HazelburySchool?', 'Decline');
    expect((await school.sam.presses('Approve', slt)).text).toContain('asked for this yourself');
    const no = { Why: 'They are to follow us first' };
    await school.lee.presses('Decline', slt, no);
    await school.says(slt, 'Declined by Lee Park');
    await school.hears(school.sam, 'They are to follow us first');
    expect((await school.jo.presses('Approve', slt)).as).toBe('note');
  });

  it('what was to be done by hand can be given up, and asked for again', async () => {
    await school.amy.types(`/follow @HazelburySchool ${WHY}`);
    const slt = await school.sltCard('Follow @HazelburySchool?', 'Approve');
    await school.sam.presses('Approve', slt);
    const task = await school.says(slt, 'by hand');
    const why = { Why: 'They let nobody in' };
    expect((await school.amy.presses('Give it up', task, why)).as).not.toBe('replace');
    expect(await school.events()).not.toContain('follow.declined');
    const late = await school.lee.presses('Decline', slt, why);
    expect(late.text).toMatch(/decided already|not on offer any more/);
    await school.lee.presses('Give it up', task, why);
    await school.says(task, 'Declined by Lee Park');
    await school.hears(school.amy, 'They let nobody in');
    expect((await school.amy.types(`/follow @HazelburySchool ${WHY}`)).as).toBe('card');
  });

  it('says plainly what is wrong with a handle, and asks SLT for nothing', async () => {
    const refused = async (words: string) => (await school.amy.types(`/follow ${words}`)).text;
    expect(await refused(`@NoSuchPerson ${WHY}`)).toContain('nobody called @NoSuchPerson');
    expect(await refused(`@GoneQuiet ${WHY}`)).toContain('suspended');
    expect(await refused(`@NationaITrust ${WHY}`)).toContain(
      'has a capital I where @NationalTrust has an l',
    );
    expect(await refused(`@Nаtional ${WHY}`)).toContain('U+0430');
    expect(await refused(`@AVeryLongHandleIndeed ${WHY}`)).toContain('up to 15');
    expect(await refused('@BellMuseum')).toContain('Say why');
    expect(await refused(`@dan_larkrise ${WHY}`)).toContain('follows no children');
    expect(await refused(`@Larkfield ${WHY}`)).toContain('our own account');
    expect(await refused(`https://x.com/Larkfield ${WHY}`)).toContain('@Larkfield is our own');
    expect(await refused(`https://x.com/BellMuseum/status/1 ${WHY}`)).toContain('not a handle');
    expect(await refused('stop')).toContain('/follow stop @BellMuseum because');
    expect(await refused('@GoneQuiet, because they visit')).toContain('suspended');
    expect(await refused('whatever you like')).toContain('/follow @BellMuseum because');
    expect((await school.events()).filter((event) => event.startsWith('follow'))).toEqual([]);
  });

  it('a follow made behind the desk’s back is put to SLT, and is ended by hand', async () => {
    await school.amy.types(`/follow @BellMuseum ${WHY}`);
    const slt = await school.sltCard('Follow @BellMuseum?', 'Approve');
    await school.sam.presses('Approve', slt);
    const task = await school.says(slt, 'by hand');
    await taps(school, 'BellMuseum', 'follow');
    await school.sam.presses('I have done it', task);
    await happened('follow.first-read');
    await school.sam.types('/follow stop @BellMuseum because it has gone quiet');
    const stop = await school.sltCard('Unfollow @BellMuseum?', 'Approve');
    await school.lee.presses('Approve', stop);
    const undo = await school.says(stop, 'Unfollow @BellMuseum, by hand');
    await taps(school, 'BellMuseum', 'unfollow');
    await taps(school, 'CryptoRainNow', 'follow');
    await school.lee.presses('I have done it', undo);
    await school.says(undo, 'We follow @BellMuseum no more');
    const found = await school.sltCard('Nobody decided on this: we follow @CryptoRainNow');
    await school.jo.presses('Have it ended', found, { Why: 'It sells something' });
    const last = await school.says(found, 'Unfollow @CryptoRainNow, by hand');
    await taps(school, 'CryptoRainNow', 'unfollow');
    await school.jo.presses('I have done it', last);
    await school.says(found, 'We follow @CryptoRainNow no more');
  });

  it('whoever asks in plain words for an answer to be sent is told why there is none', async () => {
    // Where a line without a slash is told to a bot: in a chat with it alone, on Slack.
    const told = await school.amy.types('/reply to @BellMuseum thank you', { lasting: true });
    expect(told.text).toContain('Bellbird answers nobody');
    expect(told.text).toContain('ST-12');
  });

  it('an organisation that agreed may be mentioned, for a year', async () => {
    const WORDS = 'Thank you @BellMuseum for a day full of bells with Year 4.';
    const [before] = [await school.drafts(school.amy, WORDS)];
    expect(before.text).toContain('Nobody has confirmed');
    const said = '/handle confirm @BellMuseum spoke to Ann Hill on 9.3.2026';
    expect((await school.amy.types(said)).text).toContain('Only');
    const refused = async (handle: string, on = '2026-03-09') =>
      (await school.sam.types(`/handle confirm ${handle} spoke to Ann Hill on ${on}`)).text;
    expect(await refused('@NationaITrust')).toContain(
      'has a capital I where @NationalTrust has an l',
    );
    expect(await refused('@NoSuchPerson')).toContain('nobody called @NoSuchPerson');
    expect(await refused('@GoneQuiet')).toContain('suspended');
    expect(await refused('@Larkfield')).toContain('our own account');
    expect(await refused('@Bellmuseum', '2026-03-11')).toContain('still to come');
    expect(await school.events()).not.toContain('handle.confirmed');
    const list = await school.sam.types(said.replace('@BellMuseum', '@bellmuseum'));
    expect(list.text).toContain('@BellMuseum');
    expect(list.text).toContain('spoke to Ann Hill on 2026-03-09');
    expect((await school.drafts(school.amy, WORDS)).text).not.toContain('Nobody has confirmed');
    await school.until('2027-03-11T10:00:00Z');
    expect((await school.drafts(school.amy, WORDS)).text).toContain('Nobody has confirmed');
    expect((await school.sam.types('/handle list')).text).toContain('ran out');
    await school.sam.types('/handle remove @bellmuseum');
    expect(await school.events()).toEqual(
      expect.arrayContaining(['handle.confirmed', 'handle.dropped']),
    );
  });
});

describe('whom the platform suspends', () => {
  it('is followed still, and is no news to SLT on coming back; who is gone, or unfollowed, is not', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    const school = await openOn(playground);
    const { shelf } = school.world.store;
    const suspend = async (suspended: boolean) => {
      const museum = await findSomebody(shelf, '@Larkfield', 'BellMuseum');
      if (museum) await putSomebody(shelf, '@Larkfield', { ...museum, suspended });
    };
    for (const handle of ['BellMuseum', 'HazelburySchool']) {
      await school.amy.types(`/follow @${handle} ${WHY}`);
      const slt = await school.sltCard(`Follow @${handle}?`, 'Approve');
      await school.sam.presses('Approve', slt);
      const task = await school.says(slt, 'by hand');
      await taps(school, handle, 'follow');
      await school.sam.presses('I have done it', task);
      await school.says(task, `We follow @${handle}`);
    }
    await school.amy.types(`/follow @InesCalder ${WHY}`);
    const waits = await school.sltCard('Follow @InesCalder?', 'Approve');
    await school.sam.presses('Approve', waits);
    const look = await school.says(waits, 'by hand');
    await suspend(true);
    await taps(school, 'HazelburySchool', 'unfollow');
    await school.sam.presses('I have done it', look);
    await suspend(false);
    await school.sam.presses('I have done it', look);
    const events = await school.events();
    expect(events).not.toContain('follow.found');
    expect(events.filter((event) => event === 'follow.ended')).toHaveLength(1);
    const list = (await school.gus.types('/follow list')).text;
    expect(list).toContain('@BellMuseum');
    expect(list).not.toContain('@HazelburySchool');
    await school.close();
  });
});

describe('who decides on follows', () => {
  it('what waits for a decision and is followed meanwhile is not put to SLT twice, until it is declined', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    const school = await openOn(playground);
    await school.amy.types(`/follow @HazelburySchool ${WHY}`);
    await school.amy.types(`/follow @BellMuseum ${WHY}`);
    const waits = await school.sltCard('Follow @HazelburySchool?', 'Decline');
    const slt = await school.sltCard('Follow @BellMuseum?', 'Approve');
    await school.sam.presses('Approve', slt);
    const task = await school.says(slt, 'by hand');
    await school.sam.presses('I have done it', task);
    await taps(school, 'HazelburySchool', 'follow');
    await school.sam.presses('I have done it', task);
    expect(await school.events()).not.toContain('follow.found');
    await school.sam.presses('Decline', waits, { Why: 'They are to follow us first' });
    await school.sam.presses('I have done it', task);
    await school.sltCard('Nobody decided on this: we follow @HazelburySchool', 'Have it ended');
    await school.close();
  });

  it('where only the head may, SLT decides on what the head asks for', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    const head = SCHOOL.replace(
      'policy: standard',
      'policy: {extends: standard, may: {follow: [head]}}',
    );
    const school = await openOn(playground, { school: head });
    await school.jo.types(`/follow @BellMuseum ${WHY}`);
    const own = await school.sltCard('Follow @BellMuseum?', 'Approve');
    expect(own.text).toContain('Sam Obi or Lee Park can decide');
    await school.amy.types(`/follow @HazelburySchool ${WHY}`);
    const other = await school.sltCard('Follow @HazelburySchool?', 'Approve');
    expect((await school.sam.presses('Approve', other)).text).toContain('Only Jo Clarke');
    await school.close();
  });
});
