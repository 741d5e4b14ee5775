/** The socket X listens on: it can be shut and opened again in the same place. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (
  incoming: IncomingMessage,
  body: string,
  out: ServerResponse,
) => Promise<void>;

export function doorOf(answering: Answering) {
  let server: Server | null = null;
  /** Calls whose caller may long be gone. */
  let busy = 0;
  const waiting = new Set<() => void>();

  const serve = (incoming: IncomingMessage, out: ServerResponse) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('error', () => {});
    out.on('error', () => {});
    incoming.on('end', async () => {
      busy += 1;
      try {
        await answering(incoming, Buffer.concat(parts).toString('utf8'), out);
      } finally {
        busy -= 1;
        if (busy === 0) {
          for (const go of waiting) go();
          waiting.clear();
        }
      }
    });
  };

  return {
    open: async (port: number): Promise<AddressInfo> => {
      const opened = createServer(serve);
      server = opened;
      await new Promise<void>((resolve, reject) => {
        opened.once('error', reject);
        opened.listen(port, '127.0.0.1', resolve);
      });
      return opened.address() as AddressInfo;
    },
    /** Whoever calls from now on is refused; kept connections that rest are closed. */
    shut: () => {
      server?.close();
      server?.closeIdleConnections();
    },
    quiet: async () => {
      while (busy > 0) await new Promise<void>((resolve) => waiting.add(resolve));
    },
    close: async () => {
      const closing = server;
      if (!closing) return;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      closing.closeAllConnections();
      await closed;
    },
  };
}
