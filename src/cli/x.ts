/** `bellbird x login`: letting Bellbird post on an account on X. Nothing it learns is written to a file or a log. */
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import type { School } from '../school/school.ts';
import { Failed } from './failed.ts';
import { schools } from './open.ts';

type Held = { school: School; account: School['accounts'][number] };

/** The account meant: the only one on X, or the one named, whatever its case and with or without its @. */
function held(all: readonly School[], named: string | undefined): Held {
  const onX = all.flatMap((school) =>
    school.accounts
      .filter((account) => account.outlet === 'x')
      .map((account) => ({ school, account })),
  );
  const wanted = named?.replace(/^@/, '').toLowerCase();
  const chosen = onX.filter(
    ({ account }) => wanted === undefined || account.handle.slice(1).toLowerCase() === wanted,
  );
  const [first, ...more] = chosen;
  if (first && more.length === 0) return first;
  const handles = onX.map(({ account }) => account.handle).join(', ');
  if (handles === '') {
    const says = 'No account in the school files is on X. Give one "outlet: x" and its keys first.';
    throw new Failed([says], 2);
  }
  const why = named === undefined ? 'There are several accounts on X' : `${named} is not on X`;
  throw new Failed([`${why}. Say which: ${handles}.`], 2);
}

async function pinFrom(): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const pin = (await line.question('The PIN that X shows: ')).trim();
    if (!/^\d+$/.test(pin))
      throw new Failed(['That is no PIN: X shows seven digits. Start again.'], 2);
    return pin;
  } finally {
    line.close();
  }
}

function accessWords(access: string | null): string {
  if (access === null)
    return 'X does not say whether they may post; "bellbird doctor" looks again.';
  if (access.includes('write')) return `They may read and post (X’s word: "${access}").`;
  return `They may not post (X’s word: "${access}"). Set the app to "Read and write" at console.x.com, and log in again.`;
}

async function login(named: string | undefined, file: string | undefined): Promise<void> {
  const { account, school } = held(await schools(file), named);
  const { handle, keys } = account;
  if (keys === null) throw new Error(`${handle} has no keys in ${school.file}`);
  const { configFrom } = await import('../main.ts');
  const { beginXLogin, inXsWords } = await import('../outlets.ts');
  const { named: variables, xApiUrl } = configFrom();
  const appKey = variables[keys.app];
  const appSecret = variables[keys.appSecret];
  if (appKey === undefined || appSecret === undefined) {
    const missing = [keys.app, keys.appSecret].filter((name) => variables[name] === undefined);
    throw new Failed([
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set. Set the app's own keys first: they stand at console.x.com, under Keys and tokens, as the consumer key and its secret.`,
    ]);
  }
  try {
    const begun = await beginXLogin({ appKey, appSecret }, xApiUrl);
    process.stderr.write(
      `Sign in at x.com as ${handle}, in this browser and no other account, then open:\n\n  ${begun.link}\n\nLet the app in, and X shows a PIN.\n`,
    );
    const granted = await begun.finish(await pinFrom());
    if (granted.handle.toLowerCase() !== handle.toLowerCase()) {
      throw new Failed([
        `These keys would be those of ${granted.handle}, not of ${handle}, so they are not shown. Sign in as ${handle} at x.com first, then start again.`,
      ]);
    }
    process.stderr.write(
      `\nX let Bellbird in for ${granted.handle}. ${accessWords(granted.access)}\nPut these two lines where Bellbird's environment is kept; they are shown only here, and only now:\n\n`,
    );
    process.stdout.write(
      `${keys.access}=${granted.accessToken}\n${keys.accessSecret}=${granted.accessSecret}\n`,
    );
  } catch (error) {
    const said = inXsWords(error);
    if (said === null) throw error;
    throw new Failed([
      `X did not let Bellbird in: ${said}.`,
      `Look at console.x.com that ${keys.app} and ${keys.appSecret} are those of the app, that its user authentication is set up with "Read and write", and that the PIN was the newest.`,
    ]);
  }
}

export function xCommand(): Command {
  const x = new Command('x').description('the accounts on X');
  x.command('login')
    .description('let Bellbird post on an account: prints a link, asks for the PIN, shows the keys')
    .argument('[handle]', 'the account, where the school files have several on X')
    .option('--school <file>', 'school.yaml or a folder of them, instead of BELLBIRD_SCHOOL')
    .action((handle: string | undefined, { school }: { school?: string }) => login(handle, school));
  return x;
}
