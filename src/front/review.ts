/** A review of followers: starting one, and what is pressed on its card. */
import { firstReviewCard } from '../../cards/review.ts';
import { sayCard } from '../../cards/say.ts';
import { decideFollower, keepAfterAll, keepPlain, type Sentence } from '../desk/review-decide.ts';
import { checkSentAway, finishReview, leftByHand } from '../desk/review-finish.ts';
import { startReview } from '../desk/review-start.ts';
import type { Call } from '../desk/turn.ts';
import { accountOf } from '../desk/wording.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';

/** Starts a review or goes on with it; where that costs, says first what it does. */
export async function reviewAnswer(
  world: World,
  call: Call,
  account: string | null,
  most: number | 'all' | null,
): Promise<Answer> {
  const own = accountOf(call.school, account);
  if (!own.ok) return refusal(own);
  const done = await startReview(world, call, own.handle, most);
  if (!done.ok) return refusal(done);
  const { started } = done;
  if ('first' in started) return { as: 'card', card: firstReviewCard(started.first) };
  const says = 'The review is in your own messages with Bellbird, the most doubtful first.';
  return { as: 'note', card: sayCard('Off we go', says) };
}

/** Looks whether those to be sent away by hand are gone; says so where some are not. */
async function checked(world: World, call: Call, id: string): Promise<Result> {
  const done = await checkSentAway(world, call, id);
  if (!done.ok) return done;
  const left = leftByHand(await world.store.read.reviewCounts(call.school.id, id));
  if (left === 0) return done;
  return refuse(
    `${left} ${left === 1 ? 'is' : 'are'} still there, as far as the platform shows. Block or remove them there, then press once more.`,
  );
}

const SENTENCES: Readonly<Record<string, Sentence>> = {
  'follower-keep': 'keep',
  'follower-block': 'block',
  'follower-remove': 'remove',
  'follower-point': 'point',
};

/** What a press on a review's card does; null where the action is none of its. */
export function pressOfReview(
  world: World,
  call: Call,
  action: string,
  number: number,
  fields: Readonly<Record<string, string>>,
): ((id: string) => Promise<Result>) | null {
  const sentence = SENTENCES[action];
  if (sentence) {
    const reason = fields[`reason-${number}-${sentence}`] ?? '';
    return (review) => decideFollower(world, call, { review, number }, { sentence, reason });
  }
  switch (action) {
    case 'follower-keep-after-all':
      return (review) => keepAfterAll(world, call, { review, number });
    case 'review-keep-plain':
      return (id) => keepPlain(world, call, id);
    case 'review-check':
      return (id) => checked(world, call, id);
    case 'review-finish':
      return (id) => finishReview(world, call, id);
    default:
      return null;
  }
}
