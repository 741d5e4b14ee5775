/** Who decided what on this revision, and how many are still to come. */
import type { DraftView } from '../src/desk/view.ts';
import type { Decision, DecisionKind } from '../src/ports/store.ts';
import type { Part } from './model.ts';
import { momentIn } from './post.ts';
import { nameOf, oneOf } from './words.ts';

const DID: Record<DecisionKind, string> = {
  approve: 'Approved',
  accept: 'Wording accepted',
  changes: 'Changes asked for',
  decline: 'Declined',
};

/** Decisions on the revision in force, oldest first. */
export function decisionsOn(view: DraftView): Decision[] {
  return view.decisions.filter((decision) => decision.revision === view.revision.number);
}

/** The newest decision of a kind on this revision, if there is one. */
export function lastDecision(view: DraftView, kind: DecisionKind): Decision | undefined {
  return decisionsOn(view).findLast((decision) => decision.kind === kind);
}

/** A line for each decision, and what they said. */
export function decisionParts(view: DraftView): Part[] {
  const decisions = decisionsOn(view);
  if (decisions.length === 0) return [];
  const rows = decisions.map((decision) => ({
    label: DID[decision.kind],
    value: `${nameOf(view.names, decision.by)}, ${momentIn(view, decision.at)}`,
  }));
  const said = decisions.flatMap((decision): Part[] =>
    decision.note === null || decision.note === ''
      ? []
      : [{ part: 'quote', who: nameOf(view.names, decision.by), words: decision.note }],
  );
  return [{ part: 'rows', rows }, ...said];
}

/** Everybody's yes to this revision, oldest first. */
export function approvals(view: DraftView): Decision[] {
  return decisionsOn(view).filter(({ kind }) => kind === 'approve' || kind === 'accept');
}

/** How many must still say yes. */
export function stillNeeded(view: DraftView): number {
  return (view.approval?.needed ?? 1) - approvals(view).length;
}

/** "1 of 2 so far (Sam Obi)" where more than one must approve; null where one is enough. */
export function progress(view: DraftView): string | null {
  const needed = view.approval?.needed ?? 1;
  if (needed < 2) return null;
  const yes = approvals(view);
  const who = yes.map((each) => nameOf(view.names, each.by)).join(', ');
  return `${yes.length} of ${needed} so far${who === '' ? '' : ` (${who})`}`;
}

/** A sentence on who may decide now, or what to do where nobody may. */
export function whoCanDecide(view: DraftView): string {
  if (view.deciders.length === 0) {
    return 'Nobody can decide on it at the moment. Please ask the head to name another approver.';
  }
  return `${oneOf(view.deciders)} can decide.`;
}

/** True when the wording in force was written by somebody other than the author. */
export function isAmended(view: DraftView): boolean {
  return view.revision.editor !== view.draft.author;
}
