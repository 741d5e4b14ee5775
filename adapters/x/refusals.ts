/** What X's refusals mean to a school, in sentences with what to do. Which of them mean what: see each. */
import tt from 'twitter-text';
import type { PublishOutcome, Refused } from '../../src/ports/outlet.ts';
import type { Fault } from './fault.ts';
import { whenAgain } from './limits.ts';

const CONSOLE = 'console.x.com';
const THEN = 'Then let it go out again.';

type Said = Omit<Refused, 'kind'>;
const account = (why: string, fix: string): Said => ({ why, fix, concerns: 'account' });
const wording = (why: string, fix: string): Said => ({ why, fix, concerns: 'wording' });

/** X's own words, where there are any to add. */
const quoted = (detail: string): string => (detail === '' ? '' : ` X says: "${detail}"`);

type Answered = Extract<Fault, { kind: 'answered' }>;

/** Statuses by which X says that it has done nothing, and names why. */
const isRefusal = (status: number): boolean => status === 403 || status === 429;

/** Whether X says there is no credit left: it has come with 402, and named `credits` and `credits-depleted`. */
const isCredit = ({ status, type }: Answered): boolean =>
  status === 402 || (isRefusal(status) && /^credits?(?:-depleted)?$/.test(type));

const isCapped = ({ status, type }: Answered): boolean =>
  isRefusal(status) && type === 'usage-capped';

/** One call too many for now. The same status with a cap that is used up, or no credit, ends by no waiting of minutes. */
export const isTooMany = (fault: Answered): boolean =>
  fault.status === 429 && !isCapped(fault) && !isCredit(fault);

/** X gives duplicates no type of their own, only these words. */
const isDuplicate = ({ status, detail }: Answered): boolean =>
  status === 403 && /duplicate content/i.test(detail);

function forbidden({ type, detail }: Answered, handle: string): Said {
  if (/too long/i.test(detail)) return tooLong();
  if (type === 'oauth1-permissions' || type === 'unsupported-authentication') {
    return account(
      `Bellbird may read ${handle} on X, but not post there.`,
      `Whoever looks after the X app sets it to "Read and write" at ${CONSOLE}, and whoever runs Bellbird makes new keys with "bellbird x login".`,
    );
  }
  if (/^client-(?:forbidden|not-enrolled)$/.test(type)) {
    return account(
      `X does not let the school's app use this part of X.${quoted(detail)}`,
      `Whoever looks after the X app sees at ${CONSOLE} what it lacks.`,
    );
  }
  if (type === 'user-suspended' || /suspended/i.test(detail)) {
    return account(
      `X has suspended ${handle}.`,
      `Somebody who can sign in as ${handle} finds out why at x.com, and appeals there.`,
    );
  }
  if (/locked/i.test(detail)) {
    return account(
      `X has locked ${handle} until somebody shows that it is theirs.`,
      `Sign in as ${handle} at x.com and follow what X asks there.`,
    );
  }
  if (/not permitted to perform this action/i.test(detail)) {
    return account(
      `X does not let ${handle} post at the moment.`,
      `Sign in as ${handle} at x.com: X says there what it wants.`,
    );
  }
  return wording(
    `X would not take this post.${quoted(detail)}`,
    'Change what X names and send it again, or post something else.',
  );
}

function tooLong(): Said {
  return wording('X says that this post is too long.', 'Shorten it, and send it again.');
}

