/** What strangers write about a school on X, through the whole house: read there, decided on by SLT, done there, never answered. */
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeX, startX } from '../fakes/x/x.ts';
import {
  eventually,
  HOUR,
  MINUTE,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  type Shown,
  TUESDAY,
} from '../scenarios/staffroom.ts';
import { allWrite } from '../scenarios/strangers.ts';

const KEYS =
  'keys: {app: X_APP_KEY, app_secret: X_APP_SECRET, access: X_ACCESS, access_secret: X_SECRET}';
const ON_X = SCHOOL.replace('outlet: timeline,', `outlet: x, ${KEYS},`);
const OURS = '@Larkfield';
const INSULT = `${OURS} your head is a fat ugly cow`;

/** All that is ever asked of X about mentions: none of it answers anybody. */
const ASKED = ['blocking', 'hide', 'look', 'me', 'mentions', 'mute', 'users'];

let x: FakeX;
let at: SchoolAtWork;
afterEach(async () => {
  await at.close();
  await x.stop();
  expect(x.forbidden).toEqual([]);
  expect(x.malformed).toEqual([]);
  for (const { operation } of x.calls) expect(ASKED).toContain(operation);
  expect(x.books(OURS).map(({ sent }) => sent)).toEqual(['Sports day was a joy.']);
});

/** A school on X with one post, made by hand in X's app, and strangers who have said nothing yet. */
async function opened(): Promise<{ post: string }> {
  let school: SchoolAtWork | null = null;
  x = await startX({ accounts: { [OURS]: {} }, now: () => school?.now ?? TUESDAY });
  const { appKey, appSecret, accessToken, accessSecret } = x.keys(OURS);
  const env = {
    X_API_URL: x.url,
    X_APP_KEY: appKey,
    X_APP_SECRET: appSecret,
    X_ACCESS: accessToken,
    X_SECRET: accessSecret,
  };
  school = await openSchool({ school: ON_X, env, instead: { audience: allWrite } });
  at = school;
  for (const [n, handle] of ['@OldFriend', '@qx81027713', '@MrsWhitlock4', '@dan_lark'].entries()) {
    x.people.joins({ handle, id: `${700 + n}`, createdAt: TUESDAY - 400 * 24 * HOUR });
  }
  return { post: x.posts(OURS, 'Sports day was a joy.').id };
}

const callsOf = (operation: string) => x.calls.filter((call) => call.operation === operation);
const counts = () => at.world.store.read.mentionCounts('larkfield', OURS);
const readTo = (many: number) =>
  eventually(async () => (await counts()).all === many, `${many} read`);
/** How long it is till the next reading, ms; null where it is not planned yet. */
async function untilNext(): Promise<number | null> {
  const due = await at.world.store.read.dueOf('larkfield', `mentions:${OURS}`, 'mentions');
  return due === null || due <= at.now ? null : due - at.now;
}
/** Lets it be time to read, and waits until X was asked once more and the next reading has its time. */
async function polls(): Promise<void> {
  const before = callsOf('mentions').length;
  const wait = await eventually(untilNext, 'a reading to be planned');
  expect(wait).toBeGreaterThanOrEqual(15 * MINUTE);
  await at.passes(wait);
  await eventually(async () => callsOf('mentions').length > before, 'X to be asked');
  await eventually(untilNext, 'the next reading to be planned');
}
const happened = (event: string) =>
  eventually(async () => (await at.events()).includes(event), event);
const numbered = ({ text }: Shown) =>
  [...text.matchAll(/Mention (\d+)/g)].map(([, number]) => number ?? '');

/** The insult is read, and one of SLT says what is to be done about it. */
async function decides(does: string, post: string) {
  const said = x.people.says('@qx81027713', INSULT, { answers: post });
  await polls();
  const card = await at.sltCard('1 mention of @Larkfield to decide on');
  return {
    said,
    card,
    acts: async () => {
      const [number] = numbered(card);
      const fields = { [`does-${number}`]: does, [`reason-${number}`]: 'It insults the head' };
      await at.sam.presses(`Act on ${number}`, card, fields);
    },
  };
}

