/** A term at a school, week by week, and what its ledger tells a governor who was not there. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putSomebody, stranger } from '../../adapters/timeline/circle.ts';
import { type Tap, tapAs } from '../../adapters/timeline/hands.ts';
import type { LedgerEntry } from '../../src/ledger.ts';
import { localDate } from '../../src/school/local-time.ts';
import { profileOf } from '../contract/audience.ts';
import { openOn, type Person, type SchoolAtWork } from './hands.ts';
import { openAtPlayground } from './playground-hands.ts';
import { eventually, NO_FAULTS, SCHOOL } from './staffroom.ts';
import { allWrite, writes } from './strangers.ts';

const SPRING = `${SCHOOL}
authority: {name: Larkshire County Council, contact: lado@larkshire.example}
terms: [{name: Spring, from: 2026-01-05, to: 2026-03-27}, {name: Summer, from: 2026-04-13, to: 2026-07-17}]
closures: [{name: Half-term, from: 2026-02-16, to: 2026-02-20}]
`;
const CLI = resolve(import.meta.dirname, '../../src/cli.ts');
const HALF_TERM = ['2026-02-14', '2026-02-22'] as const;
const WHY = 'because Year 4 will visit their workshops in May';

let school: SchoolAtWork;

const times = async (event: string) =>
  (await school.events()).filter((each) => each === event).length;
const happened = (event: string, often = 1) =>
  eventually(async () => (await times(event)) >= often, `${event} ${often} times`);

/** Goes to a moment of the term, and lets what is due then be done. */
async function at(moment: string): Promise<void> {
  await school.until(`${moment}:00Z`);
  const { read } = school.world.store;
  await eventually(async () => (await read.dueJobs(school.now, 1)).length === 0, 'work to end');
}

async function taps(who: string, tap: Tap): Promise<void> {
  const { shelf } = school.world.store;
  if (!(await tapAs(shelf, '@Larkfield', who, tap, school.now))) throw new Error(`no ${who}`);
}

/** Somebody new follows the school. */
async function joins(week: string): Promise<void> {
  const profile = profileOf(`@Parent${week.replace('-', '')}`, {
    name: 'Robin',
    bio: 'Mum of two at Larkrise. Bakes.',
  });
  const follower = { ...stranger(profile), followsSince: school.now };
  await putSomebody(school.world.store.shelf, '@Larkfield', follower);
}

/** Looks through the new followers from the card that asks for it, and keeps them all. */
async function reviews(who: Person): Promise<void> {
  const done = await times('duty.done');
  const due = await school.sltCard('Follower review of @Larkfield', 'Start the review');
  await who.presses('Start the review', due);
  await happened('review.read', done + 1);
  const card = await eventually(async () => {
    const last = (await who.cards()).at(-1);
    return last && last.buttons.length > 0 ? last : null;
  }, 'what was read');
  for (let left = 20; left > 0; left -= 1) {
    const now = await school.again(card);
    const keep =
      now.labels.find((label) => label.startsWith('Keep the ')) ??
      now.buttons.find((label) => label.startsWith('Keep @'));
    if (!keep) break;
    await who.presses(keep, now);
  }
  await who.presses('Finish the review', await school.again(card));
  await happened('duty.done', done + 1);
}

/** What was written of the school before the term: looked at, and decided on. */
async function readsMentions(): Promise<void> {
  const card = await school.sltCard('1 mention of @Larkfield to decide on');
  const nothing = card.buttons.find((label) => label.startsWith('Nothing to do on')) ?? '';
  await school.sam.presses(nothing, card);
  await happened('mention.nothing');
}

/** What every week is like: somebody new follows, the review falls due on Monday, and somebody does it. */
async function week(monday: string, day: string, who: Person, between?: () => Promise<void>) {
  await at(`2026-${monday}T08:31`);
  await joins(monday);
  await between?.();
  await at(`2026-${day}T10:00`);
  await reviews(who);
}

