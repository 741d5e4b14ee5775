/**
 * The shelf. A topic's counter is raised, and its row thereby held, before an item is written: so numbers
 * become visible in their own order, and a reader that asks for what is after one never misses an item.
 */
import type { Shelf, ShelfItem } from '../../../src/ports/shelf.ts';
import type { Database, Tables } from '../tables.ts';
import type { Together } from '../together.ts';

function toItem(row: Tables['shelf_items']): ShelfItem {
  return { seq: row.seq, key: row.key, value: JSON.parse(row.value) };
}

async function nextSeq(db: Database, topic: string): Promise<number> {
  const { seq } = await db
    .insertInto('shelf_topics')
    .values({ topic, seq: 1 })
    .onConflict((conflict) =>
      conflict.column('topic').doUpdateSet((of) => ({ seq: of('shelf_topics.seq', '+', 1) })),
    )
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}

function get(db: Database, topic: string, key: string): Promise<Tables['shelf_items'] | undefined> {
  return db
    .selectFrom('shelf_items')
    .selectAll()
    .where('topic', '=', topic)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** The shelf over a database. `undefined` is kept as null, as JSON has it. */
export function shelfOver(read: Database, write: Together): Shelf {
  return {
    put: (topic, key, value) => {
      const json = JSON.stringify(value) ?? 'null';
      return write(topic, async (db) => {
        const seq = await nextSeq(db, topic);
        await db
          .insertInto('shelf_items')
          .values({ topic, key, seq, value: json })
          .onConflict((conflict) =>
            conflict.columns(['topic', 'key']).doUpdateSet({ seq, value: json }),
          )
          .execute();
        return { seq, key, value: JSON.parse(json) };
      });
    },
    add: async (topic, key, value) => {
      if ((await get(read, topic, key)) !== undefined) return false;
      return write(topic, async (db) => {
        const seq = await nextSeq(db, topic);
        const result = await db
          .insertInto('shelf_items')
          .values({ topic, key, seq, value: JSON.stringify(value) ?? 'null' })
          .onConflict((conflict) => conflict.columns(['topic', 'key']).doNothing())
          .executeTakeFirst();
        return result.numInsertedOrUpdatedRows === 1n;
      });
    },
    get: async (topic, key) => {
      const row = await get(read, topic, key);
      return row === undefined ? null : toItem(row);
    },
    after: async (topic, after, limit) => {
      const rows = await read
        .selectFrom('shelf_items')
        .selectAll()
        .where('topic', '=', topic)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(toItem);
    },
    newest: async (topic, limit) => {
      const rows = await read
        .selectFrom('shelf_items')
        .selectAll()
        .where('topic', '=', topic)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toItem);
    },
  };
}
