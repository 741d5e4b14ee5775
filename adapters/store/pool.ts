/** Connections to Postgres, with the manners that Kysely and the store rely on. */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { inWords } from './fault.ts';
import { refuseUnkeepable } from './keepable.ts';

const INT8 = 20;

/** Postgres' int8 as a number. Throws where a number would lose digits: no moment or count is that large. */
function toNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(
    `The database holds the number ${text}, which is too large for any of Bellbird's.`,
  );
}

/**
 * A pool of at most `size` connections. Nothing is connected until it is needed.
 *
 * @param log told in one sentence when an idle connection is lost; the pool makes another when it needs one
 */
export function openPool(
  url: string,
  size: number,
  log: ((sentence: string) => void) | undefined,
): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    application_name: 'bellbird',
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8
          ? toNumber
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // Without a listener, a lost idle connection would end the process.
  pool.on('error', (error) => log?.(`Lost a connection to Postgres: ${error.message}`));
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      try {
        const client = await pool.connect();
        const known = wrapped.get(client) ?? wrap(client);
        wrapped.set(client, known);
        return known;
      } catch (error) {
        throw inWords(error);
      }
    },
    end: () => pool.end(),
  };
}

function wrap(client: pg.PoolClient): PostgresPoolClient {
  let broken = false;
  const query = async <R>(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> => {
    refuseUnkeepable(parameters);
    const result = await send(client, sql, parameters, () => {
      broken = true;
    });
    // Postgres answers so, without an error, when a fault inside the transaction was not let through.
    if (sql === 'commit' && result.command === 'ROLLBACK') {
      throw new Error(
        'The database undid this transaction after a fault in it, so nothing was saved. Try the whole of it again.',
      );
    }
    return result as unknown as PostgresQueryResult<R>;
  };
  return {
    query: query as PostgresPoolClient['query'],
    release: () => client.release(broken),
  };
}

async function send(
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[],
  onBroken: () => void,
): Promise<pg.QueryResult> {
  try {
    return await client.query(sql, [...parameters]);
  } catch (error) {
    if (sql !== 'rollback') throw inWords(error);
    // The connection is gone, and with it the transaction; what made it go is already on its way up.
    onBroken();
    return { command: 'ROLLBACK', rowCount: 0, rows: [], oid: 0, fields: [] };
  }
}