/** Asked for, approved, followed by hand; and one declined. */
async function follows(): Promise<void> {
  await school.amy.types(`/follow @BellMuseum ${WHY}`);
  const museum = await school.sltCard('Follow @BellMuseum?', 'Approve');
  await school.sam.presses('Approve', museum);
  const task = await school.says(museum, 'by hand');
  await taps('BellMuseum', 'follow');
  await school.sam.presses('I have done it', task);
  await happened('follow.done');
  await school.amy.types(`/follow @HazelburySchool ${WHY}`);
  const other = await school.sltCard('Follow @HazelburySchool?', 'Decline');
  await school.lee.presses('Decline', other, { Why: 'They are to follow us first' });
}

/** Somebody has followed an account at the platform itself; the review that week finds it. */
async function endsWhatNobodyDecided(): Promise<void> {
  const found = await school.sltCard('Nobody decided on this: we follow @CryptoRainNow');
  await school.jo.presses('Have it ended', found, { Why: 'It sells something' });
  const task = await school.says(found, 'Unfollow @CryptoRainNow, by hand');
  await taps('CryptoRainNow', 'unfollow');
  await school.jo.presses('I have done it', task);
  await happened('unfollow.done');
}

const INSULTS = ['is run by idiots', 'your head is a fat ugly cow', 'what a load of morons'];

/** One post that SLT lets out, and one that it does not. */
async function posts(): Promise<void> {
  const one = await school.sent('Year 2 drew the moon today, come and see.');
  await school.sam.presses('Approve', one.slt);
  await happened('post.published');
  const other = await school.sent('Year 3 have planted forty bulbs by the gate.');
  await school.lee.presses('Decline', other.slt, { 'Why not': 'We said so last week' });
  await happened('draft.declined');
}

/** Thirty insults by a dozen strangers below our posts, within the hour; one card, one decision. */
async function wave(): Promise<void> {
  const { shelf } = school.world.store;
  for (let number = 0; number < 30; number += 1) {
    const author = `@angry${number % 12}`;
    await putSomebody(shelf, '@Larkfield', stranger(profileOf(author)));
    const words = `@Larkfield ${INSULTS[number % INSULTS.length]} ${number}`;
    await writes(school, author, words, { answers: '1' });
  }
  await at('2026-03-03T10:20');
  const card = await school.sltCard('A wave: 30 mentions of @Larkfield');
  const cards = (await school.sltCards()).filter(({ text }) => text.includes('A wave'));
  expect(cards).toHaveLength(1);
  await school.sam.presses('Act on all 30', card, { Why: 'Insults, all of them, after the news' });
  await happened('mention.hidden', 30);
  await happened('mention.muted', 12);
  await school.says(card, 'Decided by Sam Obi');
}

/** A child in danger is for the authority; nobody looks on the first day, so SLT is reminded on the next. */
async function escalates(): Promise<void> {
  await writes(school, '@dan_larkrise', '@Larkfield I want to kill myself, nobody helps');
  await at('2026-03-10T10:20');
  await school.sltCard('For the safeguarding lead first');
  await at('2026-03-11T08:40');
  await happened('mentions.reminded');
  const card = await school.sltCard('For the safeguarding lead first');
  const [label = ''] = card.buttons.filter((each) => each.startsWith('Act on '));
  const all = { 'What is to be done?': 'Escalate', Why: 'A child may be in danger' };
  const named = { ...all, Why: 'Josh Bellweather told me' };
  expect((await school.lee.presses(label, card, named)).as).toBe('note');
  await school.lee.presses(label, card, all);
  await school.lee.presses('The authority has it', await school.says(card, 'Larkshire'));
  await happened('mention.escalated');
}

