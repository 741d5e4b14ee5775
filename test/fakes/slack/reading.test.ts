/** What the fake takes a person to read, and whom it takes a message to ping. */
import type { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from './bolt.ts';
import { AMY, LARKFIELD, plain, STAFF, section } from './larkfield.ts';
import { type FakeSlack, startSlack } from './slack.ts';

let slack: FakeSlack;
let web: webApi.WebClient;
beforeEach(async () => {
  slack = await startSlack(LARKFIELD);
  web = clientOf(slack, slack.botToken);
});
afterEach(() => slack.stop());

const TYPED = '<!channel> *bold* _slant_ <https://x.example|the school> &amp; <@U0AMY> :smile:';

const post = async (block: object, text = 'A card') => {
  // biome-ignore lint/suspicious/noExplicitAny: blocks of several types
  await web.chat.postMessage({ channel: STAFF, text, blocks: [block] as any });
  return slack.reads(STAFF).at(-1);
};

describe('words that somebody typed', () => {
  it('would ping, format and link in mrkdwn', async () => {
    const read = await post({ type: 'section', text: { type: 'mrkdwn', text: TYPED } });
    expect(read).toBe('@channel bold slant the school & @Amy Reid [emoji smile]');
    expect(slack.pings).toEqual([`@channel in ${STAFF}`, `@Amy Reid in ${STAFF}`]);
  });

  it('stand as typed in plain text without emoji, and ping nobody', async () => {
    expect(await post(section(TYPED))).toBe(TYPED);
    expect(slack.pings).toEqual([]);
  });

  it('become emoji in plain text that does not say otherwise', async () => {
    const text = { type: 'plain_text', text: 'A :smile:' };
    expect(await post({ type: 'section', text })).toBe('A [emoji smile]');
  });

  it('stand as typed in a rich text; a mention there is one', async () => {
    const leaves = [
      { type: 'text', text: TYPED },
      { type: 'user', user_id: AMY },
      { type: 'broadcast', range: 'here' },
    ];
    const elements = [{ type: 'rich_text_section', elements: leaves }];
    expect(await post({ type: 'rich_text', elements })).toBe(`${TYPED}@Amy Reid@here`);
    expect(slack.pings).toEqual([`@Amy Reid in ${STAFF}`, `@here in ${STAFF}`]);
  });

  it('ping from the text for notifications too, unless escaped', async () => {
    await post(section('x'), '<!here> look');
    expect(slack.pings).toEqual([`@here in ${STAFF}`]);
    await post(section('x'), '&lt;!here&gt; look');
    expect(slack.pings).toHaveLength(1);
  });

  it('in a message of nothing but text are mrkdwn', async () => {
    await web.chat.postMessage({ channel: STAFF, text: '&lt;b&gt; *loud*' });
    expect(slack.reads(STAFF)).toEqual(['<b> loud']);
  });
});

it('reads a card from top to bottom, with its labels, ticks and buttons', async () => {
  const read = await post({
    type: 'section',
    text: plain('I have asked.'),
    accessory: {
      type: 'checkboxes',
      action_id: 'field',
      options: [{ text: plain('I have done this'), description: plain('Today'), value: 'x' }],
    },
  });
  expect(read).toBe('I have asked.\nI have done this\nToday');
});
