/** Spelling and grammar at the desk, with real workers: nobody waits for one that hangs, and nothing unread passes. */
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { type HarperOptions, harperGrammar } from '../../adapters/grammar/harper.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { pretendWorkers } from '../fakes/grammar-worker.ts';
import { openOn, type SchoolAtWork, type Sight, TICKED } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, HILLS, SCHOOL } from './staffroom.ts';

const { pretend, clear } = pretendWorkers();
afterAll(clear);

/** Longer than any of these tests would wait by itself. */
const NEVER = 60_000;
const READING = 250;
const HANGS = `parentPort.on('message', () => { note('t'); for (;;); });`;
const WORDS = 'We were proud of our Year 3 poems.';
const UNREAD = 'could not be checked just now';

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());

  /** The standard policy, which has boxes to tick, with an eye on spelling and grammar. */
  const STANDARD = SCHOOL.replace(
    'policy: standard',
    'policy: {extends: standard, rules: {standard-english: {severity: review}}}',
  );

  async function openHills(grammar: () => Grammar): Promise<void> {
    const instead = { grammar, patience: { reading: READING } };
    school = await openOn(platform, { school: HILLS, instead });
    await school.agrees(school.amy);
  }

  async function opened(body: string, options: HarperOptions = {}) {
    const worker = pretend(body);
    const grammar = () => harperGrammar({ script: worker.script, limit: NEVER, ...options });
    await openHills(grammar);
    return worker;
  }

  const typed = (text = WORDS): Promise<Sight> => school.drafts(school.amy, text);

  async function paused(): Promise<boolean> {
    const metrics = await (await fetch(`${school.url}/metrics`)).text();
    return metrics.includes('bellbird_grammar_paused 1');
  }

  describe('a checker that hangs', () => {
    it('keeps an author waiting a moment; then the card asks them to read it themselves, and SLT sees that', async () => {
      const { life } = await opened(HANGS);
      const card = await typed();
      expect(card.text).toContain('Ready for SLT');
      expect(card.text).toContain('Still being looked at');
      const asked = performance.now();
      const refused = await school.amy.presses('Send to SLT', card, TICKED);
      expect(performance.now() - asked).toBeLessThan(4_000);
      expect(refused.as).toBe('note');
      expect(refused.text).toContain('look at the card once more');
      expect(await school.events()).not.toContain('draft.submitted');

      const asks = await school.says(card, UNREAD);
      expect(asks.text).toContain('one thing to explain');
      const reasons = { 'Why it is right to post': 'I have read it twice.' };
      const again = performance.now();
      const sent = await school.amy.presses('Send to SLT', asks, { ...TICKED, ...reasons });
      expect(sent.as).toBe('replace');
      // What is known of this very wording is not waited for once more.
      expect(performance.now() - again).toBeLessThan(2_000);
      const slt = await school.sltCard(UNREAD, 'Approve');
      expect(slt.text.indexOf(UNREAD)).toBeLessThan(slt.text.indexOf('Where and when'));
      expect(slt.text).toContain('I have read it twice.');
      expect(life()).toBe('st');
    });

    it('takes no box away that was ticked before it was noticed', async () => {
      const { script } = pretend(HANGS);
      const grammar = () => harperGrammar({ script, limit: NEVER });
      const instead = { grammar, patience: { reading: READING } };
      school = await openOn(platform, { school: STANDARD, instead });
      const card = await typed();
      await school.amy.presses('Send to SLT', card, TICKED);
      const { boxes } = await school.says(card, UNREAD);
      expect(boxes).not.toEqual([]);
      expect(boxes.filter(({ ticked }) => !ticked)).toEqual([]);
    });

    it('twice running is given a rest: new cards say so at once, the counters too, and afterwards it reads again', async () => {
      const { life } = await opened(
        `parentPort.on('message', ({ id }) => { note('t'); if (lives < 3) for (;;); tell(id, []); });`,
        { limit: 150, pause: 3_000 },
      );
      expect(await paused()).toBe(false);
      await school.says(await typed('Year 3 wrote poems of the sea.'), UNREAD);
      await typed('Year 4 wrote poems of the moor.');
      await eventually(paused, 'the pause');
      const during = await typed('Year 5 wrote poems of the town.');
      expect(during.text).toContain('not being checked for a few minutes');
      expect(during.text).not.toContain('Still being looked at');
      expect(life()).toBe('stst');
      await eventually(async () => !(await paused()), 'the end of the pause');
      const after = await typed('Year 6 wrote poems of the fens.');
      expect((await school.settled(school.amy, after)).text).toContain('Ready for SLT');
      expect(life()).toBe('ststst');
    });

    it('is asked again after a restart, and does not hold up the stop', async () => {
      const { life } = await opened(
        `parentPort.on('message', ({ id }) => { note('t'); if (lives === 1) for (;;); tell(id, []); });`,
      );
      const card = await typed();
      await eventually(async () => life() === 'st');
      const asked = performance.now();
      await school.restart();
      expect(performance.now() - asked).toBeLessThan(8_000);
      expect((await school.settled(school.amy, card)).text).toContain('Ready for SLT');
    });

    it('holds up no other news of the same post', async () => {
      await opened(HANGS);
      const card = await typed();
      const other = await school.amy.types('/tweet status 1');
      await school.amy.presses('Discard', card);
      if (!other.shown) throw new Error(other.text);
      await school.says(other.shown, 'Discarded');
    });
  });

  describe('a checker that is slow', () => {
    const SLOW = `parentPort.on('message', ({ id, text }) => setTimeout(() => tell(id, text.includes('poemms') ? [{ span: [32, 38], kind: 'Spelling', message: '', suggestion: 'poems' }] : []), 1500));`;

    it('takes its question back once it has read a wording that is right', async () => {
      await opened(SLOW);
      const card = await typed();
      await school.amy.presses('Send to SLT', card, TICKED);
      await school.says(card, UNREAD);
      const right = await school.says(card, 'Ready for SLT');
      expect(right.text).not.toContain(UNREAD);
      const sent = await school.amy.presses('Send to SLT', right, TICKED);
      expect(sent.as).toBe('replace');
    });

    it('is heard by SLT even after the author has sent the wording unread', async () => {
      await opened(SLOW);
      const card = await typed('We were all so proud of our own poemms in Year 3.');
      await school.amy.presses('Send to SLT', card, TICKED);
      const asks = await school.says(card, UNREAD);
      const reasons = { 'Why it is right to post': 'I have read it.' };
      await school.amy.presses('Send to SLT', asks, { ...TICKED, ...reasons });
      const slt = await school.sltCard(UNREAD, 'Approve');
      expect((await school.says(slt, 'misspelt')).text).not.toContain(UNREAD);
      expect(slt.text).not.toContain('misspelt');
      // Unread, it asked for review; a misspelt word does too: the ledger has what stood when it was sent.
      const judged = (await school.world.store.read.ledger('larkfield', 0, 1000))
        .filter(({ event }) => event === 'draft.written' || event === 'draft.read')
        .map(({ detail }) => detail);
      expect(judged).toMatchObject([
        { outcome: 'clear', pending: ['standard-english'] },
        { outcome: 'review', read: ['standard-english'] },
      ]);
    });

    it('does not let SLT approve an amended wording unread, nor wait for it', async () => {
      const { life } = await opened(
        `parentPort.on('message', ({ id, text }) => { note('t'); if (text.includes('Year 4')) for (;;); tell(id, []); });`,
      );
      const card = await typed();
      const ready = await school.settled(school.amy, card);
      await school.amy.presses('Send to SLT', ready, TICKED);
      const slt = await school.sltCard('Year 3 poems', 'Approve');
      await school.rewords(school.sam, slt, { text: 'Year 4 wrote poems.' });
      const fresh = await school.says(slt, 'Year 4 wrote');
      const asked = performance.now();
      const early = await school.lee.presses('Approve', fresh);
      expect(performance.now() - asked).toBeLessThan(4_000);
      expect(early.text).toContain('look at the card once more');
      const flagged = await school.says(slt, UNREAD);
      expect(flagged.labels).toContain('Approve');
      expect((await school.lee.presses('Approve', flagged)).as).toBe('replace');
      expect(life()).toBe('stt');
    });
  });

  describe('a wording that was read before', () => {
    it('is sent after a restart without being read anew', async () => {
      let reads = 0;
      const grammar = {
        lint: async () => {
          reads += 1;
          return reads > 1 ? new Promise<never>(() => {}) : [];
        },
        close: async () => {},
      };
      await openHills(() => grammar);
      const card = await typed();
      const read = await school.settled(school.amy, card);
      await school.restart();
      expect((await school.amy.presses('Send to SLT', read, TICKED)).as).toBe('replace');
      expect(reads).toBe(1);
    });
  });

  describe('spelling and grammar', () => {
    const lint = {
      span: [8, 18] as const,
      kind: 'Spelling',
      message: '',
      suggestion: 'definitely',
    };
    const checker = (lintText: Grammar['lint']) => () => ({
      lint: lintText,
      close: async () => {},
    });
    const opens = async (grammar: () => Grammar) => {
      school = await openOn(platform, { school: HILLS, instead: { grammar } });
      await school.agrees(school.amy);
    };

    it('join the checklist a moment later, and nobody waits for them', async () => {
      let read: (() => void) | null = null;
      await opens(
        checker(async (text) => {
          await new Promise<void>((done) => {
            read = done;
          });
          return text.includes('definately') ? [lint] : [];
        }),
      );
      const card = await typed('We were definately proud of our Year 3 poems.');
      expect(card.text).not.toContain('definitely');
      await eventually(async () => read !== null, 'the checker to be asked');
      expect((await school.again(card)).text).toMatch(/still/i);
      (read as unknown as () => void)();
      const judged = await school.says(card, 'to explain');
      expect(judged.text).toContain('definately');
    });

    it('that cannot be read ask for a look by the author, and never pass as fine', async () => {
      await opens(checker(async () => Promise.reject(new Error('The checker died.'))));
      await school.says(await typed(), 'could not be checked');
    });

    it('of a change by SLT are read before anybody can let it out', async () => {
      let release = () => {};
      const pressed = new Promise<void>((done) => {
        release = done;
      });
      await opens(
        checker(async (text) => {
          if (!text.includes('definately')) return [];
          await pressed;
          return [lint];
        }),
      );
      await school.amy.presses('Send to SLT', await typed(), TICKED);
      const slt = await school.sltCard('Year 3 poems', 'Approve');
      await school.rewords(school.sam, slt, { text: 'We were definately proud.' });
      const fresh = await school.says(slt, 'definately');
      setTimeout(release, 700);
      const early = await school.lee.presses('Approve', fresh);
      expect(early.text).toContain('look at the card once more');
      expect(await school.timeline()).toEqual([]);
    });
  });
});
