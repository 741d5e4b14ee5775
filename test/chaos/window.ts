/** One person's page at one school, kept by draft: a suite with thousands of posts cannot look through every card. */
import { type CardSeen, cardSeen, type Item, type Reply, Unanswered } from '../crash/page.ts';

type Pane = Item['pane'];

/** The draft a card speaks of, by its buttons; null where it has none any more. */
const draftOn = (card: CardSeen) =>
  card.presses.find((data) => data.draft !== undefined)?.draft ?? null;

export function openWindow(school: string, person: string) {
  const cards = new Map<string, Map<string, CardSeen & { pane: Pane }>>();
  const draftOf = new Map<string, string>();
  const waiting = new Map<string, Set<() => void>>();
  let cursor = '';
  let url = '';
  let stream: AbortController | null = null;

  const take = (item: Item) => {
    const card = cardSeen(item);
    if (!card) return;
    const draft = draftOn(card) ?? draftOf.get(card.ref);
    if (draft === undefined || draft === null) return;
    draftOf.set(card.ref, draft);
    const own = cards.get(draft) ?? new Map();
    cards.set(draft, own);
    // Its words are not looked at again, and thousands of them are large.
    own.set(card.ref, { ...card, text: '', pane: item.pane });
    for (const wake of waiting.get(draft) ?? []) wake();
    waiting.delete(draft);
  };

  const hear = (event: string) => {
    const lines = event.split('\n');
    const field = (name: string) =>
      lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
    if (field('event') !== 'item') return;
    take(JSON.parse(field('data')) as Item);
    cursor = field('id');
  };

  const follow = async (signal: AbortSignal) => {
    const query = new URLSearchParams({ school, as: person, after: cursor });
    const response = await fetch(`${url}/playground/events?${query}`, { signal });
    let left = '';
    const text = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
    for await (const chunk of text as AsyncIterable<string>) {
      const events = (left + chunk).split('\n\n');
      left = events.pop() ?? '';
      for (const event of events) hear(event);
    }
  };

  return {
    /** Points the page at the process that serves now; it goes on from what it saw last. */
    load: (at: string) => {
      stream?.abort();
      stream = new AbortController();
      url = at;
      follow(stream.signal).catch(() => {});
    },
    leave: () => stream?.abort(),
    /** The cards on this pane that speak of a draft. */
    cards: (draft: string, pane: Pane): CardSeen[] =>
      [...(cards.get(draft)?.values() ?? [])].filter((card) => card.pane === pane),
    /** Resolves at the next news of a draft, or after so many ms. */
    news: (draft: string, ms: number) =>
      new Promise<void>((resolve) => {
        const own = waiting.get(draft) ?? new Set();
        waiting.set(draft, own);
        const timer = setTimeout(resolve, ms);
        own.add(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
    /** Presses a button or sends a form; throws Unanswered where the process is gone. */
    acts: async (body: object): Promise<Reply> => {
      const at = url;
      const answer = async () => {
        const response = await fetch(`${at}/playground/act`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ school, as: person, ...body }),
        });
        return { status: response.status, reply: (await response.json()) as Reply };
      };
      const { status, reply } = await answer().catch((error: unknown) => {
        throw new Unanswered('not answered', { cause: error });
      });
      if (status !== 200) throw new Error(`answered with ${status}: ${JSON.stringify(reply)}`);
      for (const item of reply.items) take(item);
      return reply;
    },
  };
}

export type Window = ReturnType<typeof openWindow>;
