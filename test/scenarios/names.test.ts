/** What happens to the words of a post that names a pupil. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork, TICKED } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, HILLS, MINUTE, NO_FAULTS, SCHOOL } from './staffroom.ts';

const BLOCKING = SCHOOL.replace(
  'policy: standard',
  'policy: {extends: standard, rules: {pupil-name: {severity: block}}}',
);

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());

  const opened = async (text = SCHOOL) => {
    school = await openOn(platform, { school: text, instead: { grammar: NO_FAULTS } });
  };
  const typed = (words: string) => school.drafts(school.amy, words);

  /** Searches every byte of the school's folder but the roll's own file, in a process of its own: to open and close a database here would drop its locks. */
  function foundOnDisk(words: string): string[] {
    const search = `const { readdirSync, readFileSync } = require('node:fs');
    for (const file of readdirSync('.', { recursive: true, withFileTypes: true }).filter((each) => each.isFile()))
      if (readFileSync(file.parentPath + '/' + file.name).toString('latin1').toLowerCase().includes(process.argv[1])) console.log(file.name);`;
    const run = spawnSync(process.execPath, ['-e', search, words.toLowerCase()], {
      cwd: join(school.folder, 'data'),
      encoding: 'utf8',
    });
    expect(run.status).toBe(0);
    return run.stdout.split('\n').filter(Boolean);
  }

  describe('a name that the policy blocks', () => {
    it('stands nowhere on disk: not as typed, edited, withdrawn, after a kill and a restart, nor in a backup', async () => {
      await opened(BLOCKING);
      const card = await typed('Well done Zuzanna Krol for the whole marathon of reading.');
      expect(card.labels).not.toContain('Send to SLT');
      expect(card.text).not.toContain('Zuzanna');
      const form = await school.amy.presses('Edit', card);
      expect(form.text).toContain('Zuzanna Krol');
      await school.rewords(school.amy, card, { text: 'Brava, Zuzanna!' });
      await school.amy.types('/tweet withdraw');
      await typed('Zuzanna’s painting of the sea is in the hall.');
      await school.restart();
      await school.world.store.backup(join(school.folder, 'data', 'copy.db'));
      await school.amy.types('/tweet status');
      expect(foundOnDisk('zuzanna')).toEqual([]);
      expect(foundOnDisk('krol')).toEqual([]);
      const ledger = JSON.stringify(await school.world.store.read.ledger('larkfield', 0, 1000));
      expect(ledger).toContain('pupil-name');
      expect(ledger).not.toMatch(/zuzanna|krol/i);
    });

    it('can be put right with one tap where it is sure, from words that were never kept', async () => {
      await opened(BLOCKING);
      const card = await typed('Come and see Zuzanna’s painting in the hall.');
      const fixed = await school.amy.presses('Say “a Year 2 painting”', card);
      expect(fixed.text).toContain('a Year 2 painting in the hall.');
    });

    it('asks for the words again once they are forgotten', async () => {
      await opened(BLOCKING);
      const card = await typed('Come and see Zuzanna’s painting in the hall.');
      await school.restart();
      const form = await school.amy.presses('Edit', card);
      expect(form.as).toBe('dialog');
      expect(form.text).not.toContain('Zuzanna');
    });
  });

  describe('words that were not saved because they name a pupil', () => {
    const PAINTING = 'Come and see Zuzanna’s painting in the hall. It is gr8.';
    const GONE = 'they are gone now';

    async function painted(where = {}) {
      await opened(HILLS);
      await school.agrees(school.amy);
      return school.drafts(school.amy, PAINTING, where);
    }

    it('wait for their author till a time the card names; each button says what it does', async () => {
      const card = await painted();
      expect(card.text).toContain('They wait for you until today 10:30');
      expect(card.text).toContain('[Say “a Year 2 painting”]');
      expect(card.text).toContain('[Change to “great”]');
      const fixed = await school.amy.presses('Say “a Year 2 painting”', card);
      expect(fixed.text).toContain('Come and see a Year 2 painting in the hall. It is gr8.');
    });

    it('are not repeated, but what else is to be put right is said with its word', async () => {
      const card = await painted();
      expect(card.text).toContain('“gr8” is text language. Write “great”.');
      expect(card.text).not.toContain('goes against one of our rules');
      expect(card.text).not.toContain('Zuzanna');
      expect(foundOnDisk('zuzanna')).toEqual([]);
    });

    it('are promised no longer once the half hour is over', async () => {
      const card = await painted({ lasting: true });
      await school.passes(29 * MINUTE);
      expect((await school.again(card)).text).not.toContain(GONE);
      await school.passes(1 * MINUTE);
      const gone = await school.says(card, GONE);
      expect(gone.text).not.toContain('[Say');
      const form = await school.amy.presses('Edit', gone);
      expect(form.text).toContain('Please type them again, without the name.');
    });

    it('are promised no longer after a restart', async () => {
      const card = await painted({ lasting: true });
      await school.restart();
      const gone = await school.says(card, GONE);
      expect(gone.text).not.toContain('[Say');
      expect(gone.labels).toEqual(['Edit', 'Discard']);
    });
  });

  describe('a name that the policy only asks about', () => {
    const JOSH = 'Well read, class. Josh made the cover for our book.';
    const sent = () =>
      school.sent(JOSH, { explains: { 'Why it is right to post': 'His parents asked us to.' } });

    it('goes to SLT with the reason first, and the ledger has the rule and never the name', async () => {
      await opened();
      const { slt } = await sent();
      expect(slt.text.indexOf('His parents asked us to.')).toBeLessThan(
        slt.text.indexOf('Josh made the cover for'),
      );
      const ledger = JSON.stringify(await school.world.store.read.ledger('larkfield', 0, 1000));
      expect(ledger).toContain('pupil-name');
      expect(ledger).not.toContain('Josh');
      await school.sam.presses('Approve', slt);
      await school.says(slt, '/timeline/');
    });

    it('is forgotten when SLT declines it', async () => {
      await opened();
      const { author, slt } = await sent();
      await school.sam.presses('Decline', slt, { 'Why not': 'Not without a note from home.' });
      await school.says(author, 'Not without a note from home.');
      await eventually(async () => !(await school.again(slt)).text.includes('Josh'));
      const revision = await school.world.store.read.draftByNumber('larkfield', 1);
      const kept =
        revision && (await school.world.store.read.revision('larkfield', revision.id, 1));
      expect(kept?.text).toBe('');
    });

    it('may not be repeated in a reason or a note, which are kept', async () => {
      await opened();
      const named = await school.sends(school.amy, await typed(JOSH), {
        'Why it is right to post': 'Josh likes it.',
      });
      expect(named.text).toContain('without the pupil’s name');
      const { slt } = await sent();
      const note = await school.sam.presses('Ask for changes', slt, {
        'What should': 'Please take Josh out.',
      });
      expect(note.text).toContain('without the pupil’s name');
    });

    it('is overwritten in the database when it goes, not only let go of', async () => {
      await opened();
      const card = await typed(JOSH);
      expect(card.text).toContain('Josh');
      await school.amy.types('/tweet withdraw');
      await eventually(async () => !(await school.again(card)).text.includes('Josh'));
      await school.restart();
      expect(foundOnDisk('josh made')).toEqual([]);
    });
  });

  it('a name beside something else that is blocked is not stored either, and what SLT typed and was refused never comes back', async () => {
    await opened();
    const card = await typed('Zuzanna Krol has ADHD and read so well.');
    expect(card.text).not.toContain('Zuzanna');
    expect(foundOnDisk('zuzanna')).toEqual([]);
    await school.amy.types('/tweet withdraw');
    const plain = await typed('Year 4 read to the nursery today.');
    await school.amy.presses('Send to SLT', plain, TICKED);
    const slt = await school.sltCard('Year 4 read', 'Approve');
    const refused = await school.rewords(school.sam, slt, { text: 'Well done Zuzanna!' });
    expect(refused.as).toBe('note');
    await school.rewords(school.sam, slt, { text: 'Year 4 read to nursery.' });
    const amended = await school.says(plain, 'read to nursery.');
    const form = await school.amy.presses('Edit', amended);
    expect(form.text).toContain('Year 4 read to nursery.');
    expect(form.text).not.toContain('Zuzanna');
  });
});
