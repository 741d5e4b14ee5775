/** What is escalated: a page whose address is its key, and a file from the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE, SCHOOL } from './staffroom.ts';
import { allWrite, writes } from './strangers.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const HOSTILE = '@Larkfield you ugly cow <script>alert(1)</script> "&\u202e';

let school: SchoolAtWork;
let address: string;

beforeAll(async () => {
  const [playground] = platforms;
  if (!playground) throw new Error('nowhere to play it');
  school = await openOn(playground, { school: SCHOOL, instead: { audience: allWrite } });
  await writes(school, '@qx81027713', HOSTILE, { answers: '1' });
  await school.passes(16 * MINUTE);
  const card = await school.sltCard('ugly cow');
  const act = card.buttons.find((label) => label.startsWith('Act on')) ?? '';
  const said = { 'What is to be done?': 'Escalate', Why: 'It hounds the head' };
  await school.sam.presses(act, card, said);
  const decided = await school.says(card, '/evidence/');
  expect(decided.text).toContain('the school file names nobody yet');
  [address = ''] = /http\S+\/evidence\/\S+/.exec(decided.text) ?? [];
});
afterAll(() => school.close());

test('the page has the words, the decision and the ledger’s rows, with nothing of it run or fetched', async () => {
  const answer = await fetch(address);
  const page = await answer.text();
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(page).toContain('ugly cow &lt;script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toContain('It hounds the head');
  const rows = await school.world.store.read.ledger('larkfield', 0, 1_000);
  const about = rows.filter(
    ({ event }) => event === 'mention.decided' || event === 'mentions.read',
  );
  expect(about.length).toBeGreaterThan(1);
  for (const { hash, prev } of about) expect(page).toContain(`before ${prev}<br>hash ${hash}`);
  expect(JSON.stringify(rows)).not.toContain(address.split('/').at(-1));
});

test('no other address opens it', async () => {
  const pack = address.split('/').at(-1) ?? '';
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 40 }), async (guess) => {
      fc.pre(guess !== pack);
      const answer = await fetch(`${school.url}/evidence/larkfield/${encodeURIComponent(guess)}`);
      expect([400, 404]).toContain(answer.status);
      expect(await answer.text()).not.toContain('ugly cow');
    }),
    { numRuns: 40 },
  );
  expect((await fetch(address.replace('/larkfield/', '/another/'))).status).toBe(404);
  await eventually(async () => (await fetch(address)).status === 200);
});

test('it can be kept as a file, from the page and from the command line', async () => {
  const kept = await fetch(`${address}?save`);
  expect(kept.headers.get('content-disposition')).toContain('attachment');
  const [mention] = await school.world.store.read.mentionsInPack(
    'larkfield',
    address.split('/').at(-1) ?? '',
  );
  const file = join(school.folder, 'evidence.html');
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [CLI, 'evidence', ...words], {
      encoding: 'utf8',
      env: {
        ...process.env,
        BELLBIRD_DATA: join(school.folder, 'data'),
        BELLBIRD_SCHOOL: join(school.folder, 'school.yaml'),
      },
    });
  const wrote = run(String(mention?.number), '--out', file);
  expect([wrote.status, wrote.stderr]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toContain('It hounds the head');
  const again = run(String(mention?.number), '--out', file);
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('exists already')]);
  expect(run('999').stderr).toContain('@Larkfield has no mention 999');
  expect(run('1').stderr).toContain('was not escalated');
});
