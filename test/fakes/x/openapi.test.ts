/** What the fake takes, against X's own OpenAPI: an extra for those who have a copy beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REPLY_SETTINGS } from './bodies.ts';
import { operationOf, queryFault } from './operations.ts';

const DOCUMENT = new URL('../../../../shared/data/x-openapi.json', import.meta.url);
const there = existsSync(DOCUMENT);
if (!there)
  process.stdout.write(
    'There is no x-openapi.json beside the project: the fake of X is not compared with it.\n',
  );

type Parameter = {
  name: string;
  in: string;
  schema: { minimum?: number; maximum?: number; maxItems?: number; items?: { enum?: string[] } };
};
type Api = {
  paths: Record<string, Record<string, { parameters?: (Parameter & { $ref?: string })[] }>>;
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, { properties: Record<string, { enum?: string[] }> }>;
  };
};
const api = there ? (JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Api) : null;

const parametersOf = (path: string, method: string): Parameter[] =>
  (api?.paths[path]?.[method]?.parameters ?? []).map((each) =>
    each.$ref ? (api?.components.parameters[each.$ref.split('/').at(-1) ?? ''] as Parameter) : each,
  );

const takes = (path: string, name: string, value: string) => {
  const asked = operationOf('GET', path);
  if (!asked) throw new Error(`${path} is not taken`);
  const query = new URLSearchParams(
    /^\/2\/(?:tweets|users)$/.test(path) && name !== 'ids' ? { ids: '1' } : {},
  );
  query.set(name, value);
  return queryFault(asked, query) === null;
};

it.skipIf(!there).each([
  ['/2/users/{id}/tweets', '/2/users/12/tweets'],
  ['/2/tweets', '/2/tweets'],
  ['/2/usage/tweets', '/2/usage/tweets'],
  ['/2/users/by/username/{username}', '/2/users/by/username/Larkfield'],
  ['/2/users', '/2/users'],
  ['/2/users/{id}/followers', '/2/users/12/followers'],
  ['/2/users/{id}/following', '/2/users/12/following'],
  ['/2/users/{id}/blocking', '/2/users/12/blocking'],
  ['/2/users/{id}/mentions', '/2/users/12/mentions'],
])('takes of %s no field or bound that the document does not know', (documented, path) => {
  for (const { name, in: where, schema } of parametersOf(documented, 'get')) {
    if (
      where !== 'query' ||
      !/^(post\.fields|user\.fields|usage\.fields|max_results|days|ids)$/.test(name)
    )
      continue;
    for (const value of schema.items?.enum ?? [])
      expect([name, value, takes(path, name, value)]).toEqual([name, value, true]);
    if (schema.maximum === undefined) continue;
    for (const [value, right] of [
      [schema.maximum, true],
      [schema.maximum + 1, false],
      [(schema.minimum ?? 0) - 1, false],
    ] as const) {
      expect([name, value, takes(path, name, String(value))]).toEqual([name, value, right]);
    }
  }
});

it.skipIf(!there)('has the same paths, and the same words for who may reply', () => {
  const documented = [
    '/2/tweets',
    '/2/tweets/{id}',
    '/2/users/me',
    '/2/users/{id}/tweets',
    '/2/usage/tweets',
    '/2/users/by/username/{username}',
    '/2/users',
    '/2/users/{id}/followers',
    '/2/users/{id}/following',
    '/2/users/{id}/blocking',
    '/2/users/{id}/mentions',
    '/2/users/{id}/muting',
    '/2/users/{source_user_id}/following/{target_user_id}',
    '/2/tweets/{tweet_id}/hidden',
  ];
  expect(documented.filter((path) => !api?.paths[path])).toEqual([]);
  const { reply_settings } = api?.components.schemas.CreatePostsRequest?.properties ?? {};
  expect(reply_settings?.enum?.sort()).toEqual([...REPLY_SETTINGS].sort());
});
