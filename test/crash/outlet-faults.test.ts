import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import { type BadDay, badDay, type Fault, REFUSAL } from '../fakes/outlet.ts';
import {
  buttonOf,
  eventually,
  labels,
  openSchool,
  type SchoolAtWork,
  type Shown,
  ticks,
} from '../scenarios/staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';
/** What the author reads, and what SLT does. */
const NOT_SURE = 'Not sure whether it went out';
const DID_NOT_SAY = 'The timeline did not say whether this went out';
const REASON = { reason: 'I looked at the account just now.' };

let school: SchoolAtWork;
let outlet: BadDay;
beforeEach(async () => {
  outlet = badDay();
  school = await openSchool({
    instead: { outlet: outlet.over, patience: { call: 150, lease: 90_000, claim: 120_000 } },
  });
});
afterEach(async () => {
  outlet.answer();
  await school.close();
});

/** Amy's post, approved by Sam while the outlet does what the script says. */
async function approved(...faults: Fault[]): Promise<{ author: Shown; slt: Shown }> {
  outlet.next(...faults);
  const { author, slt } = await school.sent(WORDS);
  await school.sam.presses('Approve', slt);
  return { author, slt };
}

/** Lets time pass to the next look (the end of a claim is no look, and is further away). */
async function nextLook(): Promise<void> {
  const at = await eventually(async () => {
    const due = await school.world.store.read.nextDue(school.now);
    return due !== null && due - school.now < 60_000 ? due : null;
  }, 'the next look to be planned');
  await school.passes(at - school.now);
}

/** Bellbird looks as often as it means to and finds nothing; gives the card SLT gets then. */
async function notFound(): Promise<Shown> {
  await school.sltCard(DID_NOT_SAY);
  await nextLook();
  await nextLook();
  await eventually(async () => (await school.events()).includes('post.not-found'), 'the last look');
  return eventually(async () => {
    const cards = await school.sltCards();
    const asked = cards.filter((card) => card.text.includes(DID_NOT_SAY));
    return asked.length === 2 ? (asked[1] ?? null) : null;
  }, 'a new card for SLT');
}

async function count(event: string): Promise<number> {
  return (await school.events()).filter((each) => each === event).length;
}

/** The post is out, once, and everybody's card says so. */
async function isOutOnce({ author, slt }: { author: Shown; slt: Shown }): Promise<void> {
  const out = await school.says(author, 'Published');
  expect(labels(out)).toEqual([]);
  expect(labels(await school.says(slt, 'Published'))).toEqual(['Take it down']);
  expect(out.text).toContain('/timeline/');
  expect(await school.timeline()).toEqual([WORDS]);
  expect(await count('post.published')).toBe(1);
  expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
}

/** Amy gets a card of this title. */
function told(title: string): Promise<boolean> {
  return eventually(
    async () => (await school.amy.cards()).some((card) => card.card.title === title),
    `Amy to be told “${title}”`,
  ) as Promise<boolean>;
}

async function linkOfPost(): Promise<string> {
  const [item] = await school.world.store.shelf.newest(timelineTopic('@Larkfield'), 1);
  if (!item) throw new Error('there is no post on the timeline');
  return (item.value as { url: string }).url;
}

