/**
 * Bellbird as `npm start` runs it, with a school of its own and a fake of a chat that it works in. Only the time
 * is ours, and what a test puts in place of the world's own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import { readConfig } from '../../src/config.ts';
import { type Instead, type Running, start } from '../../src/main.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { standing } from './shown.ts';
import { ROLL, TUESDAY } from './staffroom.ts';
import { nobodyWrites } from './strangers.ts';

/** Finds nothing: the real checker takes a second to start, and few tests are about it. */
const FINDS_NOTHING: Grammar = { lint: async () => [], close: async () => {} };

/** What a test puts in place; the checker is closed with the school, so a way to make one makes one at each start. */
export type Inside = Omit<Instead, 'clock' | 'grammar'> & { grammar?: Grammar | (() => Grammar) };

/** The fake of a chat, as far as every chat is one. */
type Chat = {
  later: (ms: number) => void;
  quiet: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts it; `served` is told where, each time. */
export async function openHouse(given: {
  chat: Chat;
  served: (url: string) => void;
  school: string;
  now?: number | undefined;
  env: Record<string, string>;
  instead?: Inside | undefined;
}) {
  const { chat, served } = given;
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-house-'));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, given.school);
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  let now = given.now ?? TUESDAY;
  const clock = { now: () => now };
  const read = readConfig({
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: file,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...given.env,
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { config } = read;
  const { grammar, ...instead } = { audience: nobodyWrites, ...given.instead };
  const checker = () => (typeof grammar === 'function' ? grammar() : grammar) ?? FINDS_NOTHING;
  let running: Running;
  const begin = async () => {
    running = await start(config, { ...instead, grammar: checker(), clock });
    served(running.url);
    await chat.quiet();
  };
  await begin();

  return {
    folder,
    file,
    get world() {
      return running.world;
    },
    get url() {
      return running.url;
    },
    get now() {
      return now;
    },
    timeline: async () => {
      const items = await running.world.store.shelf.after(timelineTopic('@Larkfield'), 0, 1000);
      return standing(items);
    },
    events: async () => {
      const entries = await running.world.store.read.ledger('larkfield', 0, 10_000);
      return entries.map((entry) => entry.event).filter((event) => event !== 'roll.imported');
    },
    /** Lets time pass here and in the chat, and the work that falls due be done. */
    passes: async (ms: number) => {
      now += ms;
      chat.later(ms);
      running.world.wake(now);
      await chat.quiet();
    },
    /** Stops it, lets something be done meanwhile, and starts it anew. */
    restart: async (meanwhile: () => void = () => {}) => {
      await running.stop();
      meanwhile();
      await begin();
    },
    /** Ends it, and the chat with it. */
    end: async () => {
      await running.stop();
      await chat.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
