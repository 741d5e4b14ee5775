/** Slack, over Socket Mode, over HTTP with a signing secret, or both. */
import { App, ExpressReceiver, type ExpressReceiverOptions, SocketModeReceiver } from '@slack/bolt';
import type { Front } from '../../src/front/intent.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import { slackChat } from './chat.ts';
import { listenToClicks } from './clicks.ts';
import { listenToCommands } from './commands.ts';
import { listenToEvents } from './events.ts';
import { listenToForms } from './forms.ts';
import { responseUrls } from './hooks.ts';
import type { Line } from './line.ts';
import { type Log, sdkLog } from './log.ts';
import { unseated } from './lost-channel.ts';
import { membersOf } from './members.ts';
import { seatsOf } from './seated.ts';
import { keptOpen } from './socket.ts';
import { errorName, slackFault, webClients } from './web.ts';

/** The largest body taken, bytes: a view with all its state is well below. */
const LARGEST_BODY = 512 * 1024;
/** Who people are and who sits on SLT is looked up this often whether anybody clicks or not, ms. */
const LEARN_EVERY = 5 * 60_000;
const NO_ANSWER = 5_000;
/** The one door for all that Slack sends. */
export const SLACK_DOOR = '/slack/events';

export type SlackSettings = {
  botToken: string;
  /** Opens Socket Mode. */
  appToken: string | null;
  /** Opens the HTTP door. */
  signingSecret: string | null;
  /** Null is Slack itself. */
  apiUrl: string | null;
};

export type SlackOptions = SlackSettings & {
  front: Front;
  /** The schools of the moment. */
  schools: () => Iterable<School>;
  clock: Clock;
  log: Log;
  /** Who sits on SLT of a school that leaves it to Slack; null: Slack cannot say. */
  onSeats: (school: string, members: Member[] | null) => void;
};

export type Slack = {
  chat: Chat;
  /** Puts the HTTP door on the server; null without a signing secret. */
  mount: ((app: Pick<ExpressReceiver['router'], 'use'>) => void) | null;
  /** Throws a sentence where Slack does not take the token. A Slack that does not answer is waited for. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What nobody took up ends here too: Slack's library would leave it without a word for three seconds. */
const unreadable: NonNullable<ExpressReceiverOptions['processEventErrorHandler']> = async ({
  logger,
  response,
}) => {
  logger.warn('something signed as Slack’s came in no shape that Slack sends');
  if (!response.headersSent) response.writeHead(400).end();
  return true;
};

/** The app, with a fault for whatever none of its listeners gave a word about. */
function answering(app: App): App {
  const processEvent: App['processEvent'] = async (event) => {
    let answered = false;
    const ack: typeof event.ack = async (word) => {
      answered = true;
      await event.ack(word);
    };
    await app.processEvent({ ...event, ack });
    if (!answered) throw new Error('nobody took it up');
  };
  // All that a receiver has to do with an app.
  return { processEvent } as App;
}

export function slack(options: SlackOptions): Slack {
  const { botToken, appToken, signingSecret, apiUrl, front, schools, clock, log, onSeats } =
    options;
  const logger = sdkLog(log);
  const { web, quick } = webClients({ token: botToken, apiUrl, logger });
  const members = membersOf({ web, clock, log });
  const seats = seatsOf({
    web,
    clock,
    log,
    standing: members.member,
    onSeats,
    onUnseated: (school, why) => void unseated(line, school, why),
  });
  const line: Line = {
    web,
    quick,
    hooks: responseUrls({ clock, log }),
    members,
    seats,
    front,
    schools,
    log,
  };

  const http =
    signingSecret === null
      ? null
      : new ExpressReceiver({
          signingSecret,
          endpoints: SLACK_DOOR,
          bodyLimit: LARGEST_BODY,
          logger,
          processEventErrorHandler: unreadable,
        });
  const socket =
    appToken === null
      ? null
      : new SocketModeReceiver({
          appToken,
          logger,
          autoReconnectEnabled: false,
          // Of its own: the SDK writes into what it is given.
          installerOptions: {
            clientOptions: {
              ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
              retryConfig: { retries: 0 },
              timeout: 10_000,
            },
          },
        });
  const receiver = http ?? socket;
  if (receiver === null) throw new Error('Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.');
  // Who the bot is comes with the first answer of Slack; until then nothing of its own can come back to it.
  const self: { botId?: string; botUserId?: string } = {};
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, ...self }),
    convoStore: false,
    logger,
    ...(apiUrl === null ? {} : { clientOptions: { slackApiUrl: apiUrl } }),
  });
  if (http !== null && socket !== null) socket.init(app);
  http?.init(answering(app));
  app.error(async (error) =>
    log.error({ why: error.message }, 'something from Slack was not answered'),
  );
  listenToCommands(app, line);
  listenToClicks(app, line);
  listenToForms(app, line);
  listenToEvents(app, line);

  const link = socket === null ? null : keptOpen(socket.client, log);
  let round: NodeJS.Timeout | null = null;
  // Renewed well before it grows old, so that nobody's command has to wait for it.
  const learn = async () => {
    const here = [...schools()].filter((school) => school.slack !== null);
    for (const school of here) await seats.look(school, LEARN_EVERY / 2);
    for (const school of here) await members.meet(school, LEARN_EVERY / 2);
  };

  return {
    chat: slackChat(line, clock),
    mount: http === null ? null : (server) => void server.use(http.router),
    start: async () => {
      try {
        const me = await web.auth.test({});
        if (me.bot_id) self.botId = me.bot_id;
        if (me.user_id) self.botUserId = me.user_id;
      } catch (error) {
        if (errorName(error) !== null && errorName(error) !== 'ratelimited') {
          throw slackFault(error, 'SLACK_BOT_TOKEN');
        }
        log.warn({}, 'Slack does not answer yet; Bellbird goes on and tries again');
      }
      await Promise.race([learn(), new Promise((done) => setTimeout(done, NO_ANSWER))]);
      round = setInterval(() => void learn(), LEARN_EVERY);
      round.unref();
      link?.start();
    },
    stop: async () => {
      if (round) clearInterval(round);
      await link?.stop();
    },
  };
}
