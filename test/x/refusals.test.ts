/** What X's answers mean: a table of each, with whether anything was posted, whose it is to put right, and how it is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, type Fault, faultWords } from '../../adapters/x/fault.ts';
import { laterBy, refusedBy, unknownWords } from '../../adapters/x/refusals.ts';

const NOW = Date.UTC(2026, 2, 10, 10);
const X = 'https://api.x.com/2/problems';
const TWITTER = 'https://api.twitter.com/2/problems';

const problem = (
  status: number,
  type: string,
  detail = '',
  headers: Record<string, string> = {},
): Fault => answered(status, { title: 'No', type, detail, status }, headers);
const forbidden = (detail: string) => problem(403, 'about:blank', detail);

/** `later` and its moment; `unknown`; or what a refusal concerns. */
function judged(fault: Fault, text = ''): string {
  const refused = refusedBy(fault, '@Larkfield', text);
  if (refused) return refused.concerns;
  const later = laterBy(fault, { now: NOW, jitter: 0 });
  return later ? `later ${(later.at - NOW) / 1000}` : 'unknown';
}

const LIMIT = (seconds: number) => ({
  'x-rate-limit-limit': '100',
  'x-rate-limit-remaining': '0',
  'x-rate-limit-reset': String(NOW / 1000 + seconds),
});

