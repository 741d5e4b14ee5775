/** What is typed and pressed in the playground, and what then stands in its chats. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { delivery, type House, openHouse, post } from './house.ts';
import { word } from './rote-front.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.stop();
  await house.clear();
});

const say = (text: string, id = delivery()) =>
  post(`${house.url}/playground/say`, { as: 'amy', text, delivery: id });
const act = (body: object, id = delivery()) =>
  post(`${house.url}/playground/act`, { as: 'amy', delivery: id, fields: {}, ...body });
const standing = async (topic: string) =>
  (await house.shelf.after(topic, 0, 100)).map((item) => item.value as Record<string, unknown>);

test('a typed command reaches the desk with its words, and the command and its card stand in Amy’s chat', async () => {
  const { body } = await say('/tweet  Sixty daffodils,\nall in bloom ');
  expect(body.as).toBe('card');
  expect(house.received[0]).toMatchObject({
    school: 'lickey',
    person: 'amy',
    chat: 'playground',
    touched: null,
    intent: { kind: 'command', command: 'tweet', text: 'Sixty daffodils,\nall in bloom' },
  });
  const [line, card] = await standing('staff:lickey:amy');
  // Not the words: they may name a pupil. The page shows them until it is loaded again.
  expect(line).toMatchObject({ says: 'person', text: '/tweet …' });
  expect(card).toMatchObject({ says: 'bellbird', card: { title: 'Ready for SLT' } });
  expect(body.items[1].value.ref).toBe(house.received[0]?.ref);
  expect(body.items[1].value.card.adaptive.type).toBe('AdaptiveCard');
});

test('a line blocked for a name is not kept, neither in the chat nor in any file', async () => {
  await say('/tweet Zebedee Quillfeather won the cup');
  await say('/policy may I write Zebedee Quillfeather');
  await say('Zebedee Quillfeather won the cup');
  const [first, , second] = await standing('staff:lickey:amy');
  expect(first).toMatchObject({ text: '/tweet …' });
  expect(second).toMatchObject({ text: '/policy …' });
  for (const file of await readdir(house.folder)) {
    const bytes = await readFile(join(house.folder, file));
    expect(bytes.includes('Quillfeather'), file).toBe(false);
  }
});

test('a line that is no command gets a word on what can be typed, and stays off the desk', async () => {
  expect((await say('hello')).body.words).toContain('/tweet');
  expect((await say('/twet hello')).body.words).toContain('I do not know /twet.');
  expect((await say('   ')).body.words).toContain('nothing in that line');
  expect(house.received).toEqual([]);
});

test('the same delivery twice is one act, one line and one card', async () => {
  const id = delivery();
  const [first, second] = await Promise.all([say('/tweet Once', id), say('/tweet Once', id)]);
  expect(second.body).toEqual(first.body);
  expect(house.received).toHaveLength(1);
  expect(await standing('staff:lickey:amy')).toHaveLength(2);
});

test('a delivery that comes late does not put old news over new', async () => {
  const id = delivery();
  const { body } = await say('/tweet Once', id);
  await house.chat.update('lickey', body.items[1].value.ref, word('It is out', 'ok'));
  const again = await say('/tweet Once', id);
  expect(again.body.items[1].value.card.title).toBe('It is out');
});

test('a click changes the card that was touched, in its place', async () => {
  await say('/tweet One');
  const [, before] = await standing('staff:lickey:amy');
  const { body } = await say('/tweet Two');
  const ref = (await say('/tweet Three')).body.items[1].value.ref;
  const pressed = await act({
    ref: body.items[1].value.ref,
    action: 'send',
    draft: 'd1',
    revision: 1,
  });
  expect(pressed.body.as).toBe('replace');
  expect(house.received.at(-1)).toMatchObject({
    touched: body.items[1].value.ref,
    intent: { kind: 'action', action: 'send', draft: 'd1', revision: 1 },
  });
  expect(pressed.body.items[0].key).toBe(body.items[1].key);
  expect(pressed.body.items[0].value.at).toBe(body.items[1].value.at);
  expect(ref).not.toBe(body.items[1].value.ref);
  expect(before).toMatchObject({ card: { title: 'Ready for SLT' } });
});

test('a refusal is told to the one who pressed, and the SLT card stays as it is', async () => {
  const ref = await house.chat.post('lickey', { to: 'slt' }, word('Amy asks', 'wait'), 'ask-1');
  const { body } = await act({ ref, action: 'approve', draft: 'd1', revision: 1 });
  expect(body).toMatchObject({ as: 'note', items: [], card: { title: 'Only SLT may approve.' } });
  expect(await standing('slt:lickey')).toMatchObject([{ card: { title: 'Amy asks' } }]);
});

test('a form stands nowhere, and its refusal says why', async () => {
  const { body } = await say('/tweet');
  expect(body).toMatchObject({ as: 'dialog', ref: null, card: { title: 'Write a post' } });
  expect(await standing('staff:lickey:amy')).toHaveLength(1);
  const refused = await act({ ref: null, action: 'save', fields: { text: '' } });
  expect(refused.body).toMatchObject({ as: 'note', card: { mark: 'stop' } });
  const saved = await act({ ref: null, action: 'save', fields: { text: 'Now with words' } });
  expect(saved.body.as).toBe('card');
  expect(house.received.at(-1)?.ref).toBe(saved.body.items[0].value.ref);
});

test('a card posted twice under one key stands once', async () => {
  const first = await house.chat.post('lickey', { to: 'slt' }, word('Amy asks'), 'ask-1');
  const second = await house.chat.post('lickey', { to: 'slt' }, word('Amy asks'), 'ask-1');
  expect(second).toBe(first);
  expect(await standing('slt:lickey')).toHaveLength(1);
});

test('news that overtakes its own card is not lost', async () => {
  const { refOf } = await import('../../adapters/playground/message.ts');
  const ref = refOf('slt:lickey', 'ask-9');
  await house.chat.update('lickey', ref, word('Sam approved it', 'ok'));
  await house.chat.post('lickey', { to: 'slt' }, word('Amy asks'), 'ask-9');
  expect(await standing('slt:lickey')).toMatchObject([{ card: { title: 'Sam approved it' } }]);
});

test('a ref that is none, or of another school, changes nothing', async () => {
  for (const ref of ['', 'x', '%/%', 'slt%3Aother/ask-1', 'a/b/c']) {
    await house.chat.update('lickey', ref, word('Wrong'));
  }
  expect(await standing('slt:lickey')).toEqual([]);
  expect(await standing('slt:other')).toEqual([]);
});

test('a published post has a page of its own, in which nothing typed is markup', async () => {
  const outcome = await house.timeline.publish(
    '@Lickey_Hills',
    'Fair <script>alert(1)</script> #Fun',
  );
  if (outcome.kind !== 'posted') throw new Error(outcome.why);
  const page = await fetch(outcome.post.url);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('<span class="hashtag">#Fun</span>');
  expect(html).not.toContain('<script');
  expect((await fetch(`${house.url}/timeline/Lickey_Hills/1`)).status).toBe(404);
});
