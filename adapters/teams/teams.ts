/** Microsoft Teams, over the Bot Framework's door POST /api/messages. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import { AuthenticationError, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Activity, InvokeResponse } from 'botframework-schema';
import type { Front } from '../../src/front/intent.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import { acquaintances } from './acquaintances.ts';
import { teamsChat } from './chat.ts';
import { onExtension, onFetch, onSubmit } from './dialogs.ts';
import type { Line } from './line.ts';
import { onLine } from './lines.ts';
import type { Log } from './log.ts';
import { membersOf } from './members.ts';
import { onPress } from './presses.ts';
import { connectorService } from './service.ts';
import { helpFor } from './welcome.ts';
import { tenantOf } from './who.ts';

export const TEAMS_DOOR = '/api/messages';
/** Who sits on SLT is looked up this often whether anybody presses or not, ms. */
const SEATS_EVERY = 5 * 60_000;
/** Teams is answered within this, ms; what takes longer goes on by itself. */
const ANSWER = 5_000;
/** So many of the last deliveries are known again. */
const SEEN = 2_000;

export type TeamsSettings = { appId: string; password: string; tenantId: string };

/** What tests put in place of Microsoft's own login and keys. Not reachable from the environment. */
export type TeamsInstead = {
  openIdMetadataUrl: string;
  tokenIssuer: string;
  credentials: ServiceClientCredentialsFactory;
  service: string;
};

export type TeamsOptions = {
  /** Null: an app without an id, which takes calls from anybody; for a loopback address only. */
  settings: TeamsSettings | null;
  front: Front;
  schools: () => Iterable<School>;
  shelf: Shelf;
  clock: Clock;
  log: Log;
  onSeats: (school: string, members: Member[]) => void;
  instead?: TeamsInstead;
};

type Request = {
  method?: string;
  headers: Record<string, string | string[] | undefined>;
  body?: unknown;
};
type Response = {
  status: (code: number) => { json: (body: unknown) => unknown; end: () => unknown };
};

export type Teams = {
  chat: Chat;
  /** Handles one request of the door, its JSON body read already. Never rejects. */
  door: (request: Request, response: Response) => Promise<void>;
  start: () => Promise<void>;
  stop: () => void;
};

/** The SDK's `process` prints every fault and tells the caller its message: its inner step says neither. */
type Inner = {
  processActivity: (
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<InvokeResponse | undefined>;
};

export function teams(options: TeamsOptions): Teams {
  const { settings, front, schools, shelf, clock, log, onSeats, instead } = options;
  const auth = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: settings?.appId ?? '',
      MicrosoftAppPassword: settings?.password ?? '',
      MicrosoftAppTenantId: settings?.tenantId ?? '',
      MicrosoftAppType: 'SingleTenant',
      ...(instead
        ? {
            ToBotFromChannelOpenIdMetadataUrl: instead.openIdMetadataUrl,
            ToBotFromChannelTokenIssuer: instead.tokenIssuer,
            ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
            ToChannelFromBotOAuthScope: 'https://api.botframework.com',
            ToBotFromEmulatorOpenIdMetadataUrl: instead.openIdMetadataUrl,
            OAuthUrl: 'https://api.botframework.com',
            CallerId: '',
          }
        : {}),
    },
    instead?.credentials,
  );
  const adapter = new CloudAdapter(auth);
  const service = connectorService(auth, settings?.appId ?? '');
  const known = acquaintances(shelf, instead?.service);
  const members = membersOf({ service, known, clock, log, onSeats });
  const line: Line = {
    service,
    known,
    members,
    front,
    schools,
    appId: settings?.appId ?? '',
    log,
  };

  const seen = new Set<string>();
  const again = (activity: Activity): boolean => {
    const id = `${activity.conversation?.id}/${activity.id}`;
    if (seen.has(id)) return true;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= SEEN) break;
      seen.delete(oldest);
    }
    return false;
  };

  const meet = async (activity: Activity): Promise<void> => {
    const tenant = tenantOf(activity);
    if (tenant === null || !activity.serviceUrl) return;
    const personal = activity.conversation?.conversationType === 'personal';
    const person = activity.from?.aadObjectId;
    await known.meet({
      tenant,
      service: activity.serviceUrl,
      ...(personal && person ? { person, chat: activity.conversation.id } : {}),
    });
  };

  /** The answer to an invoke, or null for one that has none. */
  const invoked = async (activity: Activity): Promise<unknown> => {
    const value = (activity.value ?? {}) as { action?: { data?: unknown }; data?: unknown };
    switch (activity.name) {
      case 'adaptiveCard/action':
        return onPress(line, activity, value.action?.data);
      case 'task/fetch':
        return onFetch(line, activity, value.data);
      case 'task/submit':
      case 'composeExtension/submitAction':
        return onSubmit(line, activity, value.data);
      case 'composeExtension/fetchTask':
        return onExtension(line, activity);
      default:
        return undefined;
    }
  };

  const happened = async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    await meet(activity);
    if (activity.type === 'invoke') {
      const body = await invoked(activity);
      const status = body === undefined ? 501 : 200;
      await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
      return;
    }
    if (again(activity)) return;
    if (activity.type === 'message') {
      if (activity.value !== undefined && !activity.text) {
        const answer = await onPress(line, activity, activity.value);
        if (answer.type === 'application/vnd.microsoft.activity.message') {
          const { conversation, serviceUrl } = activity;
          const words = { type: 'message', text: answer.value, textFormat: 'plain' } as const;
          await service.send(serviceUrl, conversation.id, words);
        }
        return;
      }
      await onLine(
        line,
        activity,
        TurnContext.removeRecipientMention(activity) ?? activity.text ?? '',
      );
      return;
    }
    const joined = activity.type === 'installationUpdate' && activity.action === 'add';
    if (joined && activity.conversation?.conversationType === 'personal') {
      await helpFor(line, activity);
    }
  };

  let round: NodeJS.Timeout | null = null;
  const learn = async () => {
    for (const school of schools()) await members.seat(school, SEATS_EVERY / 2);
  };

  return {
    chat: teamsChat(line, clock),
    door: async (request, response) => {
      const activity = request.body as Activity | undefined;
      if (
        activity === undefined ||
        activity === null ||
        typeof activity !== 'object' ||
        !activity.type
      ) {
        response.status(400).json({ error: 'This door takes activities of the Bot Framework.' });
        return;
      }
      const header = request.headers.authorization;
      try {
        let answer: InvokeResponse | undefined;
        const work = (adapter as unknown as Inner)
          .processActivity(typeof header === 'string' ? header : '', activity, happened)
          .then((given) => {
            answer = given;
          });
        // Teams sends again what is not answered in time; an invoke has its answer only here.
        const patient = new Promise<void>((done) => setTimeout(done, ANSWER).unref());
        await (activity.type === 'invoke' ? work : Promise.race([work, patient]));
        const said = response.status(answer?.status ?? 200);
        if (answer?.body === undefined || answer.body === null) said.end();
        else said.json(answer.body);
      } catch (error) {
        const refused = error instanceof AuthenticationError;
        const why = error instanceof Error ? error.message : String(error);
        if (refused) log.warn({}, 'a call that Teams did not sign was refused');
        else log.error({ why }, 'something from Teams was not answered');
        response.status(refused ? 401 : 500).end();
      }
    },
    start: async () => {
      await Promise.race([learn(), new Promise((done) => setTimeout(done, ANSWER).unref())]);
      round = setInterval(() => void learn(), SEATS_EVERY);
      round.unref();
    },
    stop: () => {
      if (round) clearInterval(round);
    },
  };
}
