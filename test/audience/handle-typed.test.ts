/** What somebody types, or pastes, where a handle is asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handleFrom, notAHandle } from '../../src/desk/handle-typed.ts';

describe('a handle is read from', () => {
  test.each([
    '@BellMuseum',
    'BellMuseum',
    'https://x.com/BellMuseum',
    'http://twitter.com/BellMuseum/',
    'https://www.twitter.com/BellMuseum?lang=en',
    'https://mobile.twitter.com/BellMuseum',
    'https://mobile.x.com/@BellMuseum#top',
    'www.x.com/BellMuseum',
    'X.com/BellMuseum?s=21&t=abc',
  ])('%s', (typed) => {
    expect(handleFrom(typed)).toBe('@BellMuseum');
    expect(notAHandle(handleFrom(typed))).toBeNull();
  });
});

describe('no handle is read from', () => {
  test.each([
    'https://x.com/BellMuseum/status/12',
    'https://x.com/i/lists/12',
    'https://example.org/BellMuseum',
    'https://x.com.example.org/BellMuseum',
    'https://notx.com/BellMuseum',
    'https://x.com@example.org/BellMuseum',
    'https://x.com/AVeryLongHandleIndeed',
    'https://x.com/',
    'https://x.com/Nаtional',
  ])('%s', (typed) => {
    expect(handleFrom(typed)).toBe(typed);
    expect(notAHandle(handleFrom(typed))).not.toBeNull();
  });

  test('anything that is refused as one afterwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const handle = handleFrom(`https://x.com/${typed}`);
        if (notAHandle(handle) === null) expect(handle).toMatch(/^@\w{1,15}$/);
      }),
    );
  });
});
