/** The grammar port over Harper's real worker, and its manners over workers that misbehave. */
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { harperGrammar } from '../../adapters/grammar/harper.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { GOOD, pretendWorkers } from '../fakes/grammar-worker.ts';

const { pretend, clear } = pretendWorkers();
afterAll(clear);

const open: Grammar[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((grammar) => grammar.close()));
});
function opened(options: Parameters<typeof harperGrammar>[0] = {}): Grammar {
  const grammar = harperGrammar(options);
  open.push(grammar);
  return grammar;
}

const starts = (life: () => string) => life().split('s').length - 1;
const messages = (lints: { message: string }[]) => lints.map(({ message }) => message);

describe('Harper', () => {
  test('marks mistakes in what was typed, past emoji, handles and hashtags', async () => {
    const text = '🦉🦉 Thanks @OwlTrust! The owls of musuem street was… Year 1 saw a owl. #Owls';
    const lints = await opened().lint(text);
    expect(lints.map(({ span, suggestion }) => [text.slice(...span), suggestion])).toEqual(
      expect.arrayContaining([
        ['musuem', 'museum'],
        ['a', 'an'],
      ]),
    );
  });

  test('reads British English, and says nothing of style', async () => {
    const grammar = opened();
    expect(await grammar.lint('Our favourite colours: red, green and blue.')).toEqual([]);
    expect(messages(await grammar.lint('Our favorite color is red.'))).toHaveLength(2);
  });

  test('takes any text, however broken or long, without a mark outside it', async () => {
    const grammar = opened();
    for (const text of ['', ' ', '\ud83e', '\u0000', '🦉'.repeat(500), 'qwzx '.repeat(2000)]) {
      for (const { span } of await grammar.lint(text)) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeLessThanOrEqual(text.length);
      }
    }
  });

  test('reads past a run of letters that is no word, and finds the mistake beside it', async () => {
    const grammar = opened({ limit: 2_000 });
    for (const run of ['http'.repeat(1000), 'qzx'.repeat(600), 'é'.repeat(3000)]) {
      const text = `We definately won ${run}`;
      const [lint] = await grammar.lint(text);
      expect(text.slice(...(lint?.span ?? [0, 0]))).toBe('definately');
    }
  });
});

