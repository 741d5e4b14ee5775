/**
 * The judgement of other accounts and of what they say: 20,000 followers, as a first review prepares them, beside
 * reading the same profiles from JSON, and labelled mentions beside obscenity's own search of the same words. Half
 * as many followers stand beside all of them: the work of each must not grow with their number, nor the memory.
 */
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { readFollower } from '../../src/audience/follower.ts';
import type { Profile } from '../../src/audience/profile.ts';
import { sortMention } from '../../src/audience/sort.ts';
import { FACTS, mentionOf, policyOf, profileOf } from '../judge/audience.ts';
import { LabelledMention, LabelledProfile, linesOf, OPEN } from '../judge/audience-labels.ts';
import { median, type Progress, type Told } from './figures.ts';
import { timed } from './in-turn.ts';

const FOLLOWERS = 20_000;
const REVIEW_ROUNDS = 3;
const POLICY = policyOf('standard');

/** As many as an account of that size has: the labelled ones over and over, each under a handle of its own. */
function followers(count: number): Profile[] {
  const shown = OPEN.flatMap((half) => linesOf(half, 'profiles')).map((line) =>
    profileOf(LabelledProfile.parse(line).profile),
  );
  return Array.from({ length: count }, (_, at) => {
    const profile = shown[at % shown.length];
    if (profile === undefined) throw new Error('There are no labelled profiles to measure with.');
    return { ...profile, id: String(at), handle: `${profile.handle.slice(0, 10)}_${at}` };
  });
}

/** ms for the lot, and MB that are left on the heap by it: a review keeps one page at a time. */
function reviewed(lines: readonly string[], work: (line: string) => number) {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  let sum = 0;
  const start = performance.now();
  for (const [at, line] of lines.entries()) {
    sum += work(line);
    if (at % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
  }
  const took = performance.now() - start;
  if (!Number.isFinite(sum)) throw new Error('Some work answered with no number.');
  return { took, grew: (most - before) / 1e6 };
}

const judged = (line: string): number =>
  readFollower(POLICY, JSON.parse(line) as Profile, FACTS).doubt;
const read = (line: string): number => (JSON.parse(line) as Profile).followers;

export async function measureAudience(says: Progress): Promise<Told> {
  const all = followers(FOLLOWERS).map((profile) => JSON.stringify(profile));
  const half = all.slice(0, FOLLOWERS / 2);
  says('audience: warming up');
  for (const line of half) judged(line);
  says(`audience: judging ${FOLLOWERS.toLocaleString('en-GB')} followers`);
  const rounds = Array.from({ length: REVIEW_ROUNDS }, () => ({
    floor: reviewed(all, read),
    half: reviewed(half, judged),
    all: reviewed(all, judged),
  }));
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.map(pick));
  says('audience: sorting mentions');
  const texts = OPEN.flatMap((name) => linesOf(name, 'mentions')).map(
    (line) => LabelledMention.parse(line).mention.text,
  );
  const matcher = new RegExpMatcher({
    ...englishDataset.build(),
    ...englishRecommendedTransformers,
  });
  const took = timed(
    {
      sort: { over: texts, work: (text) => sortMention(POLICY, mentionOf(text), FACTS).doubt },
      match: { over: texts, work: (text) => matcher.getAllMatches(text).length },
    },
    { warm: 3, rounds: 9 },
  );
  const review = `${FOLLOWERS.toLocaleString('en-GB')} followers judged`;
  return {
    part: 'audience',
    about: `the labelled profiles repeated, read from JSON one by one, median of ${REVIEW_ROUNDS} rounds; ${texts.length} labelled mentions, a mention, median of 9 rounds`,
    figures: [
      {
        what: review,
        value: of((round) => round.all.took),
        unit: 'ms',
        floor: { name: 'the same read from JSON', value: of((round) => round.floor.took) },
        aim: { of: 'value', most: 5000 },
      },
      {
        what: 'the same',
        value: of((round) => round.all.took),
        unit: 'ms',
        floor: { name: 'half as many', value: of((round) => round.half.took) },
        aim: { of: 'ratio', most: 2.5 },
      },
      {
        what: 'most heap beyond the start',
        value: of((round) => round.all.grew),
        unit: 'MB',
        floor: null,
        aim: { of: 'value', most: 64 },
      },
      {
        what: 'a mention sorted',
        value: took.sort,
        unit: 'µs',
        floor: { name: 'obscenity alone', value: took.match },
        aim: { of: 'value', most: 1000 },
      },
    ],
    notes: [
      'Judgement alone: what the outlet and the store cost stands with the duty that reads them.',
    ],
  };
}
