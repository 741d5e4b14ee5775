/** What strangers write about the school: read, sorted, decided on by a person, never answered. */
import { afterEach, describe, expect, it } from 'vitest';
import { tapAs } from '../../adapters/timeline/hands.ts';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, MINUTE, SCHOOL } from './staffroom.ts';
import { isHidden, writes } from './strangers.ts';

const NAMED = SCHOOL.replace(
  'office: office@larkfield.example',
  'office: office@larkfield.example\nauthority: {name: Larkshire County Council, contact: lado@larkshire.example}',
);
/** What the desk reads at the first time of all is the cast's; the scenarios begin after it. */
const afterTheCast = async (school: SchoolAtWork) => {
  await school.passes(16 * MINUTE);
  await eventually(async () => (await school.events()).includes('mentions.read'), 'mentions.read');
};

describe.each(platforms)('at $platform', (platform) => {
  let school: SchoolAtWork;
  afterEach(() => school.close());
  const happened = (event: string) =>
    eventually(async () => (await school.events()).includes(event), event);

  it('SLT has one card, the gravest first; a reply is hidden, its author blocked by hand, and the authority gets the evidence', async () => {
    school = await openOn(platform, { school: NAMED });
    await afterTheCast(school);
    const id = await writes(school, '@qx81027713', '@Larkfield your head is a fat ugly cow', {
      answers: '1',
    });
    await writes(school, '@MrsWhitlock4', 'Nobody at @Larkfield has rung me back for three weeks.');
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
    await school.lee.presses('I have done these', card);
    await happened('mention.escalated');
    card = await school.again(card);
    const rest = card.buttons.find((label) => label.startsWith('Nothing to do on')) ?? 'none';
    await school.lee.presses(rest, card);
    card = await school.says(card, 'Decided by Sam Obi and Lee Park');
    expect(card.text).toContain('1 reply hidden, 1 author blocked');
    expect((await school.events()).join(' ')).not.toContain('repl');
  });
});
