/** What is kept of mentions, and what becomes of those that go, change, come twice or cannot be read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mention } from '../../src/audience/mention.ts';
import { MENTION_CADENCE } from '../../src/desk/mention-read.ts';
import type { Audience, MentionPage } from '../../src/ports/audience.ts';
import { openOn, type SchoolAtWork } from './hands.ts';
import { platforms } from './platforms.ts';
import { eventually, HOUR, MINUTE, SCHOOL } from './staffroom.ts';
import { allWrite, writes } from './strangers.ts';

const [playground] = platforms;
if (!playground) throw new Error('nowhere to play it');
const NAMED = SCHOOL.replace(
  'roll: roll.csv',
  'roll: roll.csv\nauthority: {name: Larkshire County Council, contact: lado@larkshire.example}',
);

let school: SchoolAtWork;
afterEach(() => school.close());
const open = async (audience: (audience: Audience) => Audience = allWrite) => {
  school = await openOn(playground, { school: NAMED, instead: { audience } });
};
const happened = (event: string, times = 1) =>
  eventually(
    async () => (await school.events()).filter((each) => each === event).length >= times,
    `${event} ${times} times`,
  );
const read = () => school.world.store.read;
/** Waits until what was due is read, and the next reading has its time. */
const resting = () =>
  eventually(async () => {
    const due = await read().dueOf('larkfield', 'mentions:@Larkfield', 'mentions');
    return (due ?? 0) > school.now;
  }, 'the next reading to be planned');
const reading = async () => {
  const { all } = await read().mentionCounts('larkfield', '@Larkfield');
  await school.passes(16 * MINUTE);
  await eventually(
    async () => (await read().mentionCounts('larkfield', '@Larkfield')).all > all,
    'something new',
  );
  await resting();
};
const button = (card: { buttons: string[] }, begins: string) =>
  card.buttons.find((label) => label.startsWith(begins)) ?? begins;

describe('a pupil’s name in what strangers write', () => {
  it('stands nowhere on disk, in no log, card, list or evidence, though the mention is decided on', async () => {
    await open();
    await reading();
    await writes(school, '@qx81027713', '@Larkfield Josh Bellweather is a fat ugly cow', {
      answers: '1',
    });
    await writes(
      school,
      '@josh_bellweather',
      '@Larkfield nobody hits like joshbellweather #JoshBellweather',
    );
    await reading();
    const card = await school.sltCard('ugly cow');
    expect(card.text).toContain('a pupil’s name is blotted out');
    expect(card.text).toContain('██');
    await school.sam.presses(button(card, 'Act on'), card, {
      'What is to be done?': 'Escalate',
      Why: 'It hounds a child',
    });
    const decided = await school.says(card, 'Larkshire County Council');
    const [address = ''] = /http\S+\/evidence\/\S+/.exec(decided.text) ?? [];
    const page = await (await fetch(address)).text();
    expect(page).toContain('ugly cow');
    const list = await school.sam.types('/desk mentions');
    expect(list.text).toContain('not shown: it bears a pupil’s name');
    const refused = await school.sam.presses(button(card, 'Nothing to do on'), card);
    for (const said of [card.text, page, list.text, refused.text]) {
      expect(said.toLowerCase()).not.toContain('bellweather');
    }
    // What the timeline keeps for its own is X's to keep; everything else in the folder is ours.
    const { store } = school.world;
    const rows = [
      ...(await store.read.mentionsPage('larkfield', '@Larkfield', 0, 100)),
      ...(await store.read.ledger('larkfield', 0, 1_000)),
      ...(await store.shelf.newest('playground:larkfield:slt', 100)),
    ];
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('bellweather');
  });

  it('is in no byte of the folder where the outlet keeps its own posts', async () => {
    const said = (id: string, text: string, handle: string): Mention => ({
      id,
      url: `https://x.example/${handle.slice(1)}/status/${id}`,
      author: { ...NOBODY, id: `u${id}`, handle, name: handle.slice(1) },
      text,
      at: school.now,
      answers: '1',
      media: 0,
      hidden: false,
    });
    await open((audience) => ({
      ...audience,
      mentions: async () => ({
        items: [
          said('2', 'josh bellweather, J0sh B3llweather, ugly cow', '@joshbellweather'),
          said('1', 'Well done Zuzanna Krol. And \0 half \ud83c a sign', '@Somebody'),
        ],
        next: null,
        newest: '2',
        read: 2,
      }),
    }));
    await reading();
    const card = await school.sltCard('to decide on');
    await school.sam.types('/desk mentions');
    await school.sam.presses(button(card, 'Act on'), card, { Why: 'It hounds a child' });
    await happened('mention.gone');
    await school.restart();
    const data = join(school.folder, 'data');
    const bytes = readdirSync(data)
      .map((file) => readFileSync(join(data, file), 'latin1').toLowerCase())
      .join('');
    expect(bytes).toContain('ugly cow');
    for (const name of ['bellweather', 'b3llweather', 'zuzanna', 'krol']) {
      expect(bytes).not.toContain(name);
    }
  });
});

