/** This machine's clock against that of a service which signs what it sends. */
import { type Checked, fault, ok } from '../../src/ports/checked.ts';

/** Signatures are refused at five minutes: a minute's difference is time to act (ms). */
const SKEW_ALLOWED = 60_000;

/**
 * How far this machine's clock is ahead (ms), by the Date of an answer; null where there is none. `sent` and
 * `answered` are epoch ms here: the header is cut to the second, and was written somewhere between.
 */
export function aheadOf(date: string | null, sent: number, answered: number): number | null {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? null : (sent + answered) / 2 - (theirs + 500);
}

/** What is to be said of it. `whose` is the service. */
export function clockChecked(whose: string, ahead: number): Checked {
  const what = 'Clock';
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) <= SKEW_ALLOWED) {
    const near = seconds < 2 ? `It agrees with ${whose}’s.` : `It is ${seconds} s off ${whose}’s.`;
    return ok(what, near);
  }
  const way = ahead > 0 ? 'ahead of' : 'behind';
  const much = seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return fault(
    what,
    `This machine’s clock is ${much} ${way} ${whose}’s. What ${whose} signs is refused at five minutes, and posts go out at the wrong time.`,
    'Let the machine set its clock by the network (NTP).',
  );
}
