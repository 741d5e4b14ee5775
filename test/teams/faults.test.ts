/** What is said of a call to Teams that did not do its work, and whether it is surely undone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { authentication } from '../../adapters/teams/auth.ts';
import { teamsFault } from '../../adapters/teams/faults.ts';
import { connectorService } from '../../adapters/teams/service.ts';

/** An address at which nobody listens any more. */
async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

it('a call that nobody took was not made, and is made again', async () => {
  const service = connectorService(authentication(null, undefined), '');
  const sent = service.send(await nobody(), 'a:1', { type: 'message', text: 'Hello.' });
  await expect(sent).rejects.toMatchObject({
    message: expect.stringContaining('cannot be reached'),
    retryAfter: 5000,
  });
});

it.each([
  ['a login that takes no such secret', { errorCode: 'invalid_client' }, /TEAMS_APP_PASSWORD/, 0],
  ['a login that knows no such app', { errorCode: 'unauthorized_client' }, /TEAMS_APP_ID/, 0],
  ['a login that is out of reach', { errorCode: 'network_error' }, /cannot be reached/, 5000],
  ['an address nobody knows', { code: 'ENOTFOUND' }, /cannot be reached/, 5000],
  ['an answer that was cut off', { code: 'ECONNRESET' }, /did not answer/, 0],
  ['a call that took too long', { code: 'ETIMEDOUT' }, /did not answer/, 0],
])('%s is told by its own name', (_what, error, says, retryAfter) => {
  const fault = teamsFault(error, 'Posting a card');
  expect(fault.message).toMatch(says);
  expect(fault.retryAfter ?? 0).toBe(retryAfter);
});
