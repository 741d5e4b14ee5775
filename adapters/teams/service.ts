/**
 * Calls to the Bot Connector: cards sent, changed, conversations begun. The SDK's own adapter does these through
 * a turn of its own; the client under it is used here, for what Bellbird says has no turn.
 */
import {
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import type { Activity, ConversationParameters } from 'botframework-schema';

/** Calls that the service asks to try later (Microsoft, "Optimize your bot with rate limiting"): 412, 429, 502, 504. */
const LATER: ReadonlySet<number> = new Set([412, 429, 500, 502, 503, 504]);
/** What to wait where the service does not say, ms. */
const A_WHILE = 5_000;
/** A card or conversation that is gone, or that the bot was removed from, is no fault of an update. */
const PAGE = 200;
const GONE: ReadonlySet<number> = new Set([403, 404]);

export type Service = {
  /** Gives the activity's id. Throws a sentence, with `retryAfter` (ms) where it is worth trying again. */
  send: (url: string, conversation: string, activity: Partial<Activity>) => Promise<string>;
  /** False where the activity is gone. */
  update: (
    url: string,
    conversation: string,
    id: string,
    activity: Partial<Activity>,
  ) => Promise<boolean>;
  /** Begins a conversation; gives its id. */
  begin: (url: string, parameters: Partial<ConversationParameters>) => Promise<string>;
  members: (url: string, conversation: string) => Promise<TeamsMember[]>;
};

type PagedOptions = NonNullable<
  Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1]
>;

/** A member as Teams describes one (TeamsChannelAccount). */
export type TeamsMember = {
  id: string;
  name: string;
  aadObjectId: string;
  tenantId: string | null;
  /** `guest`, `user`, or another word of Teams. */
  userRole: string | null;
};

type ServiceError = {
  statusCode?: number;
  code?: string;
  response?: { headers?: { get?: (name: string) => string | undefined } };
};

function statusOf(error: unknown): number | null {
  const status = (error as ServiceError | null)?.statusCode;
  return typeof status === 'number' ? status : null;
}

function waitOf(error: unknown): number {
  const asked = Number((error as ServiceError).response?.headers?.get?.('retry-after'));
  return Number.isFinite(asked) && asked > 0 ? asked * 1000 : A_WHILE;
}

/** An error of a call in words. `cause` is the HTTP status; `retryAfter` (ms) is there where trying again is asked for. */
export function teamsFault(error: unknown, doing: string): Error & { retryAfter?: number } {
  const status = statusOf(error);
  if (status === null) return new Error(`${doing}: Teams did not answer. It is tried again.`);
  if (LATER.has(status)) {
    const fault = new Error(`${doing}: Teams asks to wait (HTTP ${status}).`, { cause: status });
    return Object.assign(fault, { retryAfter: waitOf(error) });
  }
  const says: Readonly<Record<number, string>> = {
    401: 'Teams does not take our credentials. Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.',
    403: 'Bellbird is not in that chat or channel any more. Add the app to the team again.',
    404: 'Teams knows no such chat or channel. Check teams.slt_channel in the school file.',
    413: 'That card is too large for Teams.',
  };
  return new Error(`${doing}: ${says[status] ?? `Teams answered HTTP ${status}.`}`, {
    cause: status,
  });
}

/** The service for an app. Clients are kept, one for each address Teams gives for a tenant. */
export function connectorService(auth: BotFrameworkAuthentication, appId: string): Service {
  const identity = new ClaimsIdentity([
    { type: 'aud', value: appId },
    { type: 'appid', value: appId },
  ]);
  const clients = new Map<string, Promise<ConnectorClient>>();
  const clientFor = (url: string): Promise<ConnectorClient> => {
    const known = clients.get(url);
    if (known) return known;
    const made = auth
      .createConnectorFactory(identity)
      .create(url, auth.getOriginatingAudience()) as Promise<ConnectorClient>;
    clients.set(url, made);
    made.catch(() => clients.delete(url));
    return made;
  };
  const call = async <T>(
    url: string,
    doing: string,
    work: (client: ConnectorClient) => Promise<T>,
  ): Promise<T> => {
    try {
      return await work(await clientFor(url));
    } catch (error) {
      throw teamsFault(error, doing);
    }
  };
  return {
    send: (url, conversation, activity) =>
      call(url, 'Posting a card', async ({ conversations }) => {
        const sent = await conversations.sendToConversation(conversation, activity);
        if (!sent?.id) throw new Error('no id');
        return sent.id;
      }),
    update: async (url, conversation, id, activity) => {
      try {
        const { conversations } = await clientFor(url);
        await conversations.updateActivity(conversation, id, { ...activity, id });
        return true;
      } catch (error) {
        if (GONE.has(statusOf(error) ?? 0)) return false;
        throw teamsFault(error, 'Changing a card');
      }
    },
    begin: (url, parameters) =>
      call(url, 'Opening a conversation', async ({ conversations }) => {
        const begun = await conversations.createConversation(parameters as ConversationParameters);
        if (!begun?.id) throw new Error('no id');
        return begun.id;
      }),
    members: (url, conversation) =>
      call(url, 'Asking who is in a channel', async ({ conversations }) => {
        const all: TeamsMember[] = [];
        for (let token: string | undefined; ; ) {
          const asked = {
            pageSize: PAGE,
            ...(token === undefined ? {} : { continuationToken: token }),
          };
          const page = await conversations.getConversationPagedMembers(
            conversation,
            asked as PagedOptions,
          );
          for (const each of page.members as unknown as Partial<
            TeamsMember & { objectId: string }
          >[]) {
            all.push({
              id: each.id ?? '',
              name: each.name ?? '',
              aadObjectId: each.aadObjectId ?? each.objectId ?? '',
              tenantId: each.tenantId ?? null,
              userRole: each.userRole ?? null,
            });
          }
          token = page.continuationToken;
          if (!token) return all;
        }
      }),
  };
}
