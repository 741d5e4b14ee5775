import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buttonOf,
  eventually,
  HOUR,
  labels,
  NO_FAULTS,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  ticks,
} from './staffroom.ts';

let school: SchoolAtWork;
afterEach(() => school.close());

const WORDS = 'Year 5 have built bridges that carry a bag of sugar.';

const sent = () => school.sent(WORDS);

describe('a school that asks for a signed agreement and for the head to approve its account', () => {
  const SUTTON = SCHOOL.replace('policy: standard', 'policy: sutton-manor');

  it('lets nobody write before they have signed, and the head and a governor after them', async () => {
    school = await openSchool({ school: SUTTON, instead: { grammar: NO_FAULTS } });
    expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('/policy agree');
    const agreement = await school.amy.types('/policy agree');
    if (!agreement.shown) throw new Error(agreement.text);
    const [sign] = agreement.shown.card.buttons;
    if (!sign) throw new Error('nothing to sign with');
    await school.amy.touches(agreement.shown, sign);
    expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('Jo Clarke');

    const forGus = await school.gus.types('/desk');
    expect(forGus.text).toContain('Amy Reid');
    await countersign(school.gus, forGus.shown);
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
    await countersign(school.jo, (await school.jo.types('/desk')).shown);
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
    expect(await school.events()).toEqual(
      expect.arrayContaining(['agreement.signed', 'agreement.countersigned']),
    );
  });

  it('sends nothing on an account the head has not approved', async () => {
    school = await openSchool({ school: SUTTON, instead: { grammar: NO_FAULTS } });
    await signed();
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no card');
    expect(shown.text).toContain('@Larkfield may be used once Jo Clarke has approved it');
    const send = { ...buttonOf(shown, 'Edit'), action: 'send' as const };
    const refused = await school.amy.touches(shown, send, ticks(shown));
    expect(refused.text).toContain('@Larkfield may be used once Jo Clarke has approved it');
    const approve = { action: 'approve-account' as const, item: '@Larkfield' };
    expect((await school.sam.touches(null, approve)).as).toBe('note');
    expect((await school.jo.touches(null, approve)).as).not.toBe('note');
    const able = await school.settled(await school.says(shown, 'Ready for'));
    const sent = labels(able).find((label) => label.startsWith('Send to')) ?? '';
    expect((await school.amy.presses(sent, able, ticks(able))).as).toBe('replace');
  });

  async function countersign(who: SchoolAtWork['jo'], desk: Shown | null): Promise<void> {
    const done = await who.touches(desk, { action: 'countersign', item: 'amy-reid' });
    expect(done.as).not.toBe('note');
  }

  async function signed(): Promise<void> {
    await school.amy.touches(null, { action: 'agree' });
    await countersign(school.gus, null);
    await countersign(school.jo, null);
  }
});

describe('a school run by its head and IT lead', () => {
  const HUTTON = SCHOOL.replace('policy: standard', 'policy: hutton-rudby')
    .replace(
      '{name: Ben Shah, roles: [teacher, nominated]}',
      '{name: Ben Shah, roles: [teacher, it-lead]}',
    )
    .replace('approvals: {needed: 1, by: [slt]}', 'approvals: {needed: 1, by: [head, it-lead]}');

  it('lets a teacher write only with a grant of the head, while it lasts', async () => {
    school = await openSchool({ school: HUTTON });
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
    await school.close();
    const grant = 'grants: [{kind: posting, by: Jo Clarke, from: 2026-03-09, to: 2026-03-13}]';
    school = await openSchool({
      school: HUTTON.replace(
        '{name: Amy Reid, roles: [teacher, nominated]}',
        `{name: Amy Reid, roles: [teacher], ${grant}}`,
      ),
    });
    // She still signs first, and the head signs too.
    expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('/policy agree');
    await school.amy.touches(null, { action: 'agree' });
    await school.jo.touches(null, { action: 'countersign', item: 'amy-reid' });
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
    await school.until('2026-03-16T10:00:00Z');
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
  });
});

