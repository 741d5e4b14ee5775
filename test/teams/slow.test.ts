/** A Teams that takes its time: whoever presses or sends is answered before a client gives up. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { membersOf } from '../../adapters/teams/members.ts';
import { soon } from '../../adapters/teams/patience.ts';
import type { TeamsMember } from '../../adapters/teams/service.ts';
import type { School } from '../../src/school/school.ts';
import { TENANT } from '../fakes/teams/world.ts';
import { SAM, SLT } from './workspace.ts';

/** A message extension's client asks again after this, ms. */
const CLIENT = 5000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const sam: TeamsMember = { id: '29:s', name: 'Sam Obi', object: SAM, tenant: TENANT, role: 'user' };
const school = {
  id: 'larkfield',
  teams: { tenant: TENANT, sltChannel: SLT, slt: 'channel' },
} as School;

/** Who is who, over a Teams whose answers come when they are let go. */
function slow() {
  const held: (() => void)[] = [];
  const answer = <T>(what: T) => new Promise<T>((done) => held.push(() => done(what)));
  const seated: string[] = [];
  const members = membersOf({
    service: {
      member: () => answer({ ...sam, role: 'guest' }),
      members: () => answer([sam]),
    } as never,
    known: { serviceOf: async () => 'https://teams.example/', chatWith: async () => null } as never,
    clock: { now: () => Date.now() },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    onSeats: (_school, all) => seated.push(...all.map(({ name }) => name)),
  });
  const answers = async () => {
    for (const each of held.splice(0)) each();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { members, seated, answers };
}

it('what is known holds while it does not answer, and what it says counts from then on', async () => {
  const { members, seated, answers } = slow();
  const stranger = () => members.stranger(school, SAM, 'a:1', true);
  const asked = Promise.all([stranger(), members.seat(school)]);
  await vi.advanceTimersByTimeAsync(CLIENT - 1);
  expect(await asked).toEqual([false, undefined]);
  expect(seated).toEqual([]);
  await answers();
  expect(seated).toEqual(['Sam Obi']);
  expect(await stranger()).toBe(true);
});

it('a quick answer is taken at once, and nothing is left waiting', async () => {
  expect(await soon(Promise.resolve('said'), 'meanwhile')).toBe('said');
  expect(vi.getTimerCount()).toBe(0);
});
