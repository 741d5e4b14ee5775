/** A real CloudAdapter of the SDK over the fake: to show that the fake speaks as Teams does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Response as SdkResponse,
  type TurnContext,
} from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { LARKFIELD, message, SLT } from './larkfield.ts';
import { type FakeTeams, startTeams } from './teams.ts';
import type { TeamsOptions } from './world.ts';

/** What the app does with an activity; what it gives is the answer to an invoke. */
export type Logic = (turn: TurnContext, activity: Activity) => unknown;

/** An adapter that takes the fake's keys for Microsoft's and brings it the app's token. */
function adapterOver(teams: FakeTeams): CloudAdapter {
  const auth = new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: teams.instead.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: teams.instead.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: teams.instead.openIdMetadataUrl,
      OAuthUrl: 'https://api.botframework.com',
    },
    teams.instead.credentials,
  );
  return new CloudAdapter(auth);
}

/** Opens a door with an adapter behind it, and tells the fake of it. */
async function cloudOver(teams: FakeTeams, logic: Logic) {
  const adapter = adapterOver(teams);
  const faults: unknown[] = [];
  const server = createServer((incoming, out) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
      const res: SdkResponse = {
        socket: out.socket,
        status: (code: number) => {
          out.statusCode = code;
        },
        header: (name: string, value: unknown) => out.setHeader(name, String(value)),
        send: (said: unknown) => {
          const json = typeof said !== 'string';
          out.setHeader('content-type', json ? 'application/json' : 'text/plain');
          out.write(json ? JSON.stringify(said) : said);
        },
        end: () => out.end(),
      };
      const req = { body, headers: incoming.headers, method: incoming.method ?? 'POST' };
      void adapter.process(req, res, async (turn) => {
        const answer = await logic(turn, turn.activity);
        if (turn.activity.type !== 'invoke') return;
        const value = { status: 200, body: answer ?? null };
        await turn.sendActivity({ type: 'invokeResponse', value });
      });
    });
  });
  adapter.onTurnError = async (_turn, fault) => {
    faults.push(fault);
    throw fault;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  teams.deliversTo(`http://127.0.0.1:${port}/api/messages`);
  return {
    adapter,
    faults,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The tenant of the tests with an app in it. What has to be ended is put on `ends`. */
export async function schoolOver(
  ends: (() => unknown)[],
  logic: Logic,
  more: TeamsOptions = {},
): Promise<FakeTeams & { adapter: CloudAdapter }> {
  const teams = await startTeams({ ...LARKFIELD, ...more });
  ends.push(() => teams.stop());
  const app = await cloudOver(teams, logic);
  ends.push(() => app.stop());
  return { ...teams, adapter: app.adapter };
}

/**
 * The connector's own client, as the SDK makes it. By itself it sends a call again that was dropped or ended in 429
 * or 5xx, and no option of the SDK stops it: unless `again`, the policy that does is taken out.
 */
export async function connectorOf(teams: FakeTeams, { again = false } = {}) {
  const credentials = await teams.instead.credentials.createCredentials();
  const connector = new ConnectorClient(credentials, { baseUri: teams.serviceUrl });
  type Pipeline = { removePolicy(which: { name: string }): void };
  const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
  if (!again) pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return connector;
}

/** The status and the code a call ends in, such as `404 ConversationNotFound`, or 'none'. */
export const errorOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (fault: { statusCode?: number; code?: string; message: string }) =>
      fault.statusCode ? `${fault.statusCode} ${fault.code}` : fault.message,
  );

/** Puts a card in the SLT's channel by the adapter’s own way to begin a conversation. */
export async function toSlt(
  { adapter, appId, serviceUrl }: FakeTeams & { adapter: CloudAdapter },
  card: object,
) {
  let made = '';
  const asked = {
    isGroup: true,
    channelData: { channel: { id: SLT } },
    activity: message(card as never),
  };
  await adapter.createConversationAsync(
    appId,
    'msteams',
    serviceUrl,
    '',
    // biome-ignore lint/suspicious/noExplicitAny: the SDK asks for keys that Teams does not
    asked as any,
    async (turn) => {
      made = turn.activity.conversation.id;
    },
  );
  return made;
}
