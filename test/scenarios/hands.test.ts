/** Whose words SLT sees, what is asked anew, and nobody left waiting for nothing. */
import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  eventually,
  HOUR,
  labels,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  ticks,
} from './staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

const WORDS = 'Year 4 built a marble run from cardboard.';

const sent = (words = WORDS) => school.sent(words);

async function rewords(who: SchoolAtWork['amy'], shown: Shown, text: string): Promise<Shown> {
  const edit = buttonOf(shown, 'Edit');
  const saved = await who.touches(
    shown,
    { ...edit, action: 'save' },
    { text, occasion: 'everyday' },
  );
  if (!saved.shown) throw new Error(saved.text);
  return saved.shown;
}

describe('what SLT sees', () => {
  it('is the wording they were asked about, never one the author has not sent', async () => {
    school = await openSchool();
    const { author, slt } = await sent();
    await school.sam.presses('Ask for changes', slt, { note: 'Which class?' });
    await rewords(
      school.amy,
      await school.says(author, 'Which class?'),
      '@NationalTrust private musing',
    );
    const seen = await school.says(slt, 'asked for changes');
    await school.passes(0);
    expect((await school.again(seen)).text).not.toContain('musing');
    expect((await school.again(seen)).text).toContain(WORDS);
  });

  it('after a second sending is one live card; the first stays as a record of what was asked', async () => {
    school = await openSchool();
    const { author, slt } = await sent();
    await school.sam.presses('Ask for changes', slt, { note: 'Which class?' });
    const saved = await rewords(
      school.amy,
      await school.says(author, 'Which class?'),
      `${WORDS} 4B did.`,
    );
    await school.amy.presses('Send to SLT', saved, ticks(saved));
    await school.sltCard('4B did.', 'Approve');
    const record = await school.says(slt, 'A newer card is further down');
    expect(labels(record)).toEqual([]);
    expect(record.text).toContain('Sam Obi asked for changes');
    expect(record.text).toContain('Which class?');
    expect(record.text).not.toContain('4B did.');
    const live = (await school.sltCards()).filter((card) => labels(card).includes('Approve'));
    expect(live).toHaveLength(1);
  });

  it('of a change by SLT holds nothing the author has ticked for other words', async () => {
    school = await openSchool();
    const { author, slt } = await sent();
    await rewords(school.sam, slt, 'Year 4 built a marble run.');
    const fresh = await school.says(slt, 'Year 4 built a marble run.');
    expect(fresh.text).not.toContain('ticked');
    const changed = await school.says(author, 'Year 4 built a marble run.');
    const bare = await school.amy.presses('Accept this wording', changed, {});
    expect(bare.text).toMatch(/Tick/);
    await school.amy.presses('Accept this wording', changed, ticks(changed));
    await school.says(author, '/timeline/');
  });

  it('of a change by SLT with something to explain is explained by the author who accepts it', async () => {
    school = await openSchool();
    const { author, slt } = await sent();
    await rewords(school.sam, slt, 'Year 4 built a marble run with @SomeClub.');
    const changed = await school.says(author, '@SomeClub');
    const bare = await school.amy.presses('Accept this wording', changed, ticks(changed));
    expect(bare.text).toMatch(/Say in a few words why/);
    await school.amy.presses('Accept this wording', changed, {
      ...ticks(changed),
      'reason:individual-handle': 'They asked us to.',
    });
    await school.says(author, '/timeline/');
  });
});

