/** The playground's doors at the wire: who gets in, and what a wrong request is told. */
import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { delivery, type House, openHouse, post } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.stop();
  await house.clear();
});

const say = (text: string, as = 'amy') => ({ as, text, delivery: delivery() });

/** GET or POST with a Host header of one's own, which fetch does not allow. */
function asHost(host: string, path: string, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json' };
    const outgoing = request(`${house.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? JSON.stringify(say('/help')) : undefined);
  });
}

test('the page, its scripts and the card package are served, with no inline script allowed', async () => {
  const page = await fetch(`${house.url}/`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
  const html = await page.text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
  expect(parts.length).toBeGreaterThan(6);
  for (const part of parts) expect((await fetch(`${house.url}${part}`)).status, part).toBe(200);
});

test('the page is told the people, the accounts and the commands', async () => {
  const school = await (await fetch(`${house.url}/playground/school`)).json();
  expect(school.name).toBe('Lickey Hills Primary School');
  expect(school.people[1]).toEqual({ id: 'sam', name: 'Sam Obi', roles: 'SLT', slt: true });
  expect(school.accounts).toEqual([
    { handle: '@Lickey_Hills', name: 'Lickey Hills Primary School' },
  ]);
  expect(school.completions.map(({ line }: { line: string }) => line)).toContain('/tweet status');
});

test('a name that only resolves to this machine opens no door', async () => {
  for (const path of ['/', '/playground/school', '/playground/page/page.js', '/timeline/a/1']) {
    expect(await asHost('evil.example', path), path).toBe(403);
  }
  expect(await asHost('127.0.0.1.evil.example:3978', '/playground/say', 'POST')).toBe(403);
  expect(await asHost(`localhost:${house.port}`, '/playground/school')).toBe(200);
});

test('a page of another site cannot make anybody say anything', async () => {
  const before = house.received.length;
  for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${house.port + 1}`]) {
    const { status, body } = await post(`${house.url}/playground/say`, say('/help'), { origin });
    expect(status).toBe(403);
    expect(body.error).toContain('another site');
  }
  const own = await post(`${house.url}/playground/say`, say('/help'), { origin: house.url });
  expect(own.status).toBe(200);
  expect(house.received.length).toBe(before + 1);
});

test('a form, which any site can send, is not read', async () => {
  const { status, body } = await post(
    `${house.url}/playground/say`,
    'as=amy&text=/tweet+hello&delivery=12345678',
    { 'content-type': 'application/x-www-form-urlencoded' },
  );
  expect(status).toBe(415);
  expect(body.error).toContain('application/json');
});

test('broken JSON gets a sentence', async () => {
  const { status, body } = await post(`${house.url}/playground/say`, '{"as":');
  expect(status).toBe(400);
  expect(body.error).toBe('The body is not valid JSON. Send one JSON object.');
});

test('a body of 1 MB gets a sentence and no answer from the desk', async () => {
  const before = house.received.length;
  const { status, body } = await post(`${house.url}/playground/say`, say('x'.repeat(1_000_000)));
  expect(status).toBe(413);
  expect(body.error).toContain('100 kB');
  expect(house.received.length).toBe(before);
});

test('somebody who is not at the school is told to choose again', async () => {
  const { status, body } = await post(`${house.url}/playground/say`, say('/help', 'mallory'));
  expect(status).toBe(403);
  expect(body.error).toContain('Choose who you are again');
  const events = await fetch(`${house.url}/playground/events?as=mallory`);
  expect(events.status).toBe(403);
  await events.body?.cancel();
});

test('a card in somebody else’s chat cannot be touched', async () => {
  const ref = await house.chat.post(
    'lickey',
    { to: 'person', person: 'sam' },
    { title: 'For Sam', summary: 'For Sam', parts: [], buttons: [] },
    'for-sam',
  );
  const act = { ref, delivery: delivery(), action: 'open', fields: {} };
  const amy = await post(`${house.url}/playground/act`, { ...act, as: 'amy' });
  expect(amy.status).toBe(403);
  const sam = await post(`${house.url}/playground/act`, { ...act, as: 'sam' });
  expect(sam.status).toBe(200);
});

test('no way leads out of the page’s folder', async () => {
  for (const path of ['/playground/page/..%2froutes.ts', '/playground/page/%2e%2e/routes.ts']) {
    const response = await fetch(`${house.url}${path}`);
    expect([403, 404]).toContain(response.status);
  }
});

test('whatever JSON is sent, the answer is JSON with a sentence, and never a fault of ours', async () => {
  const field = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('amy', '__proto__', '/tweet', 'a/b', '%', 'approve', '12345678', '\ud800'),
    fc.jsonValue(),
  );
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        as: fc.oneof(fc.constant('amy'), field),
        text: field,
        delivery: fc.oneof(fc.uuid(), field),
        ref: field,
        action: fc.oneof(fc.constant('open'), field),
        draft: field,
        revision: field,
        item: field,
        fields: fc.oneof(fc.dictionary(fc.string(), field), field),
      },
      { requiredKeys: [] },
    ),
  );
  const door = fc.constantFrom('say', 'act');
  await fc.assert(
    fc.asyncProperty(door, body, async (name, sent) => {
      const answer = await post(`${house.url}/playground/${name}`, JSON.stringify(sent));
      expect(answer.status).toBeLessThan(500);
      if (answer.status === 200) expect(typeof answer.body.as).toBe('string');
      else expect(answer.body.error).toMatch(/\w.*\.$/s);
    }),
    { numRuns: 300 },
  );
  expect(house.faults).toEqual([]);
});
