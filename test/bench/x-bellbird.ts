/** Bellbird as `npm start` runs it, but for the time of day. Argument: how far its clock is ahead, ms. */
import { configFrom, start } from '../../src/main.ts';

const ahead = Number(process.argv[2]);
const running = await start(configFrom(), { clock: { now: () => Date.now() + ahead } });
process.stdout.write(`${running.url}\n`);
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
