/** The people round the timeline's accounts keep the contract, and what is their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { timelineAudience } from '../../adapters/timeline/audience.ts';
import { NOBODY, readCast } from '../../adapters/timeline/cast.ts';
import {
  atHandle,
  putMention,
  putSomebody,
  type Somebody,
  stranger,
} from '../../adapters/timeline/circle.ts';
import { tapAs } from '../../adapters/timeline/hands.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import { type AudienceUnderTest, audienceContract, everyone } from './audience.ts';

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function openShelf(): Promise<Shelf> {
  const folder = await mkdtemp(join(tmpdir(), 'bellbird-audience-'));
  const store = await openSqlite({ folder });
  endings.push(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return store.shelf;
}

const NOON = Date.UTC(2026, 2, 20, 12);
const ACCOUNTS = ['@Lickey_Hills', '@Sutton_Manor'] as const;

async function opened(): Promise<AudienceUnderTest> {
  const real = await openShelf();
  let away = false;
  const through = <Args extends unknown[], Gives>(call: (...args: Args) => Promise<Gives>) => {
    return async (...args: Args) => {
      if (away) throw new Error('the disk is full');
      return call(...args);
    };
  };
  const shelf: Shelf = {
    put: through(real.put),
    add: through(real.add),
    get: through(real.get),
    after: through(real.after),
    newest: through(real.newest),
  };
  let now = NOON;
  const clock = { now: () => ++now };
  const options = { shelf, clock, baseUrl: () => 'http://127.0.0.1:3978', cast: NOBODY };
  const audience = timelineAudience({ ...options, pageSize: 4 });
  const change = async (account: string, handle: string, changed: Partial<Somebody>) => {
    const somebody = await atHandle(real, account, handle);
    if (!somebody) throw new Error(`nobody is called ${handle}`);
    await putSomebody(real, account, { ...somebody, ...changed });
  };
  let said = 0;
  return {
    audience,
    accounts: ACCOUNTS,
    pageSize: 4,
    showsRequests: true,
    showsHidden: true,
    goAway: () => {
      away = true;
    },
    world: {
      joins: async (profile) => {
        for (const account of ACCOUNTS) await putSomebody(real, account, stranger(profile));
      },
      suspended: async (handle) => {
        for (const account of ACCOUNTS) await change(account, handle, { suspended: true });
      },
      renamed: async (handle, to) => {
        for (const account of ACCOUNTS) {
          const somebody = await atHandle(real, account, handle);
          if (somebody)
            await change(account, handle, { profile: { ...somebody.profile, handle: to } });
        }
      },
      follows: (handle, account) => change(account, handle, { followsSince: clock.now() }),
      asksToFollow: (handle, account) => change(account, handle, { asksSince: clock.now() }),
      taps: async (account, tap, handle) => {
        await tapAs(real, account, handle, tap, clock.now());
      },
      mentions: async (handle, account, text) => {
        const somebody = await atHandle(real, account, handle);
        if (!somebody) throw new Error(`nobody is called ${handle}`);
        said += 1;
        const mention = {
          id: String(said),
          url: `https://timeline.example/${said}`,
          author: somebody.profile,
          text,
          at: clock.now(),
          answers: null,
          media: 0,
          hidden: false,
        };
        await putMention(real, account, mention);
        return mention;
      },
    },
  };
}

audienceContract('the timeline', opened);

describe('the cast of the timeline', () => {
  test('is round every account once, each handle its own', async () => {
    const shelf = await openShelf();
    const clock = { now: () => NOON };
    const audience = timelineAudience({ shelf, clock, baseUrl: () => '', cast: readCast() });
    const look = () => everyone((cursor) => audience.followers('@Larkfield', cursor));
    const followers = await look();
    expect(followers.length).toBeGreaterThan(5);
    expect(await look()).toEqual(followers);
    const handles = readCast().people.map(({ handle }) => handle);
    expect(new Set(handles).size).toBe(handles.length);
    const { items } = await audience.mentions('@Larkfield', null, null);
    expect(items.map(({ text }) => text).join()).toContain('@Larkfield');
  });
});
