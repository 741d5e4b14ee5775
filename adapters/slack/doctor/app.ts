/** The app itself: its tokens, its scopes, its way in, and the clock its signatures are judged by. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import { clockChecked } from '../../http/clock.ts';
import { SCOPES } from '../manifest.ts';
import { asked, type Line, openLine, PASTE_AGAIN } from './ask.ts';

/** Who the bot is, once Slack has said so. */
export type Bot = {
  team: string;
  /** Null outside an Enterprise organisation. */
  enterprise: string | null;
  /** Null where Slack would not say. */
  app: string | null;
};

/** The bot token and the scopes it came with. `bot` is null where the token is no good. */
export async function lookAtToken(line: Line): Promise<{ checked: Checked[]; bot: Bot | null }> {
  const what = 'Slack bot token';
  const test = await asked(line.web.auth.test());
  if (!test.ok) return { checked: [fault(what, `${test.says}.`, test.todo)], bot: null };
  const { team_id: team, enterprise_id: enterprise, bot_id: id } = test.answer;
  if (team === undefined) {
    const todo = 'Check SLACK_API_URL, where it is set.';
    return { checked: [fault(what, 'The answer was not one of Slack’s.', todo)], bot: null };
  }
  const who = `It is "${test.answer.user}" in the workspace ${test.answer.team} (${team}).`;
  return {
    checked: [ok(what, who), lookAtScopes(test.answer.response_metadata?.scopes)],
    bot: { team, enterprise: enterprise ?? null, app: await appOf(line, id) },
  };
}

async function appOf(line: Line, bot: string | undefined): Promise<string | null> {
  if (bot === undefined) return null;
  const info = await asked(line.web.bots.info({ bot }));
  return info.ok ? (info.answer.bot?.app_id ?? null) : null;
}

function lookAtScopes(given: readonly string[] | undefined): Checked {
  const what = 'Slack scopes';
  if (given === undefined) {
    return attention(
      what,
      'Slack did not say which the token has.',
      'Compare them with the manifest.',
    );
  }
  const missing = Object.entries(SCOPES).filter(([scope]) => !given.includes(scope));
  const more = given.filter((scope) => !Object.hasOwn(SCOPES, scope));
  if (missing.length > 0) {
    const each = missing.map(([scope, why]) => `${scope} (${why})`).join('; ');
    return fault(what, `Missing: ${each}.`, PASTE_AGAIN);
  }
  if (more.length > 0) {
    const seen = `The token may do more than Bellbird needs: ${more.join(', ')}.`;
    return attention(what, seen, PASTE_AGAIN);
  }
  return ok(what, `All ${given.length} that the manifest asks for, and no others.`);
}

/** The clock of this machine against Slack's, as its answers showed it. */
export function lookAtClock(line: Line): Checked[] {
  const ahead = line.ahead();
  return ahead === null ? [] : [clockChecked('Slack', ahead)];
}

/** Socket Mode, tried by asking for a connection that nobody then opens. */
export async function lookAtSocket(
  token: string,
  apiUrl: string | null,
  bot: Bot | null,
): Promise<Checked> {
  const what = 'Slack Socket Mode';
  const ofApp = /^xapp-\d+-(A[A-Z0-9]+)-/.exec(token)?.[1];
  if (bot?.app && ofApp !== undefined && ofApp !== bot.app) {
    return fault(
      what,
      `SLACK_APP_TOKEN is of the app ${ofApp}, and SLACK_BOT_TOKEN of the app ${bot.app}.`,
      'Take both tokens from the same app at api.slack.com.',
    );
  }
  const opened = await asked(openLine(token, apiUrl, Date.now).web.apps.connections.open());
  if (opened.ok) return ok(what, 'Slack gives a connection; no public address is needed.');
  const scope =
    opened.code === 'missing_scope'
      ? 'Make a new app-level token with the scope connections:write (Basic Information, App-Level Tokens).'
      : opened.todo;
  return fault(what, `${opened.says} (SLACK_APP_TOKEN).`, scope);
}

/** HTTP cannot be tried from here: only Slack knows whether the secret is the right one. */
export function lookAtDoor(): Checked {
  return ok(
    'Slack over HTTP',
    'The signing secret has the right form. Whether it is the right one shows when Slack verifies the request URL, /slack/events.',
  );
}