describe('the worker', () => {
  test('is started by the first text and not before, and serves all that follow', async () => {
    const { script, life } = pretend(GOOD);
    const grammar = opened({ script });
    await new Promise((done) => setTimeout(done, 200));
    expect(starts(life)).toBe(0);
    await grammar.lint('a');
    await grammar.lint('b');
    expect(starts(life)).toBe(1);
  });

  test('answers texts asked for together in their order', async () => {
    const { script } = pretend(GOOD);
    const grammar = opened({ script });
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (text) => {
        expect(messages(await grammar.lint(text))).toEqual([text]);
        order.push(text);
      }),
    );
    expect(order).toEqual(['a', 'b', 'c', 'd']);
  });

  test('that dies over a text fails that text alone; the next gets a new one', async () => {
    const { script, life } = pretend(
      `parentPort.on('message', (ask) => (ask.text === 'die' ? process.exit(1) : answer(ask)));`,
    );
    const grammar = opened({ script });
    const dead = grammar.lint('die');
    const after = grammar.lint('live');
    await expect(dead).rejects.toThrow(/could not be checked: the checker stopped/);
    expect(messages(await after)).toEqual(['live']);
    expect(starts(life)).toBe(2);
  });

  test('that could not read a text is given up, for its checker may be in pieces', async () => {
    const { script, life } = pretend(
      `parentPort.on('message', (ask) => ask.text === 'break' ? parentPort.postMessage({ id: ask.id, fault: 'unreachable' }) : answer(ask));`,
    );
    const grammar = opened({ script });
    await expect(grammar.lint('break')).rejects.toThrow(/could not be checked: unreachable/);
    expect(messages(await grammar.lint('live'))).toEqual(['live']);
    expect(starts(life)).toBe(2);
  });

  test('that dies idle is started anew when next needed', async () => {
    const { script, life } = pretend(
      `parentPort.on('message', (ask) => { answer(ask); setTimeout(() => process.exit(0), 50); });`,
    );
    const grammar = opened({ script });
    await grammar.lint('a');
    await new Promise((done) => setTimeout(done, 400));
    expect(messages(await grammar.lint('b'))).toEqual(['b']);
    expect(starts(life)).toBe(2);
  });

  test('that hangs is given up after the limit, even in a loop without end', async () => {
    const { script, life } = pretend(
      `parentPort.on('message', (ask) => { if (ask.text === 'hang') for (;;); answer(ask); });`,
    );
    const grammar = opened({ script, limit: 300 });
    const hung = grammar.lint('hang');
    const after = grammar.lint('live');
    await expect(hung).rejects.toThrow(/took longer than/);
    expect(messages(await after)).toEqual(['live']);
    expect(starts(life)).toBe(2);
  });

  test('that hangs a second time running is not started again for a while, and what waits is told at once', async () => {
    const { script, life } = pretend(`parentPort.on('message', () => { for (;;); });`);
    const grammar = opened({ script, limit: 200, pause: 600 });
    const asked = ['a', 'b', 'c', 'd'].map((text) => grammar.lint(text).catch(String));
    expect(await asked[0]).toContain('took longer than');
    expect(grammar.paused?.()).toBe(false);
    expect(await asked[1]).toContain('took longer than');
    expect(await asked[2]).toContain('rests for a few minutes');
    expect(await asked[3]).toContain('rests for a few minutes');
    expect(grammar.paused?.()).toBe(true);
    expect(starts(life)).toBe(2);
    await new Promise((done) => setTimeout(done, 700));
    expect(grammar.paused?.()).toBe(false);
    await expect(grammar.lint('e')).rejects.toThrow(/took longer than/);
    expect(starts(life)).toBe(3);
    expect(grammar.paused?.()).toBe(true);
  });

  test('that reads a text between two hangs is no reason to pause', async () => {
    const { script } = pretend(
      `parentPort.on('message', (ask) => { if (ask.text === 'hang') for (;;); answer(ask); });`,
    );
    const grammar = opened({ script, limit: 200 });
    const asked = ['hang', 'live', 'hang', 'live'].map((text) =>
      grammar.lint(text).then(messages, () => 'lost'),
    );
    expect(await Promise.all(asked)).toEqual(['lost', ['live'], 'lost', ['live']]);
    expect(grammar.paused?.()).toBe(false);
  });

  test('that is never ready, or cannot be started, fails the text with a sentence', async () => {
    const { script } = pretend('await new Promise((done) => setTimeout(done, 60_000));');
    await expect(opened({ script, start: 300 }).lint('a')).rejects.toThrow(/not ready within/);
    const broken = pretend(`throw new Error('no such package');`);
    await expect(opened({ script: broken.script }).lint('a')).rejects.toThrow(/no such package/);
  });

  test('goes away when idle, and comes back', async () => {
    const { script, life } = pretend(GOOD);
    const grammar = opened({ script, idle: 100 });
    await grammar.lint('a');
    await new Promise((done) => setTimeout(done, 500));
    expect((await grammar.lint('b'))[0]?.kind).toBe('2');
    expect(starts(life)).toBe(2);
  });

  test('once closed takes no text, and what waited is told so', async () => {
    const { script } = pretend(`parentPort.on('message', () => {});`);
    const grammar = opened({ script });
    const waiting = expect(grammar.lint('a')).rejects.toThrow(/was closed/);
    const behind = expect(grammar.lint('b')).rejects.toThrow(/was closed/);
    await grammar.close();
    await grammar.close();
    await Promise.all([waiting, behind]);
    await expect(grammar.lint('c')).rejects.toThrow(/was closed/);
  });
});
