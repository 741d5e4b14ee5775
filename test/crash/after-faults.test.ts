/** What an outlet may do to a post after it was approved, beside losing it: put it off, change it, drop it, refuse them all. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import { keepSpend } from '../../src/desk/spend.ts';
import { type BadDay, badDay, DUPLICATE, LATER, REFUSAL } from '../fakes/outlet.ts';
import {
  DAY,
  eventually,
  HOUR,
  labels,
  MINUTE,
  openSchool,
  type SchoolAtWork,
  type Shown,
} from '../scenarios/staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';
const OTHER = 'Year 4 have planted forty bulbs along the front path this morning.';
const ASKED = 'The timeline did not say whether this went out';

let school: SchoolAtWork;
let outlet: BadDay;
beforeEach(async () => {
  outlet = badDay();
  school = await openSchool({ instead: { outlet: outlet.over } });
});
afterEach(() => school.close());

async function approved(words = WORDS): Promise<{ author: Shown; slt: Shown }> {
  const cards = await school.sent(words);
  await school.sam.presses('Approve', cards.slt);
  return cards;
}

async function count(event: string): Promise<number> {
  return (await school.events()).filter((each) => each === event).length;
}

/** Lets time pass, a little at a time, until this has been recorded so often. */
async function passesUntil(event: string, times = 1, step = 1_000): Promise<void> {
  await eventually(async () => {
    await school.passes(step);
    return (await count(event)) >= times;
  }, event);
}

async function newest(): Promise<{ id: string; url: string }> {
  const [item] = await school.world.store.shelf.newest(timelineTopic('@Larkfield'), 1);
  if (!item) throw new Error('there is no post on the timeline');
  return item.value as { id: string; url: string };
}

async function sltTold(title: string): Promise<number> {
  return (await school.sltCards()).filter(({ card }) => card.title === title).length;
}

