/** Pictures and files people send, as Teams tells an app of them, and as it gives them out where they are asked for. */
import { randomUUID } from 'node:crypto';
import type { Json } from '../slack/json.ts';
import { type Answer, given, refused } from './errors.ts';
import type { World } from './world.ts';

/** What somebody sends beside their words, or in place of them. */
export type Sending = 'picture' | 'file' | 'quote';

/** A GIF of one pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

type Told = { attachments: Json[]; html: string };

/**
 * How a message tells of it (Microsoft, "Send and receive inline images", "Send and receive files"): a picture by an
 * address that wants the app's token, a file in a chat by one that wants none, and a file in a channel not at all,
 * but for its place in the HTML.
 */
export function toldOf(world: World, what: Sending, words: string, inChannel: boolean): Told {
  const id = `0-weu-d1-${randomUUID().replaceAll('-', '')}`;
  const html = `<div><p>${words}</p>`;
  if (what === 'quote') {
    const quoted = {
      contentType: 'messageReference',
      content: '{"messageId":"1","messagePreview":"Hi"}',
    };
    return { attachments: [quoted], html: `<attachment id="1"></attachment>${html}</div>` };
  }
  if (what === 'picture') {
    world.files.set(id, { name: 'image.gif', type: 'image/gif', bytes: PIXEL });
    const contentUrl = `${world.serviceUrl()}v3/attachments/${id}/views/original`;
    const shown = `<img src="${world.origin}/objects/${id}/views/imgo" itemtype="http://schema.skype.com/AMSImage">`;
    return { attachments: [{ contentType: 'image/*', contentUrl }], html: `${html}${shown}</div>` };
  }
  if (inChannel)
    return { attachments: [], html: `${html}<attachment id="${randomUUID()}"></attachment></div>` };
  world.files.set(id, { name: 'assembly.jpg', type: 'image/jpeg', bytes: PIXEL });
  const file = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `${world.origin}/personal/amy/Documents/Microsoft%20Teams%20Chat%20Files/assembly.jpg`,
    name: 'assembly.jpg',
    content: {
      downloadUrl: `${world.origin}/personal/amy/_layouts/15/download.aspx?UniqueId=${id}&tempauth=once`,
      uniqueId: id,
      fileType: 'jpg',
    },
  };
  return { attachments: [file], html: `${html}</div>` };
}

const gone = () => refused(404, 'ServiceError', 'Attachment not found.');

/** GET /v3/attachments/:id */
export function fileInfo(world: World, id: string): Answer {
  const file = world.files.get(id);
  if (!file) return gone();
  const { name, type, bytes } = file;
  return given({ name, type, views: [{ viewId: 'original', size: bytes.length }] });
}

/** GET /v3/attachments/:id/views/:view. The bytes themselves. */
export function fileView(world: World, id: string, view: string): Answer {
  const file = world.files.get(id);
  return file && view === 'original' ? given(file.bytes) : gone();
}
