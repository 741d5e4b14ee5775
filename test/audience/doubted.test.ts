/** What an account says of itself and should not be believed at once. */
import { describe, expect, test } from 'vitest';
import { judgeFollow } from '../../src/audience/follow.ts';
import { readFollower } from '../../src/audience/follower.ts';
import { policyOf } from '../judge/audience.ts';
import { account, FACTS } from './tables.ts';

const standard = policyOf('standard');
const follow = (profile: ReturnType<typeof account>) => judgeFollow(standard, profile, '', FACTS);
const read = (profile: ReturnType<typeof account>) => readFollower(standard, profile, FACTS);
const said = ({ reasons }: { reasons: readonly { says: string }[] }) =>
  reasons.map(({ says }) => says).join(' ');

describe('an impostor of a known body', () => {
  const impostor = account('@NationaITrust', 'National Trust', 'Charity looking after nature', {
    link: 'https://www.nationaltrust.org.uk',
  });

  test('is never told to be what it imitates', () => {
    for (const judged of [follow(impostor), read(impostor)]) {
      expect(said(judged)).toContain('has a capital I where @nationaltrust has an l');
      expect(said(judged)).not.toMatch(/charity|museum|heritage/);
    }
    expect(follow(impostor)).toMatchObject({ verdict: 'against', kind: null });
    expect(read(impostor)).toMatchObject({ focus: null, plainFine: false });
  });
});

describe('a known handle', () => {
  test('counts where the name or the link agrees, as far as we know', () => {
    expect(said(follow(account('@nationaltrust', 'National Trust', '')))).toContain(
      'as far as we know',
    );
    const linked = account('@nationaltrust', 'Walks', '', { link: 'nationaltrust.org.uk' });
    expect(follow(linked).verdict).toBe('fine');
  });

  test('wants an explanation where neither does: handles change hands', () => {
    const judged = follow(account('@nationaltrust', 'Best Deals Daily', 'hello'));
    expect(judged.verdict).toBe('explain');
    expect(said(judged)).toContain('name and link do not say so');
  });
});

describe('a link to a .sch.uk site', () => {
  const link = 'https://www.oak.hants.sch.uk';

  test('is told as what the profile points to', () => {
    expect(said(follow(account('@OakNews', 'Oaklings', '', { link })))).toContain(
      'its profile points to a .sch.uk site',
    );
  });

  test('is not enough where it alone speaks and other things are odd', () => {
    const odd = account('@OakNews', 'Oaklings', '', { link, pictured: false, posts: 1 });
    expect(follow(odd)).toMatchObject({ verdict: 'explain', kind: 'school' });
    expect(read(odd).plainFine).toBe(false);
  });
});

test('a joke is not followed, and one about our own school is proposed to be blocked everywhere', () => {
  const joke = account('@OfstedLols', 'Ofsted Lols', 'Parody account. Grading your biscuits');
  expect(follow(joke)).toMatchObject({ verdict: 'against', kind: null });
  const ours = account('@NotLarkrise', 'Not Larkrise', 'Parody of the school on the hill');
  expect(readFollower(policyOf('hutton-rudby'), ours, FACTS).proposal).toBe('block');
  expect(readFollower(policyOf('hutton-rudby'), joke, FACTS).proposal).toBe('keep');
});
