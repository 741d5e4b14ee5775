/** The door: only what Microsoft signed for this app and Teams comes in. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TokenOptions } from '../fakes/teams/tokens.ts';
import { delivered, own, POST, writes } from './steps.ts';
import { AMY, openTenancy, type Tenancy } from './workspace.ts';

// Before Bellbird comes between: what is heard here would have been printed.
const printed = vi.spyOn(console, 'error');

let at: Tenancy;
let line: Record<string, unknown>;
beforeAll(async () => {
  at = await openTenancy();
  await writes(at.amy);
  line = { ...delivered(at, 'message'), id: 'again' };
});
afterAll(async () => {
  expect(await at.close()).toEqual([]);
});

const posts = async (wrong: TokenOptions | null, activity: object = line) =>
  at.teams.posts(
    activity as never,
    wrong === null ? null : `Bearer ${await at.teams.token(wrong)}`,
  );

describe('a call is refused', () => {
  it.each<[what: string, wrong: TokenOptions | null]>([
    ['without a token', null],
    ['with one that has expired', { expires: -600 }],
    ['with one that was changed', { forged: true }],
    ['with one signed by a key nobody published', { key: 'stranger' }],
    ['with one that names another key than signed it', { key: 'stranger', kid: 'own' }],
    ['with one signed by a key that is not for Teams', { key: 'unendorsed' }],
    ['with one for another app', { audience: '00000000-0000-4000-8000-000000000000' }],
    ['with one of another issuer', { issuer: 'https://sts.windows.net/elsewhere/' }],
    ['with one for another address of Teams', { serviceUrl: 'https://evil.example/' }],
    ['with one that vouches for no address', { ofBot: true }],
  ])('%s, and nothing is said of why', async (_what, wrong) => {
    const before = await at.events();
    const { status, body } = await posts(wrong);
    expect(status).toBe(401);
    expect(printed).not.toHaveBeenCalled();
    expect(body).toBeNull();
    await at.teams.quiet();
    expect(await at.events()).toEqual(before);
  });

  it.each(['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic YTpi', `Bearer ${'x'.repeat(9000)}`])(
    'with %.20s for a token',
    async (authorization) => {
      expect((await at.teams.posts(line as never, authorization)).status).toBe(401);
    },
  );

  it('that is signed, and comes from another channel where people say themselves who they are', async () => {
    expect((await posts({}, { ...line, channelId: 'webchat' })).status).toBe(403);
    expect(own(at.amy)).toHaveLength(1);
  });
});

describe('a signed call', () => {
  it.each(['\0', '\ud800', ''])('whose ids no store could keep (%j) is refused', async (id) => {
    for (const part of ['conversation', 'from'] as const) {
      const own = line[part] as object;
      const held = part === 'from' ? { ...own, aadObjectId: id } : { ...own, id };
      expect((await posts({}, { ...line, id: 'kept', [part]: held })).status).toBe(400);
    }
  });

  it('that is no activity is answered with a sentence', async () => {
    for (const body of [{}, [], { type: 'message' }, { ...line, conversation: null }]) {
      const { status, body: said } = await posts({}, body);
      expect(status).toBe(400);
      expect(JSON.stringify(said)).toContain('activities');
    }
  });

  it('of more than 512 kB is not read', async () => {
    const { status, body } = await posts({}, { ...line, text: 'x'.repeat(520 * 1024) });
    expect(status).toBe(413);
    expect(JSON.stringify(body)).toContain('512 kB');
  });

  it('that is a message of over 80 KB gets an answer, in a card Teams takes', async () => {
    await at.amy.says(`tweet ${'Sunflowers grow. '.repeat(5200)}`);
    expect(own(at.amy).at(-1)?.text).toMatch(/too long|characters|4,?000/i);
  });

  it('of a kind that is not known is passed over', async () => {
    expect((await posts({}, { ...line, id: '2', type: 'typing' })).status).toBe(200);
    const invoke = { ...line, id: '3', type: 'invoke', name: 'signin/verifyState' };
    expect((await posts({}, invoke)).status).toBe(501);
  });

  it.each<[what: string, more: object]>([
    ['no data', { name: 'adaptiveCard/action', value: {} }],
    ['data of another kind', { name: 'adaptiveCard/action', value: { action: { data: 'x' } } }],
    ['an action nobody knows', { name: 'task/fetch', value: { data: { action: 'launch' } } }],
    [
      'a form of ours for no post',
      {
        name: 'task/submit',
        value: { data: { action: 'save', draft: 'x', revision: 1, text: POST } },
      },
    ],
    [
      'a ref that is none',
      { name: 'task/submit', value: { data: { action: 'approve', draft: 'x', from: 't/%/%' } } },
    ],
    ['no value', { name: 'composeExtension/submitAction' }],
    [
      'nobody it is from',
      {
        name: 'adaptiveCard/action',
        from: { id: 'x' },
        value: { action: { data: { action: 'approve' } } },
      },
    ],
  ])('with %s is answered with a word', async (what, more) => {
    const { status, body } = await posts(
      {},
      { ...line, id: what, type: 'invoke', replyToId: '1', text: undefined, ...more },
    );
    expect(status).toBe(200);
    expect(JSON.stringify(body).length).toBeGreaterThan(20);
    expect((await at.amy.says('desk')).messages).toHaveLength(1);
  });
});

it('while Microsoft’s keys cannot be had nobody is let in, and then somebody is', async () => {
  const other = await openTenancy();
  other.teams.next('openid', { status: 503 }, { status: 503 }, { status: 503 }, { status: 503 });
  other.teams.world.chatOf(AMY);
  const authorization = `Bearer ${await other.teams.token()}`;
  const activity = { ...line, serviceUrl: other.teams.serviceUrl, id: 'keys' };
  const statuses: number[] = [];
  for (let tries = 0; tries < 8 && statuses.at(-1) !== 200; tries += 1) {
    statuses.push((await other.teams.posts(activity as never, authorization)).status);
  }
  expect(statuses[0]).toBe(503);
  expect(statuses.at(-1)).toBe(200);
  expect(await other.close()).toEqual([]);
});
