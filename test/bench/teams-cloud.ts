/**
 * As much of Microsoft's side as Bellbird calls while it is only pressed at: the keys, and a connector that takes
 * everything. `GET /token?app=…` gives a token as Teams would bring one to that app.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metadata, published, tokenFor } from '../fakes/teams/tokens.ts';
import type { World } from '../fakes/teams/world.ts';

let origin = '';
const serviceUrl = () => `${origin}/uk/`;

async function answer(path: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(path, origin);
  switch (pathname) {
    case '/openid':
      return metadata(`${origin}/keys`);
    case '/keys':
      return published();
    case '/token': {
      const app = { appId: searchParams.get('app') ?? '', serviceUrl };
      return { token: await tokenFor(app as World), serviceUrl: serviceUrl() };
    }
    default:
      return { id: 'm1', userRole: 'user' };
  }
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', async () => {
    const said = JSON.stringify(await answer(request.url ?? '/'));
    response.setHeader('content-type', 'application/json');
    response.end(said);
  });
});
server.listen(0, '127.0.0.1', () => {
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.stdout.write(`${origin}\n`);
});
process.once('SIGTERM', () => process.exit(0));
