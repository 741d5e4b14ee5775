/** Where the scenarios of a school at work are played. */
import { openInSlack } from '../slack/hands.ts';
import { openInTeams } from '../teams/hands.ts';
import type { Platform } from './hands.ts';
import { openAtPlayground } from './playground-hands.ts';

export const platforms: Platform[] = [
  { platform: 'the playground', open: openAtPlayground },
  { platform: 'Slack', open: openInSlack },
  { platform: 'Teams', open: openInTeams },
];
