/**
 * The floor under publishing: the library's own calls and nothing else, so many at a time. Arguments: a file of
 * JSON with the accounts' keys and texts, and the moment (epoch ms) at which all fall due.
 */
import { readFileSync } from 'node:fs';
import type { TwitterApiTokens } from 'twitter-api-v2';
import { libraryAt } from '../fakes/x/client.ts';

export type Bare = {
  at: string;
  atOnce: number;
  accounts: { keys: TwitterApiTokens; texts: string[] }[];
};

const [file = '', due = '0'] = process.argv.slice(2);
const { at, atOnce, accounts } = JSON.parse(readFileSync(file, 'utf8')) as Bare;
const clients = accounts.map(({ keys, texts }) => ({ client: libraryAt(at, keys).v2, texts }));
const longest = Math.max(...accounts.map(({ texts }) => texts.length));
const left = Array.from({ length: longest }, (_, turn) =>
  clients.flatMap(({ client, texts }) => {
    const text = texts[turn];
    return text === undefined ? [] : [{ client, text }];
  }),
).flat();
process.stdout.write(`${at}\n`);
await new Promise((done) => setTimeout(done, Number(due) - Date.now()));
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = left.shift(); next; next = left.shift()) await next.client.tweet(next.text);
  }),
);
