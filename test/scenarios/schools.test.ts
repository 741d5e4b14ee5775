/** Schools of other policies: who signs, who may write, who runs them; and rules that change under way. */
import { afterEach, describe, expect, it } from 'vitest';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, HOUR, NO_FAULTS, SCHOOL } from './staffroom.ts';

const WORDS = 'Year 5 have built bridges that carry a bag of sugar.';
const SUTTON = SCHOOL.replace('policy: standard', 'policy: sutton-manor');
const HUTTON = SCHOOL.replace('policy: standard', 'policy: hutton-rudby')
  .replace(
    '{name: Ben Shah, roles: [teacher, nominated]}',
    '{name: Ben Shah, roles: [teacher, it-lead]}',
  )
  .replace('approvals: {needed: 1, by: [slt]}', 'approvals: {needed: 1, by: [head, it-lead]}');

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());

  const opened = async (text: string) => {
    school = await openOn(platform, { school: text, instead: { grammar: NO_FAULTS } });
  };

  describe('a school that asks for a signed agreement and for the head to approve its account', () => {
    it('lets nobody write before they have signed, and the head and a governor after them', async () => {
      await opened(SUTTON);
      expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('/policy agree');
      await school.agrees(school.amy);
      expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('Jo Clarke');

      expect((await school.gus.types('/desk')).text).toContain('Amy Reid');
      const settled = await school.settles(school.gus, 'Countersign for Amy Reid');
      expect(settled.as).toBe('replace');
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
      await school.settles(school.jo, 'Countersign for Amy Reid');
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
      expect(await school.events()).toEqual(
        expect.arrayContaining(['agreement.signed', 'agreement.countersigned']),
      );
    });

    it('sends nothing on an account the head has not approved', async () => {
      await opened(SUTTON);
      await school.agrees(school.amy);
      await school.settles(school.gus, 'Countersign for Amy Reid');
      await school.settles(school.jo, 'Countersign for Amy Reid');
      const card = await school.drafts(school.amy, WORDS);
      expect(card.text).toContain('@Larkfield may be used once Jo Clarke has approved it');
      expect(card.buttons.filter((label) => label.startsWith('Send'))).toEqual([]);
      const desk = await school.sam.types('/desk');
      expect(desk.shown?.buttons).not.toContain('Approve @Larkfield');
      expect((await school.settles(school.jo, 'Approve @Larkfield')).as).toBe('replace');
      const able = await school.says(card, 'Ready for');
      expect((await school.sends(school.amy, able)).as).toBe('replace');
    });
  });

  describe('a school run by its head and IT lead', () => {
    it('lets a teacher write only with a grant of the head, while it lasts', async () => {
      await opened(HUTTON);
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
      await school.close();
      const grant = 'grants: [{kind: posting, by: Jo Clarke, from: 2026-03-09, to: 2026-03-13}]';
      await opened(
        HUTTON.replace(
          '{name: Amy Reid, roles: [teacher, nominated]}',
          `{name: Amy Reid, roles: [teacher], ${grant}}`,
        ),
      );
      // She still signs first, and the head signs too.
      expect((await school.amy.types(`/tweet ${WORDS}`)).text).toContain('/policy agree');
      await school.agrees(school.amy);
      await school.settles(school.jo, 'Countersign for Amy Reid');
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
      await school.until('2026-03-16T10:00:00Z');
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('note');
    });

    it('never hears of SLT, in help, on cards or in refusals', async () => {
      await opened(HUTTON);
      await school.agrees(school.ben);
      await school.settles(school.jo, 'Countersign for Ben Shah');
      const { author, slt } = await school.sent(WORDS, { by: school.ben });
      const help = await school.jo.types(school.help);
      const said = [
        help.text,
        (await school.ben.types(school.help)).text,
        author.text,
        slt.text,
        (await school.ben.types('/tweet queue')).text,
        (await school.jo.types('/desk')).text,
        (await school.amy.presses('Approve', slt)).text,
      ];
      await school.jo.presses('Ask for changes', slt, { 'What should': 'Which hall?' });
      said.push((await school.jo.presses('Edit', slt)).text);
      said.push((await school.jo.presses('Approve', slt)).text);
      said.push((await school.says(author, 'Which hall?')).text);
      for (const words of said) expect(words).not.toContain('SLT');
      expect(help.text).toContain('what waits for the head or the IT lead');
    });
  });

  describe('when the rules change under way', () => {
    const late = SCHOOL.replace(
      'policy: standard',
      'policy: {extends: standard, posting_hours: {open: {days: [mon, tue, wed, thu, fri], from: "15:00", to: "18:00"}, excused: [urgent]}}',
    );
    const withoutAmy = (text: string) =>
      text.replace('  - {name: Amy Reid, roles: [teacher, nominated]}\n', '');

    it('an approved post that the policy no longer allows is stopped before it goes out, and says why', async () => {
      await opened(late);
      const { author, slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.says(author, 'today 15:00');
      await school.reloads(
        late.replace('{extends: standard,', '{extends: standard, rules: {length: {limit: 20}},'),
      );
      await school.passes(6 * HOUR);
      const stopped = await school.says(author, 'changed since it was approved');
      expect(stopped.labels).toContain('Edit');
      expect(await school.timeline()).toEqual([]);
      expect(await school.events()).toContain('draft.stopped');
    });

    it('a school file that breaks leaves the last good rules in force, and SLT is told', async () => {
      await opened(SCHOOL);
      school.rewrites(SCHOOL.replace('roles: [governor]', 'roles: [gouvernor]'));
      const told = await school.sltCard('The school file has a fault');
      expect(told.text).toContain('gouvernor');
      expect((await school.amy.types(`/tweet ${WORDS}`)).as).toBe('card');
      school.rewrites(withoutAmy(SCHOOL));
      await eventually(async () => (await school.amy.types(`/tweet ${WORDS}`)).as !== 'card');
    });

    it('an account moved to X without its keys is refused like any other fault', async () => {
      await opened(SCHOOL);
      const keys =
        'keys: {app: X_APP_KEY, app_secret: X_APP_SECRET, access: X_ACCESS_TOKEN, access_secret: X_ACCESS_SECRET}';
      school.rewrites(SCHOOL.replace('outlet: timeline,', `outlet: x, ${keys},`));
      const told = await school.sltCard('The school file has a fault');
      expect(told.text).toContain('X_APP_KEY, which is not set');
      const { slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.says(slt, '/timeline/');
    });

    it('an author who has left the school file publishes nothing any more', async () => {
      await opened(late);
      const { slt } = await school.sent(WORDS);
      await school.sam.presses('Approve', slt);
      await school.reloads(withoutAmy(late));
      await school.passes(6 * HOUR);
      await eventually(async () => (await school.events()).includes('draft.stopped'));
      expect(await school.timeline()).toEqual([]);
    });

    it('a decision of someone who lost the role meanwhile is refused', async () => {
      await opened(SCHOOL);
      const { slt } = await school.sent(WORDS);
      await school.reloads(
        SCHOOL.replace(
          '{name: Sam Obi, roles: [slt, nominated]}',
          '{name: Sam Obi, roles: [teacher]}',
        ),
      );
      const refused = await school.sam.presses('Approve', slt);
      expect(refused.text).toContain('Only Lee Park or Jo Clarke');
    });
  });

  describe('opening a post again', () => {
    it('every copy of its card changes with it', async () => {
      await opened(SCHOOL);
      const { slt } = await school.sent(WORDS);
      const list = await school.amy.types('/tweet status');
      const copy = await school.amy.types('/tweet status 1');
      if (!copy.shown || !list.shown) throw new Error(copy.text);
      await school.sam.presses('Approve', slt);
      await school.says(copy.shown, '/timeline/');
      expect((await school.again(list.shown)).text).toContain('Your posts');
    });

    it('another teacher may not open it', async () => {
      await opened(SCHOOL);
      await school.sent(WORDS);
      const refused = await school.ben.types('/tweet status 1');
      expect(refused.as).toBe('note');
      expect(refused.text).toContain('Amy Reid');
    });

    it('there is a way in from the list for those who may, and for nobody else', async () => {
      await opened(SCHOOL);
      await school.sent(WORDS);
      for (const [person, opens] of [
        [school.gus, false],
        [school.ben, false],
        [school.amy, true],
        [school.jo, true],
      ] as const) {
        const queue = await person.types('/tweet queue');
        expect(queue.text).toContain('Year 5 have built');
        expect(queue.text.includes('[Open post 1]')).toBe(opens);
      }
    });
  });

  it('the word help after any command tells what can be typed, and is no post', async () => {
    await opened(SCHOOL);
    for (const line of ['/tweet help', '/policy Help', '/desk help', school.help]) {
      expect((await school.amy.types(line)).text, line).toContain('What you can type');
    }
    expect((await school.amy.types('/tweet help us find our hamster')).text).toContain('hamster');
  });
});