const NOBODY = {
  name: '',
  handle: '',
  bio: '',
  link: null,
  location: '',
  followers: 1,
  following: 1,
  posts: 1,
  createdAt: null,
  protected: false,
  pictured: true,
};

describe('what goes amiss', () => {
  it('a reply that was deleted, and an author who has gone, are said to be gone', async () => {
    await open((audience) => ({
      ...audience,
      hide: async () => ({ kind: 'not-there' }),
      mute: async () => ({ kind: 'not-there' }),
    }));
    await reading();
    await writes(school, '@qx81027713', '@Larkfield you ugly cow', { answers: '1' });
    await reading();
    const card = await school.sltCard('ugly cow');
    await school.sam.presses(button(card, 'Act on'), card, { 'What is to be done?': 'Hide' });
    await happened('mention.gone');
    await school.says(card, '1 gone from the platform');
  });

  it('a mention that is edited is sorted anew, and one that comes twice stands once', async () => {
    let text = '@Larkfield what a lovely day';
    let asked = 0;
    const one = (): Mention => ({
      id: '7',
      url: 'https://x.example/Ann/status/7',
      author: { ...NOBODY, id: 'u7', handle: '@Ann', name: 'Ann' },
      text,
      at: school.now,
      answers: '1',
      media: 0,
      hidden: false,
    });
    await open((audience) => ({
      ...audience,
      mentions: async () => {
        asked += 1;
        return { items: [one(), one()], next: null, newest: '7', read: 2 };
      },
    }));
    await reading();
    const seen = asked;
    await school.passes(16 * MINUTE);
    await eventually(async () => asked > seen, 'another reading');
    await resting();
    expect((await school.events()).filter((each) => each === 'mentions.read')).toHaveLength(1);
    text = '@Larkfield you ugly cow';
    await school.passes(16 * MINUTE);
    await happened('mentions.edited');
    const card = await school.sltCard('1 mention of @Larkfield to decide on');
    expect(card.text).toContain('worded anew since we first read it');
    await school.sam.presses('Act on 1', card, { 'What is to be done?': 'Mute', Why: '' });
    await happened('mention.gone');
    await school.says(card, 'gone from the platform');
  });

  it('an outlet that is away or asks to wait is asked again, and after an hour SLT is told once', async () => {
    let fault: Error | null = Object.assign(new Error('X asks to wait.'), {
      retryAfter: 30 * MINUTE,
    });
    let asked = 0;
    await open((audience) => ({
      ...audience,
      mentions: (...of) => {
        asked += 1;
        return fault ? Promise.reject(fault) : audience.mentions(...of);
      },
    }));
    await school.passes(16 * MINUTE);
    await happened('mentions.unread');
    await resting();
    await school.passes(16 * MINUTE);
    await school.sam.types('/desk');
    expect(asked).toBe(1);
    expect((await school.sam.types('/desk mentions')).text).toContain('X asks to wait');
    for (let quarter = 0; quarter < 3; quarter += 1) {
      const before = asked;
      await school.passes(31 * MINUTE);
      await eventually(async () => asked > before, 'another try');
      await resting();
    }
    const told = await school.sltCard('The mentions of @Larkfield cannot be read');
    expect(told.text).toContain('X asks to wait');
    fault = null;
    await school.passes(31 * MINUTE);
    await happened('mentions.read-again');
    const cards = (await school.sltCards()).filter(({ text }) => text.includes('cannot be read'));
    expect(cards).toHaveLength(1);
  });

  it('out of school hours nothing is asked for, and a day’s budget is said to be used up', async () => {
    let asked = 0;
    const many = (): MentionPage => ({
      items: Array.from({ length: MENTION_CADENCE.mostADay / 2 }, (_, place) => ({
        id: String(asked * 10_000 - place),
        url: 'https://x.example/Ann/status/7',
        author: { ...NOBODY, id: 'u7', handle: '@Ann', name: 'Ann' },
        text: '@Larkfield bulbs',
        at: school.now,
        answers: null,
        media: 0,
        hidden: false,
      })),
      next: 'more',
      newest: String(asked * 10_000),
      read: MENTION_CADENCE.mostADay / 2,
    });
    await open((audience) => ({
      ...audience,
      mentions: async () => {
        asked += 1;
        return many();
      },
    }));
    await school.until('2026-03-10T18:00:00Z');
    await resting();
    expect(asked).toBe(0);
    await school.until('2026-03-11T09:00:00Z');
    await eventually(async () => asked >= 1, 'the first page');
    await resting();
    await school.passes(16 * MINUTE);
    await school.sltCard('1,000 mentions of @Larkfield today, and no more are read');
    await school.passes(4 * HOUR);
    await school.sam.types('/desk');
    expect(asked).toBe(2);
    await school.until('2026-03-12T08:45:00Z');
    await eventually(async () => asked > 2, 'the next day');
  });
});
