/** Which Slack app Bellbird is, and how Slack reaches it. */
import { apiUrlOf, type Environment, fault, fine, type Told } from './setting.ts';

/** At least one of `appToken` and `signingSecret` is there; with both, both ways are open. None is ever to be logged. */
export type SlackConfig = {
  botToken: string;
  /** Opens Socket Mode. */
  appToken: string | null;
  /** Opens the door POST /slack/events. */
  signingSecret: string | null;
  /** Where Slack's Web API is; null is Slack itself. */
  apiUrl: string | null;
};

const BOT = 'a bot token, which begins with xoxb- (OAuth & Permissions, on the pages of the app)';
const APP = 'an app-level token, which begins with xapp- (Basic Information, App-Level Tokens)';
const SECRET = 'the signing secret, 32 digits and letters from a to f (Basic Information)';

/** Settings that are for nothing without a bot token. */
const LEAN_ON_BOT = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'];

/** What each kind of token is called where it is found, so that one in the wrong place is known again. */
const KINDS: [begins: RegExp, name: string][] = [
  [/^xoxb-/, 'a bot token'],
  [/^xapp-/, 'an app-level token'],
  [/^xoxp-/, 'a user token'],
  [/^xoxe[.-]/, 'a token that is renewed by rotation'],
  [/^[0-9a-f]{32}$/i, 'what may be the signing secret'],
];

/** Never any of the value itself. */
function kindOf(value: string): string {
  const kind = KINDS.find(([begins]) => begins.test(value))?.[1];
  return `${kind ?? 'something else'} (not shown)`;
}

function shaped(
  name: string,
  given: string | undefined,
  shape: RegExp,
  allowed: string,
): Told<string | null> {
  if (given === undefined || shape.test(given)) return fine(given ?? null);
  return { value: null, faults: [fault(name, kindOf(given), allowed)] };
}

/** What is not there though the rest needs it. */
function missing(set: Environment): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = set;
  const asks = LEAN_ON_BOT.filter((name) => set[name] !== undefined);
  if (bot === undefined && asks.length > 0) {
    const many = asks.length === 1 ? 'is' : 'are';
    return [fault('SLACK_BOT_TOKEN', `nothing, though ${asks.join(' and ')} ${many} set`, BOT)];
  }
  if (bot === undefined || app !== undefined || secret !== undefined) return [];
  const allowed = `one of them or both: for Socket Mode, ${APP}; for HTTP, ${SECRET}`;
  return [
    fault(
      'SLACK_APP_TOKEN, SLACK_SIGNING_SECRET',
      'neither, though SLACK_BOT_TOKEN is set',
      allowed,
    ),
  ];
}

/**
 * Reads Slack's settings: null where none is set, else the app; with every fault, and no word of a token in any
 * of them. `given` is true when any of them is set, right or wrong.
 */
export function slackOf(set: Environment): Told<SlackConfig | null> & { given: boolean } {
  const bot = shaped('SLACK_BOT_TOKEN', set.SLACK_BOT_TOKEN, /^xoxb-[\w-]+$/, BOT);
  const app = shaped('SLACK_APP_TOKEN', set.SLACK_APP_TOKEN, /^xapp-[\w-]+$/, APP);
  const written = set.SLACK_SIGNING_SECRET;
  const secret = shaped('SLACK_SIGNING_SECRET', written, /^[0-9a-f]{32}$/i, SECRET);
  const api = apiUrlOf('SLACK_API_URL', set.SLACK_API_URL);
  const faults = [bot, app, secret, api].flatMap((each) => each.faults);
  return {
    value:
      bot.value === null
        ? null
        : {
            botToken: bot.value,
            appToken: app.value,
            signingSecret: secret.value,
            apiUrl: api.value,
          },
    faults: [...faults, ...missing(set)],
    given: ['SLACK_BOT_TOKEN', ...LEAN_ON_BOT].some((name) => set[name] !== undefined),
  };
}
