/** Pictures and files at the fake: given out as the real service does, to the SDK's own client. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { thing } from '../slack/json.ts';
import { connectorOf, errorOf } from './cloud.ts';
import { toldOf } from './files.ts';
import { LARKFIELD } from './larkfield.ts';
import { type FakeTeams, startTeams } from './teams.ts';

let teams: FakeTeams;
beforeEach(async () => {
  teams = await startTeams(LARKFIELD);
});
afterEach(() => teams.stop());

const idIn = (address: unknown) => /attachments\/([^/]+)\//.exec(String(address))?.[1] ?? '';

it('a picture is told of and given out by the connector, to the app alone', async () => {
  const [picture] = toldOf(teams.world, 'picture', 'Look', false).attachments;
  expect(picture).toMatchObject({ contentType: 'image/*' });
  const { attachments } = await connectorOf(teams);
  const id = idIn(picture?.contentUrl);
  const info = await attachments.getAttachmentInfo(id);
  expect(info).toMatchObject({ type: 'image/gif', views: [{ viewId: 'original' }] });
  expect(await errorOf(attachments.getAttachmentInfo('none'))).toBe('404 ServiceError');
  const address = String(picture?.contentUrl);
  const headers = { authorization: `Bearer ${teams.appToken}` };
  const bytes = Buffer.from(await (await fetch(address, { headers })).arrayBuffer());
  expect(bytes.subarray(0, 3).toString()).toBe('GIF');
  expect((await fetch(address.replace('original', 'small'), { headers })).status).toBe(404);
  expect(teams.faults).toEqual([]);
  expect((await fetch(address)).status).toBe(401);
  expect(teams.faults).toEqual(['attachment: a call without the app’s own token']);
});

it('a file of a chat is had by its address without a token, and each fetch is kept', async () => {
  const [file] = toldOf(teams.world, 'file', '', false).attachments;
  expect(file).toMatchObject({ contentType: 'application/vnd.microsoft.teams.file.download.info' });
  const { downloadUrl } = thing(file?.content);
  expect((await fetch(String(downloadUrl))).status).toBe(200);
  expect(teams.calls.map(({ operation }) => operation)).toEqual(['attachment']);
});

it('a file of a channel has no address at all', () => {
  const { attachments, html } = toldOf(teams.world, 'file', 'Look', true);
  expect(attachments).toEqual([]);
  expect(html).toContain('<attachment id=');
});
