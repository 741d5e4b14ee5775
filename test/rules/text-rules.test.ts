import { describe, expect, test } from 'vitest';
import { hashtagPlace } from '../../src/policy/rules/hashtag-place.ts';
import { individualHandle } from '../../src/policy/rules/individual-handle.ts';
import { length } from '../../src/policy/rules/length.ts';
import { reply } from '../../src/policy/rules/reply.ts';
import { draftOf, photo, seen, wordsOf } from './tables.ts';

describe('length', () => {
  const LINK = 'https://www.example.org/a-long-way-to-the-owls';
  test.each([
    ['the exact limit', 'k'.repeat(140), 140],
    ['an accent typed as two characters weighs one', 'e\u0301'.repeat(140), 140],
    ['a link weighs 23', `${'k'.repeat(116)} ${LINK}`, 140],
    ['a family emoji weighs two', '👨‍👩‍👧‍👦'.repeat(70), 140],
  ])('fits: %s', (_why, text, limit) => {
    expect(seen(length, draftOf(text), { limit })).toEqual([]);
  });

  test.each([
    ['one over', 'k'.repeat(141), 140, [140, 141], '1 character over the 140'],
    ['emoji weigh two', '🦉'.repeat(71), 140, [140, 142], '2 characters over the 140'],
    ['accents typed as two', `${'e\u0301'.repeat(140)}xy`, 140, [280, 282], '2 characters'],
    [
      'a link is over as a whole',
      `${'k'.repeat(136)} ${LINK}`,
      140,
      [137, 137 + LINK.length],
      '20 characters',
    ],
    ['far too long', 'k'.repeat(50_000), 280, [280, 50_000], '49720 characters'],
    [
      'nothing but a link past the cap',
      `https://www.example.org/${'k'.repeat(4500)}`,
      280,
      undefined,
      'over the 280',
    ],
  ] as const)('too long: %s', (_why, text, limit, span, says) => {
    const [found] = seen(length, draftOf(text), { limit });
    expect(found?.message).toContain(says);
    if (span) expect(found?.span).toEqual(span);
  });

  test('a post of no words and no photos asks for words, one of a photo alone does not', () => {
    expect(seen(length, draftOf(' \n '), { limit: 280 })[0]?.message).toMatch(/no words/);
    expect(seen(length, draftOf('', { photos: [photo('work')] }), { limit: 280 })).toEqual([]);
  });
});

