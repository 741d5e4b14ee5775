/** The event stream: everything new in the topics a person's page follows, from where it left off. */
import type { Response } from 'express';
import type { Log } from '../http/faults.ts';
import type { LiveShelf } from './live-shelf.ts';
import type { Followed } from './school.ts';
import { showItem } from './shown.ts';

export type StreamOptions = {
  shelf: LiveShelf;
  followed: readonly Followed[];
  /** The event id the page saw last, or empty for a page that has seen nothing. */
  cursor: string;
  log: Log;
  /** Calls back after the schools have changed; gives back how to stop. The page then asks for its school anew. */
  onSchools?: ((listener: () => void) => () => void) | undefined;
  /** Looks at the shelf this often too, ms: for writes by another process. Absent: never. */
  pollMs?: number | undefined;
  heartbeatMs?: number | undefined;
};

/** How much of the past a new page gets, in each topic. */
const RECENT = 200;
const BATCH = 100;

/** Reads a cursor: topic to the last seq seen. What is no number counts as nothing seen. */
function readCursor(cursor: string): Map<string, number> {
  const seen = new Map<string, number>();
  for (const [topic, seq] of new URLSearchParams(cursor)) {
    if (/^\d{1,15}$/.test(seq)) seen.set(topic, Number(seq));
  }
  return seen;
}

function writeCursor(followed: readonly Followed[], seen: ReadonlyMap<string, number>): string {
  return new URLSearchParams(
    followed.map(({ topic }) => [topic, String(seen.get(topic) ?? 0)]),
  ).toString();
}

function openStream(response: Response): void {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
  });
  response.flushHeaders();
}

/**
 * Serves one page until it goes away. Each event is a ShownItem whose id is the cursor after it, so a page
 * that comes back with it misses nothing and sees nothing twice. `ready` says that the past is told.
 */
export function serveStream(response: Response, options: StreamOptions): void {
  const { shelf, followed, log } = options;
  const seen = readCursor(options.cursor);
  let gone = false;
  let telling: Promise<void> | null = null;
  /** Topics that may have something the page has not seen. */
  const news = new Set<Followed>();

  const write = async (chunk: string) => {
    if (gone || response.writableEnded) return;
    if (response.write(chunk)) return;
    await new Promise<void>((resolve) => {
      response.once('drain', resolve);
      response.once('close', resolve);
    });
  };

  /** A store put back from an earlier copy counts lower than the page has seen: then the past is told anew. */
  async function forgetHigherCursors(): Promise<void> {
    for (const { topic } of followed) {
      const [newest] = await shelf.newest(topic, 1);
      if ((seen.get(topic) ?? 0) > (newest?.seq ?? 0)) seen.delete(topic);
    }
  }

  async function tellTopic(followedTopic: Followed): Promise<void> {
    const { topic } = followedTopic;
    while (!gone) {
      const from = seen.get(topic);
      const items =
        from === undefined
          ? (await shelf.newest(topic, RECENT)).reverse()
          : await shelf.after(topic, from, BATCH);
      if (from === undefined) seen.set(topic, 0);
      for (const item of items) {
        seen.set(topic, item.seq);
        const shown = JSON.stringify(showItem(followedTopic, item));
        await write(`id: ${writeCursor(followed, seen)}\nevent: item\ndata: ${shown}\n\n`);
      }
      // What is written from now on is told of anew.
      if (from !== undefined && items.length < BATCH) return;
    }
  }

  async function tellNews(): Promise<void> {
    try {
      for (const topic of news) {
        news.delete(topic);
        await tellTopic(topic);
      }
    } catch (fault) {
      log.error({ err: fault }, 'an event stream broke off');
      // The page comes back with its cursor and misses nothing.
      response.end();
    } finally {
      // At once, with no turn between: news that came in such a gap would find nobody to tell it.
      telling = null;
    }
  }

  function tell(which: readonly Followed[]): Promise<void> {
    for (const topic of which) news.add(topic);
    telling ??= tellNews();
    return telling;
  }

  const tellAll = () => tell(followed);
  const stopListening = shelf.onWrite((written) => {
    const which = followed.filter(({ topic }) => topic === written);
    if (which.length > 0) void tell(which);
  });
  const stopHearing = options.onSchools?.(() => void write('event: school\ndata: {}\n\n'));
  const heartbeat = setInterval(() => void write(': here\n\n'), options.heartbeatMs ?? 15_000);
  const poll = options.pollMs ? setInterval(() => void tellAll(), options.pollMs) : undefined;
  response.once('close', () => {
    gone = true;
    stopListening();
    stopHearing?.();
    clearInterval(heartbeat);
    clearInterval(poll);
  });

  openStream(response);
  void forgetHigherCursors()
    .then(tellAll, tellAll)
    .then(() => write('event: ready\ndata: {}\n\n'));
}