describe('when nobody knows whether a post went out', () => {
  it.each<Fault>(['posts, and its answer is lost', 'posts and throws'])(
    'and it is there (the outlet %s), Bellbird finds it by itself and sends nothing again',
    async (fault) => {
      const cards = await approved(fault);
      expect((await school.says(cards.author, NOT_SURE)).text).toContain('SLT will look');
      await nextLook();
      await isOutOnce(cards);
      expect(outlet.calls).toBe(1);
      await told('Your post is out');
    },
  );

  it('and the account shows it late, a later look finds it', async () => {
    outlet.lagBehind(1);
    const cards = await approved('posts, and its answer is lost');
    await school.says(cards.slt, DID_NOT_SAY);
    await nextLook();
    await nextLook();
    await isOutOnce(cards);
    expect([outlet.calls, outlet.looks]).toEqual([1, 2]);
  });

  it('and the account cannot be read for a while, Bellbird looks again until it can', async () => {
    const cards = await approved('posts, and its answer is lost');
    await school.says(cards.author, NOT_SURE);
    outlet.failReads(3);
    for (let look = 1; look <= 4; look += 1) {
      await nextLook();
      await eventually(async () => outlet.looks === look, `look ${look}`);
    }
    await isOutOnce(cards);
    expect(outlet.calls).toBe(1);
  });

  it('and the account cannot be read for long, SLT are asked once, and Bellbird goes on looking', async () => {
    const cards = await approved('posts, and its answer is lost');
    await school.says(cards.author, NOT_SURE);
    outlet.failReads(1_000);
    await eventually(async () => {
      await school.passes(60_000);
      return (await count('post.unread')) === 1;
    }, 'the asking');
    const asked = await school.sltCard('cannot read @Larkfield either', 'Send again');
    const link = await linkOfPost();
    const blind = await school.sam.presses('It is there', asked, { link });
    expect(blind.text).toContain('cannot be read just now');
    await school.passes(3_600_000);
    expect(await count('post.unread')).toBe(1);
    outlet.failReads(0);
    await eventually(async () => {
      await school.passes(60_000);
      return (await count('post.published')) === 1;
    }, 'the look that finds it');
    await isOutOnce(cards);
    expect(outlet.calls).toBe(1);
  });

  it('and Bellbird is restarted, it goes on looking', async () => {
    const cards = await approved('posts, and its answer is lost');
    await school.says(cards.author, NOT_SURE);
    await school.restart();
    await nextLook();
    await isOutOnce(cards);
  });

  it.each<Fault>(['loses the post', 'throws before it posts'])(
    'and it is not there (the outlet %s), SLT are asked, and sending again makes exactly one post',
    async (fault) => {
      const cards = await approved(fault);
      const asked = await notFound();
      expect(labels(asked)).toEqual(['It is there', 'Send again']);
      expect(await school.timeline()).toEqual([]);
      await school.passes(3_600_000);
      expect([outlet.calls, await school.timeline()]).toEqual([1, []]);

      const silent = await school.sam.presses('Send again', asked, { reason: ' ' });
      expect(silent.as).toBe('note');
      expect(silent.text).toContain('how you know that it is not there');
      expect((await school.sam.presses('Send again', asked, REASON)).as).toBe('replace');
      await isOutOnce(cards);
      await school.says(asked, 'Published');
      expect(outlet.calls).toBe(2);
    },
  );

  it('only SLT can say that it is there or have it sent again', async () => {
    await approved('loses the post');
    const asked = await notFound();
    for (const label of ['It is there', 'Send again']) {
      const refused = await school.amy.presses(label, asked, { ...REASON, link: 'x' });
      expect(refused.as).toBe('note');
      expect(refused.text).toContain('Sam Obi');
    }
    expect(outlet.calls).toBe(1);
  });

  it('“It is there” is checked against the account: a link that leads nowhere is not believed', async () => {
    const cards = await approved('loses the post');
    const asked = await notFound();
    const link = `${school.url}/timeline/Larkfield/1`;
    const refused = await school.sam.presses('It is there', asked, { link });
    expect(refused.as).toBe('note');
    expect(refused.text).toContain('We do not find it on @Larkfield');
    expect((await school.again(cards.author)).text).toContain(NOT_SURE);
  });

  it('“It is there” with the link of the post settles it, however late the account showed it', async () => {
    outlet.lagBehind(2);
    const cards = await approved('posts, and its answer is lost');
    const asked = await notFound();
    const link = await linkOfPost();
    expect((await school.sam.presses('It is there', asked, { link })).as).toBe('replace');
    await isOutOnce(cards);
    expect(outlet.calls).toBe(1);
  });

  it('“It is there” while the account cannot be read asks SLT to try again, and changes nothing', async () => {
    const cards = await approved('loses the post');
    const asked = await notFound();
    outlet.failReads(1);
    const answer = await school.sam.presses('It is there', asked, { link: 'x' });
    expect(answer.as).toBe('note');
    expect(answer.text).toContain('cannot be read just now');
    expect((await school.again(cards.author)).text).toContain(NOT_SURE);
  });

  it('nobody can edit or withdraw it, and each is told why', async () => {
    const { author } = await approved('loses the post');
    const card = await school.says(author, NOT_SURE);
    expect(labels(card)).toEqual([]);
    const place = { draft: draftOf(await school.sltCard(DID_NOT_SAY)), revision: 1 };
    const fields = { text: `${WORDS} Again.`, occasion: 'everyday' };
    const edited = await school.amy.touches(card, { action: 'save', ...place }, fields);
    const amended = await school.sam.touches(null, { action: 'save', ...place }, fields);
    const withdrawn = await school.amy.types('/tweet withdraw 1');
    const taken = await school.sam.touches(null, { action: 'withdraw', ...place });
    for (const answer of [edited, amended, withdrawn, taken]) {
      expect(answer.as).toBe('note');
      expect(answer.text).toContain('not certain yet whether this post went out');
    }
    expect(await count('draft.withdrawn')).toBe(0);
  });

  it('two of SLT who press Send again together send it once', async () => {
    const cards = await approved('loses the post');
    const asked = await notFound();
    const answers = await Promise.all([
      school.sam.presses('Send again', asked, REASON),
      school.lee.presses('Send again', asked, REASON),
      school.lee.presses('Send again', asked, REASON, 'delivery-double'),
      school.lee.presses('Send again', asked, REASON, 'delivery-double'),
    ]);
    expect(answers.filter((answer) => answer.as === 'replace').length).toBeGreaterThanOrEqual(1);
    await isOutOnce(cards);
    expect(await count('post.released')).toBe(1);
    expect(outlet.calls).toBe(2);
  });

  it('Send again on a card drawn for an earlier try finds what the later try posted', async () => {
    const cards = await approved('loses the post', 'posts, and its answer is lost');
    const asked = await notFound();
    await school.sam.presses('Send again', asked, REASON);
    await eventually(async () => (await count('post.unconfirmed')) === 2, 'the second try');
    await school.lee.presses('Send again', asked, REASON);
    await isOutOnce(cards);
    expect(outlet.calls).toBe(2);
  });

  it('Send again is refused while Bellbird itself still looks, with how long that takes', async () => {
    const { author } = await approved('loses the post');
    await school.says(author, NOT_SURE);
    const asked = await school.sltCard(DID_NOT_SAY);
    const early = await school.sam.presses('Send again', asked, REASON);
    expect(early.as).toBe('note');
    expect(early.text).toContain('still looking for it on @Larkfield. Please wait 3 seconds');
    expect(outlet.calls).toBe(1);
  });

  it('and SLT pause posting meanwhile, it is still found; one to be sent again waits for the resume', async () => {
    const cards = await approved('loses the post');
    await school.says(cards.author, NOT_SURE);
    await school.lee.types('/desk pause A moment, please.');
    const asked = await notFound();
    expect((await school.sam.presses('Send again', asked, REASON)).as).toBe('replace');
    await school.passes(3_600_000);
    await school.says(cards.author, 'paused');
    expect([outlet.calls, await school.timeline()]).toEqual([1, []]);
    outlet.next('posts, and its answer is lost');
    await school.jo.types('/desk resume');
    await eventually(async () => (await count('post.unconfirmed')) === 2, 'the second try');
    await school.lee.types('/desk pause Once more.');
    await nextLook();
    await isOutOnce(cards);
  });
});