describe('nobody is left waiting for nothing', () => {
  const SHUT = SCHOOL.replace(
    'policy: standard',
    'policy: {extends: standard, posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "08:00", to: "18:00"}, excused: []}}',
  ).concat(
    'closures: [{name: Works, from: 2026-01-01, to: 2026-12-31}, {name: More works, from: 2027-01-01, to: 2027-12-31}]\n',
  );

  it('an approved post without a slot says so, and gets one as soon as the closures end', async () => {
    school = await openSchool({ school: SHUT });
    const { author, slt } = await sent();
    await school.sam.presses('Approve', slt);
    await school.says(author, 'leave no time for it');
    await school.sltCard('has no slot');
    writeFileSync(school.file, SHUT.replace(/closures: .*\n/, ''));
    await school.says(author, '/timeline/');
    expect(await school.timeline()).toEqual([WORDS]);
  });

  it('and gets one after a restart too, or once time has passed', async () => {
    school = await openSchool({ school: SHUT });
    const { author, slt } = await sent();
    await school.sam.presses('Approve', slt);
    await school.says(author, 'leave no time for it');
    await school.until('2027-03-01T10:00:00Z');
    await school.says(author, 'Mon 3 Jan');
    await school.until('2028-01-03T08:00:00Z');
    await school.says(author, '/timeline/');
  });

  it('whoever approved an urgent post may still stop it while it waits for the second of two', async () => {
    school = await openSchool();
    const saved = await school.amy.touches(
      null,
      { action: 'save' },
      { text: 'Gates open late today.', occasion: 'urgent' },
    );
    if (!saved.shown) throw new Error(saved.text);
    await school.amy.presses('Send to SLT', saved.shown, ticks(saved.shown));
    const slt = await school.sltCard('Gates open late', 'Approve');
    await school.sam.presses('Approve', slt);
    const again = await school.again(slt);
    expect(
      (await school.sam.presses('Decline', again, { reason: 'They are open after all.' })).as,
    ).toBe('replace');
    expect(await school.timeline()).toEqual([]);
  });

  it('SLT is told when a post is stopped because its author has left', async () => {
    const late = SCHOOL.replace(
      'policy: standard',
      'policy: {extends: standard, posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "15:00", to: "18:00"}, excused: [urgent]}}',
    );
    school = await openSchool({ school: late });
    const { slt } = await sent();
    await school.sam.presses('Approve', slt);
    writeFileSync(
      school.file,
      late.replace('  - {name: Amy Reid, roles: [teacher, nominated]}\n', ''),
    );
    await eventually(async () => (await school.events()).includes('school.reloaded'));
    await school.passes(6 * HOUR);
    const told = await school.sltCard('was stopped before it went out');
    expect(told.text).toContain('/tweet withdraw 1');
    expect((await school.sam.types('/tweet withdraw 1')).text).toContain('ithdrawn');
  });
});

describe('who is shown what', () => {
  it('the form with somebody’s unsent words opens for nobody else', async () => {
    school = await openSchool();
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no card');
    const edit = buttonOf(shown, 'Edit');
    for (const other of [school.gus, school.ben]) {
      const refused = await other.touches(null, edit);
      expect(refused.as).toBe('note');
      expect(refused.text).not.toContain('marble');
    }
  });

  it('somebody who may not write is told before they have written', async () => {
    school = await openSchool();
    const answer = await school.gus.types('/tweet');
    expect(answer.as).toBe('note');
  });

  it('a post that could not be sent whatever its words says so on its card', async () => {
    school = await openSchool({
      school: SCHOOL.replace(
        'policy: standard',
        'policy: {extends: standard, account_approved_by: [head]}',
      ),
    });
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    expect(shown?.text).toContain('may be used once Jo Clarke has approved it');
    expect(shown && labels(shown)).not.toContain('Send to SLT');
  });
});

describe('agreements', () => {
  const HUTTON = SCHOOL.replace('policy: standard', 'policy: hutton-rudby')
    .replace(
      '{name: Ben Shah, roles: [teacher, nominated]}',
      '{name: Ben Shah, roles: [teacher, it-lead]}',
    )
    .replace('approvals: {needed: 1, by: [slt]}', 'approvals: {needed: 1, by: [head, it-lead]}');

  it('the head is told when somebody has signed, signs her own as well, and is told when hers is complete', async () => {
    school = await openSchool({ school: HUTTON });
    await school.ben.touches(null, { action: 'agree' });
    await eventually(async () =>
      (await school.jo.cards()).some((card) => card.text.includes('Ben Shah has signed our rules')),
    );
    await school.jo.touches(null, { action: 'agree' });
    expect((await school.jo.types(`/tweet ${WORDS}`)).text).toContain('waits for Jo Clarke');
    await school.jo.touches(null, { action: 'countersign', item: 'jo-clarke' });
    await eventually(async () =>
      (await school.jo.cards()).some((card) => card.text.includes('Your agreement is complete')),
    );
    expect((await school.jo.types(`/tweet ${WORDS}`)).as).toBe('card');
  });
});
