/** The page each person has of their own: their posts, and what else is theirs to look after. */
import type { DutiesView } from '../src/desk/duty-view.ts';
import type { RecordInShort } from '../src/desk/record.ts';
import type { ListView } from '../src/desk/view.ts';
import { type DeskView, deskCard } from './desk.ts';
import { dutiesCard } from './duty.ts';
import { listParts } from './list.ts';
import type { Button, Card, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { allOf } from './words.ts';

export type HomeView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  schoolName: string;
  /** Null for somebody who may not write posts. */
  mine: ListView | null;
  /** For those who decide or sign; else null. */
  desk: DeskView | null;
  /** For those whose duties they are, those who decide, and governors; else null. */
  duties: DutiesView | null;
  /** For the head and governors; else null. */
  record: RecordInShort | null;
  /** What the rules in force hold, a sentence each. */
  rules: readonly string[];
};

const COMPOSE: Button = {
  action: 'compose',
  label: 'Write a post',
  look: 'main',
  takesFields: false,
};
const RULES: Button = {
  action: 'topic',
  label: 'All our rules',
  item: '',
  look: 'plain',
  takesFields: false,
};

const NOT_HELD: Button = {
  action: 'topic',
  label: 'Show what is not held yet',
  item: 'not held yet',
  look: 'plain',
  takesFields: false,
};
/** So many clauses are named; more of them are counted. */
const NAMED = 5;

function fewOf(ids: readonly string[]): string {
  const left = ids.length - NAMED;
  return left > 0 ? `${ids.slice(0, NAMED).join(', ')} and ${left} more` : allOf(ids);
}

function heading(text: string): Part {
  return { part: 'text', text, look: 'strong' };
}

function mineParts({ mine }: HomeView): Part[] {
  if (mine === null) return [];
  return [heading(mine.title), ...listParts(mine)];
}

function deskParts({ desk }: HomeView): Part[] {
  if (desk === null) return [];
  const card = deskCard(desk, 'decide');
  return [heading(card.title), ...card.parts, { part: 'buttons', buttons: card.buttons }];
}

/** What is due and what comes next; what was done is under `/desk duties`. */
function dutyParts({ duties }: HomeView): Part[] {
  if (duties === null || duties.open.length + duties.next.length === 0) return [];
  const card = dutiesCard({ ...duties, done: [] });
  return [heading(`Duties: ${card.title.toLowerCase()}`), ...card.parts];
}

function recordParts({ record, now, timezone }: HomeView): Part[] {
  if (record === null) return [];
  const held = `${record.held} of ${record.clauses} clauses of ${record.policy} are held by this version of Bellbird.`;
  const rows = record.lines.map(({ at, says }) => ({
    label: wordsForMoment(at, now, timezone),
    value: says,
  }));
  const missing: Part[] =
    record.missing.length === 0
      ? []
      : [
          { part: 'text', text: `Not held yet: ${fewOf(record.missing)}.` },
          { part: 'buttons', buttons: [NOT_HELD] },
        ];
  const none: Part = { part: 'text', text: 'Nothing has been recorded yet.' };
  return [
    heading('The record'),
    { part: 'text', text: held },
    ...missing,
    heading('Last in the ledger'),
    rows.length === 0 ? none : { part: 'rows', rows },
  ];
}

function rulesParts({ rules }: HomeView): Part[] {
  if (rules.length === 0) return [];
  const items = rules.map((text) => ({ mark: 'ok' as const, word: 'Rule', text }));
  return [heading('Our rules in short'), { part: 'items', items }];
}

/** The home page: what waits for this person first, then their own posts, the record, and the rules. */
export function homeCard(view: HomeView): Card {
  return {
    title: view.schoolName,
    parts: [
      { part: 'buttons', buttons: [...(view.mine === null ? [] : [COMPOSE]), RULES] },
      ...deskParts(view),
      ...dutyParts(view),
      ...mineParts(view),
      ...recordParts(view),
      ...rulesParts(view),
    ],
    buttons: [],
    summary: `${view.schoolName}: your page`,
  };
}
