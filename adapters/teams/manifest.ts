/** What the app's manifest registers at Teams, as the adapter knows it. A test holds the two together. */
import type { Command } from '../../src/front/intent.ts';

/** The words a line may begin with, with a slash or without. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  tweet: 'tweet',
  policy: 'policy',
  desk: 'desk',
  follow: 'follow',
  handle: 'handle',
  help: 'help',
};

/** Id of the message extension's action that opens the composer. */
export const TWEET = 'tweet';

/** What the app asks for and what each is for: as little as will do. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  identity: 'to know who presses a button, by the id that Microsoft Entra has of them',
  messageTeamMembers: 'to write to authors and to SLT in a chat of their own',
  'ChannelMember.Read.Group':
    'to know who is in the SLT channel, where that decides who is on SLT or the channel is private',
};
