/** `/desk mentions`, and what is pressed on cards of mentions. */
import { mentionsCard } from '../../cards/mentions.ts';
import {
  decideMentions,
  mayDecideMentions,
  raiseMention,
  type Which,
} from '../desk/mention-decide.ts';
import { confirmMentions, leftToBlock, ON_PLATFORM, WITH_AUTHORITY } from '../desk/mention-do.ts';
import { lookAtMentions } from '../desk/mention-view.ts';
import type { Call } from '../desk/turn.ts';
import { accountOf } from '../desk/wording.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import type { Doing } from '../ports/mentions.ts';
import { refusal } from './commands.ts';
import { note } from './front.ts';
import type { Answer } from './intent.ts';

const DOINGS: readonly string[] = ['hide', 'mute', 'block', 'report', 'escalate'] satisfies Doing[];

/** A page of every mention, for those who decide on them; `page` from 0, null where it was not turned to. */
export async function mentionsAnswer(
  world: World,
  call: Call,
  account: string | null,
  page: number | null,
): Promise<Answer> {
  const barred = mayDecideMentions(call);
  if (barred) return refusal(barred);
  const own = accountOf(call.school, account);
  if (!own.ok) return refusal(own);
  const looked = await lookAtMentions(world, call, own.handle, page ?? 0);
  if (!looked.ok) return refusal(looked);
  const turned = page !== null && call.touched !== null;
  return { as: turned ? 'replace' : 'card', card: mentionsCard(looked.view) };
}

/** Puts up for a decision what somebody read in the list. */
export async function raiseAnswer(
  world: World,
  call: Call,
  account: string | null,
  number: number,
): Promise<Answer> {
  const own = accountOf(call.school, account);
  if (!own.ok) return refusal(own);
  const done = await raiseMention(world, call, own.handle, number);
  if (!done.ok) return refusal(done);
  const says = `Mention ${number} is in the SLT channel now, with what can be done about it.`;
  return note('Put up for a decision', says);
}

async function confirmed(world: World, call: Call, pile: string): Promise<Result> {
  const done = await confirmMentions(world, call, pile, ON_PLATFORM);
  if (!done.ok) return done;
  const left = await leftToBlock(world, call.school, pile);
  if (left === 0) return done;
  return refuse(
    `${left} ${left === 1 ? 'is' : 'are'} not blocked yet, as far as the platform shows. Block them there, then press once more.`,
  );
}

/** What a press on a card of mentions does; null where the action is none of its. */
export function pressOfMentions(
  world: World,
  call: Call,
  action: string,
  number: number,
  fields: Readonly<Record<string, string>>,
): ((id: string) => Promise<Result>) | null {
  const field = (id: string) => fields[id] ?? '';
  const decide = (which: (pile: string) => Which, of: number | 'all', nothing: boolean) => {
    const ticked = field(`does-${of}`)
      .split(',')
      .filter((each): each is Doing => DOINGS.includes(each));
    const reason = field(`${nothing ? 'why' : 'reason'}-${of}`);
    return async (pile: string): Promise<Result> =>
      !nothing && ticked.length === 0
        ? refuse('Tick what is to be done, or choose “Nothing to do”.', `does-${of}`)
        : decideMentions(world, call, which(pile), { does: nothing ? [] : ticked, reason });
  };
  const one = (pile: string): Which => ({ pile, number });
  const all = (pile: string): Which => ({ pile, upTo: number });
  switch (action) {
    case 'mention-act':
      return decide(one, number, false);
    case 'mention-nothing':
      return decide(one, number, true);
    case 'mentions-act':
      return decide(all, 'all', false);
    case 'mentions-nothing':
      return decide(all, 'all', true);
    case 'mentions-done':
      return (pile) => confirmed(world, call, pile);
    case 'mentions-handed':
      return (pile) => confirmMentions(world, call, pile, WITH_AUTHORITY);
    default:
      return null;
  }
}
