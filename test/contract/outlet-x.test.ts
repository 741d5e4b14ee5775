/** X keeps the contract of an outlet, by its older and its newer names of fields. */
import { afterEach, expect } from 'vitest';
import { OURS, type Served, served, THEIRS } from '../x/served.ts';
import { outletContract } from './outlet.ts';

const opened: Served[] = [];
afterEach(async () => {
  for (const { x } of opened.splice(0)) {
    await x.stop();
    expect(x.forbidden).toEqual([]);
    expect(x.malformed).toEqual([]);
  }
});

for (const words of ['tweet', 'post'] as const) {
  outletContract(`X (fields of a ${words})`, async () => {
    const at = await served({ words });
    opened.push(at);
    return { outlet: at.outlet, accounts: [OURS, THEIRS], goAway: () => void at.x.refuses() };
  });
}
