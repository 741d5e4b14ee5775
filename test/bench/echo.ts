/**
 * The floors of a request: the same server and the same body reader, with no guard and no work. `/echo` sends
 * back what came, with filling up to a size; `/kept` does so after bare inserts into SQLite, each synced.
 *
 * Arguments: the size of an answer in bytes, the database's file, the inserts a request.
 */
import { DatabaseSync } from 'node:sqlite';
import type { Request, Response } from 'express';
import { jsonBody } from '../../adapters/http/body.ts';
import { startServer } from '../../adapters/http/server.ts';

const [size = '0', file = ':memory:', inserts = '1'] = process.argv.slice(2);
/** The field that the filling stands in, with its quotes, colon and comma. */
const FIELD = 14;

const db = new DatabaseSync(file);
db.exec('pragma journal_mode = wal; pragma synchronous = full; create table kept (v text) strict');
const insert = db.prepare('insert into kept values (?)');

function answer(request: Request, response: Response): void {
  const sent = Number(request.headers['content-length'] ?? 0);
  const filling = 'x'.repeat(Math.max(0, Number(size) - sent - FIELD));
  response.json({ ...request.body, filling });
}

const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  ready: async () => true,
  metrics: () => '',
  log: { info: () => {}, error: () => {} },
  mounts: [
    (app) => {
      app.post('/echo', jsonBody, answer);
      app.post('/kept', jsonBody, (request, response) => {
        for (let each = 0; each < Number(inserts); each += 1)
          insert.run(JSON.stringify(request.body));
        answer(request, response);
      });
    },
  ],
});
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
