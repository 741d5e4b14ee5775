/** The words of a message, as Slack sends what somebody wrote. */
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../adapters/slack/message-words.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const FIELD = 'What would you like to post?';

const rich = (...elements: object[]) => [{ type: 'rich_text', elements }];
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string) => ({ type: 'text', text: words });

describe('a message that is taken up', () => {
  it('loses what was bold, struck or slanted, and keeps stars that are only stars', async () => {
    const at = await openWorkspace();
    at.slack.says('U0BEN', STAFF, '*Year 4* built a _very_ ~bad~ `good` run, 3 * 4 * 5 &amp; more');
    const { modal } = await at.amy.shortcut('Tweet this', 'Year 4');
    expect(modal?.fields[FIELD]).toBe('Year 4 built a very bad good run, 3 * 4 * 5 & more');
    expect(await at.close()).toEqual([]);
  });

  it('reads the same when it is a line to Bellbird', async () => {
    const at = await openWorkspace();
    const { messages } = await at.amy.types('tweet *Year 4* built a _very_ good run');
    const card = messages.find((seen) => seen.buttons.length > 0);
    expect(card?.text).toContain('Year 4 built a very good run');
    expect(await at.close()).toEqual([]);
  });
});

describe('what somebody wrote', () => {
  it.each([
    [
      'a list',
      rich(section(text('Bring:\n')), {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [section(text('a coat')), section(text('a hat'))],
      }),
      'Bring:\n• a coat\n• a hat',
    ],
    [
      'a numbered list that goes on',
      rich({
        type: 'rich_text_list',
        style: 'ordered',
        offset: 2,
        elements: [section(text('sing')), section(text('dance'))],
      }),
      '3. sing\n4. dance',
    ],
    [
      'a quote and what follows',
      rich({ type: 'rich_text_quote', elements: [text('We won')] }, section(text('Well done'))),
      'We won\nWell done',
    ],
    [
      'an address with a name',
      rich(
        section(text('See '), { type: 'link', url: 'https://example.org/fair', text: 'our fair' }),
      ),
      'See https://example.org/fair',
    ],
    [
      'people, groups and everybody, who go',
      rich(
        section(
          text('Hello '),
          { type: 'user', user_id: 'U0AMY' },
          { type: 'usergroup', usergroup_id: 'S0SLT' },
          { type: 'broadcast', range: 'channel' },
          text(' all'),
        ),
      ),
      'Hello all',
    ],
    [
      'emoji with tones, however they are told',
      rich(
        section(
          { type: 'emoji', name: '+1', skin_tone: 3, unicode: '1f44d-1f3fc' },
          { type: 'emoji', name: '+1::skin-tone-6' },
          { type: 'emoji', name: 'heart', unicode: '2764-fe0f' },
          { type: 'emoji', name: 'newer_than_ours', unicode: '1faea' },
          { type: 'emoji', name: 'our_owl' },
        ),
      ),
      '👍🏼👍🏿❤️\u{1FAEA}:our_owl:',
    ],
    ['nonsense', [{ type: 'rich_text', elements: 'none' }], ''],
  ])('in %s', (_what, blocks, words) => {
    expect(wordsIn({ text: 'something else', blocks })).toBe(words);
  });

  it('names a channel as its message does', () => {
    const blocks = rich(section(text('in '), { type: 'channel', channel_id: 'C0STAFF' }));
    expect(wordsIn({ text: 'in <#C0STAFF|staff-room>', blocks })).toBe('in #staff-room');
  });

  it.each([
    ['escaped', 'A &amp; B', 'A &amp; B', 'A & B'],
    ['not escaped', 'A & B', 'A &amp; B', 'A & B'],
    [
      'typed with the escape in it',
      'write &lt; for it',
      'write &amp;lt; for it',
      'write &lt; for it',
    ],
  ])('%s', (_what, own, whole, words) => {
    expect(wordsIn({ text: whole, blocks: rich(section(text(own))) })).toBe(words);
  });

  it('is the text where another app has drawn the message', () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '*Menu*' } }];
    expect(wordsIn({ text: 'Menu &amp; more :tada:', blocks })).toBe('Menu & more 🎉');
  });
});
