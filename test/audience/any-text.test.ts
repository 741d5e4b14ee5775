/** Whatever strangers type: nothing throws, spans lie inside the text, and long hostile texts take no longer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeFollow } from '../../src/audience/follow.ts';
import { readFollower } from '../../src/audience/follower.ts';
import type { Profile } from '../../src/audience/profile.ts';
import { sortMention } from '../../src/audience/sort.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';
import { mentionOf } from '../judge/audience.ts';
import { MOST_TIMES, timesOrdinary } from '../rules/pace.ts';
import { account, FACTS } from './tables.ts';

const policies = PRESETS.map(preset);
const scrap = fc.oneof(
  fc.constantFrom(
    ...' |\n|@NationaITrust|Grace Okonkwo|aged 9|12 🎂|Year 6|class of 2028|mum of|teacher|(mum runs this)|children’s author|kill the|school|is a joke|“|"|𝓕𝓾|\u200b|\u202e|\ud83e|\udd89|🔞|$PEPE|https://x.sch.uk|.gov.uk|½|１２|the worst|hope you|muslims|é\u0301'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(scrap, { maxLength: 30 }).map((parts) => parts.join(''));
const count = fc.oneof(fc.nat(), fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY));
const profile: fc.Arbitrary<Profile> = fc.record({
  id: fc.string(),
  handle: text,
  name: text,
  bio: text,
  link: fc.option(text),
  location: text,
  followers: count,
  following: count,
  posts: count,
  createdAt: fc.option(count),
  protected: fc.boolean(),
  pictured: fc.boolean(),
});
const any = fc.constantFrom(...policies);

describe('whatever is typed', () => {
  test('every account is judged, with a reason, and its doubt lies between 0 and 100', () => {
    fc.assert(
      fc.property(profile, any, text, fc.boolean(), (who, policy, asked, withRoll) => {
        const facts = withRoll ? FACTS : { ...FACTS, roll: null };
        expect(judgeFollow(policy, who, asked, facts).reasons.length).toBeGreaterThan(0);
        const read = readFollower(policy, who, facts);
        expect(read.doubt).toBeGreaterThanOrEqual(0);
        expect(read.doubt).toBeLessThanOrEqual(100);
        expect(read.reasons.length).toBeGreaterThan(0);
        if (read.plainFine) expect(read.proposal).toBe('keep');
      }),
      { numRuns: 400 },
    );
  });

  test('every mention is sorted, and each span lies inside its text', () => {
    fc.assert(
      fc.property(text, profile, any, fc.nat(2), (words, author, policy, media) => {
        const found = sortMention(policy, mentionOf(words, { author, media }), FACTS);
        expect(found.sort === 'inappropriate').toBe(found.categories.length > 0);
        expect(found.gravity === null).toBe(found.categories.length === 0);
        expect(found.actions).toContain('nothing');
        for (const { span } of found.deciding) {
          if (span === null) continue;
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(words.length);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('long and hostile texts', () => {
  const units = [
    'the head ',
    'kill the ',
    'a.',
    '$AAA',
    '@a ',
    'why was the ',
    '‼',
    '"so ',
    'make £1 ',
    '12 | ',
    'mum ',
  ];
  test.each(units)('%j over and over takes about as long as ordinary words', (unit) => {
    const words = unit.repeat(4000 / unit.length);
    const policy = preset('irthlingborough');
    const sort = (said: string) => sortMention(policy, mentionOf(said), FACTS);
    expect(timesOrdinary(sort, words)).toBeLessThan(MOST_TIMES);
    const read = (said: string) => readFollower(policy, account('@x', said, said), FACTS);
    expect(timesOrdinary(read, words)).toBeLessThan(MOST_TIMES);
  });
});
