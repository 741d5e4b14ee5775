/** How the body of a call must look, by X's OpenAPI 2.167: nothing that is not named may stand in it. */
import { isThing, type Json } from '../slack/json.ts';
import { type Answer, invalid } from './answer.ts';
import type { Operation } from './operations.ts';

export type BodyFault = { answer: Answer; forbidden: string[] };

export const REPLY_SETTINGS = ['following', 'mentionedUsers', 'subscribers', 'verified'];

/** Fields of X's that make another thing of a post, or that Bellbird has no business with. */
const FORBIDDEN_FIELDS = new Set(
  `card_uri community_id direct_message_deep_link edit_options for_super_followers_only geo
  made_with_ai media nullcast paid_partnership poll quote_tweet_id reply share_with_followers`
    .trim()
    .split(/\s+/),
);

/** What is wrong with the body of a new post, and whether it asks for what is forbidden. */
function postFault(body: unknown): BodyFault | null {
  if (!isThing(body)) return { answer: invalid([{ message: 'Invalid JSON' }]), forbidden: [] };
  const messages = Object.keys(body)
    .filter((name) => name !== 'text' && name !== 'reply_settings')
    .map(
      (name) =>
        `$.${name}: is not defined in the schema and the schema does not allow additional properties`,
    );
  const { text, reply_settings } = body as Json;
  if (typeof text !== 'string') messages.push('$.text: string expected');
  if (reply_settings !== undefined && !REPLY_SETTINGS.includes(reply_settings as string)) {
    messages.push(
      `$.reply_settings: does not have a value in the enumeration [${REPLY_SETTINGS.join(', ')}]`,
    );
  }
  if (messages.length === 0) return null;
  const forbidden = Object.keys(body).filter((name) => FORBIDDEN_FIELDS.has(name));
  return { answer: invalid(messages.map((message) => ({ message }))), forbidden };
}

const ID = /^\d{1,19}$/;

/** A body of this one field. */
function singleFault(body: unknown, name: string, right: (value: unknown) => boolean) {
  const fits = isThing(body) && Object.keys(body).join() === name && right(body[name]);
  if (fits) return null;
  return {
    answer: invalid([{ message: `$: exactly a valid ${name} is expected` }]),
    forbidden: [],
  };
}

/** What is wrong with the body of a call, and what it asks for that is forbidden; null where it is right or has none. */
export function bodyFault(operation: Operation, body: unknown): BodyFault | null {
  switch (operation) {
    case 'post':
      return postFault(body);
    case 'follow':
    case 'mute':
      return singleFault(body, 'target_user_id', (id) => typeof id === 'string' && ID.test(id));
    case 'hide':
      // Nobody asks Bellbird to show again what was hidden.
      return singleFault(body, 'hidden', (hidden) => hidden === true);
    default:
      return null;
  }
}
