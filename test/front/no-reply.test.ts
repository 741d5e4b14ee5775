import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bioText } from '../../cards/contact.ts';
import { asksForReply } from '../../src/front/no-reply.ts';

describe('a line', () => {
  test.each([
    'reply thanks so much for coming',
    'reply to @MrsWhitlock4 thank you',
    'Reply to @MrsWhitlock4 with our thanks',
    'please reply to this',
    'Answer this https://x.com/someone/status/1866',
    'answer this',
    'Can you answer this tweet: we open at nine',
    'https://x.com/someone/status/1866 answer this',
    'https://twitter.com/a/status/12 can somebody reply?',
    'respond to him',
    'can you reply to them for me?',
    'Reply to their message',
    'DM @MrsWhitlock4 and say sorry',
    'retweet https://x.com/someone/status/1866',
    'Reply',
  ])('that asks for an answer to somebody is told from a post: %s', (line) => {
    expect(asksForReply(line)).toBe(true);
  });

  test.each([
    'Reply slips for the farm trip are due on Friday.',
    'Answer this riddle from Year 4: what has hands and cannot clap?',
    'Answers to the maths puzzle are on our website https://larkfield.example/puzzle',
    'We have had a reply from the Prime Minister to the letters of Year 6.',
    'Message in a bottle: Year 2 wrote letters to the sea.',
    'Like @NationalTrust, we love trees.',
    'Quote of the day from Year 5: be kind.',
    'Responding to a poem, Year 3 painted the storm.',
    'Our clay owls are dry.',
    'See what Year 4 wrote https://x.com/Larkfield/status/1866',
  ])('of our own stays a post: %s', (line) => {
    expect(asksForReply(line)).toBe(false);
  });

  test('of any letters is read without a fault and in time', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 5_000 }),
        (line) => typeof asksForReply(line) === 'boolean',
      ),
    );
  });
});

test('words for a profile fit it, however long the address of the office is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 250 }), (size) => {
      expect(bioText(`${'a'.repeat(size)}@b.example`).length).toBeLessThanOrEqual(160);
    }),
  );
  expect(bioText('office@larkfield.example')).toContain('office@larkfield.example');
});
