/**
 * Publishing as one would write it first, for comparison: call, then write it down; on an error try again, five
 * times in all. A process of its own, which may be killed; its argument is a file of JSON that says what to post.
 */
import { readFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { TwitterApiTokens } from 'twitter-api-v2';
import { libraryAt } from '../fakes/x/client.ts';

export type NaiveLife = {
  at: string;
  file: string;
  accounts: { keys: TwitterApiTokens; posts: { name: string; words: string }[] }[];
};

const TRIES = 5;
const FIRST_PAUSE = 100;
/** As patient as Bellbird is in the same suite, ms. */
const PATIENCE = 400;

const { at, file, accounts } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as NaiveLife;
const db = new DatabaseSync(file);
db.exec('pragma journal_mode = wal; pragma synchronous = full');
db.exec('create table if not exists posts (name text primary key, went text not null) strict');
const written = db.prepare('select 1 from posts where name = ?');
const write = db.prepare('insert into posts (name, went) values (?, ?)');

const after = (ms: number) => new Promise<'late'>((done) => setTimeout(done, ms, 'late'));

async function publish(
  client: ReturnType<typeof libraryAt>,
  { name, words }: { name: string; words: string },
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      const went = await Promise.race([client.v2.tweet(words), after(PATIENCE)]);
      if (went === 'late') throw new Error('no answer');
      write.run(name, 'published');
      return;
    } catch {
      if (tried === TRIES) break;
      await after(FIRST_PAUSE * 2 ** (tried - 1));
    }
  }
  write.run(name, 'failed');
}

writeSync(1, 'ready\n');
await Promise.all(
  accounts.map(async ({ keys, posts }) => {
    const client = libraryAt(at, keys, { timeout: PATIENCE });
    for (const post of posts) if (!written.get(post.name)) await publish(client, post);
  }),
);
process.exit(0);
