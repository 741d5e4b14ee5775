/** Pictures and files that somebody drops on Bellbird: answered kindly and truly, and never fetched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringsFiles } from '../../adapters/teams/attachments.ts';
import { delivered, only, own, POST } from './steps.ts';
import { openTenancy, STAFF_ROOM, type Tenancy } from './workspace.ts';

const TITLE = 'Pictures and files cannot be taken here yet';

const fetched = (at: Tenancy) =>
  at.teams.calls.filter(({ operation }) => operation === 'attachment');

describe('In the chat with Bellbird', () => {
  it('a picture or a file is answered, with words or none, and nothing is made or fetched of it', async () => {
    const at = await openTenancy();
    for (const sending of ['picture', 'file'] as const) {
      for (const words of ['', `tweet ${POST}`]) {
        const answer = only((await at.amy.says(words, { sending })).messages);
        expect(answer.text).toContain(TITLE);
        expect(answer.text).toContain('Send its words alone');
      }
    }
    expect(await at.events()).toEqual([]);
    expect(fetched(at)).toEqual([]);
    expect(only((await at.amy.says(`tweet ${POST}`)).messages).text).toContain('Ready for SLT');
    expect(await at.close()).toEqual([]);
  });

  it('a quoted message is no file', async () => {
    const at = await openTenancy();
    const { messages } = await at.amy.says(`tweet ${POST}`, { sending: 'quote' });
    expect(only(messages).text).toContain('Ready for SLT');
    expect(await at.close()).toEqual([]);
  });

  it('an address that somebody made up is not called', async () => {
    const at = await openTenancy();
    await at.amy.says('hello');
    const line = delivered(at, 'message');
    const bait = `${at.teams.world.origin}/personal/bait?UniqueId=1`;
    const attachments = [
      { contentType: 'image/png', contentUrl: bait, thumbnailUrl: bait },
      { contentType: 'application/pdf', contentUrl: bait, content: { downloadUrl: bait } },
      { contentType: 'text/html', content: `<img src="${bait}"><iframe src="${bait}">` },
    ];
    await at.teams.delivers({ ...line, id: '17', text: `tweet ${bait}`, attachments });
    await at.teams.quiet();
    expect(own(at.amy).at(-1)?.text).toContain(TITLE);
    expect(fetched(at)).toEqual([]);
    expect(await at.close()).toEqual([]);
  });
});

describe('In a channel', () => {
  it.each(['picture', 'file'] as const)('a %s is answered to the person alone', async (sending) => {
    const at = await openTenancy();
    await at.amy.says(`tweet ${POST}`, { channel: STAFF_ROOM, sending });
    expect(only(own(at.amy)).text).toContain(TITLE);
    expect(at.teams.reads(STAFF_ROOM)).toHaveLength(1);
    expect(await at.events()).toEqual([]);
    expect(fetched(at)).toEqual([]);
    expect(await at.close()).toEqual([]);
  });

  it('a message with a picture is taken into the form by its words, and the form says so', async () => {
    const at = await openTenancy();
    const html =
      '<p>Our beans</p><img src="https://x.example/1" itemtype="http://schema.skype.com/AMSImage">';
    await at.ben.says('Our beans', { channel: STAFF_ROOM, mention: false, html });
    const { dialog } = await at.amy.extension('Tweet', { on: 'Our beans', channel: STAFF_ROOM });
    expect(dialog?.text).toContain('Only the words were taken');
    expect(Object.values(dialog?.fields ?? {})).toContain('Our beans');
    await at.amy.closes();
    const plain = '<p>Our peas <img itemtype="http://schema.skype.com/Emoji" alt="x"></p>';
    await at.ben.says('Our peas', { channel: STAFF_ROOM, mention: false, html: plain });
    const other = await at.amy.extension('Tweet', { on: 'Our peas', channel: STAFF_ROOM });
    expect(other.dialog?.text).not.toContain('Only the words');
    expect(await at.close()).toEqual([]);
  });
});

describe('What a message brings', () => {
  const brings = (attachments: unknown, conversationType = 'personal') =>
    bringsFiles({ attachments, conversation: { conversationType } } as never);
  const html = (content: string) => ({ contentType: 'text/html', content });

  it.each<[what: string, attachments: unknown, channel: boolean, files: boolean]>([
    ['nothing', undefined, false, false],
    ['its own HTML', [html('<p>Hi</p>')], true, false],
    [
      'the preview of a link',
      [{ contentType: 'application/vnd.microsoft.card.thumbnail' }],
      false,
      false,
    ],
    ['a quote in a chat', [html('<attachment id="1">')], false, false],
    [
      'a quote in a channel',
      [{ contentType: 'messageReference' }, html('<attachment id="1">')],
      true,
      false,
    ],
    ['a file in a channel', [html('<p>Hi</p><attachment id="1"></attachment>')], true, true],
    ['a voice', [{ contentType: 'audio/mp4' }], false, true],
    ['a film', [{ contentType: 'video/mp4' }], true, true],
    ['a file of another kind', [{ contentType: 'application/octet-stream' }], false, true],
  ])('%s', (_what, attachments, channel, files) => {
    expect(brings(attachments, channel ? 'channel' : 'personal')).toBe(files);
  });

  it('is read whatever it is, and nothing breaks', () => {
    const attachment = fc.oneof(
      fc.anything(),
      fc.record({ contentType: fc.anything(), content: fc.anything() }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(attachment)), fc.string(), (all, kind) => {
        expect(typeof brings(all, kind)).toBe('boolean');
      }),
    );
  });
});
