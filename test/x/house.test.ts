/** A school on X, through the whole house: from a teacher's words to a post at X, and what it cost. */
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeX, startX } from '../fakes/x/x.ts';
import {
  eventually,
  MINUTE,
  openSchool,
  SCHOOL,
  type SchoolAtWork,
  TUESDAY,
} from '../scenarios/staffroom.ts';

const KEYS =
  'keys: {app: X_APP_KEY, app_secret: X_APP_SECRET, access: X_ACCESS, access_secret: X_SECRET}';
const ON_X = SCHOOL.replace('outlet: timeline,', `outlet: x, ${KEYS},`);
const WORDS = 'Year 3 have finished their Roman mosaics, come and see them in the hall.';

let x: FakeX;
let school: SchoolAtWork | null = null;
afterEach(async () => {
  await school?.close();
  school = null;
  await x.stop();
  expect(x.forbidden).toEqual([]);
  expect(x.malformed).toEqual([]);
});

async function opened(given: { without?: string[]; school?: string } = {}): Promise<SchoolAtWork> {
  x = await startX({ accounts: { '@Larkfield': {} }, now: () => school?.now ?? TUESDAY });
  const { appKey, appSecret, accessToken, accessSecret } = x.keys('@Larkfield');
  const env = {
    X_API_URL: x.url,
    X_APP_KEY: appKey,
    X_APP_SECRET: appSecret,
    X_ACCESS: accessToken,
    X_SECRET: accessSecret,
  };
  const set = Object.entries(env).filter(([name]) => !given.without?.includes(name));
  school = await openSchool({ school: given.school ?? ON_X, env: Object.fromEntries(set) });
  return school;
}

describe('a school on X', () => {
  it('posts there what SLT approve, with nobody to answer it, and both cards get the link', async () => {
    const at = await opened();
    const { author, slt } = await at.sent(WORDS);
    await at.sam.presses('Approve', slt);
    await at.says(slt, 'https://x.com/Larkfield/status/');
    await at.says(author, 'https://x.com/Larkfield/status/');
    const [post] = x.stands('@Larkfield');
    expect(post).toMatchObject({ sent: WORDS, replySettings: 'mentionedUsers' });
    expect(x.calls.map(({ operation }) => operation)).toEqual(['me', 'timeline', 'post']);
  });

  it('hears the price of a link on the checklist, and what the month has cost at the desk', async () => {
    const at = await opened();
    const { slt } = await at.sent(`${WORDS} https://www.bbc.co.uk/bitesize`);
    expect(slt.text).toContain('about $0.20 on X');
    await at.sam.presses('Approve', slt);
    await at.says(slt, 'https://x.com/Larkfield/status/');
    expect((await at.sam.types('/desk')).text).toContain('$0.21');
  });

  it('whose answer was lost finds its post on the account, once', async () => {
    const at = await opened();
    x.next('post', { is: 'reset after storing' });
    const { slt } = await at.sent(WORDS);
    await at.sam.presses('Approve', slt);
    await at.says(slt, 'did not say');
    await at.passes(MINUTE);
    await at.says(slt, 'https://x.com/Larkfield/status/');
    expect(x.books('@Larkfield')).toHaveLength(1);
  });

  it('opens its replies where its policy says so', async () => {
    const policy = 'policy: {extends: standard, who_may_reply: following}';
    const at = await opened({ school: ON_X.replace('policy: standard', policy) });
    const { slt } = await at.sent(WORDS);
    await at.sam.presses('Approve', slt);
    await at.says(slt, 'https://x.com/Larkfield/status/');
    expect(x.stands('@Larkfield')[0]?.replySettings).toBe('following');
    const shown = await at.jo.types('/policy');
    expect(shown.text).toContain('those the account follows');
  });

  it('does not start without its keys: each is named, with its account', async () => {
    await expect(opened({ without: ['X_APP_SECRET', 'X_ACCESS'] })).rejects.toThrow(
      /account @Larkfield, keys\.app_secret: saw X_APP_SECRET, which is not set[\s\S]*account @Larkfield, keys\.access: saw X_ACCESS, which is not set[\s\S]*bellbird x login @Larkfield/,
    );
  });

  it('has a person follow where X lets no program, and sees at X that it was done', async () => {
    const at = await opened();
    const bio = 'A museum of bells and clocks. School visits welcome.';
    x.people.joins({ handle: 'BellMuseum', id: '900', bio, followers: 2_210 });
    const why = 'because Year 4 will visit their workshops in May';
    expect((await at.amy.types(`/follow @BellMuseum ${why}`)).text).toContain('2,210 followers');
    const slt = await at.sltCard('Follow @BellMuseum?', 'Approve');
    await at.sam.presses('Approve', slt);
    const task = await at.says(slt, 'X lets no program follow');
    expect(JSON.stringify(task)).toContain('https://x.com/BellMuseum');
    x.people.taps('@Larkfield', 'follow', '@BellMuseum');
    await at.sam.presses('I have done it', task);
    await at.says(slt, 'We follow @BellMuseum');
    expect(x.calls.filter(({ operation }) => operation === 'follow')).toMatchObject([
      { status: 403, body: { target_user_id: '900' } },
    ]);
  });

  it.each([
    ['', '$12.00'],
    [' owns_app: true,', '$1.20'],
  ])(
    'hears what a first review of 1,200 followers costs (%s), and has them read in pages',
    async (owns, price) => {
      const at = await opened({ school: ON_X.replace('outlet: x,', `outlet: x,${owns}`) });
      for (let n = 0; n < 1_200; n += 1) {
        x.people.joins({ handle: `Reader${n}`, id: String(9_000 + n), bio: 'Reads a lot' });
        x.people.follows(`Reader${n}`, '@Larkfield');
      }
      const asked = await at.sam.types('/desk review');
      expect(asked.text).toContain('1,200 followers');
      expect(asked.text).toContain(price);
      expect(x.calls.map(({ operation }) => operation)).toEqual(['user-named']);
      if (!asked.shown) throw new Error(asked.text);
      await at.sam.presses('Read all of them', asked.shown);
      await eventually(async () => (await at.events()).includes('review.read'));
      const reads = x.calls.filter(({ operation }) => operation === 'followers');
      expect(reads.map(({ query }) => query.max_results)).toEqual(['1000', '1000']);
      expect((await at.sam.types('/desk')).text).toMatch(/1,?20\d reads/);
    },
  );
});