describe('reply', () => {
  test.each([
    ['@OwlTrust hello', '@OwlTrust'],
    ['  \n@NationalTrust hello', '@NationalTrust'],
    ['＠OwlTrust hello', '＠OwlTrust'],
    ['.@OwlTrust thank you for the games', '.@OwlTrust thank'],
    ['… @OwlTrust would love to see you', '… @OwlTrust would love to see you'],
    ['“Best school ever” @OwlTrust. We agree!', '“Best school ever” @O'],
    ['Wow! "The kindest class we have met" @OwlTrust', '! "The kindest class we have met" @O'],
    ['\u200b@OwlTrust hello', '@OwlTrust'],
    ['So proud RT @OwlTrust: ten chicks', 'RT @O'],
    ['Lovely: twitter.com/OwlTrust/statuses/42 today', 'twitter.com/OwlTrust/statuses/42'],
    ['Lovely https://x.com/i/web/status/42', 'https://x.com/i/web/status/42'],
    ['Yes, @OwlTrust, we would', 'Yes, @O'],
    ['As @OwlTrust said, owls are clean', 'As @OwlTrust said'],
    ['So true! @OwlTrust asks: “Who hoots?”', '@OwlTrust asks: “'],
    ["We loved @OwlTrust's post", "@OwlTrust's post"],
    [
      'In answer to the question on our last tweet: owls',
      'In answer to the question on our last tweet',
    ],
    ['Some of you asked on here about coats', 'asked on here'],
    ['Someone wondered under our last post if owls swim', 'wondered under our last post'],
    ['To those asking in the comments: the fair is on', 'asking in the comments'],
    ['Re your tweet: owls it is', 'Re your tweet'],
    ['Thank you for your kind tweets about the play', 'Thank you for your kind tweets'],
    ['To answer your question, the fair is on', 'To answer your question'],
    ['“A joy to teach” – @OwlTrust', '” – @O'],
    ['To whoever asked under our photo: it is a newt', 'asked under our photo'],
  ])('%s', (text, words) => {
    expect(wordsOf(text, seen(reply, draftOf(text)))).toEqual([words]);
  });

  test.each([
    '.@OwlTrust came to tea',
    'Thank you @OwlTrust for tea',
    'Kind words: @OwlTrust said we were the politest class',
    'Write to owls@larkrise.example',
    "In answer to the question 'What is a fraction?' we cut cake",
    "In response to the food bank's appeal we brought 312 tins",
    'Replies to our letters came in the post today',
    'Year 3 asked questions in the post office',
    'Questions on Post-it notes cover the wall',
    'Thank you for all the lovely comments about our play',
    'Replying to invitations is our grammar topic',
    'Answering big questions today: why do leaves fall?',
    "Comments in the visitors' book made us smile",
    'The robins tweeted all morning',
    'Please reply to the letter by Friday',
    'Owl day with "Barney" @OwlTrust was a hoot',
    'Year 3 sang “Over the Rainbow” for the care home with @OwlTrust',
    'No school on Monday',
    'See https://x.com/LarkriseSchool/status/42 for the list',
    'See https://fox.com/owl/status/42',
    'Goal posts painted by Year 6',
    'Have a question? Ask at the office',
  ])('is news of our own: %s', (text) => {
    expect(seen(reply, draftOf(text))).toEqual([]);
  });

  test('a post given as the one answered is enough, and a blank one is none', () => {
    expect(seen(reply, draftOf('Owls', { inReplyTo: 'https://x.com/a/status/1' }))).toHaveLength(1);
    expect(seen(reply, draftOf('Owls', { inReplyTo: '  ' }))).toEqual([]);
  });
});

describe('hashtag-place', () => {
  test.each([
    ['Our #owls are dry', ['#owls'], 'Our owls are dry #owls'],
    [
      '#ForestSchool was muddy ☔ #Mud',
      ['#ForestSchool'],
      'Forest School was muddy ☔ #Mud #ForestSchool',
    ],
    ['#EYFS\nOwls all day', ['#EYFS'], 'Owls all day #EYFS'],
    ['An #Art day #art', ['#Art'], 'An Art day #art'],
    [
      'Our #owls like #mice at night',
      ['#owls', '#mice'],
      'Our owls like mice at night #owls #mice',
    ],
    ['＃Art is fun', ['＃Art'], 'Art is fun #Art'],
    ['Look #Art @OwlTrust', ['#Art'], 'Look Art @OwlTrust #Art'],
  ])('%s', (text, words, fixed) => {
    const found = seen(hashtagPlace, draftOf(text));
    expect(wordsOf(text, found)).toEqual(words);
    expect(found.map(({ fix }) => fix?.text)).toEqual(words.map(() => fixed));
    expect(seen(hashtagPlace, draftOf(fixed))).toEqual([]);
  });

  test.each([
    'Owls all day #Art #DT',
    'Owls all day #Art https://www.example.org/owls #DT',
    'Owls all day #Art https://owls.larkrise',
    'Owls all day #Art! 🦉',
    'Owls all day\n\n#Art\n#DT',
    'We are #1',
    'https://www.example.org/#owls is our page',
    '#Art',
  ])('stands at the end: %s', (text) => {
    expect(seen(hashtagPlace, draftOf(text))).toEqual([]);
  });
});

describe('individual-handle', () => {
  test.each([
    ['Thanks @OwlTrust and @NationalTrust', ['@OwlTrust']],
    ['.@Jo_Smith and ＠Amy came', ['@Jo_Smith', '＠Amy']],
  ])('%s', (text, words) => {
    expect(wordsOf(text, seen(individualHandle, draftOf(text)))).toEqual(words);
  });

  test.each([
    'Thanks @NATIONALTRUST',
    'From @LarkriseSchool',
    'Write to jo@larkrise.example',
    '5 @ £1',
  ])('nobody unconfirmed: %s', (text) => expect(seen(individualHandle, draftOf(text))).toEqual([]));
});
