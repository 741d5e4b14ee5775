/**
 * The floor of a slash command: a bare Bolt app over HTTP that answers with as many bytes as a checklist has,
 * and keeps nothing.
 *
 * Arguments: the size of an answer in bytes, the signing secret.
 */
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';

const [size = '0', signingSecret = ''] = process.argv.slice(2);

const receiver = new ExpressReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0', botUserId: 'U0BOT' }),
});
app.command('/tweet', async ({ command, ack }) => {
  const filling = 'x'.repeat(Math.max(0, Number(size) - command.text.length));
  await ack({ response_type: 'ephemeral', text: command.text + filling });
});
const server = await receiver.start({ host: '127.0.0.1', port: 0 });
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', () => process.exit(0));
