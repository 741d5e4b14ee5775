/** `/follow` and `/handle`: what is typed, and what is pressed on a request's card. */
import { followsCard } from '../../cards/follow.ts';
import { handlesCard } from '../../cards/handles.ts';
import { askToFollow } from '../desk/follow-ask.ts';
import { confirmFollow, notYetDone } from '../desk/follow-do.ts';
import { followsView } from '../desk/follow-view.ts';
import { confirmHandle, dropHandle } from '../desk/handle.ts';
import type { Call } from '../desk/turn.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import { isRealDate } from '../school/moments.ts';
import { hasRole } from '../school/people.ts';
import { refusal } from './commands.ts';
import type { Answer } from './intent.ts';
import { subjectAnswer } from './subjects.ts';

const HOW =
  'Type whom and why, such as: /follow @BellMuseum because Year 4 will visit in May. /follow list shows whom we follow, and /follow stop @BellMuseum because … asks to end it.';

const ASKED =
  /^(?:(stop|unfollow)\s+)?(@?[^\s@]\S*?),?(?:\s+(?:from|for|on)\s+(@\w+))?(?:\s+because\b[\s:,]*([\s\S]*))?$/iu;

/** What came after `/follow`. */
export async function followAnswer(world: World, call: Call, text: string): Promise<Answer> {
  if (!hasRole(call.person, ['staff', 'governor'])) {
    return refusal(refuse('Whom we follow is a matter for staff.'));
  }
  if (text === '' || /^list$/i.test(text)) {
    const card = followsCard(await followsView(world, call.school));
    return { as: 'card', card };
  }
  const asked = ASKED.exec(text);
  if (!asked || /^(?:stop|unfollow)$/i.test(text)) return refusal(refuse(HOW));
  const [, stop, handle = '', account = null, because = ''] = asked;
  const wants = stop === undefined ? 'follow' : 'unfollow';
  const done = await askToFollow(world, call, { wants, handle, because, account });
  if (!done.ok) return refusal(done);
  return subjectAnswer(world, { ...call, touched: null }, `follow:${done.follow}`, done);
}

/** Looks whether what was to be done by hand has been done. */
export async function looked(world: World, call: Call, id: string): Promise<Result> {
  const done = await confirmFollow(world, call, id);
  if (!done.ok) return done;
  const not = notYetDone(await world.store.read.follow(call.school.id, id));
  return not === null ? done : refuse(not);
}

const CONFIRM =
  /^confirm\s+(@\S+)\s+(?:we\s+|i\s+)?spoke\s+(?:to|with)\s+([\s\S]+?)\s+on\s+(\S+)$/i;
const DROP = /^(?:remove|drop)\s+(@\S+)$/i;

/** What came after `/handle`. */
export async function handleAnswer(world: World, call: Call, text: string): Promise<Answer> {
  const confirm = CONFIRM.exec(text);
  if (confirm) {
    const [, handle = '', spokeTo = '', on = ''] = confirm;
    const spokeOn = dayIn(on);
    if (spokeOn === null) {
      return refusal(
        refuse(
          `“${on.slice(0, 30)}” is not a date. Give it as 2026-03-09, year first, 2000 to 2100.`,
        ),
      );
    }
    const done = await confirmHandle(world, call, { handle, spokeTo, spokeOn });
    return done.ok ? listed(world, call) : refusal(done);
  }
  const drop = DROP.exec(text);
  if (drop) {
    const done = await dropHandle(world, call, drop[1] ?? '');
    return done.ok ? listed(world, call) : refusal(done);
  }
  if (text === '' || /^list$/i.test(text)) return listed(world, call);
  return refusal(
    refuse(
      'Type whom somebody of the school spoke to and when, such as: /handle confirm @NationalTrust spoke to Ann Hill on 2026-03-09. /handle list shows the register, /handle remove @NationalTrust takes one out.',
    ),
  );
}

/** A date as typed, year first or day first, in ISO; null where it is none. */
function dayIn(typed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : typed;
  return isRealDate(iso) ? iso : null;
}

async function listed(world: World, { school }: Call): Promise<Answer> {
  const card = handlesCard({
    now: world.clock.now(),
    timezone: school.timezone,
    names: Object.fromEntries(school.people.map(({ id, name }) => [id, name])),
    agreed: await world.store.read.handlesAgreed(school.id),
    inFile: school.handles,
  });
  return { as: 'card', card };
}
