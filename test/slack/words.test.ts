/** What people ask by a word: the rules, the desk, help, and lines typed to Bellbird alone. */
import { describe, expect, it } from 'vitest';
import { only, POST, sends, sltCard } from './steps.ts';
import { openWorkspace, STAFF } from './workspace.ts';

const typed = { channel: STAFF };

describe('/policy', () => {
  it('shows the topics, and a topic takes the place of the card it was pressed on', async () => {
    const at = await openWorkspace();
    const card = only((await at.amy.types('/policy', typed)).messages);
    const topic = card.buttons.find((label) => label.startsWith('Photos'));
    const shown = only((await at.amy.presses(topic ?? '', card)).messages);
    expect(shown.ts).toBe(card.ts);
    expect(shown.text).toMatch(/consent/i);
    expect(await at.close()).toEqual([]);
  });

  it('finds what was asked for in plain words', async () => {
    const at = await openWorkspace();
    const card = only((await at.amy.types('/policy who may approve', typed)).messages);
    expect(card.text).toContain('who may approve');
    expect(card.text).toContain('Sam Obi');
    expect(await at.close()).toEqual([]);
  });

  it('opens from the own page, over it', async () => {
    const at = await openWorkspace();
    await at.amy.homeTab();
    const { modal } = await at.amy.presses('All our rules', 'home');
    const topic = modal?.buttons.find((label) => label.startsWith('Names')) ?? '';
    expect((await at.amy.presses(topic)).modal?.text).toContain('What our policy says');
    expect(await at.close()).toEqual([]);
  });
});