describe('when the rules change under way', () => {
  const late = SCHOOL.replace(
    'policy: standard',
    'policy: {extends: standard, posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "15:00", to: "18:00"}, excused: [urgent]}}',
  );

  it('an approved post that the policy no longer allows is stopped before it goes out, and says why', async () => {
    school = await openSchool({ school: late });
    const { author, slt } = await sent();
    await school.sam.presses('Approve', slt);
    await school.says(author, 'today 15:00');
    writeFileSync(
      school.file,
      late.replace('{extends: standard,', '{extends: standard, rules: {length: {limit: 20}},'),
    );
    await eventually(async () => (await school.events()).includes('school.reloaded'));
    await school.passes(6 * HOUR);
    const stopped = await school.says(author, 'changed since it was approved');
    expect(labels(stopped)).toContain('Edit');
    expect(await school.timeline()).toEqual([]);
    expect(await school.events()).toContain('draft.stopped');
  });

  it('a school file that breaks leaves the last good rules in force, and SLT is told', async () => {
    school = await openSchool({ school: SCHOOL });
    writeFileSync(school.file, SCHOOL.replace('roles: [governor]', 'roles: [gouvernor]'));
    const told = await school.sltCard('The school file has a fault');
    expect(told.text).toContain('gouvernor');
    expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
    writeFileSync(school.file, SCHOOL.replace('Amy Reid', 'Anne Reid'));
    await eventually(async () => (await school.amy.types(`/tweet ${WORDS}`)).as !== 'card');
  });

  it('an account moved to an outlet that is not running here is refused like any other fault', async () => {
    school = await openSchool({ school: SCHOOL });
    const keys =
      'keys: {app: X_APP_KEY, app_secret: X_APP_SECRET, access: X_ACCESS_TOKEN, access_secret: X_ACCESS_SECRET}';
    writeFileSync(school.file, SCHOOL.replace('outlet: timeline,', `outlet: x, ${keys},`));
    const told = await school.sltCard('The school file has a fault');
    expect(told.text).toContain('cannot publish on yet');
    const { slt } = await sent();
    await school.sam.presses('Approve', slt);
    await school.says(slt, '/timeline/');
  });

  it('an author who has left the school file publishes nothing any more', async () => {
    school = await openSchool({ school: late });
    const { slt } = await sent();
    await school.sam.presses('Approve', slt);
    writeFileSync(
      school.file,
      late.replace('  - {name: Amy Reid, roles: [teacher, nominated]}\n', ''),
    );
    await eventually(async () => (await school.events()).includes('school.reloaded'));
    await school.passes(6 * HOUR);
    await eventually(async () => (await school.events()).includes('draft.stopped'));
    expect(await school.timeline()).toEqual([]);
  });

  it('a decision of someone who lost the role meanwhile is refused', async () => {
    school = await openSchool({ school: SCHOOL });
    const { slt } = await sent();
    writeFileSync(
      school.file,
      SCHOOL.replace(
        '{name: Sam Obi, roles: [slt, nominated]}',
        '{name: Sam Obi, roles: [teacher]}',
      ),
    );
    await eventually(async () => (await school.events()).includes('school.reloaded'));
    expect((await school.sam.presses('Approve', slt)).text).toContain('Only Lee Park or Jo Clarke');
  });
});

describe('opening a post again', () => {
  it('every copy of its card changes with it', async () => {
    school = await openSchool();
    const { slt } = await sent();
    const list = await school.amy.types('/tweet status');
    const opened = await school.amy.types('/tweet status 1');
    if (!opened.shown || !list.shown) throw new Error(opened.text);
    await school.sam.presses('Approve', slt);
    await school.says(opened.shown, '/timeline/');
    expect((await school.again(list.shown)).text).toContain('Your posts');
  });

  it('another teacher may not open it', async () => {
    school = await openSchool();
    await sent();
    const opened = await school.ben.types('/tweet status 1');
    expect(opened.as).toBe('note');
    expect(opened.text).toContain('Amy Reid');
  });
});

it('the word help after any command tells what can be typed, and is no post', async () => {
  school = await openSchool();
  for (const line of ['/tweet help', '/policy Help', '/desk help', '/help']) {
    expect((await school.amy.types(line)).text, line).toContain('What you can type');
  }
  expect((await school.amy.types('/tweet help us find our hamster')).text).toContain('hamster');
});
