/** What the app's manifest registers at Teams, as the adapter knows it. A test holds the two together. */
import type { Command } from '../../src/front/intent.ts';

/** The words a line may begin with, with a slash or without. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  tweet: 'tweet',
  policy: 'policy',
  desk: 'desk',
  help: 'help',
};

/** Id of the message extension's action that opens the composer. */
export const TWEET = 'tweet';
