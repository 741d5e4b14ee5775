/** Whether this machine and X mean the same time. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import type { Headers } from '../fault.ts';

/** An answer's headers, and this machine's time about when X wrote them, epoch ms. */
export type Seen = { headers: Headers; at: number };

/** X refuses a signature whose time is five minutes off (ms). */
const REFUSED_AT = 5 * 60_000;
/** People notice this at their posts' times (ms). */
const NOTICED_AT = 30_000;
/** The header is cut to the second. */
const HALF_A_SECOND = 500;

/** The clock by the first answer that has a date; nothing where none has. */
export function lookAtClock(answers: readonly Seen[]): Checked[] {
  const what = 'Clock against X';
  for (const { headers, at } of answers) {
    const date = Date.parse(String(headers.date ?? ''));
    if (Number.isNaN(date)) continue;
    const ahead = at - (date + HALF_A_SECOND);
    const off = Math.abs(ahead);
    const seconds = Math.round(off / 1000);
    if (off < NOTICED_AT) {
      return [ok(what, seconds < 2 ? 'It agrees with X’s.' : `It is ${seconds} s off X’s.`)];
    }
    const much = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
    const seen = `This machine’s clock is ${much} ${ahead > 0 ? 'ahead of' : 'behind'} X’s.`;
    const todo = 'Let the machine set its clock by the network (NTP).';
    return off < REFUSED_AT
      ? [attention(what, `${seen} Posts go out at the wrong time.`, todo)]
      : [fault(what, `${seen} X refuses what was signed five minutes off.`, todo)];
  }
  return [];
}
