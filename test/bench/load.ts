/** Load on a server in another process: at a steady rate, or as fast as it answers. */
import { type Answered, openWire, type Wire } from './wire.ts';

export type Target = {
  url: string;
  path: string;
  /** The body of the next request: JSON, where `headers` says nothing else of it. */
  body: () => string;
  headers?: (body: string) => Record<string, string>;
};

/** Sleeping stops this long before a send is due, ms, for timers are late by up to a millisecond. */
const SPIN = 1.5;

function send(wire: Wire, target: Target): Promise<Answered> {
  const body = target.body();
  return wire.post(target.path, body, target.headers?.(body));
}

function mustBeFine({ status, body }: Answered): void {
  if (status === 200) return;
  throw new Error(`The server answered ${status}: ${body.toString('utf8').slice(0, 300)}`);
}

async function openWires(url: string, count: number): Promise<Wire[]> {
  return Promise.all(Array.from({ length: count }, () => openWire(url)));
}

async function until(at: number): Promise<void> {
  const left = at - performance.now();
  if (left > SPIN) await new Promise((done) => setTimeout(done, left - SPIN));
  while (performance.now() < at) await new Promise(setImmediate);
}

/**
 * Open loop: request n is due at n/rate seconds whatever became of those before it, and its latency (ms)
 * runs from that moment to the last byte of its answer. So a stall counts against every request that fell
 * due in it, one that waits for a free connection too. Throws at the first answer that is not 200.
 */
export async function steady(
  target: Target,
  { rate, seconds, wires: count = 32 }: { rate: number; seconds: number; wires?: number },
): Promise<number[]> {
  const wires = await openWires(target.url, count);
  const idle = [...wires];
  const due: number[] = [];
  const latencies: number[] = [];
  const underWay = new Set<Promise<void>>();
  let fault: unknown = null;

  const sendDue = (): void => {
    while (idle.length > 0 && due.length > 0 && fault === null) {
      const wire = idle.pop() as Wire;
      const at = due.shift() as number;
      const sent = send(wire, target)
        .then((answer) => {
          latencies.push(performance.now() - at);
          mustBeFine(answer);
          idle.push(wire);
          sendDue();
        })
        .catch((why: unknown) => {
          fault ??= why;
        })
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    }
  };

  try {
    const start = performance.now();
    for (let index = 0; index < rate * seconds && fault === null; index += 1) {
      const at = start + (index * 1000) / rate;
      await until(at);
      due.push(at);
      sendDue();
    }
    while (underWay.size > 0) await Promise.race(underWay);
    if (fault !== null) throw fault;
    return latencies;
  } finally {
    for (const wire of wires) wire.close();
  }
}

/** Closed loop: each connection sends again as soon as it is answered. Gives answers a second. */
export async function flatOut(
  target: Target,
  { seconds, wires: count = 16 }: { seconds: number; wires?: number },
): Promise<number> {
  const wires = await openWires(target.url, count);
  let answered = 0;
  const start = performance.now();
  const stop = start + seconds * 1000;
  const talk = async (wire: Wire) => {
    while (performance.now() < stop) {
      mustBeFine(await send(wire, target));
      answered += 1;
    }
  };
  try {
    await Promise.all(wires.map(talk));
    return (answered * 1000) / (performance.now() - start);
  } finally {
    for (const wire of wires) wire.close();
  }
}

/** One after the other over one connection, so many times. */
export async function inTurn(target: Target, times: number): Promise<void> {
  const wire = await openWire(target.url);
  try {
    for (let each = 0; each < times; each += 1) mustBeFine(await send(wire, target));
  } finally {
    wire.close();
  }
}