async function theTerm(): Promise<void> {
  school = await openOn(
    { platform: 'the playground', open: openAtPlayground },
    {
      school: SPRING,
      now: Date.parse('2026-01-04T12:00:00Z'),
      instead: { grammar: NO_FAULTS, audience: allWrite },
    },
  );
  const { sam, lee, jo } = school;
  await week('01-05', '01-07', sam, async () => {
    await follows();
    await at('2026-01-06T10:00');
    await readsMentions();
  });
  await week('01-12', '01-14', lee, posts);
  // Done on its last day, once everybody has been reminded.
  await week('01-19', '01-23', sam, async () => {
    await jo.types('/desk mentions');
    await at('2026-01-23T08:31');
    await happened('duty.reminded');
  });
  await week('01-26', '01-28', lee, () => taps('CryptoRainNow', 'follow'));
  await endsWhatNobodyDecided();
  await week('02-02', '02-04', sam);
  // Nobody does it in the week before half-term; the school is closed, and then it is told.
  await at('2026-02-09T08:31');
  await joins('02-09');
  await at('2026-02-13T08:31');
  await happened('duty.reminded', 2);
  for (const day of ['14', '16', '17', '18', '20', '22']) await at(`2026-02-${day}T10:00`);
  await at('2026-02-23T08:32');
  await happened('duty.overdue');
  await at('2026-02-24T08:33');
  await school.hears(jo, 'Overdue since');
  await at('2026-02-25T10:00');
  await reviews(lee);
  await week('03-02', '03-04', sam, async () => {
    await at('2026-03-03T10:00');
    await wave();
  });
  await week('03-09', '03-11', lee, async () => {
    await at('2026-03-10T10:00');
    await escalates();
  });
  await week('03-16', '03-18', sam);
  await week('03-23', '03-25', lee);
  // The Easter holidays.
  for (const day of ['03-28', '03-30', '04-01', '04-09']) await at(`2026-${day}T10:00`);
}

/** What a governor is given: the report as the command line prints it, a line at a time. */
function report(): string[] {
  const env = {
    ...process.env,
    BELLBIRD_DATA: join(school.folder, 'data'),
    BELLBIRD_SCHOOL: join(school.folder, 'school.yaml'),
  };
  const asked = ['ledger', 'report', '--from', '2026-01-05', '--to', '2026-03-27'];
  const done = spawnSync(process.execPath, [CLI, ...asked], { encoding: 'utf8', env });
  expect([done.stderr, done.status]).toEqual(['', 0]);
  return done.stdout.split('\n').map((line) => line.trim());
}

