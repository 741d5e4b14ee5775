/** Whose words SLT sees, what is asked anew, and nobody left waiting for nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork, type Sight, TICKED } from './hands.ts';
import { platforms } from './platforms.ts';
import { HOUR, SCHOOL } from './staffroom.ts';

const WORDS = 'Year 4 built a marble run from cardboard.';

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());

  const opened = async (text = SCHOOL) => {
    school = await openOn(platform, { school: text });
  };

  async function reworded(card: Sight, text: string): Promise<Sight> {
    const { shown, text: said } = await school.rewords(school.amy, card, { text });
    if (!shown) throw new Error(said);
    return shown;
  }

  describe('what SLT sees', () => {
    it('is the wording they were asked about, never one the author has not sent', async () => {
      await opened();
      const { author, slt } = await school.sent(WORDS);
      await school.sam.presses('Ask for changes', slt, { 'What should': 'Which class?' });
      const asked = await school.says(author, 'Which class?');
      await school.rewords(school.amy, asked, { text: '@NationalTrust private musing' });
      const seen = await school.says(slt, 'asked for changes');
      await school.passes(0);
      expect((await school.again(seen)).text).not.toContain('musing');
      expect((await school.again(seen)).text).toContain(WORDS);
    });

    it('after a second sending is one live card; the first stays as a record of what was asked', async () => {
      await opened();
      const { author, slt } = await school.sent(WORDS);
      await school.sam.presses('Ask for changes', slt, { 'What should': 'Which class?' });
      const saved = await reworded(await school.says(author, 'Which class?'), `${WORDS} 4B did.`);
      await school.amy.presses('Send to SLT', saved, TICKED);
      await school.sltCard('4B did.', 'Approve');
      const record = await school.says(slt, 'A newer card is further down');
      expect(record.labels).toEqual([]);
      expect(record.text).toContain('Sam Obi asked for changes');
      expect(record.text).toContain('Which class?');
      expect(record.text).not.toContain('4B did.');
      const live = (await school.sltCards()).filter(({ labels }) => labels.includes('Approve'));
      expect(live).toHaveLength(1);
    });

    it('of a change by SLT holds nothing the author has ticked for other words', async () => {
      await opened();
      const { author, slt } = await school.sent(WORDS);
      await school.rewords(school.sam, slt, { text: 'Year 4 built a marble run.' });
      const fresh = await school.says(slt, 'Year 4 built a marble run.');
      expect(fresh.text).not.toContain('ticked');
      const changed = await school.says(author, 'Year 4 built a marble run.');
      const bare = await school.amy.presses('Accept this wording', changed);
      expect(bare.text).toMatch(/tick/i);
      await school.amy.presses('Accept this wording', changed, TICKED);
      await school.says(author, '/timeline/');
    });

    it('of a change by SLT with something to explain is explained by the author who accepts it', async () => {
      await opened();
      const { author, slt } = await school.sent(WORDS);
      await school.rewords(school.sam, slt, { text: 'Year 4 built a marble run with @SomeClub.' });
      const changed = await school.says(author, '@SomeClub');
      const bare = await school.amy.presses('Accept this wording', changed, TICKED);
      expect(bare.text).toMatch(/a few words/);
      const explained = { ...TICKED, 'Why it is right to post': 'They asked us to.' };
      const named = { ...TICKED, 'Why it is right to post': 'Zuzanna asked us to.' };
      const refused = await school.amy.presses('Accept this wording', changed, named);
      expect(refused.text).toMatch(/without the pupil’s name/);
      await school.amy.presses('Accept this wording', changed, explained);
      await school.says(author, '/timeline/');
      const ledger = await school.world.store.read.ledger('larkfield', 0, 1000);
      const accepted = ledger.find(({ event }) => event === 'draft.accepted');
      const reason = 'They asked us to.';
      expect(accepted?.detail.explained).toMatchObject([{ rule: 'individual-handle', reason }]);
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
      await opened(SHUT);
      const { author, slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.says(author, 'leave no time for it');
      await school.sltCard('has no slot');
      school.rewrites(SHUT.replace(/closures: .*\n/, ''));
      await school.says(author, '/timeline/');
      expect(await school.timeline()).toEqual([WORDS]);
    });

    it('and gets one after a restart too, or once time has passed', async () => {
      await opened(SHUT);
      const { author, slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.says(author, 'leave no time for it');
      await school.until('2027-03-01T10:00:00Z');
      await school.says(author, 'Mon 3 Jan');
      await school.until('2028-01-03T08:00:00Z');
      await school.says(author, '/timeline/');
    });

    it('SLT is told when a post is stopped because its author has left', async () => {
      const late = SCHOOL.replace(
        'policy: standard',
        'policy: {extends: standard, posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "15:00", to: "18:00"}, excused: [urgent]}}',
      );
      await opened(late);
      const { slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.reloads(late.replace('  - {name: Amy Reid, roles: [teacher, nominated]}\n', ''));
      await school.passes(6 * HOUR);
      const told = await school.sltCard('was stopped before it went out');
      expect(told.text).toContain('/tweet withdraw 1');
      expect((await school.sam.types('/tweet withdraw 1')).text).toContain('ithdrawn');
    });
  });

  it('somebody who may not write is told before they have written', async () => {
    await opened();
    const answer = await school.gus.types('/tweet');
    expect(answer.as).toBe('note');
  });

  it('a post that could not be sent whatever its words says so on its card', async () => {
    await opened(
      SCHOOL.replace(
        'policy: standard',
        'policy: {extends: standard, account_approved_by: [head]}',
      ),
    );
    const card = await school.drafts(school.amy, WORDS);
    expect(card.text).toContain('may be used once Jo Clarke has approved it');
    expect(card.labels).not.toContain('Send to SLT');
  });

  it('the head is told when somebody has signed, signs her own as well, and is told when hers is complete', async () => {
    await opened(
      SCHOOL.replace('policy: standard', 'policy: hutton-rudby')
        .replace(
          '{name: Ben Shah, roles: [teacher, nominated]}',
          '{name: Ben Shah, roles: [teacher, it-lead]}',
        )
        .replace(
          'approvals: {needed: 1, by: [slt]}',
          'approvals: {needed: 1, by: [head, it-lead]}',
        ),
    );
    await school.agrees(school.ben);
    await school.hears(school.jo, 'Ben Shah has signed our rules');
    await school.agrees(school.jo);
    expect((await school.jo.types(`/tweet ${WORDS}`)).text).toContain('waits for Jo Clarke');
    await school.settles(school.jo, 'Countersign for Jo Clarke');
    await school.hears(school.jo, 'Your agreement is complete');
    expect((await school.jo.types(`/tweet ${WORDS}`)).as).toBe('card');
  });
});
