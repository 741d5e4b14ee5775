/** `bellbird check`: one draft a line in, one answer a line out. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Roll } from '../school/roll.ts';
import { check } from './check.ts';
import type { Lint } from './language/lint.ts';
import type { Checked, Facts, Verdict } from './rule.ts';
import type { Policy } from './schema.ts';

/** What the rules need of the school; the roll and grants come beside it. */
export type LineSchool = Pick<
  Facts,
  'confirmedHandles' | 'ownHandles' | 'timezone' | 'closedDays' | 'figures'
>;

export type LineContext = {
  /** The policy of this name, or of the command line where a line names none; or why there is none. */
  policyOf: (name: string | undefined) => { ok: true; policy: Policy } | { ok: false; why: string };
  roll: Roll | null;
  school: LineSchool;
  /** What the grammar checker said of a text that `textToLint` gave, prepared beforehand. */
  grammarOf?: (text: string) => readonly Lint[] | 'failed';
};

export type LineAnswer = { answer: Record<string, unknown>; ok: boolean };

/** The school where the command line names none. */
export const LINE_SCHOOL: LineSchool = {
  timezone: 'Europe/London',
  confirmedHandles: new Set(['@nationaltrust', '@bbcbitesize']),
  ownHandles: new Set(),
  closedDays: new Set(),
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d(?::?\d\d)?)$/i;
const isInstant = (value: string): boolean =>
  INSTANT.test(value) && DateTime.fromISO(value).isValid;

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `expected one of ${values.join(', ')}` });
const text = (allowed = 'expected text') => z.string({ error: allowed });
const listed = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'expected a list' });

const Photo = z.object(
  {
    shows: oneOf(['work', 'pupils', 'pupils-no-face', 'staff', 'place']),
    pupils: listed(text()).nullish(),
    alt: text().nullish(),
  },
  { error: 'expected a map with shows, pupils and alt' },
);
const Line = z.object(
  {
    id: text(),
    policy: text().nullish(),
    text: text(),
    at: text('expected a time with its offset, such as 2026-03-10T10:15:00+00:00').refine(
      isInstant,
      {
        error: 'expected a time with its offset, such as 2026-03-10T10:15:00+00:00',
      },
    ),
    occasion: oneOf(['everyday', 'event', 'trip', 'urgent']).nullish(),
    device: oneOf(['school', 'own']).nullish(),
    photos: listed(Photo).nullish(),
    in_reply_to: text().nullish(),
  },
  { error: 'expected a map with id, text and at' },
);
type Line = z.infer<typeof Line>;

const pathWords = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');

function refused(id: unknown, lineNumber: number, faults: readonly string[]): LineAnswer {
  const known = typeof id === 'string' ? id : null;
  return { answer: { id: known, error: `line ${lineNumber}: ${faults.join('; ')}` }, ok: false };
}

function draftOf(line: Line): Checked {
  return {
    text: line.text,
    at: DateTime.fromISO(line.at).toMillis(),
    occasion: line.occasion ?? 'everyday',
    ...(line.device ? { device: line.device } : {}),
    photos: (line.photos ?? []).map(({ shows, pupils, alt }) => ({
      shows,
      pupils: pupils ?? [],
      alt: alt ?? '',
    })),
    ...(line.in_reply_to ? { inReplyTo: line.in_reply_to } : {}),
  };
}

/** An instant (epoch ms) as ISO 8601 with milliseconds, at the offset `like` was written with. */
export function instantLike(at: number, like: string): string {
  const { offset } = DateTime.fromISO(like, { setZone: true });
  const local = new Date(at + offset * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function answerOf(line: Line, verdict: Verdict): Record<string, unknown> {
  return {
    id: line.id,
    outcome: verdict.outcome,
    held: verdict.held,
    slot: verdict.slot === null ? null : instantLike(verdict.slot, line.at),
    findings: verdict.findings.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      ...(span ? { span } : {}),
    })),
  };
}

function parsedJson(line: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return { fault: 'this is not JSON. Write one draft a line, as a map in braces' };
  }
}

/** A line as JSON; null for a blank one. */
function readLine(line: string): ReturnType<typeof parsedJson> | null {
  const written = line.replace(/^\uFEFF/, '').trim();
  return written === '' ? null : parsedJson(written);
}

/** The text of a line that the grammar checker must read first; null where the line is refused or its policy has the rule off. */
export function textToLint(
  line: string,
  { policyOf }: Pick<LineContext, 'policyOf'>,
): string | null {
  const json = readLine(line);
  const read = json !== null && 'value' in json ? Line.safeParse(json.value) : null;
  if (!read?.success) return null;
  const found = policyOf(read.data.policy ?? undefined);
  const wanted = found.ok && found.policy.rules['standard-english'].severity !== 'off';
  return wanted ? read.data.text : null;
}

/**
 * Judges one line (`lineNumber` from 1). Null for a blank line. A line that is not valid gives an answer
 * with `error` and `ok: false`; the other lines are none the worse for it. The author is taken to have
 * no grant for their own device. Settings that are not of the contract (expect, why) are passed over.
 */
export function checkLine(
  line: string,
  lineNumber: number,
  { policyOf, roll, school, grammarOf }: LineContext,
): LineAnswer | null {
  const json = readLine(line);
  if (json === null) return null;
  if ('fault' in json) return refused(null, lineNumber, [json.fault]);
  const { value } = json;
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : null;
  const read = Line.safeParse(value);
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${pathWords(path)}: ${message}`,
    );
    return refused(id, lineNumber, faults);
  }
  const found = policyOf(read.data.policy ?? undefined);
  if (!found.ok) return refused(id, lineNumber, [`policy: ${found.why}`]);
  const verdict = check(found.policy, draftOf(read.data), {
    ...school,
    roll,
    ownDeviceGranted: false,
    ...(grammarOf ? { grammar: grammarOf(read.data.text) } : {}),
  });
  return { answer: answerOf(read.data, verdict), ok: true };
}
