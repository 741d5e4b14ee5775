import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  eventually,
  HOUR,
  labels,
  MINUTE,
  openSchool,
  type SchoolAtWork,
  type Shown,
  ticks,
} from './staffroom.ts';

let school: SchoolAtWork;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(() => school.close());

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';

const sent = (words = WORDS, by = school.amy) => school.sent(words, { by });

describe('from /tweet to the timeline', () => {
  it('a post that is typed, sent and approved stands on the timeline, and its author is told with the link', async () => {
    const { author, slt } = await sent();
    expect(slt.text).toContain('Amy Reid');
    expect(labels(slt)).toEqual(expect.arrayContaining(['Approve', 'Ask for changes', 'Decline']));

    const approved = await school.sam.presses('Approve', slt);
    expect(approved.as).toBe('replace');
    expect(labels(await school.again(slt))).not.toContain('Approve');
    await school.says(author, 'Sam Obi');
    const out = await school.says(author, '/timeline/');
    expect(out.text).toContain('/timeline/');
    await school.says(slt, '/timeline/');
    expect(await school.timeline()).toEqual([WORDS]);
    await eventually(
      async () => (await school.amy.cards()).at(-1)?.text.includes('Your post is out') ?? false,
    );
    expect(await school.events()).toEqual([
      'draft.written',
      'draft.submitted',
      'draft.approved',
      'draft.scheduled',
      'post.attempted',
      'post.published',
    ]);
    expect(await school.world.store.verifyLedger('larkfield')).toBeNull();
  });

  it('the checklist shows the post, its count, the rules that are fine, and where and when it goes out', async () => {
    const { shown, as } = await school.amy.types(`/tweet ${WORDS}`);
    expect(as).toBe('card');
    expect(shown?.text).toContain(WORDS);
    expect(shown?.text).toContain(`${WORDS.length} of 280`);
    expect(shown?.text).toContain('as soon as SLT approve it');
    expect(shown?.text).toMatch(/rules are fine/);
    expect(shown && labels(shown)).toEqual(['Send to SLT', 'Edit', 'Discard']);
  });

  it('a blocked draft has no Send button, and sending it all the same is refused', async () => {
    const { shown } = await school.amy.types('/tweet @NationalTrust what a day we had');
    if (!shown) throw new Error('no card');
    expect(labels(shown)).not.toContain('Send to SLT');
    const edit = buttonOf(shown, 'Edit');
    const forced = await school.amy.touches(shown, { ...edit, action: 'send' }, ticks(shown));
    expect(forced.as).toBe('note');
    expect(forced.text).toMatch(/put right first/);
    expect(await school.sltCards()).toEqual([]);
  });

  it('a sure fix is one tap, and makes a new revision', async () => {
    const { shown } = await school.amy.types('/tweet Year 3 read the wh​ole book today.');
    if (!shown) throw new Error('no card');
    const fix = shown.card.parts
      .flatMap((part) => (part.part === 'items' ? part.items : []))
      .find((item) => item.button?.action === 'fix')?.button;
    if (!fix) throw new Error(`no fix offered:\n${shown.text}`);
    const fixed = await school.amy.touches(shown, fix);
    expect(fixed.text).toContain('Year 3 read the whole book today.');
    const again = await school.amy.touches(shown, fix);
    expect(again.as).toBe('note');
  });

  it('sending without the boxes ticked or a reason given says what is missing', async () => {
    const { shown } = await school.amy.types(
      '/tweet Lovely day at the farm with @FernleyFarmPark, thank you.',
    );
    if (!shown) throw new Error('no card');
    expect((await school.amy.presses('Send to SLT', shown, ticks(shown))).text).toMatch(
      /Say in a few words why/,
    );
    const reasons = { 'reason:individual-handle': 'They agreed on the telephone this morning.' };
    expect((await school.amy.presses('Send to SLT', shown, reasons)).text).toMatch(/Tick/);
    const done = await school.amy.presses('Send to SLT', shown, { ...ticks(shown), ...reasons });
    expect(done.as).toBe('replace');
    const slt = await school.sltCard('Lovely day');
    expect(slt.text).toContain('They agreed on the telephone this morning.');
    expect(slt.text.indexOf('They agreed')).toBeLessThan(
      slt.text.indexOf('Lovely day at the farm with'),
    );
  });

  it('/tweet alone opens the composer, and what is typed there becomes a draft at the time asked for', async () => {
    const dialog = await school.amy.types('/tweet');
    expect(dialog.as).toBe('dialog');
    const saved = await school.amy.touches(
      null,
      { action: 'save' },
      {
        text: WORDS,
        account: '@Larkfield',
        occasion: 'everyday',
        'when-date': '2026-03-11',
        'when-time': '09:30',
      },
    );
    expect(saved.text).toContain('tomorrow 9:30');
  });

  it('status lists the posts of a teacher, and the queue what waits in the school', async () => {
    await sent();
    await school.amy.types('/tweet Year 4 are planting beans.');
    const status = await school.amy.types('/tweet status');
    expect(status.text).toContain('Year 4 are planting beans.');
    expect(status.text).toContain('Roman mosaics');
    const queue = await school.ben.types('/tweet queue');
    expect(queue.text).toContain('Roman mosaics');
    expect(queue.text).not.toContain('planting beans');
  });

  it('withdraw and a word that is no number is no post', async () => {
    const { as, text } = await school.amy.types('/tweet withdraw the last one');
    expect(as).toBe('note');
    expect(text).toContain('/tweet withdraw 12');
  });

  it('a post that begins with the word status is a post', async () => {
    const { text } = await school.amy.types('/tweet Status update from the pond: four newts.');
    expect(text).toContain('Status update from the pond: four newts.');
  });

  it('withdraw takes back the one post there is, and asks which where there are several', async () => {
    const { slt } = await sent();
    const gone = await school.amy.types('/tweet withdraw');
    expect(gone.text.toLowerCase()).toContain('withdrawn');
    await school.says(slt, 'ithdrawn');
    expect((await school.sam.touches(slt, { ...firstButton(slt), action: 'approve' })).as).toBe(
      'note',
    );
    await school.amy.types('/tweet One.');
    await school.amy.types('/tweet Two.');
    expect((await school.amy.types('/tweet withdraw')).text).toContain('Which one');
    expect((await school.amy.types('/tweet withdraw 3')).text.toLowerCase()).toContain('withdrawn');
  });
});

