/** Contract of the store: versions of the database. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Places } from './place.ts';

const run = promisify(execFile);
const child = fileURLToPath(new URL('./open-child.ts', import.meta.url));

export function versionSuite(places: () => Places): void {
  test('two processes that start at once on an empty database both get it, made once', async () => {
    const place = await places().fresh();
    const opening = [1, 2, 3].map(() => run(process.execPath, [child, place.dialect, place.at]));
    const answers = await Promise.all(opening);
    expect(answers.map(({ stdout }) => stdout.trim())).toEqual(['open', 'open', 'open']);
    const versions = await place.raw('select version from bellbird_versions');
    expect(versions.map((row) => Number(row.version))).toEqual([1, 2, 3, 4]);
    await place.remove();
  });

  test('many connections that open an empty database at once all get it', async () => {
    const place = await places().fresh();
    const stores = await Promise.all([1, 2, 3, 4].map(() => place.open()));
    await Promise.all(
      stores.map((store) => store.transaction((tx) => tx.nextDraftNumber('hilltop'))),
    );
    expect(await stores[0]?.transaction((tx) => tx.nextDraftNumber('hilltop'))).toBe(5);
    for (const store of stores) await store.close();
    await place.remove();
  });

  test('a database from a newer Bellbird is refused, with the versions and what to do', async () => {
    const place = await places().fresh();
    await (await place.open()).close();
    await place.raw("insert into bellbird_versions (version, name, at) values (99, 'later', 0)");
    await expect(place.open()).rejects.toThrow(
      /is at version 99, written by a newer Bellbird; this one knows versions up to 4\. Start the newer/,
    );
    await place.remove();
  });

  test('a database that was closed opens again with everything in it', async () => {
    const place = await places().fresh();
    const store = await place.open();
    await store.shelf.put('chat', 'a', 1);
    await store.close();
    const again = await place.open();
    expect(await again.shelf.get('chat', 'a')).toEqual({ seq: 1, key: 'a', value: 1 });
    await again.close();
    await place.remove();
  });
}
