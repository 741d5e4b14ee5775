/** The tokens the fake brings go through the SDK's own check of them; each kind of bad one is refused there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schoolOver } from './cloud.ts';
import { AMY } from './larkfield.ts';
import type { FakeTeams } from './teams.ts';
import type { TokenOptions } from './tokens.ts';

let ends: (() => unknown)[] = [];
let teams: FakeTeams;
let heard: unknown[];

beforeEach(async () => {
  heard = [];
  teams = await schoolOver(ends, (_turn, { text }) => {
    heard.push(text);
  });
  // The SDK tells of a refused token on the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const end of ends.toReversed()) await end();
  ends = [];
});

const first = () => {
  const [delivery] = teams.deliveries;
  if (!delivery) throw new Error('Nothing was delivered.');
  return delivery.activity;
};

it('a message from Teams is let in by the SDK’s own check of its token', async () => {
  await teams.person(AMY).says('tweet Sports day');
  expect(heard).toEqual(['tweet Sports day']);
  expect(teams.deliveries).toMatchObject([{ status: 200 }]);
  expect(teams.faults).toEqual([]);
});

describe('a token', () => {
  const wrong: [what: string, TokenOptions][] = [
    ['that another key signed', { key: 'stranger' }],
    ['that another key signed under the right name', { key: 'stranger', kid: 'own' }],
    ['whose key is not endorsed for Teams', { key: 'unendorsed' }],
    ['that was changed after it was signed', { forged: true }],
    ['that expired ten minutes ago', { expires: -600 }],
    ['for another app', { audience: '00000000-0000-0000-0000-000000000000' }],
    ['from another issuer', { issuer: 'https://login.example' }],
    ['for another service', { serviceUrl: 'https://smba.example/' }],
  ];

  it.each(wrong)('%s is refused, and nothing is heard', async (_what, options) => {
    await teams.person(AMY).says('one');
    const { status } = await teams.posts(first(), `Bearer ${await teams.token(options)}`);
    // The SDK answers 500 where the signature is at fault, and 401 to all else.
    expect(status).toBe(options.forged || options.kid ? 500 : 401);
    expect(heard).toEqual(['one']);
  });

  it('is let in where nothing is wrong with it', async () => {
    await teams.person(AMY).says('one');
    const { status } = await teams.posts(first(), `Bearer ${await teams.token()}`);
    expect(status).toBe(200);
    expect(heard).toEqual(['one', 'one']);
  });

  it.each([null, 'Bearer', 'Bearer nonsense', 'Basic YTpi'])('such as %s is none', async (none) => {
    await teams.person(AMY).says('one');
    const { status } = await teams.posts(first(), none);
    expect(status).toBe(401);
    expect(heard).toEqual(['one']);
  });
});
