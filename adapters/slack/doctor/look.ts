/** Slack looked over before anybody types there: what `bellbird doctor` says of it. */
import { type Checked, fault, ok } from '../../../src/ports/checked.ts';
import type { School } from '../../../src/school/school.ts';
import { type Bot, lookAtClock, lookAtDoor, lookAtSocket, lookAtToken } from './app.ts';
import { openLine } from './ask.ts';
import { lookAtChannel } from './channel.ts';
import { lookAtPeople, registerOver } from './people.ts';
import { lookAtSeats } from './seats.ts';

/** The app as the environment has it. `apiUrl` null is Slack itself. */
export type SlackApp = {
  botToken: string;
  appToken: string | null;
  signingSecret: string | null;
  apiUrl: string | null;
};

function lookAtTeam(school: School, bot: Bot): Checked {
  const what = `Workspace of ${school.name}`;
  const team = school.slack?.team ?? '';
  if (team === bot.team || team === bot.enterprise) return ok(what, `It is ${team}.`);
  return fault(
    what,
    `The school file says ${team}, and the bot token is of ${bot.team}.`,
    `Put team: ${bot.team} under slack: in ${school.file}, or use the token of the right workspace.`,
  );
}

/**
 * Looks at the tokens, scopes and ways in, and at each school's channel, people and deciders. It sends nothing to
 * anybody and changes nothing. Where the bot token is no good, the rest cannot be looked at. `now` gives epoch ms.
 */
export async function lookAtSlack(
  app: SlackApp,
  schools: readonly School[],
  now: () => number,
): Promise<Checked[]> {
  const line = openLine(app.botToken, app.apiUrl, now);
  const { checked, bot } = await lookAtToken(line);
  const found = [...checked, ...lookAtClock(line)];
  if (app.appToken !== null) found.push(await lookAtSocket(app.appToken, app.apiUrl, bot));
  if (app.signingSecret !== null) found.push(lookAtDoor());
  if (bot === null) return found;
  const register = registerOver(line);
  for (const school of schools) {
    if (school.slack === null) continue;
    const team = lookAtTeam(school, bot);
    found.push(team);
    // In another workspace nothing of the school can be found, and saying so of each person helps nobody.
    if (team.state === 'fault') continue;
    found.push(...(await lookAtChannel(line, school)));
    found.push(...(await lookAtPeople(school, register)));
    found.push(...(await lookAtSeats(line, school, register)));
  }
  return found;
}
