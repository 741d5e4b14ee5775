/** The roll in memory: read by whoever asks, kept only as it is committed, and nobody waits for that. */
import { describe, expect, it, vi } from 'vitest';
import type { Desk, Reader } from '../../src/ports/store.ts';
import { rollKeeper } from '../../src/rolls.ts';
import { entriesOf, parseRoll, type RollEntry } from '../../src/school/roll.ts';

const SECRET = 'a secret of the tests, long enough to be one';
const CSV = 'first_name,last_name,year_group,photo_consent,name_consent,work_consent\n';

function entries(first: string): RollEntry[] {
  const read = parseRoll(`${CSV}${first},Barker,4,yes,yes,yes\n`);
  if (!read.ok) throw new Error('the roll of the test has faults');
  return entriesOf(read.rows, SECRET);
}

/** What is committed; a version of null is a database that is never heard of again. */
function committed(version: number | null, rows: RollEntry[]) {
  const roll = vi.fn(async () => rows);
  const desk = async (): Promise<Desk> =>
    version === null
      ? new Promise<Desk>(() => {})
      : ({ school: 'larkfield', rollVersion: version } as unknown as Desk);
  return { reader: { desk, roll }, roll };
}

const asking = (rows: RollEntry[]) => {
  const roll = vi.fn(async () => rows);
  return { reader: { roll } as unknown as Reader, roll };
};

describe('the roll in memory', () => {
  it('is given though nothing but the transaction that asks has a connection', async () => {
    const rollAt = rollKeeper(SECRET, committed(null, []).reader);
    const { reader } = asking(entries('Josh'));
    expect(await rollAt('larkfield', 1, reader)).not.toBeNull();
  });

  it('is read once for each version once it is kept', async () => {
    const store = committed(1, entries('Josh'));
    const rollAt = rollKeeper(SECRET, store.reader);
    const { reader, roll } = asking(entries('Josh'));
    await rollAt('larkfield', 1, reader);
    await vi.waitFor(() => expect(store.roll).toHaveBeenCalledTimes(1));
    await rollAt('larkfield', 1, reader);
    await rollAt('larkfield', 1, reader);
    expect(roll).toHaveBeenCalledTimes(1);
  });

  it('is not kept from a transaction whose version is not committed', async () => {
    const rollAt = rollKeeper(SECRET, committed(1, entries('Josh')).reader);
    const { reader, roll } = asking(entries('Ayesha'));
    await rollAt('larkfield', 2, reader);
    await rollAt('larkfield', 2, reader);
    expect(roll).toHaveBeenCalledTimes(2);
  });

  it('is none for a school that has never imported one', async () => {
    const rollAt = rollKeeper(SECRET, committed(1, []).reader);
    expect(await rollAt('larkfield', 0, asking([]).reader)).toBeNull();
  });
});
