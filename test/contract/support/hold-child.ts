/** A process of its own that holds a data folder, says so, and waits to be killed. */
import { holdFolder } from '../../../adapters/store/folder.ts';

const [folder = '', how] = process.argv.slice(2);
try {
  await holdFolder(folder, { shared: how === 'shared' });
  console.log('held');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
