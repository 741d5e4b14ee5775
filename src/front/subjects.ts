/** Cards of what is no draft: a duty, a request to follow somebody, a review, mentions. Each is drawn from the store as it is now. */
import { dutyCard } from '../../cards/duty.ts';
import { followCard } from '../../cards/follow.ts';
import type { Card } from '../../cards/model.ts';
import { pileCard } from '../../cards/pile.ts';
import { reviewCard } from '../../cards/review.ts';
import { dutyView } from '../desk/duty-view.ts';
import { followView } from '../desk/follow-view.ts';
import { pileView } from '../desk/mention-view.ts';
import { reviewView } from '../desk/review-view.ts';
import type { Call } from '../desk/turn.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import type { Subject } from '../ports/standing.ts';
import type { School } from '../school/school.ts';
import { refusal } from './commands.ts';
import { type Drawn, drawnBy } from './drawn.ts';
import type { Answer } from './intent.ts';

const KINDS = ['duty', 'follow', 'review', 'mentions'] as const;

/** The subject a button carries; null where it carries none. */
export function subjectIn(
  item: string | undefined,
): { kind: (typeof KINDS)[number]; id: string } | null {
  const at = item?.indexOf(':') ?? -1;
  const kind = KINDS.find((each) => each === item?.slice(0, at));
  return kind === undefined ? null : { kind, id: (item ?? '').slice(at + 1) };
}

async function cardOf(world: World, school: School, subject: Subject): Promise<Card | null> {
  const read = subjectIn(subject);
  switch (read?.kind) {
    case 'duty':
      return dutyCard(await dutyView(world, school, read.id));
    case 'follow': {
      const view = await followView(world, school, read.id);
      return view && followCard(view);
    }
    case 'review': {
      const view = await reviewView(world, school, read.id);
      return view && reviewCard(view);
    }
    case 'mentions': {
      const view = await pileView(world, school, read.id);
      return view && pileCard(view);
    }
    default:
      return null;
  }
}

/**
 * What comes of a press on such a card: the card as it now is in the touched one's place, or a new one, which from now
 * on changes with what it shows.
 */
export async function subjectAnswer(
  world: World,
  call: Call,
  subject: Subject,
  done: Result,
): Promise<Answer> {
  const answer = async (as: Answer['as']): Promise<Answer> => {
    const drawn = await drawSubject(world, call.school, subject);
    return drawn ? { as, ...drawn } : refusal(refuse('That is not on our desk any more.'));
  };
  if (!done.ok) {
    const now = call.touched === null ? {} : { now: () => answer('replace') };
    return { ...refusal(done), ...now };
  }
  if (call.touched !== null) return answer('replace');
  const { ref, chat, person } = call;
  if (ref !== null) {
    const standing = { subject, chat, ref, person: person.id };
    await world.store.transaction((tx) => tx.addStanding(call.school.id, standing));
  }
  return answer('card');
}

/** Draws the card of a subject; null where the school has no such. */
export function drawSubject(world: World, school: School, subject: Subject): Promise<Drawn | null> {
  return drawnBy(() => cardOf(world, school, subject));
}