describe('an outlet that says later', () => {
  it('has a post wait for the next slot where that is soon', async () => {
    await school.until('2026-03-11T07:58:00Z');
    outlet.next('says later');
    outlet.openAt(school.now + 4 * HOUR);
    const { author } = await approved();
    await school.until('2026-03-11T08:00:00Z');
    const waits = await school.says(author, LATER);
    expect(waits.text).toContain('It goes out today 11:58.');
    expect(labels(waits)).toEqual(['Edit', 'Withdraw']);
    await school.until('2026-03-11T11:58:00Z');
    await school.says(author, 'Published');
    expect([outlet.calls, await school.timeline()]).toEqual([2, [WORDS]]);
  });

  it('has its author say whether a post should go out that could do so the day after only', async () => {
    outlet.next('says later');
    outlet.openAt(school.now + 9 * HOUR);
    const { author } = await approved();
    const asks = await school.says(author, LATER);
    expect(asks.text).toContain('could now go out tomorrow 8:00 at the earliest');
    expect(labels(asks)).toContain('Try again');
    await school.passes(9 * HOUR);
    await school.amy.presses('Try again', asks);
    await school.says(author, 'It waits for tomorrow 8:00');
    await school.until('2026-03-11T08:00:00Z');
    await school.says(author, 'Published');
    expect([outlet.calls, await school.timeline()]).toEqual([2, [WORDS]]);
    expect(await sltTold('Nothing goes out on @Larkfield just now')).toBe(0);
  });

  it('is asked less and less often, and after hours of it SLT is told and asked', async () => {
    outlet.next(...Array<'says later'>(60).fill('says later'));
    const { author } = await approved();
    const waits: number[] = [];
    for (let again = true; again; ) {
      const many = waits.length + 1;
      await eventually(async () => {
        again = (await count('post.refused')) === 0;
        return !again || (await count('post.put-off')) === many;
      });
      const draft = again ? await school.world.store.read.draftByNumber('larkfield', 1) : null;
      if (draft) waits.push((draft.slot ?? 0) - school.now);
      await school.passes(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits.at(-1)).toBe(15 * MINUTE);
    expect(waits.reduce((all, each) => all + each, 0)).toBeLessThan(6 * HOUR);
    expect(outlet.calls).toBe(waits.length + 1);
    const stops = await school.says(author, 'could now go out today');
    expect(labels(stops)).toContain('Try again');
    const told = await school.sltCard('Nothing goes out on @Larkfield just now');
    expect(told.text).toContain('Bellbird has tried since today 10:00.');
    const { calls } = outlet;
    await school.passes(HOUR);
    expect(outlet.calls).toBe(calls);
  });

  it('for some minutes asks nobody: the post goes out by itself', async () => {
    outlet.next(...Array<'says later'>(9).fill('says later'));
    const { author } = await approved();
    await passesUntil('post.published', 1, MINUTE);
    await school.says(author, 'Published');
    expect([outlet.calls, await count('post.refused')]).toEqual([10, 0]);
  });
});

describe('an account on which nothing goes out', () => {
  it('is told to SLT once, however many posts meet it, and again once posts have gone out', async () => {
    outlet.next('refuses', 'refuses');
    const first = await approved();
    await school.says(first.author, REFUSAL.why);
    const second = await approved(OTHER);
    await school.says(second.slt, REFUSAL.fix);
    const title = 'Nothing goes out on @Larkfield just now';
    const told = await school.sltCard(title);
    expect(told.text).toContain(`${REFUSAL.why} ${REFUSAL.fix}`);
    expect([await sltTold(title), await count('account.trouble')]).toEqual([1, 1]);
    const heard = await eventually(
      async () =>
        (await school.amy.cards()).find(({ card }) => card.title === 'Your post did not go out') ??
        null,
    );
    expect(heard.text).toContain('We have told SLT as well.');
    await school.sam.presses('Try again', await school.again(first.slt));
    await school.says(first.author, 'Published');
    outlet.next('refuses');
    await school.sam.presses('Try again', await school.again(second.slt));
    await eventually(async () => (await sltTold(title)) === 2);
  });
});

describe('words that the account has already', () => {
  it('are refused where nothing is in doubt', async () => {
    outlet.next('says it has these words');
    const { author } = await approved();
    const refused = await school.says(author, DUPLICATE.why);
    expect(labels(refused)).toContain('Edit');
    expect(await count('post.unconfirmed')).toBe(0);
  });

  it('are looked for from before the first try, where nobody knows what became of that', async () => {
    outlet.lagBehind(3);
    outlet.next('posts, and its answer is lost', 'says it has these words');
    const { author } = await approved();
    await school.says(author, 'Not sure');
    await passesUntil('post.not-found');
    const asked = await school.sltCard(ASKED, 'Send again');
    await school.sam.presses('Send again', asked, { reason: 'I looked, and it is not there.' });
    await passesUntil('post.published');
    await school.says(author, 'Published');
    expect([outlet.calls, await school.timeline()]).toEqual([2, [WORDS]]);
    expect(await count('post.refused')).toBe(0);
  });
});

describe('“It is there”', () => {
  it('is not believed of a post with other words, or of one that went out as another', async () => {
    const other = await approved(OTHER);
    await school.says(other.author, 'Published');
    const { url } = await newest();
    outlet.next('loses the post');
    await approved();
    await passesUntil('post.not-found');
    const asked = await school.sltCard(ASKED, 'Send again');
    const refused = await school.sam.presses('It is there', asked, { link: url });
    expect(refused.text).toContain('says something else than this one');
    const own = { ...(await newest()), text: WORDS, at: school.now - DAY, handle: 'Larkfield' };
    const id = '12';
    await school.world.store.shelf.add(timelineTopic('@Larkfield'), id, { ...own, id });
    const link = url.replace(/\d+$/, id);
    const older = await school.sam.presses('It is there', asked, { link });
    expect(older.text).toContain('older than this one');
    expect(await count('post.published')).toBe(1);
  });
});

it('a post of the same words that stood there long before is not taken for one nobody knows of', async () => {
  outlet.next('loses the post');
  const { author } = await approved();
  await school.says(author, 'Not sure');
  const id = '9999999999999999999';
  const older = { id, url: 'http://x', text: WORDS, at: school.now - HOUR, handle: 'Larkfield' };
  await school.world.store.shelf.add(timelineTopic('@Larkfield'), id, older);
  await passesUntil('post.not-found');
  expect(await count('post.published')).toBe(0);
});

describe('a post that is out', () => {
  /** It is out, and was looked at once. */
  async function out(): Promise<{ author: Shown; slt: Shown; id: string; url: string }> {
    const cards = await approved();
    await school.says(cards.author, 'Published');
    return { ...cards, ...(await newest()) };
  }

  it('and edited at the outlet is told to SLT, without its words, and stands so on its cards', async () => {
    const { author, slt, id } = await out();
    await school.passes(MINUTE);
    outlet.edit(id, { id: `${id}9`, text: 'Josh Bellweather of Year 4 has left us.' });
    await passesUntil('post.edited', 1, HOUR);
    for (const card of [author, slt]) {
      expect((await school.says(card, 'It was edited on @Larkfield')).text).toContain(
        'does not read as it was approved any more',
      );
    }
    await school.sltCard('Post 1 was edited on @Larkfield');
    await school.passes(30 * DAY);
    expect(await count('post.edited')).toBe(1);
    const data = join(school.folder, 'data');
    const kept = readdirSync(data).map((file) => readFileSync(join(data, file), 'latin1'));
    expect(kept.join()).toContain('mosaics');
    expect(kept.join()).not.toContain('Bellweather');
  });

  it('and reads otherwise from the start is told to SLT once', async () => {
    const { author, id, url } = await out();
    const other = { id, url, text: `${WORDS} Really.`, at: school.now, handle: 'Larkfield' };
    await school.world.store.shelf.put(timelineTopic('@Larkfield'), id, other);
    await passesUntil('post.differs', 1, MINUTE);
    await school.says(author, 'does not read word for word as it was approved');
    await school.sltCard('Post 1 reads otherwise on @Larkfield');
    await school.passes(30 * DAY);
    expect(await count('post.differs')).toBe(1);
  });

  it('and gone at two looks ten minutes apart stands as taken down, by nobody known', async () => {
    const { author, slt, id } = await out();
    const gone = { id, removed: true, text: '', url: '', at: 0, handle: 'Larkfield' };
    await school.world.store.shelf.put(timelineTopic('@Larkfield'), id, gone);
    await school.passes(2 * MINUTE);
    await passesUntil('post.gone', 1, MINUTE);
    for (const card of [author, slt]) {
      await school.says(card, 'nobody took it down with Bellbird');
    }
    await school.sltCard('Post 1 is not on @Larkfield any more');
    expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
    expect(await school.world.store.read.nextLook('larkfield', '@Larkfield')).toBeNull();
  });

  it('and does not come down for some minutes has SLT told so once, until it does', async () => {
    const { author } = await out();
    outlet.failRemovals(12);
    await school.sam.types('/tweet remove 1 The date was wrong.');
    await passesUntil('post.removed', 1, MINUTE);
    expect(await sltTold('Post 1 is not down yet')).toBe(1);
    await school.says(author, 'Taken down');
    expect(outlet.removals).toBe(13);
  });

  it('and is taken down says so on its own page', async () => {
    const { slt, url } = await out();
    const account = url.replace(/\/\d+$/, '');
    expect((await fetch(url)).status).toBe(200);
    expect(await (await fetch(account)).text()).toContain('Roman mosaics');
    await school.sam.types(`/tweet remove 1 The date was wrong.`);
    await school.says(slt, 'Taken down');
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('taken down')]);
    expect(await (await fetch(account)).text()).not.toContain('Roman mosaics');
  });
});

describe('what calls have cost', () => {
  it('is kept by the month of the school, and a fault in keeping it is nobody’s', async () => {
    const { world } = school;
    const spent = keepSpend(world);
    const post = { account: '@larkfield', what: 'post', times: 1, microdollars: 15_000 } as const;
    spent(post);
    spent({ ...post, what: 'read', times: 40, microdollars: 40_000 });
    spent({ ...post, account: '@Nobody' });
    keepSpend({ ...world, store: { ...world.store, addSpend: () => Promise.reject(new Error()) } })(
      post,
    );
    const march = () => world.store.read.spent('larkfield', '2026-03');
    await eventually(async () => (await march()).length === 2);
    spent(post);
    const twice = { account: '@Larkfield', what: 'post', times: 2, microdollars: 30_000 };
    await eventually(async () => (await march()).find(({ times }) => times === 2));
    expect(await march()).toContainEqual(twice);
    // Half past midnight on 1 April in London is still March in UTC.
    await school.until('2026-03-31T23:30:00Z');
    spent(post);
    await eventually(async () => (await world.store.read.spent('larkfield', '2026-04')).length);
  });
});
