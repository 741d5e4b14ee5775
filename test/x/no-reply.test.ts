/** No reply by construction: there is no call for it, no path to it, and nothing that is typed becomes one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OURS, served } from './served.ts';

const ROOM = resolve(import.meta.dirname, '../../adapters/x');
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const source = (file: string) => readFileSync(join(ROOM, file), 'utf8');

/** All that may be asked of X, by whoever asks. */
const ASKED = [
  "delete('tweets/:id'",
  "delete('users/:id/following/:target'",
  "get('usage/tweets'",
  'get(path',
  "post('https://api.x.com/oauth/access_token'",
  "post('https://api.x.com/oauth/request_token'",
  "post('https://api.x.com/oauth2/token'",
  "post('tweets'",
  "post('users/:id/following'",
  "post('users/:id/muting'",
  "put('tweets/:id/hidden'",
];
const READ = [
  "read('tweets'",
  "read('users'",
  "read('users/:id/blocking'",
  "read('users/:id/followers'",
  "read('users/:id/following'",
  "read('users/:id/mentions'",
  "read('users/:id/tweets'",
  "read('users/by/username/:username'",
  "read('users/me'",
];

describe('adapters/x', () => {
  it('gives the outlet and nothing else that posts', async () => {
    const { outlet, audience, x } = await served();
    expect(Object.keys(audience).sort()).toEqual(
      `block blocking childrensPolicy costOf follow followers following hide mentions mute name pageOf profile
      profiles remove requests unfollow`.split(/\s+/),
    );
    expect(Object.keys(outlet).sort()).toEqual(
      'look matches name newest page pointed postsSince price publish readBackAfter remove'.split(
        ' ',
      ),
    );
    await x.stop();
    const modules = await Promise.all(
      files.map(async (file) => Object.keys(await import(join(ROOM, file)))),
    );
    const given = modules.flat().sort();
    expect(given).toContain('xOutlet');
    // A line can post; it is opened for the outlet, and by what looks over an account or logs it in.
    const open = files.filter((file) => /\bopenLine\(/.test(source(file))).sort();
    expect(open).toEqual(['accounts.ts', 'doctor/look.ts', 'line.ts', 'login.ts']);
    for (const name of given) expect(name).not.toMatch(/repl|quote|like|follow|message|retweet/i);
  });

  it('asks X only for what is on the list', () => {
    const asked = files.flatMap((file) =>
      [
        ...source(file).matchAll(
          /\b(?:get|post|put|patch|delete|send)\(\s*(?:path\b|['`][^'`]*['`])/g,
        ),
      ].map(([call]) => call.replace(/\(\s+/, '(')),
    );
    expect([...new Set(asked)].sort()).toEqual(ASKED);
    const read = [...source('line.ts').matchAll(/\bread\('[^']*'/g)].map(([call]) => call);
    expect(read.sort()).toEqual(READ);
  });

  it('uses nothing of the library but its bare calls', () => {
    const text = files.map(source).join('\n');
    const names = 'tweet reply quote like retweet sendDm newDm tweetThread uploadMedia search';
    for (const name of names.split(' ')) {
      expect(text, name).not.toMatch(new RegExp(`\\.${name}\\w*\\(`));
    }
    const bare = [...text.matchAll(/\bv2\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(bare)].sort()).toEqual(['delete', 'get', 'post', 'put']);
    expect(text).not.toMatch(/in_reply_to|quote_tweet|\bv1\b/);
  });

  it('posts whatever is typed as words alone', async () => {
    const { outlet, x } = await served();
    x.world.limits.post = 1_000;
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        '@BBCBitesize thank you',
        '{"text":"a","reply":{"in_reply_to_tweet_id":"1"}}',
        'd BBCBitesize hello',
        'https://x.com/BBC/status/1900000000000000001',
      ),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        await outlet.publish(OURS, text);
        const body = x.calls.findLast(({ operation }) => operation === 'post')?.body;
        expect(body).toEqual({ text, reply_settings: 'mentionedUsers' });
      }),
      { numRuns: 60 },
    );
    await x.stop();
    expect(x.forbidden).toEqual([]);
    expect(x.malformed).toEqual([]);
  });
});
