/** What `bellbird doctor` says of accounts on X. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtX, type XPlace } from '../../adapters/x/doctor/look.ts';
import { type FakeX, startX } from '../fakes/x/x.ts';

let x: FakeX;
beforeEach(async () => {
  x = await startX({ accounts: { '@Larkfield': {}, '@Sutton_Manor': { protected: true } } });
});
afterEach(async () => {
  await x.stop();
  expect(x.forbidden).toEqual([]);
  expect(x.malformed).toEqual([]);
});

const place = (changed: Partial<XPlace> = {}): XPlace => ({
  handle: '@Larkfield',
  file: 'school.yaml',
  visibility: 'public',
  policy: null,
  keys: x.keys('@Larkfield'),
  ...changed,
});
const look = (...places: XPlace[]) => lookAtX(places, x.url, Date.now);
const found = async (what: string, ...places: XPlace[]) =>
  (await look(...places)).find((each) => each.what.startsWith(what));

describe('doctor, of X', () => {
  it('finds an account well kept, posts nothing, and leaves the label to a person', async () => {
    const checked = await look(place());
    expect(checked.map(({ what, state }) => [what, state])).toEqual([
      ['Account @Larkfield on X', 'ok'],
      ['Visibility of @Larkfield on X', 'ok'],
      ['What Bellbird may do on @Larkfield', 'ok'],
      ['Automated label of @Larkfield', 'attention'],
      ['X usage', 'ok'],
      ['Clock against X', 'ok'],
    ]);
    expect(new Set(x.calls.map(({ operation }) => operation))).toEqual(
      new Set(['me', 'bearer', 'usage']),
    );
    expect(JSON.stringify(checked)).not.toContain(x.keys('@Larkfield').accessSecret);
  });

  it('asks for the usage of an app once, whatever the number of its accounts', async () => {
    await look(place(), place({ handle: '@Sutton_Manor', keys: x.keys('@Sutton_Manor') }));
    expect(x.calls.filter(({ operation }) => operation === 'usage')).toHaveLength(1);
  });

  it('tells keys that are another account’s, and looks no further', async () => {
    const checked = await look(place({ keys: x.keys('@Sutton_Manor') }));
    expect(checked[0]).toMatchObject({ state: 'fault', what: 'Account @Larkfield on X' });
    expect(checked[0]?.seen).toContain('@Sutton_Manor');
    expect(checked.filter(({ what }) => what.includes('Visibility'))).toEqual([]);
  });

  it.each([
    ['public', 'protected', 'attention', 'the school file says protected'],
    ['public', 'public', 'ok', 'as the school file says'],
  ] as const)(
    'compares what X shows (%s) with the school file (%s)',
    async (_now, visibility, state, says) => {
      const told = await found('Visibility', place({ visibility }));
      expect(told).toMatchObject({ state });
      expect(told?.seen).toContain(says);
    },
  );

  it('holds a public account against a policy that wants it protected', async () => {
    const told = await found('Visibility', place({ visibility: 'protected', policy: 'protected' }));
    expect(told).toMatchObject({ state: 'fault' });
    const keys = x.keys('@Sutton_Manor');
    const other = place({
      handle: '@Sutton_Manor',
      keys,
      visibility: 'protected',
      policy: 'protected',
    });
    expect(await found('Visibility', other)).toMatchObject({ state: 'ok' });
  });

  it('tells keys that only read', async () => {
    x.account('@Larkfield').access = 'read';
    const told = await found('What Bellbird may do', place());
    expect(told).toMatchObject({ state: 'fault' });
    expect(told?.todo).toContain('bellbird x login @Larkfield');
  });

  it('tells a token taken back, no credit, a suspension, and an X that is away', async () => {
    x.credit(false);
    expect((await found('Account', place()))?.seen).toContain('credit');
    x.credit(true);
    x.suspends('@Larkfield');
    expect((await found('Account', place()))?.seen).toContain('suspended');
    x.account('@Larkfield').suspended = false;
    x.revokes('@Larkfield');
    expect((await found('Account', place()))?.seen).toContain('keys');
    await x.refuses();
    expect((await found('Account', place()))?.seen).toContain('could not be reached');
  });

  it('tells a month that is nearly used up, and one that is', async () => {
    x.world.usage.used = 1_900_000;
    expect(await found('X usage', place())).toMatchObject({ state: 'attention' });
    x.world.usage.used = 2_000_000;
    expect(await found('X usage', place())).toMatchObject({ state: 'fault' });
  });

  it.each([
    [20_000, 'ok', '20 s off'],
    [-90_000, 'attention', 'ahead of'],
    [600_000, 'fault', 'behind'],
  ] as const)('tells a clock that X’s is %i ms ahead of', async (ms, state, says) => {
    x.isOff(ms);
    const told = await found('Clock', place());
    expect(told).toMatchObject({ state });
    expect(told?.seen).toContain(says);
  });
});
