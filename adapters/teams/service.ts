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
import { isGone, teamsFault } from './faults.ts';

/** A page of a roster: as many as Teams gives at once. */
const PAGE = 200;
/** Teams is not waited for longer, ms. */
const CALL = 10_000;

export type Service = {
  /** Gives the activity's id. Like every call here it throws a TeamsFault. */
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
  /** Everybody in a chat or channel. */
  members: (url: string, conversation: string) => Promise<TeamsMember[]>;
  /** One of them, by Entra object id. */
  member: (url: string, conversation: string, person: string) => Promise<TeamsMember>;
};

/** A member as Teams describes one (TeamsChannelAccount). */
export type TeamsMember = {
  id: string;
  name: string;
  /** Entra object id, in small letters; empty for a bot. */
  object: string;
  tenant: string | null;
  /** `guest`, `user`, or another word of Teams. */
  role: string | null;
};

/** The roster gives `objectId`, activities give `aadObjectId`: Teams has said both. */
type Listed = {
  id?: string;
  name?: string;
  aadObjectId?: string;
  objectId?: string;
  tenantId?: string;
  userRole?: string;
};

function memberOf(listed: unknown): TeamsMember {
  const { id = '', name = '', aadObjectId, objectId, tenantId, userRole } = listed as Listed;
  return {
    id,
    name,
    object: (aadObjectId ?? objectId ?? '').toLowerCase(),
    tenant: tenantId ?? null,
    role: userRole ?? null,
  };
}

type PagedOptions = NonNullable<
  Parameters<ConnectorClient['conversations']['getConversationPagedMembers']>[1]
>;
type Sent = { timeout: number };
type Pipeline = {
  removePolicy: (which: { name: string }) => void;
  addPolicy: (policy: {
    name: string;
    sendRequest: (request: Sent, next: (request: Sent) => Promise<unknown>) => Promise<unknown>;
  }) => void;
};

/**
 * By itself the client sends a call again that was cut off or refused for a while, so that a card may stand
 * twice, and waits without end: neither can be set from outside.
 */
function tame(client: ConnectorClient): ConnectorClient {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'patience',
    sendRequest: (request, next) => {
      request.timeout = CALL;
      return next(request);
    },
  });
  return client;
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
    // No audience: the factory then takes the one of its own cloud.
    const audience = undefined as unknown as string;
    const made = auth
      .createConnectorFactory(identity)
      .create(url, audience)
      .then((client) => tame(client as ConnectorClient));
    clients.set(url, made);
    made.catch(() => clients.delete(url));
    return made;
  };
  const call = async <T>(
    url: string,
    doing: string,
    work: (conversations: ConnectorClient['conversations']) => Promise<T>,
  ): Promise<T> => {
    try {
      return await work((await clientFor(url)).conversations);
    } catch (error) {
      throw teamsFault(error, doing);
    }
  };
  return {
    send: (url, conversation, activity) =>
      call(url, 'Posting a card', async (conversations) => {
        const { id } = await conversations.sendToConversation(conversation, activity);
        return id;
      }),
    update: async (url, conversation, id, activity) => {
      try {
        await call(url, 'Changing a card', (conversations) =>
          conversations.updateActivity(conversation, id, { ...activity, id }),
        );
        return true;
      } catch (fault) {
        if (isGone(fault)) return false;
        throw fault;
      }
    },
    begin: (url, parameters) =>
      call(url, 'Opening a conversation', async (conversations) => {
        const { id } = await conversations.createConversation(parameters as ConversationParameters);
        return id;
      }),
    member: (url, conversation, person) =>
      call(url, 'Asking about a person', async (conversations) =>
        memberOf(await conversations.getConversationMember(conversation, person)),
      ),
    members: (url, conversation) =>
      call(url, 'Asking who is in a channel', async (conversations) => {
        const all: TeamsMember[] = [];
        for (let token: string | undefined; ; ) {
          const asked = { pageSize: PAGE, ...(token ? { continuationToken: token } : {}) };
          const page = await conversations.getConversationPagedMembers(
            conversation,
            asked as PagedOptions,
          );
          all.push(...page.members.map(memberOf));
          token = page.continuationToken;
          if (!token) return all;
        }
      }),
  };
}
