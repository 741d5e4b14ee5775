/** The playground's page without a browser: what stands in one person's chats, kept up to date by the event stream. */
import type { ActionName } from '../../cards/model.ts';

type Data = { action: ActionName; draft?: string; revision?: number; item?: string };
export type Item = {
  pane: 'staff' | 'slt' | 'timeline';
  topic: string;
  key: string;
  value:
    | { kind: 'line'; text: string }
    | { kind: 'card'; ref: string; card: { title: string; adaptive: object } }
    | { kind: 'post'; url: string; segments: { text: string }[] };
};
export type CardSeen = {
  ref: string;
  title: string;
  presses: Data[];
  /** Values of all the boxes on it, comma-joined as a form sends them. */
  boxes: string;
  text: string;
};
export type Reply = { as: string; items: Item[]; card?: { adaptive: object } };

/** The process was killed before it answered: the same is sent again to the next. */
export class Unanswered extends Error {}

/** Every button of an Adaptive Card, those inside it too. */
function pressesIn(node: unknown): Data[] {
  if (Array.isArray(node)) return node.flatMap(pressesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { data, ...rest } = node as { data?: Data };
  const own = data !== undefined && typeof data.action === 'string' ? [data] : [];
  return [...own, ...Object.values(rest).flatMap(pressesIn)];
}

function boxesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(boxesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { id, choices } = node as { id?: string; choices?: { value: string }[] };
  if (id === 'ticked' && choices) return choices.map((choice) => choice.value);
  return Object.values(node).flatMap(boxesIn);
}

/** A message as a card somebody can press, or null where it is none. */
export function cardSeen(item: Item): CardSeen | null {
  if (item.value.kind !== 'card') return null;
  const { ref, card } = item.value;
  const presses = pressesIn(card.adaptive);
  const boxes = boxesIn(card.adaptive).join(',');
  return { ref, title: card.title, presses, boxes, text: JSON.stringify(card.adaptive) };
}

export function openPage(person: string) {
  const items = new Map<string, Item>();
  const waiting = new Set<() => void>();
  let cursor = '';
  let url = '';
  let stream: AbortController | null = null;

  const tell = () => {
    for (const wake of [...waiting]) wake();
    waiting.clear();
  };

  const take = (event: string) => {
    const lines = event.split('\n');
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    if (field('event') !== 'item') return;
    const item = JSON.parse(field('data')) as Item;
    items.set(`${item.topic}/${item.key}`, item);
    cursor = field('id');
    tell();
  };

  const follow = async (signal: AbortSignal) => {
    const query = new URLSearchParams({ as: person, after: cursor });
    const response = await fetch(`${url}/playground/events?${query}`, { signal });
    let left = '';
    const text = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
    for await (const chunk of text as AsyncIterable<string>) {
      const events = (left + chunk).split('\n\n');
      left = events.pop() ?? '';
      for (const event of events) take(event);
    }
  };

  const send = async (path: string, body: object): Promise<Reply> => {
    let response: Response;
    let reply: Reply;
    try {
      response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      reply = (await response.json()) as Reply;
    } catch (error) {
      throw new Unanswered(`${path} was not answered`, { cause: error });
    }
    if (response.status !== 200) {
      throw new Error(`${path} was answered with ${response.status}: ${JSON.stringify(reply)}`);
    }
    return reply;
  };

  return {
    /** Points the page at the process that serves now; it goes on from what it saw last. */
    load: (at: string) => {
      stream?.abort();
      stream = new AbortController();
      url = at;
      // It ends when the process does.
      follow(stream.signal).catch(() => {});
    },
    leave: () => stream?.abort(),
    cards: (pane: Item['pane']): CardSeen[] =>
      [...items.values()].flatMap((item) => (item.pane === pane ? (cardSeen(item) ?? []) : [])),
    posts: (): { url: string; text: string }[] =>
      [...items.values()].flatMap(({ value }) =>
        value.kind === 'post'
          ? [{ url: value.url, text: value.segments.map((segment) => segment.text).join('') }]
          : [],
      ),
    /** Resolves at the next news, or after so many ms. */
    news: (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
    types: (text: string, delivery: string) =>
      send('/playground/say', { as: person, delivery, text }),
    presses: (card: CardSeen, data: Data, fields: Record<string, string>, delivery: string) =>
      send('/playground/act', { as: person, delivery, ref: card.ref, fields, ...data }),
  };
}

export type Page = ReturnType<typeof openPage>;