describe('/desk', () => {
  it('shows SLT what waits, pauses with a why and resumes', async () => {
    const at = await openWorkspace();
    const asked = await sends(at);
    const desk = only((await at.sam.types('/desk', typed)).messages);
    expect(desk.text).toContain(POST);
    const { modal } = await at.sam.presses('Pause posting', desk);
    expect(modal?.submit).toBeDefined();
    await at.sam.fills({ why: 'A sad day for our village.' });
    await at.sam.submits();
    const paused = at.sam.sees(STAFF).find((seen) => seen.ts === desk.ts);
    expect(paused?.text).toContain('Posting is paused');
    expect(paused?.text).toContain('A sad day for our village.');
    await at.sam.presses('Approve', asked);
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([]);
    await at.sam.presses('Resume posting', paused);
    await at.passes(60_000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('pauses from the own page, which then says so', async () => {
    const at = await openWorkspace();
    await at.sam.homeTab();
    await at.sam.presses('Pause posting', 'home');
    await at.sam.fills({ why: 'A sad day.' });
    const { home } = await at.sam.submits();
    expect(home?.text).toContain('Posting is paused');
    expect(at.sam.dm()).toEqual([]);
    const resumed = await at.sam.presses('Resume posting', 'home');
    expect(resumed.home?.text).toContain('Posting is on');
    expect(await at.close()).toEqual([]);
  });

  it('decides a post that was opened from the own page', async () => {
    const at = await openWorkspace();
    await sends(at);
    await at.jo.homeTab();
    const { modal } = await at.jo.presses('Open post 1', 'home');
    expect(modal?.buttons).toContain('Approve');
    const done = await at.jo.presses('Approve');
    expect(done.modal?.text).toMatch(/Approved(:| by) Jo Clarke/);
    expect(done.modal?.buttons).not.toContain('Approve');
    await at.passes(1000);
    expect(await at.timeline()).toEqual([POST]);
    expect(await at.close()).toEqual([]);
  });

  it('is not for a teacher, who is told so alone', async () => {
    const at = await openWorkspace();
    const card = only((await at.amy.types('/desk', typed)).messages);
    expect(card).toMatchObject({ ephemeral: true });
    expect(card.buttons).toEqual([]);
    expect(card.text).toMatch(/SLT|Sam Obi/);
    expect(await at.close()).toEqual([]);
  });
});

describe('a post begun from the own page', () => {
  it('stands in the own messages when it is saved, and on the page', async () => {
    const at = await openWorkspace();
    await at.amy.homeTab();
    await at.amy.presses('Write a post', 'home');
    await at.amy.fills({ text: POST });
    const saved = await at.amy.submits();
    expect(only(saved.messages)).toMatchObject({ channel: 'D0AMY', ephemeral: false });
    expect(saved.home?.text).toContain(POST);
    await at.amy.fills({ ticked: true }, saved.messages[0]);
    await at.amy.presses('Send to SLT', saved.messages[0]);
    expect(only(at.amy.dm()).text).toContain('With SLT');
    expect(await at.close()).toEqual([]);
  });
});

describe('help', () => {
  it.each(['/tweet help', '/policy help', '/desk HELP', '/bellbird'])(
    'comes for %s',
    async (said) => {
      const at = await openWorkspace();
      const card = only((await at.amy.types(said, typed)).messages);
      expect(card.text).toContain('What you can type');
      expect(await at.events()).toEqual([]);
      expect(await at.close()).toEqual([]);
    },
  );
});

describe('a line in the own messages with Bellbird', () => {
  it('that begins with tweet is checked, on a card that lasts and follows its draft', async () => {
    const at = await openWorkspace();
    const { messages } = await at.amy.types(`tweet ${POST}`);
    const card = only(messages.filter((seen) => seen.buttons.length > 0));
    expect(card).toMatchObject({ ephemeral: false, text: expect.stringContaining(POST) });
    await at.amy.fills({ ticked: true }, card);
    await at.amy.presses('Send to SLT', card);
    await at.sam.presses('Approve', sltCard(at));
    await at.passes(1000);
    const stands = at.amy.dm().find((seen) => seen.ts === card.ts);
    expect(stands?.text).toContain('Published');
    const cards = at.amy.dm().filter((seen) => seen.text.includes('Published today'));
    expect(cards).toHaveLength(1);
    expect(await at.close()).toEqual([]);
  });

  it.each(['good morning', 'tweet', 'help', '/'])(
    'such as “%s” is answered with what to type',
    async (said) => {
      const at = await openWorkspace();
      const { messages } = await at.amy.types(said === '/' ? ' /' : said);
      const answers = messages.filter((seen) => seen.text !== said && seen.text.trim() !== '/');
      expect(only(answers).text).toMatch(/\/tweet|tweet Year 4/);
      expect(await at.events()).toEqual([]);
      expect(await at.close()).toEqual([]);
    },
  );
});

describe('a line that was said to Bellbird and not of the school', () => {
  it.each(['Tweet me when it is done', 'tweet this tomorrow please', 'tweet it'])(
    'is no post: %s',
    async (said) => {
      const at = await openWorkspace();
      const { messages } = await at.amy.types(said);
      const answer = only(messages.filter((seen) => seen.text !== said));
      expect(answer.text).toContain('tweet: Year 4 planted bulbs today.');
      expect(answer.buttons).toEqual([]);
      expect(await at.events()).toEqual([]);
      expect(await at.close()).toEqual([]);
    },
  );

  it.each([
    ['tweet: me and my teacher ran a mile', 'me and my teacher ran a mile'],
    ['tweet This week we planted bulbs', 'This week we planted bulbs'],
    ['Tweet It was a joy to sing', 'It was a joy to sing'],
    ['tweet: Year 4 planted bulbs', 'Year 4 planted bulbs'],
    ['tweet US visitors came to our fair', 'US visitors came to our fair'],
  ])('is one where it is meant: %s', async (said, post) => {
    const at = await openWorkspace();
    const { messages } = await at.amy.types(said);
    const card = only(messages.filter((seen) => seen.buttons.length > 0));
    expect(card.text).toContain(`\n${post}`);
    expect(await at.close()).toEqual([]);
  });
});

describe('a picture sent to Bellbird', () => {
  it.each(['', 'tweet Year 4 planted bulbs today.'])(
    'is answered, with words or none, and nothing is made of it: “%s”',
    async (words) => {
      const at = await openWorkspace();
      const { messages } = await at.amy.sendsPicture(words);
      const answer = only(messages.filter((seen) => seen.text.includes('cannot be taken')));
      expect(answer.text).toContain('Send its words alone');
      expect(await at.events()).toEqual([]);
      expect(await at.close()).toEqual([]);
    },
  );
});

describe('the message shortcut', () => {
  it('takes a message into the form as its writer typed it, for anybody to write on', async () => {
    const at = await openWorkspace();
    at.slack.says(
      'U0BEN',
      STAFF,
      'Fun &amp; games at <https://example.org/fair|our fair> with <@U0AMY> in <#C0STAFF|staff-room>, 3 &lt; 4 <!channel>',
    );
    const { modal } = await at.amy.shortcut('Tweet this', 'Fun & games');
    expect(Object.values(modal?.fields ?? {})[0]).toBe(
      'Fun & games at https://example.org/fair with in #staff-room, 3 < 4',
    );
    const saved = await at.amy.submits();
    expect(only(saved.messages).ephemeral).toBe(true);
    expect(at.slack.pings).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});
