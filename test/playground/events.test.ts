/** The event stream: what a page hears, and that it misses nothing while it was away. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { word } from './rote-front.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  await house.stop();
  await house.clear();
});

type Heard = { id: string; event: string; title: string };

function readEvent(block: string): Heard | null {
  const line = (name: string) =>
    block
      .split('\n')
      .find((each) => each.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const event = line('event');
  if (!event) return null;
  const { value } = JSON.parse(line('data') ?? '{}');
  return { id: line('id') ?? '', event, title: value?.card?.title ?? value?.text ?? '' };
}

/** A page at the stream; `until` waits for enough items, `leave` breaks the connection. */
async function listen(as: string, cursor = '', byHeader = false) {
  const stop = new AbortController();
  const query = new URLSearchParams({ as, ...(byHeader ? {} : { after: cursor }) });
  const response = await fetch(`${house.url}/playground/events?${query}`, {
    signal: stop.signal,
    headers: byHeader ? { 'last-event-id': cursor } : {},
  });
  const heard: Heard[] = [];
  let ended = false;
  const reading = (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = readEvent(block);
        if (event) heard.push(event);
      }
    }
  })()
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  const items = () => heard.filter(({ event }) => event === 'item');
  const until = async (enough: () => boolean) => {
    for (let tries = 0; tries < 500 && !enough(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(enough(), JSON.stringify(heard)).toBe(true);
  };
  return {
    items,
    titles: () => items().map(({ title }) => title),
    caughtUp: () => until(() => heard.some(({ event }) => event === 'ready')),
    until: (count: number) => until(() => items().length >= count),
    cursor: () => items().at(-1)?.id ?? cursor,
    ended: () => until(() => ended),
    leave: async () => {
      stop.abort();
      await reading;
    },
  };
}

const toSlt = (title: string) => house.chat.post('lickey', { to: 'slt' }, word(title), title);
const toAmy = (title: string) =>
  house.chat.post('lickey', { to: 'person', person: 'amy' }, word(title), title);

test('a page hears the past, then what is new, of its own chat, SLT and the timeline', async () => {
  await toAmy('Yesterday');
  const page = await listen('amy');
  await page.caughtUp();
  expect(page.titles()).toEqual(['Yesterday']);
  await toSlt('Asked');
  await house.timeline.publish('@Lickey_Hills', 'Published');
  await page.until(3);
  expect(page.titles().slice(0, 2)).toEqual(['Yesterday', 'Asked']);
  await page.leave();
});

test('nobody hears what Bellbird answers somebody else', async () => {
  const sam = await listen('sam');
  await sam.caughtUp();
  await toAmy('For Amy');
  await toSlt('For SLT');
  await sam.until(1);
  expect(sam.titles()).toEqual(['For SLT']);
  await sam.leave();
});

test('a page that comes back hears what it missed, once, in order, across its topics', async () => {
  const first = await listen('amy');
  await first.caughtUp();
  await toSlt('one');
  await toAmy('two');
  await first.until(2);
  await first.leave();
  for (let missed = 0; missed < 250; missed += 1) await toSlt(`missed ${missed}`);
  await toAmy('missed too');
  for (const byHeader of [true, false]) {
    const second = await listen('amy', first.cursor(), byHeader);
    await second.caughtUp();
    expect(second.items()).toHaveLength(251);
    expect(second.titles().filter((title) => title.startsWith('missed '))).toEqual([
      'missed too',
      ...Array.from({ length: 250 }, (_, missed) => `missed ${missed}`),
    ]);
    await second.leave();
  }
});

test('writing while a page connects and reconnects loses nothing', async () => {
  const heard = new Set<string>();
  let cursor = '';
  const writing = (async () => {
    for (let post = 0; post < 120; post += 1) await toSlt(`post ${post}`);
  })();
  for (let turn = 0; turn < 8; turn += 1) {
    const page = await listen('amy', cursor);
    await page.caughtUp();
    for (const { title } of page.items()) {
      expect(heard.has(title), `${title} twice`).toBe(false);
      heard.add(title);
    }
    cursor = page.cursor();
    await page.leave();
  }
  await writing;
  const last = await listen('amy', cursor);
  await last.caughtUp();
  for (const { title } of last.items()) heard.add(title);
  expect(heard.size).toBe(120);
  await last.leave();
});

test('after a restart of the server on the same folder a page catches up', async () => {
  const page = await listen('amy');
  await page.caughtUp();
  await toSlt('before');
  await page.until(1);
  const { port, folder } = house;
  const started = performance.now();
  await house.stop();
  expect(performance.now() - started).toBeLessThan(1000);
  await page.ended();
  house = await openHouse({ port, folder });
  await toSlt('after');
  const again = await listen('amy', page.cursor());
  await again.caughtUp();
  expect(again.titles()).toEqual(['after']);
  await again.leave();
});

test('a cursor of another day’s data folder, or of nonsense, gets the past anew', async () => {
  await toSlt('kept');
  for (const cursor of ['slt%3Alickey=99999', 'slt:lickey=x', '%%%', 'a=1&b=2']) {
    const page = await listen('amy', cursor);
    await page.caughtUp();
    expect(page.titles(), cursor).toEqual(['kept']);
    await page.leave();
  }
});
