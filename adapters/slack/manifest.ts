/** What the app's manifest registers at Slack, as the adapter knows it. A test holds the two together. */
import type { Command } from '../../src/front/intent.ts';

/**
 * The slash commands and what each asks for. Help has a name of its own: Slack keeps /help for itself in some
 * workspaces, and one refused name makes it refuse the whole manifest.
 */
export const COMMANDS: Readonly<Record<string, Command>> = {
  '/tweet': 'tweet',
  '/policy': 'policy',
  '/desk': 'desk',
  '/follow': 'follow',
  '/handle': 'handle',
  '/bellbird': 'help',
};

/** callback_id of the message shortcut that takes a channel message into the composer. */
export const TWEET_THIS = 'tweet-this';

export const EVENTS = ['app_home_opened', 'message.im'] as const;

/** The bot's scopes and what each is for: as few as will do. */
export const SCOPES: Readonly<Record<string, string>> = {
  'channels:read': 'to see whether the SLT channel is there, and who is in it where it is public',
  'chat:write': 'to send cards to authors and to the SLT channel, and to keep them up to date',
  commands: 'for /tweet, /policy, /desk, /follow, /handle, /bellbird and the shortcut "Tweet this"',
  'groups:read': 'the same for an SLT channel that is private',
  'im:history': 'to read what people write to Bellbird itself, and nothing else',
  'usergroups:read': 'to know who is of SLT where a user group says so',
  'users:read': 'to refuse guests and accounts that were deactivated',
};