describe('a spring term', () => {
  let entries: LedgerEntry[];
  let lines: string[];
  const line = (begins: string) => lines.find((each) => each.startsWith(begins)) ?? '';
  const duties = () => entries.filter(({ event }) => event.startsWith('duty.'));

  beforeAll(async () => {
    await theTerm();
    entries = await school.world.store.read.ledger('larkfield', 0, 10_000);
    lines = report();
  });
  afterAll(() => school.close());

  it('the ledger tells of each week whether the review was done, and by whom', () => {
    const weeks = lines.filter((each) => each.startsWith('Week of'));
    const done = weeks.map((each) => /^Week of (.+?): done by (.+?),/.exec(each)?.slice(1));
    expect(done).toEqual([
      ['Mon 5 Jan', 'Sam Obi'],
      ['Mon 12 Jan', 'Lee Park'],
      ['Mon 19 Jan', 'Sam Obi'],
      ['Mon 26 Jan', 'Lee Park'],
      ['Mon 2 Feb', 'Sam Obi'],
      undefined,
      undefined,
      ['Mon 2 Mar', 'Sam Obi'],
      ['Mon 9 Mar', 'Lee Park'],
      ['Mon 16 Mar', 'Sam Obi'],
      ['Mon 23 Mar', 'Lee Park'],
    ]);
  });

  it('of the week that was missed it tells who was told and when, and who did it late', () => {
    const missed = line('Week of Mon 9 Feb: missed');
    expect(missed).toContain('to be done by Fri 13 Feb 15:30');
    expect(missed).toContain('Reminded Fri 13 Feb 8:31: Sam Obi, Lee Park, Jo Clarke.');
    expect(missed).toContain('Told as overdue Mon 23 Feb 8:32: Sam Obi, Lee Park, Jo Clarke.');
    expect(missed).toContain('The head told Tue 24 Feb 8:33: Jo Clarke.');
    expect(missed).toContain('Done late by Lee Park, Wed 25 Feb 10:00. Looked at 1 new follower');
    expect(line('Week of Mon 23 Feb')).toContain('the one that was missed was done in it');
  });

  it('nobody was asked for anything in the holidays or twice, and no duty fell due on top of another', () => {
    const days = entries
      .filter(({ actor }) => actor === 'bellbird')
      .map((entry) => localDate(entry.at, 'Europe/London'));
    const [from, to] = HALF_TERM;
    expect(days.filter((day) => (from <= day && day <= to) || day > '2026-03-27')).toEqual([]);
    const told = duties().map(({ event, detail }) => `${event} ${detail.duty}`);
    expect(new Set(told).size).toBe(told.length);
    let open = 0;
    for (const { event } of duties()) {
      open += event === 'duty.due' ? 1 : event === 'duty.done' ? -1 : 0;
      expect([0, 1]).toContain(open);
    }
    expect(open).toBe(0);
  });

  it('SLT is told of the same mentions that nobody has looked at once a week, not every morning', async () => {
    const told = (await school.sltCards()).filter(({ text }) =>
      text.startsWith('2 mentions of @Larkfield nobody has looked at'),
    );
    expect([1, 2]).toContain(told.length);
  });

  it('it tells who asked for each follow and who decided, and what was followed with no decision', () => {
    const museum = line('@BellMuseum:');
    expect(museum).toContain('Amy Reid asked to follow them');
    expect(museum).toContain('Sam Obi approved');
    expect(museum).toContain('followed, as the platform shows');
    expect(line('@HazelburySchool:')).toContain('Lee Park declined');
    expect(line('@HazelburySchool:')).toContain('“They are to follow us first”');
    const behind = line('@CryptoRainNow:');
    expect(behind).toContain('found followed, though nobody had decided on it');
    expect(behind).toContain('Jo Clarke had it ended, Wed 28 Jan 10:00 (“It sells something”)');
    expect(behind).toContain('followed no more, as the platform shows');
  });

  it('it tells what was hidden and what the authority was given, by whom and why', () => {
    expect(line('34 mentions read')).toContain('32 of them put before SLT; none is undecided');
    expect(line('30 mentions: Sam Obi decided')).toContain(
      'to hide, mute the author (“Insults, all of them, after the news”). Done: 30 mentions hidden, 12 authors muted.',
    );
    expect(line('SLT reminded')).toBe(
      'SLT reminded of 1 mention that nobody had decided on, Wed 11 Mar 8:40.',
    );
    const escalated = line('Mention 34');
    expect(escalated).toContain('Lee Park decided, Wed 11 Mar 8:40, to escalate to the authority');
    expect(escalated).toContain('“A child may be in danger”). Done: 1 mention handed');
  });

  it('it tells what became of each post, shows none of the words, and was verified first', () => {
    expect(lines[1]).toBe(
      `Verified: all ${entries.length} rows of the ledger hold; none was changed, put in or taken out.`,
    );
    expect(line('2 drafts written')).toContain('1 published, 1 declined');
    expect(line('Post 1, by Amy Reid')).toMatch(/approved by Sam Obi, .*; published \(http/);
    expect(line('Post 2, by Amy Reid')).toContain('declined by Lee Park');
    const all = lines.join(' ').toLowerCase();
    for (const word of ['moon', 'cow', 'bellweather', 'kill']) expect(all).not.toContain(word);
  });
});
