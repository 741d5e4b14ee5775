/** What Bellbird asks of X, against X's own OpenAPI: an extra for those who have a copy beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { OURS, served } from './served.ts';

const DOCUMENT = new URL('../../../shared/data/x-openapi.json', import.meta.url);
const there = existsSync(DOCUMENT);
if (!there) {
  process.stdout.write(
    'There is no x-openapi.json beside the project: what Bellbird asks of X is not compared with it.\n',
  );
}

type Operation = {
  parameters?: { name?: string; in?: string; $ref?: string }[];
  requestBody?: { content: Record<string, { schema: object }> };
};
type Api = {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, { name: string }> };
};

it.skipIf(!there)('a post’s body is what X’s document describes, whoever may reply', async () => {
  const api = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Api;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(api, 'x');
  const schema = { $ref: 'x#/components/schemas/CreatePostsRequest' };
  const described = ajv.compile(schema);
  expect(described({ text: 'One', reply_settings: 'everyone' })).toBe(false);
  for (const who of ['mentioned', 'following', 'everyone'] as const) {
    const { outlet, x } = await served({}, { whoMayReply: () => who });
    await outlet.publish(OURS, 'One');
    const { body } = x.calls.find(({ operation }) => operation === 'post') ?? {};
    expect([described(body), described.errors]).toEqual([true, null]);
    await x.stop();
  }
});

it.skipIf(!there)(
  'a reading asks for parameters X’s document knows, but for the older name of fields',
  async () => {
    const api = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Api;
    const known = (path: string) =>
      (api.paths[path]?.get?.parameters ?? []).map(
        ({ name, $ref }) => name ?? api.components.parameters[$ref?.split('/').at(-1) ?? '']?.name,
      );
    const { outlet, audience, x } = await served();
    await outlet.newest(OURS);
    await outlet.postsSince(OURS, '7');
    await outlet.look(OURS, ['7']);
    await audience.profile(OURS, OURS);
    await audience.profiles(OURS, ['7']);
    for (const list of ['followers', 'following', 'blocking'] as const)
      await audience[list](OURS, null);
    await audience.mentions(OURS, '7', null);
    const paths = {
      me: '/2/users/me',
      timeline: '/2/users/{id}/tweets',
      look: '/2/tweets',
      'user-named': '/2/users/by/username/{username}',
      users: '/2/users',
      followers: '/2/users/{id}/followers',
      following: '/2/users/{id}/following',
      blocking: '/2/users/{id}/blocking',
      mentions: '/2/users/{id}/mentions',
    };
    expect(new Set(x.calls.map(({ operation }) => operation))).toEqual(new Set(Object.keys(paths)));
    for (const { operation, query } of x.calls) {
      const path = paths[operation as keyof typeof paths];
      const asked = Object.keys(query).filter((name) => name !== 'tweet.fields');
      expect(known(path)).toEqual(expect.arrayContaining(asked));
    }
    await x.stop();
  },
);

it.skipIf(!there)('a deed’s body is what X’s document describes', async () => {
  const api = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Api;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(api, 'x');
  const { audience, x } = await served();
  await audience.follow(OURS, '7');
  await audience.mute(OURS, '7');
  await audience.hide(OURS, '7');
  for (const [operation, path, method] of [
    ['follow', '/2/users/{id}/following', 'post'],
    ['mute', '/2/users/{id}/muting', 'post'],
    ['hide', '/2/tweets/{tweet_id}/hidden', 'put'],
  ] as const) {
    const content = api.paths[path]?.[method]?.requestBody?.content['application/json'];
    const { $ref = '' } = (content?.schema ?? {}) as { $ref?: string };
    const described = ajv.compile({ $ref: `x${$ref}` });
    const { body } = x.calls.find((call) => call.operation === operation) ?? {};
    expect([described(body), described.errors]).toEqual([true, null]);
  }
  await x.stop();
});
