/** A process of its own that backs a folder up while another writes. */
import { setTimeout as pause } from 'node:timers/promises';
import { openSqlite } from '../../../adapters/store/sqlite.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const store = await openSqlite({ folder });
await store.backup(file);
await store.close();
// The school goes on for a moment after the backup is done.
await pause(50);
