/** What is learnt of mentions may move one up the list; it never says by itself that one is inappropriate. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaningTraits } from '../../src/audience/leaning.ts';
import { sortMention } from '../../src/audience/sort.ts';
import { readingOf } from '../../src/policy/meaning/reading.ts';
import { mentionOf, policyOf } from '../judge/audience.ts';
import { FACTS } from './tables.ts';

const sorted = (text: string) => sortMention(policyOf('standard'), mentionOf(text), FACTS);

describe('what no list knows', () => {
  const hostile = 'This lot could bore for England and bully for Wales, what a nasty little gang';

  test('is read before what is plain, and is not called inappropriate', () => {
    const { sort, unsure, doubt, actions } = sorted(hostile);
    expect({ sort, unsure, actions }).toEqual({
      sort: 'neutral',
      unsure: true,
      actions: ['nothing'],
    });
    expect(doubt).toBeGreaterThan(sorted('What time do the doors open on Friday?').doubt);
  });

  test('is read after what a rule has decided, and danger before everything', () => {
    const { doubt } = sorted(hostile);
    expect(sorted('Oh sh1t').doubt).toBeGreaterThan(doubt);
    expect(sorted('Boy with a knife at the school gate right now').doubt).toBeGreaterThan(
      sorted('I’m going to kill the head').doubt,
    );
  });
});

test('nothing is inappropriate without a word, a sign or a picture that decided it', () => {
  const words =
    'hate,jews,scum,you,kill,the,head,liar,nude,free,kids,burn,idiots,lovely,@x,💦'.split(',');
  const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(text, (said) => {
      const { sort, deciding, unsure, doubt } = sorted(said);
      expect(deciding.length > 0).toBe(sort === 'inappropriate');
      expect(unsure && sort === 'inappropriate').toBe(false);
      expect(doubt).toBeGreaterThanOrEqual(0);
      expect(doubt).toBeLessThanOrEqual(100);
    }),
    { numRuns: 200 },
  );
});

test('a threat to a child is for the safeguarding lead too', () => {
  expect(sorted('that kid is getting battered on his way home')).toMatchObject({
    sort: 'inappropriate',
    forWhom: 'safeguarding',
  });
});

test('nothing is learnt of who is named, nor of handles and links', () => {
  const traits = leaningTraits(
    readingOf('Mrs Ottershaw and @SomeBody_9 at https://ottershaw.example said #WellDoneTyrell'),
    [],
    true,
  );
  expect(traits.filter((trait) => /otter|ersh|some|tyre/i.test(trait))).toEqual([]);
});
