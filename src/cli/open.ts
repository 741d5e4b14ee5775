/** Opening the store and the school a command is about. The server may be running beside it. */
import type { World } from '../desk/world.ts';
import type { Store } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { Failed } from './failed.ts';

/** The schools of the environment, or of a file given on the command line. */
export async function schools(file: string | undefined): Promise<School[]> {
  const { configFrom, schoolsFrom } = await import('../main.ts');
  const config = configFrom();
  return schoolsFrom(file === undefined ? config : { ...config, school: file }).schools;
}

/** The one school meant: the only one there is, or the one named. Throws with the names to choose from. */
export function only(all: readonly School[], named: string | undefined): School {
  const chosen = named === undefined ? all : all.filter((school) => school.id === named);
  const [school, ...more] = chosen;
  if (school && more.length === 0) return school;
  const ids = all.map((each) => each.id).join(', ');
  throw new Failed(
    [
      `${named === undefined ? 'There are several schools' : `There is no school "${named}"`}. Say which with --id: ${ids}.`,
    ],
    2,
  );
}

/** Opens the store that is there, does the work, and closes it whatever happens. Throws where there is none. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const { configFrom, openStore } = await import('../main.ts');
  const store = await openStore(configFrom(), { make: false });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The same for setting up: store and secret are made where they are missing, and the command says so. */
export async function withNewStore<T>(
  work: (store: Store, secret: string) => Promise<T>,
): Promise<T> {
  const { configFrom, openStore } = await import('../main.ts');
  const { secretOf } = await import('../secret.ts');
  const config = configFrom();
  const store = await openStore(config, {
    log: (sentence) => process.stdout.write(`${sentence}\n`),
  });
  try {
    return await work(store, secretOf(config.dataFolder, config.secret));
  } finally {
    await store.close();
  }
}

/** A world for commands: the store and the time. Nothing is published or told from a shell. */
export function shellWorld(store: Store, all: readonly School[]): World {
  const silent = () => {};
  return {
    store,
    clock: { now: () => Date.now() },
    schools: new Map(all.map((school) => [school.id, school])),
    outlets: new Map(),
    audiences: new Map(),
    here: () => '',
    chatsOf: () => [],
    rollAt: async () => null,
    grammar: { known: () => null, read: async () => 'closed', close: async () => {} },
    unkept: { hold: silent, find: () => null },
    begun: { hold: silent, find: () => null, forget: silent },
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
  };
}
