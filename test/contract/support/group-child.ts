/** A process that dies while its transactions have run and are not yet committed. Argument: the folder. */
import { writeSync } from 'node:fs';
import { openSqlite } from '../../../adapters/store/sqlite.ts';
import { aDraft, anEvent } from './samples.ts';

const store = await openSqlite({ folder: process.argv[2] ?? '' });
const tell = (what: string) => writeSync(1, `${what} `);
await store.transaction((tx) => tx.addDraft(aDraft({ id: 'before' })));
tell('before');
await Promise.all([
  ...['first', 'second'].map((id, index) =>
    store
      .transaction(async (tx) => {
        await tx.addDraft(aDraft({ id, number: index + 2 }));
        await tx.append(anEvent());
      })
      .then(() => tell(id)),
  ),
  store.transaction(async (tx) => {
    if ((await tx.draft(aDraft().school, 'second')) !== null) tell('dies');
    process.kill(process.pid, 'SIGKILL');
  }),
]);
