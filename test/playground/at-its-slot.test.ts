/** What an approved post is held against once more when its time has come. */
import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { importRoll } from '../../src/desk/roll.ts';
import type { Verdict } from '../../src/policy/rule.ts';
import {
  eventually,
  HOUR,
  openSchool,
  ROLL,
  SCHOOL,
  type SchoolAtWork,
} from '../scenarios/staffroom.ts';

const STRICT = SCHOOL.replace(
  'policy: standard',
  `policy: {extends: standard, rules: {pupil-name: {severity: block}, person-name: {severity: off}, individual-handle: {severity: block}},
  posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "15:00", to: "18:00"}, excused: [urgent]}}`,
);
const SECRET = 'a secret of this test, long enough';

let school: SchoolAtWork;
afterEach(() => school.close());

async function approved(words: string): Promise<string> {
  school = await openSchool({ school: STRICT, env: { BELLBIRD_SECRET: SECRET } });
  const { slt } = await school.sent(words);
  await school.sam.presses('Approve', slt);
  const [draft] = await school.world.store.read.draftsIn('larkfield', ['scheduled'], 2);
  if (!draft) throw new Error('it does not wait for its slot');
  return draft.id;
}

const stands = (id: string, state: string) =>
  eventually(async () => {
    const draft = await school.world.store.read.draft('larkfield', id);
    return draft?.state === state ? draft : null;
  }, state);

async function reloads(text: string): Promise<void> {
  writeFileSync(school.file, text);
  await eventually(async () => (await school.events()).includes('school.reloaded'));
}

describe('an approved post, at its slot', () => {
  it('goes out where it is let through on what it was let through on, also after a restart', async () => {
    const id = await approved('Look what @NationalTrust showed Year 4 at the farm.');
    await school.restart();
    await school.passes(6 * HOUR);
    await stands(id, 'published');
  });

  it('is stopped where the roll has since gained a pupil whom it names', async () => {
    const id = await approved('Our gardeners with Barnaby Oakenshaw have grown a giant pumpkin.');
    const [at] = school.world.schools.values();
    if (!at) throw new Error('no school was loaded');
    const csv = `${ROLL}Barnaby,Oakenshaw,Year 3,yes,no,yes\n`;
    expect(await importRoll(school.world, at, csv, SECRET)).toMatchObject({ ok: true, version: 2 });
    await school.passes(6 * HOUR);
    expect((await stands(id, 'changes-asked')).note).toContain("The school's lists have changed");
    expect(await school.timeline()).toEqual([]);
  });

  it('is stopped where an account that it mentions is taken off the list', async () => {
    const id = await approved('Look what @NationalTrust showed Year 4 at the farm.');
    await reloads(STRICT.replace('handles: ["@NationalTrust"]', 'handles: []'));
    await school.passes(6 * HOUR);
    expect((await stands(id, 'changes-asked')).note).toContain("The school's lists have changed");
    expect(await school.timeline()).toEqual([]);
  });

  it('is judged anew where nobody kept what it was judged by', async () => {
    const id = await approved('Year 4 built a marble run from cardboard.');
    const { store } = school.world;
    const kept = await store.read.revision('larkfield', id, 1);
    if (!kept) throw new Error('no revision');
    const { grounds, ...older } = kept.verdict satisfies Verdict;
    expect(grounds).toMatch(/\S{22}/);
    await store.transaction((tx) =>
      tx.setStatements('larkfield', id, 1, { ...kept, verdict: older }),
    );
    await reloads(STRICT.replace('rules: {', 'rules: {length: {limit: 20}, '));
    await school.passes(6 * HOUR);
    expect((await stands(id, 'changes-asked')).note).toContain('Our policy has changed');
  });
});
