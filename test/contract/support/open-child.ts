/** A process of its own that opens a store, says so, and closes it. */
import { openPostgres } from '../../../adapters/store/postgres.ts';
import { openSqlite } from '../../../adapters/store/sqlite.ts';

const [dialect, at = ''] = process.argv.slice(2);
const store = await (dialect === 'postgres'
  ? openPostgres({ url: at })
  : openSqlite({ folder: at }));
await store.transaction((tx) => tx.lockDesk('hilltop'));
console.log('open');
await store.close();