const TABLE: [says: string, fault: Fault, judged: string, words: RegExp][] = [
  ['no credit', problem(402, `${X}/credits-depleted`, 'credits depleted'), 'account', /credit/],
  ['no credit, in older words', problem(402, `${TWITTER}/credits`), 'account', /credit/],
  ['no credit, as a 403', problem(403, `${X}/credits-depleted`), 'account', /credit/],
  ['402 and no more', answered(402, '', {}), 'account', /credit/],
  ['the month’s cap', problem(429, `${X}/usage-capped`), 'account', /this month/],
  [
    'the month’s cap, by the older host',
    problem(429, `${TWITTER}/usage-capped`),
    'account',
    /this month/,
  ],
  ['too many, with a reset', problem(429, 'about:blank', '', LIMIT(300)), 'later 300', /wait/],
  ['too many, asked to wait', problem(429, '', '', { 'retry-after': '20' }), 'later 20', /wait/],
  [
    'too many, with both',
    problem(429, '', '', { ...LIMIT(30), 'retry-after': '90' }),
    'later 90',
    /wait/,
  ],
  [
    'too many, until a date',
    problem(429, '', '', { 'retry-after': new Date(NOW + 50_000).toUTCString() }),
    'later 50',
    /wait/,
  ],
  ['too many, and no more', answered(429, '<html>', {}), 'later 60', /wait/],
  [
    'too many, and a reset of nonsense',
    problem(429, '', '', { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': 'soon' }),
    'later 60',
    /wait/,
  ],
  ['too many, and a reset that has passed', problem(429, '', '', LIMIT(-30)), 'later 60', /wait/],
  ['no credit, of an X that stumbles', problem(503, `${X}/credits`), 'unknown', /not whether/],
  ['too many, and a clock years ahead', problem(429, '', '', LIMIT(9e8)), 'later 900', /wait/],
  ['the token taken back', problem(401, 'about:blank', 'Unauthorized'), 'account', /keys/],
  ['401 and a page of HTML', answered(401, '<html>', {}), 'account', /keys/],
  [
    'a duplicate',
    forbidden('You are not allowed to create a Tweet with duplicate content.'),
    'duplicate',
    /before/,
  ],
  ['a text too long', forbidden('Your Tweet text is too long.'), 'wording', /too long/],
  [
    'a text too long, as a 400',
    problem(400, `${X}/invalid-request`, 'Your Tweet text is too long.'),
    'wording',
    /too long/,
  ],
  [
    'a bad request',
    answered(
      400,
      { errors: [{ message: '$.text: string expected' }], title: 'Invalid Request' },
      {},
    ),
    'wording',
    /string expected/,
  ],
  ['an app that only reads', problem(403, `${TWITTER}/oauth1-permissions`), 'account', /not post/],
  [
    'an app that is not let in',
    problem(403, `${X}/client-forbidden`, 'Attach it to a Project.'),
    'account',
    /Attach it/,
  ],
  [
    'an account that is suspended',
    problem(403, `${TWITTER}/user-suspended`, 'The user used for authentication is suspended'),
    'account',
    /suspended/,
  ],
  [
    'an account that is locked',
    forbidden('To protect our users from spam, this account is temporarily locked.'),
    'account',
    /locked/,
  ],
  [
    'not permitted',
    forbidden('You are not permitted to perform this action.'),
    'account',
    /does not let/,
  ],
  ['any other 403', forbidden('This link is harmful.'), 'wording', /This link is harmful/],
  ['a 403 that cannot be read', answered(403, '<html>', {}), 'unknown', /did not|not whether/],
  ['500', problem(500, `${X}/internal-error`), 'unknown', /not whether/],
  ['502, a page', answered(502, '<html>', {}), 'unknown', /not whether/],
  ['503', problem(503, 'about:blank', '', { 'retry-after': '20' }), 'unknown', /not whether/],
  ['504', answered(504, null, {}), 'unknown', /not whether/],
  ['a status nobody told of', answered(409, {}, {}), 'unknown', /not whether/],
  [
    'a refused connection',
    { kind: 'not-sent', why: 'ECONNREFUSED' },
    'later 60',
    /cannot be reached/,
  ],
  [
    'a certificate that is not X’s',
    { kind: 'not-trusted', why: 'SELF_SIGNED_CERT_IN_CHAIN' },
    'account',
    /web filter|sure/,
  ],
  [
    'an answer that never came',
    { kind: 'lost', why: 'it took too long' },
    'unknown',
    /did not say/,
  ],
  ['a limit known before', { kind: 'waits', until: NOW + 7_000 }, 'later 7', /wait/],
  ['keys of another account', { kind: 'other-account', handle: 'Sutton' }, 'account', /@Sutton/],
];

describe('what X’s answer means', () => {
  it.each(TABLE)('%s', (_says, fault, expected, words) => {
    expect(judged(fault)).toBe(expected);
    const refused = refusedBy(fault, '@Larkfield');
    const later = laterBy(fault, { now: NOW, jitter: 0 });
    const said = refused ?? later;
    expect(said?.why ?? unknownWords(fault)).toMatch(words);
    // Whoever is refused hears what to do, in whole sentences.
    if (refused) expect(refused.fix).toMatch(/^[A-Z].*\.$/);
    expect(said?.why ?? unknownWords(fault)).toMatch(/^[^!]+[."]$/);
    expect(faultWords(fault)).not.toBe('');
  });

  it('X’s general refusal of a text over its limit is told as that, and of another as the account’s', () => {
    const no = forbidden('You are not permitted to perform this action.');
    expect(judged(no, 'a'.repeat(281))).toBe('wording');
    expect(judged(no, 'a'.repeat(280))).toBe('account');
    expect(judged(no, 'https://school.example '.repeat(400))).toBe('wording');
  });

  it('waits a little longer by chance, so that all do not come back at once', () => {
    const told = problem(429, 'about:blank', '', LIMIT(300));
    expect(laterBy(told, { now: NOW, jitter: 1_234 })?.at).toBe(NOW + 301_234);
  });

  it('is never a certain no but by X’s own word, whatever stands in an answer', () => {
    const types = fc.constantFrom(
      `${X}/usage-capped`,
      `${X}/credits`,
      `${TWITTER}/user-suspended`,
      '',
    );
    const header = fc.dictionary(
      fc.constantFrom('retry-after', 'x-rate-limit-remaining', 'x-rate-limit-reset', 'date'),
      fc.oneof(
        fc.string(),
        fc.constant('0'),
        fc.nat().map(String),
        fc.nat({ max: 4_000 }).map((off) => String(NOW / 1000 + off - 2_000)),
      ),
    );
    const status = fc.oneof(
      fc.integer({ min: 400, max: 599 }),
      fc.constantFrom(402, 403, 429, 500, 503),
    );
    const body = fc.oneof(
      fc.anything(),
      fc.record({ errors: fc.anything(), type: types, detail: fc.string() }),
    );
    fc.assert(
      fc.property(status, body, header, (number, said, headers) => {
        const known = judged(answered(number, said, headers));
        // Only these are X's word that it has done nothing.
        if (![400, 401, 402, 403, 429].includes(number)) expect(known).toBe('unknown');
        const later = laterBy(answered(number, said, headers), { now: NOW, jitter: 0 });
        if (later) expect(later.at).toBeGreaterThan(NOW);
        if (later) expect(later.at).toBeLessThanOrEqual(NOW + 86_400_000);
      }),
      { numRuns: 500 },
    );
  });
});