describe('mentions on X', () => {
  it('are read a page at first, then what is new; SLT has the gravest first, and it is done at X', async () => {
    const { post } = await opened();
    for (let n = 0; n < 130; n += 1) x.people.says('@OldFriend', `${OURS} bulb ${n} is up`);
    await polls();
    await readTo(100);
    expect(callsOf('mentions')).toMatchObject([{ query: { max_results: '100' } }]);
    expect((await at.sam.types('/desk')).text).toContain('about $0.52: 102 reads');

    x.people.says('@MrsWhitlock4', `${OURS} what a lovely sports day, thank you`);
    const insult = x.people.says('@qx81027713', INSULT, { answers: post });
    x.people.says('@dan_lark', `${OURS} I want to kill myself, nobody helps`);
    await polls();
    await readTo(103);
    expect((await at.sam.types('/desk')).text).toContain('about $0.57: 108 reads');
    let card = await at.sltCard('For the safeguarding lead first: 2 mentions');
    expect(card.text.indexOf('@dan_lark')).toBeLessThan(card.text.indexOf('@qx81027713'));
    expect(card.text).not.toContain('@MrsWhitlock4');
    const [, number] = [...new Set(numbered(card))];

    const fields = { [`does-${number}`]: 'hide,mute,block', [`reason-${number}`]: 'An insult' };
    await at.sam.presses(`Act on ${number}`, card, fields);
    for (const event of ['mention.hidden', 'mention.muted']) await happened(event);
    expect(insult.hidden).toBe(true);
    expect(callsOf('mute')).toMatchObject([{ status: 200, body: { target_user_id: '701' } }]);
    card = await at.says(card, 'To be done by hand');
    expect(JSON.stringify(card.card)).toContain('https://x.com/qx81027713');
    expect(card.text).toContain('X lets no program block');
    expect((await at.sam.presses('I have done these', card)).text).toContain('not blocked yet');
    x.people.taps(OURS, 'block', '@qx81027713');
    await at.sam.presses('I have done these', await at.again(card));
    await happened('mention.blocked');
    await at.says(card, '1 reply hidden, 1 author muted and 1 author blocked');
    expect((await at.sam.types('/desk')).text).toContain('2 other actions');
  });

  it('that this tier lets no program hide or mute become tasks, each with why', async () => {
    const { post } = await opened();
    x.offers('hide', false);
    x.offers('mute', false);
    const { said, card, acts } = await decides('hide,mute', post);
    await acts();
    await at.says(card, 'X does not let our app mute anybody');
    const task = await at.says(card, 'X does not let our app hide replies');
    expect(JSON.stringify(task.card)).toContain(`https://x.com/qx81027713/status/${said.id}`);
    expect(task.text).toContain('To be done by hand');
    expect(said.hidden).toBe(false);
    for (const deed of ['hide', 'mute']) expect(callsOf(deed)).toMatchObject([{ status: 403 }]);
    await at.sam.presses('I have done these', task);
    await happened('mention.muted');
    await at.says(task, '1 reply hidden and 1 author muted');
  });

  it('that are deleted before anything is done are said to be gone', async () => {
    const { post } = await opened();
    const { said, card, acts } = await decides('hide', post);
    said.deleted = true;
    await acts();
    await happened('mention.gone');
    const told = await at.says(card, '1 gone from the platform (deleted, or');
    expect(told.text).toContain('Mentions of @Larkfield: decided');
  });

  it('whose author X suspends are said to be gone, and nobody is left to block', async () => {
    const { post } = await opened();
    const { card, acts } = await decides('mute,block', post);
    x.people.suspends('@qx81027713');
    await acts();
    await happened('mention.gone');
    const task = await at.says(card, 'To be done by hand');
    await at.sam.presses('I have done these', task);
    const told = await at.says(card, 'Mentions of @Larkfield: decided');
    expect(told.text).toContain('1 gone from the platform (deleted, or the author suspended');
    expect(await at.events()).not.toContain('mention.blocked');
  });

  it('that only pass on a post of ours are paid for once', async () => {
    await opened();
    for (let n = 0; n < 20; n += 1) {
      x.people.says('@OldFriend', `RT ${OURS}: Sports day was a joy.`, { repost: true });
    }
    await polls();
    await polls();
    expect((await at.sam.types('/desk')).text).toContain('22 reads');
    expect((await counts()).all).toBe(0);
  });

  it('are waited for where X asks to wait, and SLT is told only if that lasts', async () => {
    await opened();
    x.next('mentions', { is: 'rate' });
    await polls();
    await happened('mentions.unread');
    x.people.says('@MrsWhitlock4', `${OURS} what a lovely sports day`);
    await polls();
    await readTo(1);
    await happened('mentions.read-again');
    const told = async () =>
      (await at.sltCards()).some(({ text }) => text.includes('cannot be read'));
    expect(await told()).toBe(false);

    x.weather(({ operation }) => (operation === 'mentions' ? { is: 'rate' } : null));
    for (let n = 0; n < 5; n += 1) await polls();
    const card = await at.sltCard('The mentions of @Larkfield cannot be read');
    expect(card.text).toContain('quarter of an hour');
    for (const { status } of callsOf('mentions').slice(2)) expect(status).toBe(429);
  });
});