/** What an answer means that says for certain that nothing was done; null where it does not say that. */
function answeredWords(fault: Answered, handle: string): Said | null {
  if (isCredit(fault)) {
    return account(
      "The school's credit with X is used up, so X took nothing.",
      `Whoever looks after the X app adds credit at ${CONSOLE}.`,
    );
  }
  if (isCapped(fault)) {
    return account(
      "The school's app has used all that it may use of X this month.",
      `Whoever looks after the X app raises its limit at ${CONSOLE}; otherwise X takes posts again next month.`,
    );
  }
  switch (fault.status) {
    case 400:
      if (/too long/i.test(fault.detail)) return tooLong();
      return wording(
        `X could not read this post.${quoted(fault.detail)}`,
        'Look for an odd sign in it, and type that part again.',
      );
    case 401:
      return account(
        `X no longer takes Bellbird's keys for ${handle}.`,
        `Somebody may have taken them back, or this machine's clock is wrong: "bellbird doctor" tells which. Whoever runs Bellbird makes new keys with "bellbird x login".`,
      );
    case 403:
      // One that cannot be read may be a duplicate, and so the post of a call before it.
      if (!fault.readable) return null;
      if (isDuplicate(fault)) {
        return {
          why: `${handle} has posted these words before, and X takes nothing twice.`,
          fix: 'Change a word and send it again, or withdraw it.',
          concerns: 'duplicate',
        };
      }
      return forbidden(fault, handle);
    default:
      return null;
  }
}

/** X's general "not permitted" stands also for a text it cannot take. Longer texts, in UTF-16 units, are not weighed. */
const LONGEST = 4000;
const LIMIT = 280;
const isHeavy = (text: string): boolean =>
  text.length > LONGEST || tt.parseTweet(text).weightedLength > LIMIT;

/** Why nothing was sent, or surely nothing done; null where that is not certain, or where waiting is all it takes. */
export function refusedBy(fault: Fault, handle: string, text = ''): Refused | null {
  const generic = fault.kind === 'answered' && fault.status === 403 && fault.type === '';
  const said = generic && isHeavy(text) ? tooLong() : saidOf(fault, handle);
  if (said?.concerns !== 'account') return said && { kind: 'refused', ...said };
  return { kind: 'refused', ...said, fix: `${said.fix} ${THEN}` };
}

/** What a fault means to whoever looks after the account, no post being under way; null where it says nothing for certain. */
export function saidOf(fault: Fault, handle: string): Said | null {
  switch (fault.kind) {
    case 'answered':
      return answeredWords(fault, handle);
    case 'not-trusted':
      return account(
        `Bellbird could not be sure that it was talking to X (${fault.why}), so it sent nothing.`,
        `Often a web filter reads along: whoever runs the school's network lets api.x.com through untouched, or starts Bellbird with the filter's certificate (NODE_EXTRA_CA_CERTS).`,
      );
    case 'other-account':
      return account(
        `Bellbird's keys for ${handle} are those of @${fault.handle}, so it sent nothing.`,
        `Whoever runs Bellbird makes keys for ${handle} with "bellbird x login".`,
      );
    default:
      return null;
  }
}

/** A minute and a little more, so that all who wait do not come back at once. */
const soon = (now: number, jitter: number): number => now + 60_000 + jitter;

/** When it may be tried again, where waiting is all it takes and surely nothing was done; null otherwise. */
export function laterBy(
  fault: Fault,
  when: { now: number; jitter: number },
): Extract<PublishOutcome, { kind: 'later' }> | null {
  const { now, jitter } = when;
  if (fault.kind === 'not-sent') {
    const why = `X cannot be reached from here just now (${fault.why}).`;
    return { kind: 'later', why, at: soon(now, jitter) };
  }
  const limit = 'X takes only so many calls in a quarter of an hour, and asks us to wait.';
  if (fault.kind === 'waits') return { kind: 'later', why: limit, at: fault.until + jitter };
  if (fault.kind === 'answered' && isTooMany(fault)) {
    return { kind: 'later', why: limit, at: whenAgain(fault.headers, now) + jitter };
  }
  return null;
}

/** Why X's own word on a post is not known, in a sentence. */
export function unknownWords(fault: Fault): string {
  if (fault.kind === 'answered') {
    return `X answered that something went wrong on its side (status ${fault.status}), and not whether the post went out.`;
  }
  const why = fault.kind === 'lost' ? ` (${fault.why})` : '';
  return `X did not say whether the post went out${why}.`;
}
