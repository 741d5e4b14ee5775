/** A door for a platform that posts JSON and reads JSON back. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Express } from 'express';
import { jsonBodyUpTo } from './body.ts';

export type Posted = { headers: IncomingHttpHeaders; body: unknown };
/** Without a body the answer is its status alone. */
export type Said = { status: number; body?: unknown };

/** Puts it on the server. `limit` is the most a body may hold, in bytes; `answer` must not reject. */
export function jsonDoor(
  path: string,
  limit: number,
  answer: (posted: Posted) => Promise<Said>,
): (app: Express) => void {
  return (app) => {
    app.post(path, jsonBodyUpTo(limit), async ({ headers, body }, response) => {
      const said = await answer({ headers, body });
      response.status(said.status);
      if (said.body === undefined || said.body === null) response.end();
      else response.json(said.body);
    });
  };
}
