/** How the connector answers: what it gives, or an error by the code and words Microsoft documents. */
import type { Json } from '../slack/json.ts';

export type Answer = { status: number; body: unknown };

export const given = (body: unknown, status = 200): Answer => ({ status, body });

export const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const isRefused = (it: unknown): it is Answer =>
  typeof it === 'object' && it !== null && 'status' in it && 'body' in it;

export const badSyntax = (message: string) => refused(400, 'BadSyntax', message);
export const badArgument = (message: string) => refused(400, 'BadArgument', message);
export const notInRoster = () =>
  refused(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
export const notInstalled = () =>
  refused(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope");
export const noConversation = () => refused(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = () =>
  refused(404, 'ActivityNotFoundInConversation', 'Message does not exist in the thread.');
export const noMember = () =>
  refused(404, 'MemberNotFoundInConversation', 'Member not found in conversation.');
export const tooBig = () => refused(413, 'MessageSizeTooBig', 'Message size too large.');

/** What a scripted status says where a test does not. */
const USUAL: Record<number, [code: string, message: string]> = {
  400: ['BadArgument', 'Invalid request payload.'],
  403: ['BotNotInConversationRoster', 'The bot is not part of the conversation roster.'],
  404: ['ConversationNotFound', 'Conversation not found.'],
  412: ['PreconditionFailed', 'Precondition failed, please try again.'],
  413: ['MessageSizeTooBig', 'Message size too large.'],
  429: ['TooManyRequests', 'Too many requests.'],
  500: ['ServiceError', 'An internal server error occurred.'],
  502: ['ServiceError', 'Service dependency issue.'],
  503: ['ServiceError', 'Service is unavailable.'],
  504: ['GatewayTimeout', 'Gateway Timeout.'],
};

export function usual(status: number, more: { code?: string; message?: string }): Json {
  const [code, message] = USUAL[status] ?? ['ServiceError', 'Unknown'];
  return { error: { code: more.code ?? code, message: more.message ?? message } };
}
