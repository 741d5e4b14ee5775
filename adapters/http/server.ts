/** The one HTTP server: health, counters, and whatever doors are mounted on it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Response } from 'express';
import { faultAnswers, type Log, nothingHere, refuse } from './faults.ts';

export type ServerOptions = {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Whether Bellbird can do its work now: rejects where the store cannot be read or written. */
  ready: () => Promise<boolean>;
  /** A fault of the store as a sentence somebody can act on, or null where it is another. */
  faultInWords?: (fault: unknown) => string | null;
  /** Prometheus text. */
  metrics: () => string;
  /** Each adds its own routes; earlier ones win. */
  mounts: readonly ((app: Express) => void)[];
  log: Log;
  /** How long answers under way may take at `close`, ms. */
  graceMs?: number;
};

export type RunningServer = {
  /** Without a slash at the end. */
  url: string;
  /** Takes no new requests, ends event streams at once, lets the rest finish, and frees the port. */
  close: () => Promise<void>;
};

/** Why the server could not take its address, and what to do. */
function listenFault(fault: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use, perhaps by another Bellbird. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    EACCES: `This user may not open port ${port}. Choose one above 1023: PORT=3978 npm start`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine. Use HOST=127.0.0.1, or leave it out.`,
    ENOTFOUND: `HOST is ${host}, which is no address known here. Use HOST=127.0.0.1, or leave it out.`,
  };
  const sentence = sentences[fault.code ?? ''] ?? `The server could not start: ${fault.message}`;
  return new Error(sentence, { cause: fault });
}

function listen(app: Express, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (fault?: Error) => {
      if (fault) return reject(listenFault(fault, host, port));
      resolve(server);
    });
  });
}

function isStream(response: Response): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

function mountHealth(app: Express, options: ServerOptions): void {
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true });
  });
  app.get('/readyz', async (_request, response) => {
    let why = 'Its store does not answer. See the log.';
    const ready = await options.ready().catch((fault: unknown) => {
      options.log.error({ err: fault }, 'the readiness check failed');
      why = options.faultInWords?.(fault) ?? why;
      return false;
    });
    if (ready) response.json({ ok: true });
    else refuse(response, 503, `Bellbird is not ready. ${why}`);
  });
  app.get('/metrics', (_request, response) => {
    response.type('text/plain; version=0.0.4; charset=utf-8').send(options.metrics());
  });
}

/**
 * Starts the server. Throws an Error with a sentence for people when the address cannot be taken:
 * a port in use, no right to it, an unknown host.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = express();
  app.disable('x-powered-by');
  const open = new Set<Response>();
  app.use((request, response, next) => {
    open.add(response);
    response.once('close', () => open.delete(response));
    // The rest of a body that was too long: left unread it would hold up the next request of that connection,
    // which behind a proxy is somebody else's.
    response.once('finish', () => request.resume());
    response.setHeader('x-content-type-options', 'nosniff');
    next();
  });
  mountHealth(app, options);
  for (const mount of options.mounts) mount(app);
  app.use(nothingHere);
  app.use(faultAnswers(options.log, options.faultInWords ?? (() => null)));

  const server = await listen(app, options.host, options.port);
  const { address, port, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;

  const close = () =>
    new Promise<void>((resolve) => {
      const last = setTimeout(() => server.closeAllConnections(), options.graceMs ?? 2000);
      server.close(() => {
        clearTimeout(last);
        resolve();
      });
      // Once nothing is being answered no connection is worth waiting for: browsers keep spare ones open.
      const hangUp = () => {
        if (open.size === 0) server.closeAllConnections();
      };
      for (const response of open) {
        response.once('close', () => setImmediate(hangUp));
        // A page's event stream never ends by itself.
        if (isStream(response)) response.end();
      }
      hangUp();
    });
  return { url, close };
}
