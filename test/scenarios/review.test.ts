/** The follower review: the doubtful first, decided on by a person, done by hand where it must be, and recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { atHandle, putSomebody } from '../../adapters/timeline/circle.ts';
import { type Tap, tapAs } from '../../adapters/timeline/hands.ts';
import type { Audience } from '../../src/ports/audience.ts';
import { profileOf } from '../contract/audience.ts';
import { openOn, type SchoolAtWork, type Sight } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE, SCHOOL } from './staffroom.ts';

async function taps(school: SchoolAtWork, person: string, tap: Tap): Promise<void> {
  const { shelf } = school.world.store;
  if (!(await tapAs(shelf, '@Larkfield', person, tap, school.now))) throw new Error(`no ${person}`);
}

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());
  const happened = (event: string) =>
    eventually(async () => (await school.events()).includes(event), event);

  it('SLT looks through the new followers, sends one away by hand, and the duty is done', async () => {
    school = await openOn(platform);
    await school.until('2026-03-16T08:31:00Z');
    const due = await school.sltCard('Follower review of @Larkfield', 'Start the review');
    expect((await school.amy.presses('Start the review', due)).text).toContain('is for');
    await school.sam.presses('Start the review', due);
    await happened('review.read');
    let card = await school.hears(school.sam, 'new followers of @Larkfield');
    card = await school.says(card, 'The most doubtful come first');
    const doubtful = card.buttons.find((label) => label.startsWith('Block '))?.slice(6) ?? '';
    expect(['@NationaITrust', '@CryptoRainNow', '@dan_larkrise']).toContain(doubtful);

    expect((await school.sam.presses(`Block ${doubtful}`, card, { Why: ' ' })).as).toBe('note');
    const sent = card;
    await school.sam.presses(`Block ${doubtful}`, card, { Why: 'It is not what it says it is' });
    card = await school.says(card, 'To be done by hand');
    card = await school.says(card, `Keep after all: ${doubtful}`);
    // A Keep from before the Block takes nothing back.
    await school.sam.presses(`Keep ${doubtful}`, sent);
    expect(await school.events()).not.toContain('follower.kept');
    const second = card.buttons.find((label) => /^Remove @/.test(label))?.slice(7) ?? '';
    await school.sam.presses(`Remove ${second}`, card, { Why: 'The wrong one' });
    card = await school.says(card, `Keep after all: ${second}`);
    await school.sam.presses(`Keep after all: ${second}`, card);
    await happened('follower.kept-after-all');
    card = await school.again(card);
    expect(card.text).not.toContain(second);
    const early = await school.sam.presses('I have done these', card);
    expect(early.text).toContain('still there');
    await taps(school, doubtful, 'block');
    await school.sam.presses('I have done these', await school.again(card));
    await happened('follower.blocked');

    card = await school.again(card);
    const plain = card.labels.find((label) => label.startsWith('Keep the ')) ?? 'nobody';
    await school.sam.presses(plain, card);
    for (let left = 20; left > 0; left -= 1) {
      card = await school.again(card);
      const keep = card.buttons.find((label) => label.startsWith('Keep @'));
      if (!keep) break;
      await school.sam.presses(keep, card);
    }
    await school.sam.presses('Finish the review', await school.again(card));
    await school.says(card, 'Done by Sam Obi');
    await school.says(due, 'blocked 1');
    expect(await school.events()).toEqual(
      expect.arrayContaining(['review.started', 'follower.kept-plain', 'review.done', 'duty.done']),
    );
    expect((await school.gus.types('/desk duties')).text).toContain('kept');

    await school.until('2026-03-23T08:31:00Z');
    await school.lee.types('/desk review');
    const nobody = await school.hears(school.lee, 'Nobody is left to decide on');
    await school.lee.presses('Finish the review', nobody);
    await eventually(
      async () => (await school.events()).filter((each) => each === 'duty.done').length === 2,
    );
  });
});

describe('a first review', () => {
  const [playground] = platforms;
  const dear = (audience: Audience): Audience => ({
    ...audience,
    costOf: (account, _what, times) => ({
      account,
      what: 'read',
      times,
      microdollars: times * 1000,
    }),
    profile: async (account, handle) => {
      const found = await audience.profile(account, '@BellMuseum');
      return handle === account && found.kind === 'found'
        ? { kind: 'found', profile: { ...found.profile, handle, followers: 20_000 } }
        : audience.profile(account, handle);
    },
  });

  it('of a large account says what it costs before anything is read', async () => {
    if (!playground) throw new Error('nowhere to play it');
    const school = await openOn(playground, { instead: { audience: dear } });
    const asked = await school.sam.types('/desk review');
    expect(asked.text).toContain('20,000 followers');
    expect(asked.text).toContain('$20.00');
    expect(await school.events()).not.toContain('review.started');
    if (!asked.shown) throw new Error(asked.text);
    await school.sam.presses('Only the newest 1,000', asked.shown);
    await eventually(async () => (await school.events()).includes('review.read'));
    await school.close();
  });
});

describe('what is read of followers', () => {
  const pupil = { ...profileOf('@joshbellweather'), name: 'Josh Bellweather', bio: 'hello' };
  const tired = Object.assign(new Error('X asks to wait.'), { retryAfter: 15 * MINUTE });

  it('goes on after a limit and a restart, and a pupil’s name stands nowhere', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    let asked = 0;
    const limited = (audience: Audience): Audience => ({
      ...audience,
      profile: (account, handle) =>
        handle === pupil.handle
          ? Promise.resolve({ kind: 'found', profile: pupil })
          : audience.profile(account, handle),
      followers: async (account, cursor) => {
        if (cursor === null) return { items: [pupil], next: 'more' };
        asked += 1;
        if (asked === 1) throw tired;
        return audience.followers(account, null);
      },
    });
    const school = await openOn(playground, { instead: { audience: limited } });
    const read = async () => (await school.events()).includes('review.read');
    await school.sam.types('/desk review');
    await eventually(async () => asked === 1);
    await school.passes(14 * MINUTE);
    await school.restart();
    expect([asked, await read()]).toEqual([1, false]);
    await school.passes(2 * MINUTE);
    await eventually(read);
    const card = await school.hears(school.sam, '11 new followers');
    expect(card.text).toContain('the name of a pupil');
    expect(card.text).toContain('not shown: it bears a pupil’s name');
    const remove = card.buttons.find((label) => label.startsWith('Remove follower')) ?? '';
    await school.sam.presses(remove, card, { Why: 'A pupil may not follow' });
    await eventually(async () => (await school.events()).includes('follower.to-remove'));
    const refused = await school.amy.types('/follow @joshbellweather because he is kind');
    expect(refused.text).toContain('follows no pupils');
    const data = join(school.folder, 'data');
    const kept = readdirSync(data).map((file) => readFileSync(join(data, file), 'latin1'));
    const all = kept.join('').toLowerCase();
    expect(all).toContain('cryptorainnow');
    expect(all).not.toContain('bellweather');
    await school.close();
  });

  it('is finished also where somebody to be blocked is there no more, and sees them when they come back', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    const school = await openOn(playground);
    const { shelf } = school.world.store;
    const happened = (event: string, times = 1) =>
      eventually(
        async () => (await school.events()).filter((each) => each === event).length === times,
        event,
      );
    await school.sam.types('/desk review');
    let card = await school.hears(school.sam, 'The most doubtful come first');
    await school.sam.presses('Block @CryptoRainNow', card, { Why: 'It sells something' });
    card = await school.says(card, 'To be done by hand');
    expect(card.text).toContain('1 to be sent away');
    const somebody = await atHandle(shelf, '@Larkfield', '@CryptoRainNow');
    if (!somebody) throw new Error('nobody to suspend');
    await putSomebody(shelf, '@Larkfield', { ...somebody, suspended: true });
    await school.sam.presses('I have done these', card);
    await happened('follower.removed');
    expect(await school.events()).not.toContain('follower.blocked');
    const finishes = async (shown: Sight) => {
      for (let now = shown; ; now = await school.again(now)) {
        const keep = now.buttons.find((label) => label.startsWith('Keep '));
        if (!keep) return school.sam.presses('Finish the review', now);
        await school.sam.presses(keep, now);
      }
    };
    await finishes(await school.again(card));
    await happened('review.done');

    await putSomebody(shelf, '@Larkfield', { ...somebody, followsSince: school.now });
    await school.sam.types('/desk review');
    const back = await school.hears(school.sam, '1 new follower of');
    expect(back.text).toContain('@CryptoRainNow');
    await school.sam.presses('Keep @CryptoRainNow', back);
    await finishes(await school.again(back));
    await happened('review.done', 2);
    await school.close();
  });

  it('of a protected account says who asks to follow, to be let in by hand', async () => {
    const [playground] = platforms;
    if (!playground) throw new Error('nowhere to play it');
    const guarded = SCHOOL.replace('visibility: public', 'visibility: protected');
    const school = await openOn(playground, { school: guarded });
    await school.sam.types('/desk review');
    const card = await school.hears(school.sam, 'Asks to follow');
    expect(card.text).toContain('@CouncillorMara');
    await school.close();
  });
});
