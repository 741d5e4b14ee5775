/** Mentions: how many were read, what was decided on those put before SLT, by whom and why, and what came of it. */
import type { LedgerEntry } from '../ledger.ts';
import { counted } from './counted.ts';
import type { Told } from './report.ts';

const DOES: Readonly<Record<string, string>> = {
  hide: 'hide',
  mute: 'mute the author',
  block: 'block the author',
  report: 'report',
  escalate: 'escalate to the authority',
};

/** What came of it, and whether it is counted by what was written or by who wrote it. */
const OUTCOMES: Readonly<Record<string, { says: string; by: 'mention' | 'author' }>> = {
  'mention.hidden': { says: 'hidden', by: 'mention' },
  'mention.muted': { says: 'muted', by: 'author' },
  'mention.blocked': { says: 'blocked', by: 'author' },
  'mention.reported': { says: 'reported', by: 'mention' },
  'mention.escalated': { says: 'handed to the authority', by: 'mention' },
  'mention.gone': { says: 'gone from the platform', by: 'mention' },
};

const listed = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : []);

/** What came of a decision: rows after it about what it was about. */
function outcome(decision: LedgerEntry, { rows }: Told): string {
  const about = new Set(listed(decision.detail.mentions));
  const many = new Map<string, number>();
  for (const { seq, event, detail } of rows) {
    const came = OUTCOMES[event];
    if (!came || seq <= decision.seq || detail.account !== decision.detail.account) continue;
    const touched = listed(detail.mentions).filter((number) => about.has(number)).length;
    if (touched === 0) continue;
    const often = came.by === 'author' ? 1 : touched;
    const key = `${came.says} ${came.by}`;
    many.set(key, (many.get(key) ?? 0) + often);
  }
  const parts = [...many].map(([key, often]) => {
    const noun = key.endsWith(' author') ? 'author' : 'mention';
    return `${counted(often, noun)} ${key.slice(0, -noun.length - 1)}`;
  });
  return parts.length === 0 ? 'Not done yet.' : `Done: ${parts.join(', ')}.`;
}

function decisionLine(row: LedgerEntry, all: Told): string {
  const { actor, at, detail, subject } = row;
  const mentions = listed(detail.mentions);
  if (row.event === 'mentions.reminded') {
    return `SLT reminded of ${counted(mentions.length, 'mention')} that nobody had decided on, ${all.when(at)}.`;
  }
  const [first] = mentions;
  const which =
    mentions.length === 1 ? `Mention ${first}, by ${subject}` : `${mentions.length} mentions`;
  const reason = typeof detail.reason === 'string' ? detail.reason : '';
  const why = reason === '' ? '' : ` (“${reason}”)`;
  const head = `${which}: ${all.nameOf(actor)} decided, ${all.when(at)}`;
  if (row.event === 'mention.nothing') return `${head}, that nothing was to be done${why}.`;
  const does = (Array.isArray(detail.does) ? detail.does : []).map((each) => DOES[String(each)]);
  return `${head}, to ${does.join(', ')}${why}. ${outcome(row, all)}`;
}

const DECISIONS: readonly string[] = ['mention.nothing', 'mention.decided'];

/** How many waited at the end of the period, for each account. */
function stillWaiting({ rows }: Told): number {
  const waiting = new Set<string>();
  for (const { event, detail } of rows) {
    const keys = (value: unknown) => listed(value).map((number) => `${detail.account} ${number}`);
    if (event === 'mentions.read') for (const key of keys(detail.waiting)) waiting.add(key);
    if (event === 'mention.raised') for (const key of keys(detail.mentions)) waiting.add(key);
    if (DECISIONS.includes(event)) for (const key of keys(detail.mentions)) waiting.delete(key);
  }
  return waiting.size;
}

/** How many there were, and one line for each decision and reminder of the period. */
export function mentionLines(all: Told): string[] {
  const rows = all.rows.filter(all.inside);
  const read = rows.filter(({ event }) => event === 'mentions.read');
  const count = (key: string) => read.reduce((sum, row) => sum + listed(row.detail[key]).length, 0);
  const told = rows.filter(
    ({ event }) => DECISIONS.includes(event) || event === 'mentions.reminded',
  );
  const waiting = stillWaiting(all);
  if (read.length + told.length + waiting === 0) return [];
  return [
    `${counted(count('mentions'), 'mention')} read, ${count('waiting')} of them put before SLT; ${waiting === 0 ? 'none is' : `${waiting} still`} undecided.`,
    ...told.map((row) => decisionLine(row, all)),
  ];
}
