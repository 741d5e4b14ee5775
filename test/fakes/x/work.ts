/** Whether a call may be made, whether it is well made, and the doing of it. */
import type { Answer } from './answer.ts';
import * as say from './answer.ts';
import * as around from './around.ts';
import { bodyFault } from './bodies.ts';
import { type Asked, type Operation, queryFault } from './operations.ts';
import { create, remove } from './posts.ts';
import { look, me, timeline } from './reading.ts';
import type { Account, World } from './world.ts';

const WRITES: ReadonlySet<Operation> = new Set([
  'post',
  'remove',
  'follow',
  'unfollow',
  'mute',
  'hide',
]);
/** Those whose path names the account that asks. */
const OWN: ReadonlySet<Operation> = new Set([
  'timeline',
  'followers',
  'following',
  'blocking',
  'mentions',
  'follow',
  'unfollow',
  'mute',
]);

export type Work = { answer: Answer; stored: string | null };

/** Why this account may not make this call at all; null where it may. */
export function allowed(world: World, asked: Asked, account: Account): Answer | null {
  if (account.suspended) return say.suspended();
  if (WRITES.has(asked.operation) && account.access === 'read') return say.readOnly();
  if (world.off.has(asked.operation)) return say.notForThisTier();
  return world.credit ? null : say.noCredit();
}

/** What is wrong with how a call is made, kept for the test that made it; null where nothing is. */
export function faultOf(
  world: World,
  asked: Asked,
  query: URLSearchParams,
  body: unknown,
): Answer | null {
  const wrong = queryFault(asked, query);
  if (wrong) world.malformed.push(`${asked.operation}: ${JSON.stringify(wrong.body)}`);
  if (wrong) return wrong;
  const bad = bodyFault(asked.operation, body);
  if (!bad) return null;
  for (const field of bad.forbidden) world.forbidden.push(`POST /2/tweets with ${field}`);
  world.malformed.push(`${asked.operation}: ${JSON.stringify(bad.answer.body)}`);
  return bad.answer;
}

function answerTo(
  world: World,
  asked: Asked,
  account: Account,
  query: URLSearchParams,
  body: unknown,
): Answer {
  switch (asked.operation) {
    case 'remove':
      return remove(world, account, asked.id);
    case 'timeline':
      return timeline(world, account, query);
    case 'look':
      return look(world, account, query);
    case 'user-named':
      return around.named(world, asked.id, query);
    case 'users':
      return around.users(world, query);
    case 'followers':
    case 'following':
    case 'blocking':
      return around.listed(world, account, asked.operation, query);
    case 'mentions':
      return around.mentions(world, account, query);
    case 'follow':
      return around.follow(world, account, body);
    case 'unfollow':
      return around.unfollow(world, account, asked.target);
    case 'mute':
      return around.mute(world, account, body);
    case 'hide':
      return around.hide(world, account, asked.id);
    default:
      return me(world, account, query);
  }
}

/** Does what a well-made call asks for. */
export function done(
  world: World,
  asked: Asked,
  account: Account,
  query: URLSearchParams,
  body: unknown,
): Work {
  if (OWN.has(asked.operation) && asked.id !== account.id) {
    world.forbidden.push(`${asked.operation} of ${asked.id} with the token of @${account.handle}`);
    return { answer: say.notPermitted(), stored: null };
  }
  if (asked.operation !== 'post') {
    return { answer: answerTo(world, asked, account, query, body), stored: null };
  }
  const { answer, post } = create(world, account, body);
  return { answer, stored: post?.id ?? null };
}