function firstButton(shown: Shown) {
  const button = shown.card.buttons[0];
  if (!button) throw new Error('no buttons');
  return button;
}

describe('deciding', () => {
  it('a teacher who presses Approve is told who can', async () => {
    const { slt } = await sent();
    const refused = await school.ben.presses('Approve', slt);
    expect(refused.as).toBe('note');
    expect(refused.text).toContain('Sam Obi');
    expect(labels(await school.again(slt))).toContain('Approve');
  });

  it('a governor may read but not write or decide', async () => {
    const { slt } = await sent();
    expect((await school.gus.types('/tweet Hello from the governors.')).as).toBe('note');
    expect((await school.gus.presses('Approve', slt)).as).toBe('note');
    expect((await school.gus.types('/policy')).as).toBe('card');
  });

  it('nobody decides on their own post, whatever their roles', async () => {
    const { slt } = await sent('Our choir sang in the park.', school.sam);
    const own = await school.sam.presses('Approve', slt);
    expect(own.text).toContain('Nobody decides on their own post');
    expect((await school.lee.presses('Approve', slt)).as).toBe('replace');
  });

  it('two of SLT at once: one decides, the other is told who was first', async () => {
    const { slt } = await sent();
    const answers = await Promise.all([
      school.sam.presses('Approve', slt),
      school.lee.presses('Decline', slt, { reason: 'Not this week.' }),
    ]);
    const notes = answers.filter((answer) => answer.as === 'note');
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(/Sam Obi approved it first|Lee Park declined it first/);
  });

  it('a double click, and the same delivery twice, decide once and publish once', async () => {
    const { author, slt } = await sent();
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

  it('the same /tweet delivered twice makes one draft and gives its card both times', async () => {
    const [first, second] = await Promise.all([
      school.amy.types(`/tweet ${WORDS}`, 'delivery-twice'),
      school.amy.types(`/tweet ${WORDS}`, 'delivery-twice'),
    ]);
    expect(first.shown?.ref).toBe(second.shown?.ref);
    expect((await school.events()).filter((event) => event === 'draft.written')).toHaveLength(1);
  });

  it('asking for changes needs a note, goes back to the author, and voids the card SLT still has open', async () => {
    const { author, slt } = await sent();
    expect((await school.sam.presses('Ask for changes', slt, { note: '  ' })).as).toBe('note');
    await school.sam.presses('Ask for changes', slt, { note: 'Please say which Romans.' });
    const asked = await school.says(author, 'Please say which Romans.');
    expect(asked.text).toContain('Sam Obi');
    const edit = buttonOf(asked, 'Edit');
    expect((await school.amy.touches(asked, edit)).as).toBe('dialog');
    const reworded = await school.amy.touches(
      asked,
      { ...edit, action: 'save' },
      { text: `${WORDS} Vale!`, occasion: 'everyday' },
    );
    if (!reworded.shown) throw new Error(reworded.text);
    await school.amy.presses('Send to SLT', reworded.shown, ticks(reworded.shown));
    const fresh = await eventually(async () => {
      const newer = (await school.sltCards()).filter((card) => card.ref !== slt.ref);
      const live = newer.filter((card) => labels(card).includes('Approve'));
      return live.find((card) => card.text.includes('Vale!')) ?? null;
    }, 'the new card');
    const old = await school.sam.touches(slt, buttonOf(slt, 'Approve'));
    expect(old.as).toBe('note');
    expect((await school.sam.presses('Approve', fresh)).as).toBe('replace');
    await school.says(fresh, '/timeline/');
    expect(await school.timeline()).toEqual([`${WORDS} Vale!`]);
  });

  it('declining needs a reason, which the author is shown', async () => {
    const { author, slt } = await sent();
    await school.sam.presses('Decline', slt, { reason: 'We posted the same last week.' });
    const card = await school.says(author, 'We posted the same last week.');
    expect(labels(card)).not.toContain('Send to SLT');
  });

  it('an edit after approval voids it: nothing goes out until SLT has approved the new words', async () => {
    const { author, slt } = await sent();
    await school.until('2026-03-10T18:30:00Z');
    await school.sam.presses('Approve', slt);
    const waiting = await school.says(author, 'tomorrow 8:00');
    const edit = buttonOf(waiting, 'Edit');
    await school.amy.touches(
      waiting,
      { ...edit, action: 'save' },
      { text: `${WORDS} Again.`, occasion: 'everyday' },
    );
    await school.until('2026-03-11T09:00:00Z');
    await school.says(slt, 'Amy Reid');
    expect(await school.timeline()).toEqual([]);
    expect(await school.events()).toContain('approval.voided');
  });

  it('a change by SLT waits for the author, who accepts it', async () => {
    const { author, slt } = await sent();
    const edit = buttonOf(slt, 'Edit');
    expect((await school.sam.touches(slt, edit)).as).toBe('dialog');
    await school.sam.touches(
      slt,
      { ...edit, action: 'save' },
      { text: 'Year 3 have finished their mosaics.', occasion: 'everyday' },
    );
    const changed = await school.says(author, 'Year 3 have finished their mosaics.');
    const own = await school.sam.touches(slt, { ...edit, action: 'approve', revision: 2 });
    expect(own.text).toContain('You wrote this wording');
    expect(labels(changed)).toContain('Accept this wording');
    const accepted = await school.amy.presses('Accept this wording', changed, ticks(changed));
    expect(accepted.as).toBe('replace');
    await school.says(changed, '/timeline/');
    expect(await school.timeline()).toEqual(['Year 3 have finished their mosaics.']);
  });

  it('a change by SLT may be approved by another of SLT instead', async () => {
    const { slt } = await sent();
    const edit = buttonOf(slt, 'Edit');
    await school.sam.touches(
      slt,
      { ...edit, action: 'save' },
      { text: 'Year 3 made mosaics.', occasion: 'everyday' },
    );
    const fresh = await school.says(slt, 'Year 3 made mosaics.');
    expect((await school.lee.presses('Approve', fresh)).as).toBe('replace');
    await school.says(fresh, '/timeline/');
  });

  it('an urgent post asks two of SLT and goes out at any hour', async () => {
    await school.until('2026-03-14T23:30:00Z');
    const saved = await school.amy.touches(
      null,
      { action: 'save' },
      { text: 'School is closed on Monday: no heating.', occasion: 'urgent' },
    );
    if (!saved.shown) throw new Error(saved.text);
    await school.amy.presses('Send to SLT', saved.shown, ticks(saved.shown));
    const slt = await school.sltCard('no heating');
    const first = await school.sam.presses('Approve', slt);
    expect(first.text).toContain('1 of 2');
    expect(await school.timeline()).toEqual([]);
    expect((await school.sam.presses('Approve', await school.again(slt))).as).toBe('note');
    await school.jo.presses('Approve', await school.again(slt));
    await school.says(slt, '/timeline/');
  });
});

describe('time', () => {
  it('a post approved at 19:05 on the Friday before the clocks change goes out Monday 08:00', async () => {
    await school.until('2026-03-27T19:05:00Z');
    const { author, slt } = await sent();
    await school.sam.presses('Approve', slt);
    await school.says(author, 'Mon 8:00');
    await school.until('2026-03-30T06:59:00Z');
    expect(await school.timeline()).toEqual([]);
    await school.until('2026-03-30T07:00:00Z');
    await school.says(author, '/timeline/');
  });

  it('a slot that passed while Bellbird was down is not made up for at night', async () => {
    const saved = await school.amy.touches(
      null,
      { action: 'save' },
      {
        text: WORDS,
        occasion: 'everyday',
        'when-date': '2026-03-10',
        'when-time': '17:50',
      },
    );
    if (!saved.shown) throw new Error(saved.text);
    const author = saved.shown;
    await school.amy.presses('Send to SLT', author, ticks(author));
    await school.sam.presses('Approve', await school.sltCard('Roman'));
    await school.says(author, '17:50');
    await school.until('2026-03-10T22:15:00Z');
    await school.says(author, 'tomorrow 8:00');
    expect(await school.timeline()).toEqual([]);
    await school.until('2026-03-11T08:00:00Z');
    await school.says(author, '/timeline/');
  });

  it('SLT is reminded after four school hours, and the post expires after five school days', async () => {
    const { author, slt } = await sent();
    await school.passes(3 * HOUR);
    expect(
      (await school.sltCards()).some((card) => card.text.includes('waiting for a decision')),
    ).toBe(false);
    await school.passes(HOUR + MINUTE);
    await school.sltCard('waiting for a decision');
    await school.until('2026-03-17T09:00:00Z');
    expect(labels(await school.again(slt))).toContain('Approve');
    await school.until('2026-03-18T00:00:00Z');
    await school.says(author, 'no decision in time');
    expect(await school.events()).toContain('draft.expired');
    expect((await school.sam.presses('Approve', slt)).as).toBe('note');
  });

  it('while SLT has paused posting nothing goes out, urgent or not, and resuming lets it go', async () => {
    const paused = await school.sam.types('/desk pause There has been an accident.');
    expect(paused.text).toContain('paused');
    const { author, slt } = await sent();
    expect(slt.text).toContain('paused');
    await school.lee.presses('Approve', slt);
    await school.passes(2 * HOUR);
    expect((await school.amy.types('/desk resume')).as).toBe('note');
    await school.restart();
    await school.passes(MINUTE);
    expect(await school.timeline()).toEqual([]);
    await school.jo.types('/desk resume');
    await school.says(author, '/timeline/');
    expect(await school.events()).toEqual(expect.arrayContaining(['desk.paused', 'desk.resumed']));
  });
});

describe('what people type', () => {
  it.each([
    ['nothing but spaces', '   ', 'dialog'],
    ['half an emoji', 'Hello \ud83d there', 'note'],
    ['a null character', 'Hello \u0000 there', 'note'],
    ['fifty thousand characters', 'a'.repeat(49_000), 'note'],
  ])('%s gets a clear sentence and leaves nothing behind', async (_, text, as) => {
    const answer = await school.amy.types(`/tweet ${text}`);
    expect(answer.as).toBe(as);
    expect(await school.events()).toEqual([]);
  });

  it('a desk command of a teacher is refused with the names of those who can', async () => {
    const answer = await school.amy.types('/desk pause');
    expect(answer.as).toBe('note');
    expect(answer.text).toContain('Sam Obi');
  });

  it('the policy card says which policy and version is in force, and finds what is asked for', async () => {
    const all = await school.amy.types('/policy');
    expect(all.text).toMatch(/version/i);
    const photos = await school.amy.types('/policy photos');
    expect(photos.text).toMatch(/photo/i);
    const words = await school.amy.types('/policy who may follow us');
    expect(words.text).toMatch(/follow/i);
    const none = await school.amy.types('/policy xylophone');
    expect(none.text).not.toBe('');
  });
});
