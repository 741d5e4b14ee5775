/** What strangers write about the school: read, sorted, decided on by a person, never answered. */
import { afterEach, describe, expect, it } from 'vitest';
import { tapAs } from '../../adapters/timeline/hands.ts';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE, SCHOOL } from './staffroom.ts';
import { allWrite, isHidden, writes } from './strangers.ts';

const NAMED = SCHOOL.replace(
  'office: office@larkfield.example',
  'office: office@larkfield.example\nauthority: {name: Larkshire County Council, contact: lado@larkshire.example}',
);
/** What the desk reads at the first time of all is the cast's; the scenarios begin after it. */
const afterTheCast = async (school: SchoolAtWork) => {
  await school.passes(16 * MINUTE);
  await eventually(async () => (await school.events()).includes('mentions.read'), 'mentions.read');
};

const counts = (school: SchoolAtWork) =>
  school.world.store.read.mentionCounts('larkfield', '@Larkfield');

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());
  const happened = (event: string) =>
    eventually(async () => (await school.events()).includes(event), event);

  it('SLT has one card, the gravest first; a reply is hidden, its author blocked by hand, and the authority gets the evidence', async () => {
    school = await openOn(platform, { school: NAMED, instead: { audience: allWrite } });
    await afterTheCast(school);
    const id = await writes(school, '@qx81027713', '@Larkfield your head is a fat ugly cow', {
      answers: '1',
    });
    await writes(school, '@MrsWhitlock4', 'We walked past @Larkfield today.');
    await writes(school, '@dan_larkrise', '@Larkfield I want to kill myself, nobody helps');
    await school.passes(16 * MINUTE);
    let card = await school.sltCard('For the safeguarding lead first');
    card = await school.says(card, 'ugly cow');
    const [danger, insult] = [...card.text.matchAll(/Mention (\d+)/g)].map(([, number]) => number);
    expect(card.text).toContain('@dan_larkrise');
    expect(card.text).toContain('answers a post of ours');
    expect(card.text).toContain('nobody has looked at 3 of them');

    expect((await school.amy.presses(`Nothing to do on ${insult}`, card)).text).toContain('is for');
    const bare = await school.sam.presses(`Act on ${insult}`, card, { Why: '' });
    expect(bare.text).toContain('Say why');
    await school.sam.presses(`Act on ${insult}`, card, { Why: 'It insults the head' });
    await happened('mention.hidden');
    expect(await isHidden(school, id)).toBe(true);
    card = await school.says(card, 'To be done by hand');
    expect((await school.sam.presses('I have done these', card)).text).toContain('not blocked yet');
    await tapAs(school.world.store.shelf, '@Larkfield', '@qx81027713', 'block', school.now);
    await school.sam.presses('I have done these', await school.again(card));
    await happened('mention.blocked');

    card = await school.again(card);
    const all = { 'What is to be done?': 'Escalate', Why: 'A child may be in danger' };
    await school.passes(MINUTE);
    await school.lee.presses(`Act on ${danger}`, card, all);
    card = await school.says(card, 'Larkshire County Council, lado@larkshire.example');
    await school.lee.presses('The authority has it', card);
    await happened('mention.escalated');
    // What a stranger sells is left.
    card = await school.again(card);
    const rest = card.buttons.find((label) => /^Nothing to do on \d/.test(label)) ?? 'none';
    await school.lee.presses(rest, card);
    card = await school.says(card, 'Decided by Sam Obi and Lee Park');
    expect(card.text).toContain('1 reply hidden, 1 author blocked');
    expect((await school.events()).join(' ')).not.toContain('repl');
  });

  it('thirty an hour are one card, decided on together; what comes in meanwhile waits', async () => {
    school = await openOn(platform, { school: NAMED, instead: { audience: allWrite } });
    await afterTheCast(school);
    const hateful = (number: number) =>
      writes(school, `@Hater${number % 10}`, `@Larkfield you are useless scum ${number}`, {
        answers: '1',
      });
    const ids: string[] = [];
    for (let quarter = 0; quarter < 3; quarter += 1) {
      for (let each = 0; each < 10; each += 1) ids.push(await hateful(quarter * 10 + each));
      await school.passes(15 * MINUTE);
      await eventually(async () => (await counts(school)).all === 3 + ids.length, 'all read');
    }
    const card = await school.sltCard('A wave: 31 mentions of @Larkfield to decide on');
    const cards = (await school.sltCards()).filter(({ text }) => text.includes('to decide on'));
    // The cast's spam put it there; the first that was worse put it there anew.
    expect(cards.length).toBeLessThanOrEqual(2);
    expect(card.text).toContain('and 28 more');
    const late = await hateful(31);
    await school.passes(15 * MINUTE);
    await eventually(async () => (await counts(school)).waiting === 32, 'the late one');
    const all = { 'What is to be done?': 'Hide', Why: '' };
    const pressed = await school.sam.presses('Act on all 31', card, all);
    // Where the form is drawn anew at the press, nobody fills in one about what they have not seen.
    const behind = pressed.text.includes('not on offer any more');
    if (behind) await school.sam.presses('Act on all 32', await school.again(card), all);
    const left = behind ? 1 : 2;
    await eventually(async () => (await counts(school)).waiting === left, 'all but few decided');
    for (const id of ids) await eventually(() => isHidden(school, id), `${id} hidden`);
    expect(await isHidden(school, late)).toBe(behind);
    const rest = await school.says(card, behind ? '31 replies hidden' : '30 replies hidden');
    expect(rest.text).toContain(behind ? '1 mention of' : '2 mentions of');
    await school.sam.presses(rest.buttons.find((each) => each.startsWith('Nothing')) ?? '', rest);
  });

  it('every one can be read, the kind and the neutral too, and put up for a decision', async () => {
    school = await openOn(platform, { school: NAMED, instead: { audience: allWrite } });
    await afterTheCast(school);
    await school.sltCard('2 mentions of @Larkfield nobody has looked at');
    for (let each = 0; each < 6; each += 1) {
      await writes(school, '@MrsWhitlock4', `@Larkfield bulb number ${each} is up`);
    }
    await school.passes(16 * MINUTE);
    await eventually(async () => (await counts(school)).all === 9, 'nine');
    expect((await school.amy.types('/desk mentions')).text).toContain('is for');
    const first = await school.sam.types('/desk mentions');
    expect(first.text).toContain('9 mentions of @Larkfield');
    expect(first.text).toContain('bulb number 5');
    expect(first.text).toContain('looked at 2 yet');
    expect(first.text).toContain('Page 1 of 2');
    if (!first.shown) throw new Error(first.text);
    const second = await school.sam.presses('Older', first.shown);
    expect(second.text).toContain('What a lovely assembly');
    expect(second.text).not.toContain('nobody has looked at');
    expect((await counts(school)).unlooked).toBe(0);
    const raise = second.shown?.buttons.find((label) => label.startsWith('Decide on')) ?? '';
    if (!second.shown) throw new Error(second.text);
    await school.sam.presses(raise, second.shown);
    await happened('mention.raised');
    await school.sltCard('2 mentions of @Larkfield to decide on');
  });

  it('whoever asks for a reply is told why none goes out, by our policy, and where people write', async () => {
    school = await openOn(platform);
    for (const asked of [
      'reply to @MrsWhitlock4 thank you',
      'https://x.com/a/status/12 answer this',
    ]) {
      const told = await school.amy.types(`/tweet ${asked}`);
      expect(told.text).toContain('Bellbird answers nobody');
      expect(told.text).toContain('The account never answers replies');
      expect(told.text).toContain('office@larkfield.example');
    }
    expect(await school.events()).toEqual([]);
    const contact = await school.amy.types('/policy contact');
    expect(contact.text).toContain('answer no replies or messages. Please write to our office');
  });
});
