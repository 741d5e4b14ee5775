/** Posts as X sends them, put back into what people typed; and links to posts as people copy them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, idAt, momentOf, pointed, readPost, saysSame } from '../../adapters/x/posts.ts';
import { kept, processed } from '../fakes/x/text.ts';

const ID = '1900000000000000001';
const NEWER = '1900000000000000002';

/** The post X would send for what was typed. */
function sent(typed: string, more: object = {}) {
  const { text, urls } = kept(processed(typed));
  const raw = { id: ID, text, ...(urls.length > 0 ? { entities: { urls } } : {}), ...more };
  const read = readPost(raw, '@Larkfield');
  if (read === null) throw new Error('no post');
  return read.post;
}

describe('a post read at X', () => {
  it.each([
    ['plain words', 'The choir sang well.'],
    ['signs that X escapes', 'Year 3 & 4: 5 < 7 > 2, and &amp; as typed'],
    ['a link', 'The fair: https://www.school.org.uk/fair?a=1&b=2 Come along'],
    ['two links, one of them bare', 'school.org.uk/a and https://school.org.uk/x.'],
    ['a link in capitals', 'HTTPS://School.Org.UK/Fair'],
    ['a link with an accent in its host', 'https://café.fr/'],
    ['accents typed in two', 'Cafe\u0301 at the summer fair'],
    ['blank lines and white space', '  One\r\n\r\n\n\nTwo\u00a0three  '],
    ['characters nobody sees', 'One\u0007 two\u200f three\tfour\ufeff'],
    ['emoji', 'Well done 👩‍🏫 🇬🇧 #Year3'],
  ])('says the same as what was typed: %s', (_what, typed) => {
    expect(saysSame(sent(typed), typed)).toBe(true);
    expect(saysSame(sent(typed), `${typed} More.`)).toBe(false);
  });

  it('says the same as anything that can be typed, whatever X makes of it', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        ' ',
        '\n',
        '\n\n\n',
        '&lt;',
        '&',
        'https://a.org.uk/b?c=1&d',
        'bbc.co.uk',
        '#x',
      ),
    );
    const typed = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        expect(saysSame(sent(text), text)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('shows full links, and none to its own photos', () => {
    const photo = 'https://t.co/photo00001';
    const raw = {
      id: ID,
      text: `Roman mosaics &amp; more https://t.co/abcdefghij ${photo}`,
      entities: {
        urls: [
          { url: 'https://t.co/abcdefghij', expanded_url: 'https://school.example/?a=1&b' },
          { url: photo, expanded_url: `https://x.com/L/status/${ID}/photo/1`, media_key: '3_1' },
        ],
      },
    };
    expect(readPost(raw, '@L')?.post.text).toBe(
      'Roman mosaics & more https://school.example/?a=1&b',
    );
  });

  it.each(['note_tweet', 'note_post'])('is read whole where it is long (%s)', (name) => {
    const raw = { id: ID, text: 'The beginning…', [name]: { text: 'The beginning &amp; the end' } };
    expect(readPost(raw, '@L')?.post.text).toBe('The beginning & the end');
  });

  it.each(['edit_history_tweet_ids', 'edit_history_post_ids'])(
    'says where it was edited to (%s)',
    (name) => {
      const edited = readPost({ id: ID, text: 'One', [name]: [ID, NEWER] }, '@L');
      expect(edited?.post.editedTo).toBe(NEWER);
      const newest = readPost({ id: ID, text: 'One', [name]: ['17', ID] }, '@L');
      expect(newest?.post).not.toHaveProperty('editedTo');
      expect(newest?.versions).toEqual(['17', ID]);
    },
  );

  it('has the time that its id holds', () => {
    const at = Date.UTC(2026, 2, 10, 10);
    expect(momentOf(idAt(at))).toBe(at);
    expect(idAt(0)).toBe('0');
  });

  it('is no post without an id, and nothing X could send breaks the reading', () => {
    expect(readPost({ text: 'One' }, '@L')).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const raw =
          anything !== null && typeof anything === 'object' ? { ...anything, id: '7' } : anything;
        const read = readPost(raw, '@L');
        expect(read === null || read.post.id === '7').toBe(true);
      }),
    );
  });
});

describe('a link to a post', () => {
  const own = { account: '@Larkfield', id: ID };
  it.each([
    [addressOf('@Larkfield', ID), own],
    [`https://twitter.com/Larkfield/status/${ID}`, own],
    [`https://mobile.twitter.com/Larkfield/statuses/${ID}/`, own],
    [`http://www.x.com/Larkfield/status/${ID}?s=20&t=abc#m`, own],
    [`x.com/Larkfield/status/${ID}`, own],
    [`  https://x.com/Larkfield/status/${ID}/photo/1\n`, own],
    [`https://x.com/i/web/status/${ID}`, { account: null, id: ID }],
    [`https://x.com/i/status/${ID}`, { account: null, id: ID }],
  ])('leads to it: %s', (link, leads) => {
    expect(pointed(link)).toEqual(leads);
  });

  it.each([
    '',
    'status',
    'https://x.com/Larkfield',
    `https://x.com.evil.example/Larkfield/status/${ID}`,
    `https://evil.example/x.com/Larkfield/status/${ID}`,
    `https://x.com@evil.example/Larkfield/status/${ID}`,
    'https://x.com/Larkfield/status/abc',
    `https://x.com/Larkfield/status/${ID}00`,
    `javascript:x.com/Larkfield/status/${ID}`,
  ])('leads nowhere: %j', (link) => {
    expect(pointed(link)).toBeNull();
  });

  it('is never more than an id and a handle, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (pasted) => {
        const leads = pointed(pasted);
        expect(leads === null || /^\d{1,19}$/.test(leads.id)).toBe(true);
      }),
    );
  });
});
