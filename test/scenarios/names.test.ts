/** What happens to the words of a post that names a pupil. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  eventually,
  HILLS,
  labels,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  ticks,
} from './staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

const BLOCKING = SCHOOL.replace(
  'policy: standard',
  'policy: {extends: standard, rules: {pupil-name: {severity: block}}}',
);

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

async function typed(text: string): Promise<Shown> {
  const { shown, text: said } = await school.amy.types(`/tweet ${text}`);
  if (!shown) throw new Error(said);
  return shown;
}

describe('a name that the policy blocks', () => {
  it('stands nowhere on disk: not as typed, edited, withdrawn, after a kill and a restart, nor in a backup', async () => {
    school = await openSchool({ school: BLOCKING });
    const card = await typed('Well done Zuzanna Krol for the whole marathon of reading.');
    expect(labels(card)).not.toContain('Send to SLT');
    expect(card.text).not.toContain('Zuzanna');
    const edit = buttonOf(card, 'Edit');
    const dialog = await school.amy.touches(card, edit);
    expect(dialog.text).toContain('Zuzanna Krol');
    await school.amy.touches(
      card,
      { ...edit, action: 'save' },
      { text: 'Brava, Zuzanna!', occasion: 'everyday' },
    );
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
    school = await openSchool({ school: BLOCKING });
    const card = await typed('Come and see Zuzanna’s painting in the hall.');
    const fix = card.card.parts
      .flatMap((part) => (part.part === 'items' ? part.items : []))
      .find((item) => item.button?.action === 'fix')?.button;
    if (!fix) throw new Error(`no fix:\n${card.text}`);
    const fixed = await school.amy.touches(card, fix);
    expect(fixed.text).toContain('a Year 2 painting in the hall.');
  });

  it('asks for the words again once they are forgotten', async () => {
    school = await openSchool({ school: BLOCKING });
    const card = await typed('Come and see Zuzanna’s painting in the hall.');
    await school.restart();
    const dialog = await school.amy.touches(card, buttonOf(card, 'Edit'));
    expect(dialog.as).toBe('dialog');
    expect(dialog.text).not.toContain('Zuzanna');
  });
});

describe('a name that the policy only asks about', () => {
  const sent = () =>
    school.sent('Well read, class. Josh made the cover for our book.', {
      reasons: { 'reason:pupil-name': 'His parents asked us to.' },
    });

  it('goes to SLT with the reason first, and the ledger has the rule and never the name', async () => {
    school = await openSchool();
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
    school = await openSchool();
    const { author, slt } = await sent();
    await school.sam.presses('Decline', slt, { reason: 'Not without a note from home.' });
    await school.says(author, 'Not without a note from home.');
    await eventually(async () => !(await school.again(slt)).text.includes('Josh'));
    const revision = await school.world.store.read.draftByNumber('larkfield', 1);
    const kept = revision && (await school.world.store.read.revision('larkfield', revision.id, 1));
    expect(kept?.text).toBe('');
  });

  it('may not be repeated in a reason or a note, which are kept', async () => {
    school = await openSchool();
    const card = await typed('Well read, class. Josh made the cover for our book.');
    const named = await school.amy.presses('Send to SLT', card, {
      ...ticks(card),
      'reason:pupil-name': 'Josh likes it.',
    });
    expect(named.text).toContain('without the pupil’s name');
    const { slt } = await sent();
    const note = await school.sam.presses('Ask for changes', slt, {
      note: 'Please take Josh out.',
    });
    expect(note.text).toContain('without the pupil’s name');
  });
});

describe('a name beside something else that is blocked', () => {
  it('is not stored either, and what SLT typed and was refused never comes back', async () => {
    school = await openSchool();
    const card = await typed('Zuzanna Krol has ADHD and read so well.');
    expect(card.text).not.toContain('Zuzanna');
    expect(foundOnDisk('zuzanna')).toEqual([]);
    await school.amy.types('/tweet withdraw');
    const plain = await typed('Year 4 read to the nursery today.');
    await school.amy.presses('Send to SLT', plain, ticks(plain));
    const slt = await school.sltCard('Year 4 read', 'Approve');
    const edit = { ...buttonOf(slt, 'Edit'), action: 'save' as const };
    const refused = await school.sam.touches(slt, edit, {
      text: 'Well done Zuzanna!',
      occasion: 'everyday',
    });
    expect(refused.as).toBe('note');
    await school.sam.touches(slt, edit, { text: 'Year 4 read to nursery.', occasion: 'everyday' });
    const dialog = await school.amy.touches(
      plain,
      buttonOf(await school.says(plain, 'read to nursery.'), 'Edit'),
    );
    expect(dialog.text).toContain('Year 4 read to nursery.');
    expect(dialog.text).not.toContain('Zuzanna');
  });

  it('that goes is overwritten in the database, not only let go of', async () => {
    school = await openSchool();
    const card = await typed('Well read, class. Josh made the cover for our book.');
    expect(card.text).toContain('Josh');
    await school.amy.types('/tweet withdraw');
    await eventually(async () => !(await school.again(card)).text.includes('Josh'));
    await school.restart();
    expect(foundOnDisk('josh made')).toEqual([]);
  });
});

describe('spelling and grammar', () => {
  const lint = { span: [8, 18] as const, kind: 'Spelling', message: '', suggestion: 'definitely' };

  it('join the checklist a moment later, and nobody waits for them', async () => {
    let read: (() => void) | null = null;
    const grammar = {
      lint: async (text: string) => {
        await new Promise<void>((done) => {
          read = done;
        });
        return text.includes('definately') ? [lint] : [];
      },
      close: async () => {},
    };
    school = await openSchool({ school: HILLS, instead: { grammar: () => grammar } });
    await school.amy.touches(null, { action: 'agree' });
    const card = await typed('We were definately proud of our Year 3 poems.');
    expect(card.text).not.toContain('definitely');
    await eventually(async () => read !== null, 'the checker to be asked');
    expect((await school.again(card)).text).toMatch(/still/i);
    (read as unknown as () => void)();
    const judged = await school.says(card, 'to explain');
    expect(judged.text).toContain('definately');
  });

  it('that cannot be read ask for a look by the author, and never pass as fine', async () => {
    const grammar = {
      lint: async () => Promise.reject(new Error('The checker died.')),
      close: async () => {},
    };
    school = await openSchool({ school: HILLS, instead: { grammar: () => grammar } });
    await school.amy.touches(null, { action: 'agree' });
    const card = await typed('We were proud of our Year 3 poems.');
    await school.says(card, 'could not be checked');
  });

  it('of a change by SLT are read before anybody can let it out', async () => {
    const grammar = {
      lint: async (text: string) => {
        await new Promise((done) => setTimeout(done, 150));
        return text.includes('definately') ? [lint] : [];
      },
      close: async () => {},
    };
    school = await openSchool({ school: HILLS, instead: { grammar: () => grammar } });
    await school.amy.touches(null, { action: 'agree' });
    const card = await typed('We were proud of our Year 3 poems.');
    await school.amy.presses('Send to SLT', card, ticks(card));
    const slt = await school.sltCard('Year 3 poems', 'Approve');
    const edit = { ...buttonOf(slt, 'Edit'), action: 'save' as const };
    await school.sam.touches(slt, edit, {
      text: 'We were definately proud.',
      occasion: 'everyday',
    });
    const fresh = await school.says(slt, 'definately');
    const early = await school.lee.presses('Approve', fresh);
    expect(early.text).toContain('look at the card once more');
    expect(await school.timeline()).toEqual([]);
  });
});
