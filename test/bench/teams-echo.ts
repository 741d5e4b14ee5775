/**
 * The floor of a press: a bare botbuilder app that answers the invoke with as many bytes as a checklist has,
 * changes the card for everybody as Teams asks for, and keeps nothing.
 *
 * Arguments: the size of an answer in bytes, where ./teams-cloud.ts listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Response as SdkResponse,
} from 'botbuilder';
import { insteadAt } from './teams-instead.ts';

const [size = '0', origin = ''] = process.argv.slice(2);
const instead = insteadAt(origin);
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: instead.tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: instead.openIdMetadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: instead.openIdMetadataUrl,
      OAuthUrl: 'https://api.botframework.com',
    },
    instead.credentials,
  ),
);
const card = { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x'.repeat(Number(size)) };
const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
const changed = {
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
};

const server = createServer((incoming, out) => {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  incoming.on('end', () => {
    const res: SdkResponse = {
      socket: out.socket,
      status: (code: number) => {
        out.statusCode = code;
      },
      header: (name: string, value: unknown) => out.setHeader(name, String(value)),
      send: (said: unknown) => out.write(typeof said === 'string' ? said : JSON.stringify(said)),
      end: () => out.end(),
    };
    const posted = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const req = { body: posted, headers: incoming.headers, method: incoming.method ?? 'POST' };
    void adapter.process(req, res, async (turn) => {
      const { conversation, replyToId = '' } = turn.activity;
      await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
      void turn.updateActivity({ ...changed, id: replyToId, conversation } as Partial<Activity>);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
