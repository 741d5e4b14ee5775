/** Bellbird as `npm start` runs it, but for Microsoft's keys and login. Argument: where ./teams-cloud.ts listens. */
import { configFrom, start } from '../../src/main.ts';
import { insteadAt } from './teams-instead.ts';

const [origin = ''] = process.argv.slice(2);
const running = await start(configFrom(), { teams: insteadAt(origin) });
process.stdout.write(`${running.url}\n`);
process.once('SIGTERM', () => void running.stop().then(() => process.exit(0)));
