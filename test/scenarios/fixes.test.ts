/** One tap puts right what is sure, as a new wording; what is not sure goes to SLT with a reason, or not at all. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HILLS, labels, openSchool, type SchoolAtWork, type Shown, ticks } from './staffroom.ts';

let school: SchoolAtWork;
/** A checker that knows one wrong word. */
const grammar = () => ({
  lint: async (text: string) => {
    const at = text.indexOf('poemms');
    const span = [at, at + 6] as const;
    return at < 0 ? [] : [{ span, kind: 'Spelling', message: '', suggestion: 'poems' }];
  },
  close: async () => {},
});
beforeEach(async () => {
  school = await openSchool({ school: HILLS, instead: { grammar } });
  await school.amy.touches(null, { action: 'agree' });
});
afterEach(() => school.close());

async function typed(text: string): Promise<Shown> {
  const { shown, text: said } = await school.amy.types(`/tweet ${text}`);
  if (!shown) throw new Error(said);
  return school.settled(shown);
}

async function ledger(): Promise<{ event: string; detail: Record<string, unknown> }[]> {
  return school.world.store.read.ledger('larkfield', 0, 1000);
}

describe('one tap', () => {
  it.each([
    ['gr8 boats were made in Year 2.', 'Change to “Great”', 'Great boats were made in Year 2.'],
    [
      'Year 2 #love making boats in our pond.',
      'Put the hashtag at the end',
      'Year 2 love making boats in our pond. #love',
    ],
    ['Year 2 made the who\u200ble boat.', 'Make the text plain', 'Year 2 made the whole boat.'],
    ['Year 2 wrote poemms of boats.', 'Change to “poems”', 'Year 2 wrote poems of boats.'],
    [
      'Look: Zuzanna’s boat in our pond.',
      'Say “a Year 2 boat”',
      'Look: a Year 2 boat in our pond.',
    ],
  ])('mends %s', async (text, label, mended) => {
    const card = await typed(text);
    const fixed = await school.amy.presses(label, card);
    expect(fixed.as).toBe('replace');
    const ready = await school.settled(await school.again(card));
    expect(ready.text).toContain(mended);
    expect(ready.text).toContain('Ready for SLT');
    const rewritten = (await ledger()).find(({ event }) => event === 'draft.reworded');
    expect(rewritten?.detail).toMatchObject({ revision: 2, outcome: 'clear', rules: [] });
    const sent = await school.amy.presses('Send to SLT', ready, ticks(ready));
    expect(sent.as).toBe('replace');
    const slt = await school.sltCard(mended.slice(0, 20), 'Approve');
    await school.sam.presses('Approve', slt);
    await school.says(slt, '/timeline/');
    expect(await school.timeline()).toEqual([mended]);
  });

  it('after another mends a draft with several faults, and what it named is in no ledger', async () => {
    const card = await typed('Zuzanna’s boat is gr8, we all #love it in Year 2.');
    expect(labels(card)).not.toContain('Send to SLT');
    await school.amy.presses('Say “A Year 2 boat”', card);
    await school.amy.presses('Change to “great”', await school.again(card));
    await school.amy.presses('Put the hashtag at the end', await school.again(card));
    const ready = await school.settled(await school.again(card));
    expect(ready.text).toContain('A Year 2 boat is great, we all love it in Year 2. #love');
    expect(ready.text).toContain('Ready for SLT');
    const rows = JSON.stringify(await ledger());
    expect(rows).toContain('"pupil-name"');
    expect(rows).not.toContain('Zuzanna');
  });

  it('on a card whose words have changed since mends nothing', async () => {
    const card = await typed('Year 2 made gr8 boats.');
    const copy = { ...card };
    await school.amy.presses('Change to “great”', card);
    const late = await school.amy.presses('Change to “great”', copy);
    expect(late.as).toBe('note');
    expect((await school.again(card)).text).toContain('Year 2 made great boats.');
  });
});

describe('what nobody has read yet', () => {
  const typedAtOnce = async (text: string) => {
    await typed(text);
    const rows = await ledger();
    return rows.filter(({ event }) => event.startsWith('draft.'));
  };

  it('is called pending by the ledger, which has the outcome once it is read', async () => {
    const rows = await typedAtOnce('Year 2 wrote poemms of boats.');
    expect(rows.map(({ event }) => event)).toEqual(['draft.written', 'draft.read']);
    const [written, read] = rows;
    const pending = ['standard-english'];
    expect(written?.detail).toMatchObject({ outcome: 'clear', rules: [], pending });
    const { hash } = written?.detail ?? {};
    expect(read).toMatchObject({ actor: 'bellbird' });
    expect(read?.detail).toMatchObject({ hash, read: pending, rules: pending, outcome: 'review' });
    expect(JSON.stringify(rows)).not.toContain('poem');
  });

  it('and is fine stands in the ledger as read, and once', async () => {
    const [written, read, ...more] = await typedAtOnce('Year 2 wrote poems of boats.');
    expect(written?.detail.pending).toEqual(['standard-english']);
    expect(read?.detail).toMatchObject({ outcome: 'clear', rules: [] });
    expect(more).toEqual([]);
  });
});

describe('what is sent on with a reason', () => {
  const WORDS = 'Year 2 #love making boats in our pond.';

  it('is refused without one, and SLT reads the finding and the reason before the post', async () => {
    const card = await typed(WORDS);
    const bare = await school.amy.presses('Send to SLT', card, ticks(card));
    expect(bare.text).toContain('Say in a few words why this may go to SLT as it is');
    const { slt } = await school.sent(WORDS, {
      reasons: { 'reason:hashtag-place': 'It is the name of our boat.' },
    });
    const [finding, reason, post] = [
      'not at the end',
      'the name of our boat',
      '| Year 2 #love',
    ].map((words) => slt.text.indexOf(words));
    expect(finding).toBeGreaterThan(0);
    expect(reason).toBeGreaterThan(finding ?? 0);
    expect(post).toBeGreaterThan(reason ?? 0);
  });

  const sha256 = (words: string) => createHash('sha256').update(words).digest('hex');
  const rows = async (event: string) =>
    (await ledger()).filter((row) => row.event === event).map(({ detail }) => detail);

  it('stands in the ledger by rule: the finding, and the reason in the words that were given', async () => {
    const reason = 'It is the name of our boat.';
    await school.sent(WORDS, { reasons: { 'reason:hashtag-place': reason } });
    expect(await rows('draft.written')).toMatchObject([{ rules: ['hashtag-place'] }]);
    const explained = [{ rule: 'hashtag-place', sha256: sha256(reason), reason }];
    expect(await rows('draft.submitted')).toMatchObject([{ explained }]);
    expect(JSON.stringify(await ledger())).not.toContain('pond');
  });

  it('of somebody who could be a pupil leaves the ledger a hash of the reason, and not their name', async () => {
    const reason = 'Tyrell made the boat and wants it so.';
    await school.sent(WORDS, { reasons: { 'reason:hashtag-place': reason } });
    const explained = [{ rule: 'hashtag-place', sha256: sha256(reason) }];
    expect((await rows('draft.submitted'))[0]?.explained).toEqual(explained);
    expect(JSON.stringify(await ledger())).not.toContain('Tyrell');
  });
});
