/** As much of Slack's Web API as Bellbird calls while it is only typed at: everybody is a full member. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer((request, response) => {
  request.resume();
  const about = request.url?.endsWith('/users.info') ? { user: { real_name: 'Ada Wren' } } : {};
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ok: true, bot_id: 'B0', user_id: 'U0BOT', ...about }));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