describe('an outlet that keeps Bellbird waiting', () => {
  it('is waited for only so long; a late answer still counts', async () => {
    const cards = await approved('posts and keeps us waiting');
    await school.says(cards.author, NOT_SURE);
    outlet.answer();
    await isOutOnce(cards);
    expect([outlet.calls, outlet.looks]).toEqual([1, 0]);
  });

  it('and never answers has its post found on the account', async () => {
    const cards = await approved('posts and keeps us waiting');
    await school.says(cards.author, NOT_SURE);
    await nextLook();
    await isOutOnce(cards);
  });
});

describe('an outlet that says no', () => {
  it('tells the author and SLT why and what to do, and trying again works', async () => {
    const cards = await approved('refuses');
    const author = await school.says(cards.author, REFUSAL.why);
    const slt = await school.says(cards.slt, REFUSAL.why);
    for (const card of [author, slt]) expect(card.text).toContain(REFUSAL.fix);
    expect(labels(author)).toEqual(['Try again', 'Edit', 'Withdraw']);
    expect(labels(slt)).toEqual(['Try again']);
    expect(await school.timeline()).toEqual([]);
    await told('Your post did not go out');
    expect((await school.amy.presses('Try again', author)).as).toBe('replace');
    await isOutOnce(cards);
    expect(outlet.calls).toBe(2);
  });

  it('can be asked again by SLT too, and only once by two at a time', async () => {
    const cards = await approved('refuses');
    const author = await school.says(cards.author, REFUSAL.why);
    const slt = await school.says(cards.slt, REFUSAL.why);
    await Promise.all([
      school.sam.presses('Try again', slt),
      school.amy.presses('Try again', author),
    ]);
    await isOutOnce(cards);
    expect([outlet.calls, await count('post.released')]).toEqual([2, 1]);
  });

  it('lets the author edit, and the new words go to SLT afresh', async () => {
    const cards = await approved('refuses');
    const author = await school.says(cards.author, REFUSAL.why);
    const words = 'Year 3 finished their mosaics.';
    const saved = await school.amy.touches(
      author,
      { ...buttonOf(author, 'Edit'), action: 'save' },
      { text: words, occasion: 'everyday' },
    );
    if (!saved.shown) throw new Error(saved.text);
    await school.amy.presses('Send to SLT', saved.shown, ticks(saved.shown));
    const asked = await school.sltCard(words, 'Approve');
    await school.sam.presses('Approve', asked);
    await eventually(async () => (await school.timeline()).length === 1, 'the new words');
    expect(await school.timeline()).toEqual([words]);
  });
});

describe('an account that cannot be read before a post goes out', () => {
  it('holds nothing back for good: it is tried again, and sent once', async () => {
    outlet.failReads(2);
    const cards = await approved();
    await nextLook();
    await nextLook();
    await isOutOnce(cards);
    expect(outlet.calls).toBe(1);
  });
});

function draftOf(shown: Shown): string {
  const draft = shown.card.buttons[0]?.draft;
  if (draft === undefined) throw new Error(`no draft on the card:\n${shown.text}`);
  return draft;
}
