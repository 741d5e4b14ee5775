/** The frame of a suite over one dialect: a database of its own for every test. */
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Store } from '../../../src/ports/store.ts';
import type { Place, Places } from './place.ts';

export type Stage = {
  /** The store under test. */
  store: Store;
  place: Place;
  /** One more store on the same database, as in another process; closed after the test. */
  another: () => Promise<Store>;
};

/** Gives a function that, inside a test, gives the stage of that test. */
export function onFreshStage(start: () => Promise<Places> | Places): () => Stage {
  let places: Places;
  let stage: Stage;
  let opened: Store[] = [];
  beforeAll(async () => {
    places = await start();
  });
  beforeEach(async () => {
    const place = await places.fresh();
    const another = async () => {
      const store = await place.open();
      opened.push(store);
      return store;
    };
    stage = { place, another, store: await another() };
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    opened = [];
    await stage.place.remove();
  });
  afterAll(async () => {
    await places.stop();
  });
  return () => stage;
}
