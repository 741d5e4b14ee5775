/** Whatever stands in a call that is rightly signed: it gets an answer, and Bellbird goes on. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isThing, type Json } from '../fakes/slack/json.ts';
import { own, POST, writes } from './steps.ts';
import { openTenancy, STAFF_ROOM, type Tenancy } from './workspace.ts';

const RUNS = 250;

let at: Tenancy;
let bearer: string;
/** One activity of each kind that Teams sends here. */
let real: Json[];
/** Somebody's server, which nothing here may call. */
const elsewhere = createServer((_request, response) => {
  called += 1;
  response.end('{}');
});
let called = 0;
let lure: string;

beforeAll(async () => {
  await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  lure = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  at = await openTenancy();
  bearer = `Bearer ${await at.teams.token()}`;
  const card = await writes(at.amy);
  await at.amy.says('tweet From a channel.', { channel: STAFF_ROOM, mention: true });
  await at.amy.presses('Edit', card);
  await at.amy.submits({ 'What would you like to post?': `${POST} Twice.` });
  await at.amy.extension('Tweet');
  await at.amy.closes();
  await at.amy.installs();
  real = at.teams.deliveries.map(({ activity }) => activity);
});
afterAll(async () => {
  await at.close();
  elsewhere.close();
});

/** What cannot be told of in a report: it is made when it is sent. */
const MADE = new Map<unknown, () => unknown>([
  ['an address of somebody else’s', () => lure],
  ['something deep', () => JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`)],
  ['something long', () => '<'.repeat(40_000)],
  ['a long emptiness', () => ' '.repeat(50_000)],
]);

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    ...[null, '', 0, -1, true, [], {}, '__proto__', 'constructor', '\u0000', '../../x', '%2e%2e/'],
    ...['<at>everyone</at>', 'save', 'approve', 't/%/%', 'message', 'invoke', 'personal'],
  ),
  fc.constantFrom(...MADE.keys()),
);

type Change = { at: number; to: unknown; away: boolean };
const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), to: hostile, away: fc.boolean() });

/** Every place in it that can be changed. */
function places(it: unknown, path: string[] = []): string[][] {
  if (it === null || typeof it !== 'object') return [path];
  const inner = Object.entries(it).flatMap(([key, value]) => places(value, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function changed(activity: Json, changes: readonly Change[]): Json {
  const copy: Json = structuredClone(activity);
  const all = places(copy);
  for (const { at: index, to, away } of changes) {
    const path = all[index % all.length] ?? [];
    const key = path.at(-1) ?? 'text';
    let holder: unknown = copy;
    for (const step of path.slice(0, -1)) holder = isThing(holder) ? holder[step] : null;
    if (!isThing(holder)) continue;
    if (away) delete holder[key];
    else holder[key] = MADE.get(to)?.() ?? to;
  }
  return copy;
}

describe('a call that is rightly signed', () => {
  it('and changed in any place is answered, as what it is', async () => {
    const seen = new Set<number>();
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (which, changes) => {
          number += 1;
          const before = { ...(real[which % real.length] ?? {}), id: `fuzz-${number}` };
          const activity = changed(before, changes);
          const calls = at.teams.calls.length;
          const { status } = await at.teams.posts(activity, bearer);
          seen.add(status);
          // Its answer goes to Teams, which may know no such place.
          const away = at.teams.calls.slice(calls).some((call) => call.status >= 400);
          const unknown = activity.type === 'invoke' ? [501] : [];
          const told = JSON.stringify(activity).slice(0, 4000);
          expect([200, 400, 401, 403, ...(away ? [500] : []), ...unknown], told).toContain(status);
        },
      ),
      { numRuns: RUNS },
    );
    expect([...seen]).toEqual(expect.arrayContaining([200, 400]));
  });

  it('and any JSON, or none, is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
        const { status } = await at.teams.posts(body, bearer);
        expect(status).toBe(400);
      }),
      { numRuns: 60 },
    );
  });

  it('sends nothing to an address that its token does not vouch for, and leaves Bellbird at work', async () => {
    for (const activity of real) {
      const { status } = await at.teams.posts({ ...activity, serviceUrl: lure }, bearer);
      expect(status).toBe(401);
    }
    await at.teams.quiet();
    expect(called).toBe(0);
    const before = own(at.amy).length;
    await writes(at.amy, 'After all of that.');
    expect(own(at.amy)).toHaveLength(before + 1);
    expect(await at.timeline()).toEqual([]);
    expect(at.teams.faults.filter((fault) => fault.includes('no such call'))).toEqual([]);
  });
});
