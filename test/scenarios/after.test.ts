/** What may become of a post once it is approved: it waits for its outlet, nobody knows, it is out, it is taken down. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BadDay, badDay, LATER } from '../fakes/outlet.ts';
import { openOn, type SchoolAtWork, type Sight } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE } from './staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';
const WHY = 'The date was wrong.';

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  let outlet: BadDay;
  beforeEach(async () => {
    outlet = badDay();
    school = await openOn(platform, { instead: { outlet: outlet.over } });
  });
  afterEach(() => school.close());

  /** Amy's post, approved by Sam, and out. */
  async function out(): Promise<{ author: Sight; slt: Sight; link: string }> {
    const { author, slt } = await school.sent(WORDS);
    await school.sam.presses('Approve', slt);
    const { text } = await school.says(author, 'Published');
    const link = /https?:\/\/\S+\/timeline\/\w+\/\d+/.exec(text)?.[0];
    if (link === undefined) throw new Error(`no link on the card:\n${text}`);
    return { author, slt: await school.says(slt, 'Published'), link };
  }

  it('a post that is out has its link and time on both cards, and SLT takes it down there, saying why', async () => {
    const { author, slt, link } = await out();
    expect(slt.text).toContain(link);
    expect((await school.again(author)).buttons).not.toContain('Take it down');

    const silent = await school.sam.presses('Take it down', slt, { 'Why?': ' ' });
    expect(['note', 'dialog']).toContain(silent.as);
    expect(await school.timeline()).toEqual([WORDS]);

    await school.sam.presses('Take it down', slt, { 'Why?': WHY });
    for (const card of [author, slt]) {
      const gone = await school.says(card, 'Taken down today');
      expect(gone.text).toContain(`Sam Obi took it down: ${WHY}`);
      expect(gone.text).not.toContain(link);
      expect(gone.labels).toEqual([]);
    }
    expect(await school.timeline()).toEqual([]);
    await school.hears(school.amy, 'Sam Obi has taken your post down');
    await school.sltCard('Post 1 is down');
    expect((await school.events()).slice(-2)).toEqual(['post.removal-asked', 'post.removed']);
    const again = await school.lee.types('/tweet remove 1');
    expect(again).toMatchObject({ as: 'note' });
    expect(again.text).toContain('taken down already');
  });

  it('a post is taken down by its link too, until the outlet answers, and a teacher is told who can', async () => {
    const { author, link } = await out();
    const barred = await school.amy.types(`/tweet remove ${link} ${WHY}`);
    expect(barred.as).toBe('note');
    expect(barred.text).toContain('Only Sam Obi');
    expect((await school.sam.types('/tweet remove')).text).toContain('/tweet remove 12');
    expect((await school.sam.types('/tweet remove 7')).text).toContain('There is no post 7');
    const other = await school.sam.types(`/tweet remove ${link}0`);
    expect(other.text).toContain('No post of ours went out under that link');
    const opened = await school.jo.types('/tweet remove 1');
    expect(opened.shown?.buttons).toContain('Take it down');
    expect(await school.timeline()).toEqual([WORDS]);

    outlet.failRemovals(2);
    const asked = await school.sam.types(`/tweet remove ${link}?s=20 ${WHY}`);
    expect(asked.text).toContain(WHY);
    for (const calls of [1, 2]) {
      await eventually(async () => outlet.removals === calls, `call ${calls}`);
      await school.says(author, 'Sam Obi is taking it down');
      await school.passes(MINUTE);
    }
    await school.says(author, 'Taken down');
    expect(await school.timeline()).toEqual([]);
    expect((await school.events()).filter((event) => event === 'post.removed')).toHaveLength(1);
    expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
  });

  it('a post that the outlet puts off waits, its cards say why and until when, and it goes out by itself', async () => {
    outlet.next('says later');
    outlet.openAt(school.now + 15 * MINUTE);
    const { author, slt } = await school.sent(WORDS);
    await school.sam.presses('Approve', slt);
    for (const card of [author, slt]) {
      const waits = await school.says(card, LATER);
      expect(waits.text).toContain('Bellbird tries again by itself. It goes out today 10:15.');
    }
    expect(await school.timeline()).toEqual([]);
    await school.passes(15 * MINUTE);
    await school.says(author, 'Published today 10:15');
    expect(await school.timeline()).toEqual([WORDS]);
    expect(outlet.calls).toBe(2);
  });

  it('a post of unknown fate is put before SLT with a way to look, and a link is believed only where it leads to it', async () => {
    outlet.next('loses the post');
    const { author, slt } = await school.sent(WORDS);
    await school.sam.presses('Approve', slt);
    await school.says(author, 'Not sure whether it went out');
    await eventually(async () => {
      await school.passes(1_000);
      return (await school.events()).includes('post.not-found');
    }, 'the last look');
    const asked = await school.sltCard(
      'The timeline did not say whether this went out',
      'Send again',
    );
    expect(asked.text).toContain('/timeline/Larkfield');
    const page = `${school.url}/timeline`;
    for (const [link, says] of [
      ['we saw it', 'not the link of a post there'],
      [`${page}/OtherSchool/12`, 'leads to @OtherSchool, and this post was for @Larkfield'],
      [`${page}/Larkfield/12`, 'We do not find it on @Larkfield'],
    ] as const) {
      const refused = await school.sam.presses('It is there', asked, { link });
      expect(refused.text).toContain(says);
    }
    await school.sam.presses('Send again', asked, { 'How do you know': 'I looked just now.' });
    await school.says(author, 'Published');
    expect(await school.timeline()).toEqual([WORDS]);
  });
});
