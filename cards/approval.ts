/** SLT's card while they are asked: flags and reasons first, then the post, then the buttons. */
import type { DraftView } from '../src/desk/view.ts';
import {
  decisionParts,
  decisionsOn,
  isAmended,
  progress,
  stillNeeded,
  whoCanDecide,
} from './decisions.ts';
import type { Button, Card, Item, Part } from './model.ts';
import {
  details,
  draftButton,
  findingItem,
  fineParts,
  momentIn,
  pausedParts,
  placeRows,
  postParts,
} from './post.ts';
import { changesButton, declineButton } from './refusing.ts';
import { anotherOf, deciderOf, nameOf } from './words.ts';

function flagged(view: DraftView): Part[] {
  const { findings } = view.revision.verdict;
  const flags = findings.filter((finding) => finding.severity !== 'note');
  const who = nameOf(view.names, view.draft.author);
  return [...new Set(flags.map((finding) => finding.rule))].flatMap((rule): Part[] => {
    const items = flags
      .filter((finding) => finding.rule === rule)
      .map((finding) => findingItem(view, finding, { mark: 'ask', word: 'Flagged' }));
    const reason = view.revision.reasons.find((each) => each.rule === rule)?.reason;
    if (reason === undefined) return [{ part: 'items', items }];
    return [
      { part: 'items', items },
      { part: 'quote', who: `${who}’s reason`, words: reason },
    ];
  });
}

function amended(view: DraftView): Part[] {
  if (!isAmended(view)) return [];
  const editor = nameOf(view.names, view.revision.editor);
  const author = nameOf(view.names, view.draft.author);
  const text = `${editor} changed the wording ${momentIn(view, view.revision.createdAt)}. It waits for ${author} to accept it, or for ${anotherOf(deciderOf(view))} to approve it.`;
  return [{ part: 'items', items: [{ mark: 'wait', word: 'New wording', text }] }];
}

function ticked(view: DraftView): Part[] {
  const says = new Map(view.statements.map((statement) => [statement.id, statement.says]));
  const items = view.revision.ticked.map(({ id, by, at }): Item => {
    const text = says.get(id) ?? 'A statement the policy no longer asks for';
    return { mark: 'ok', text, small: `${nameOf(view.names, by)}, ${momentIn(view, at)}` };
  });
  if (items.length === 0) return [];
  const label = items.length === 1 ? '1 statement ticked' : `${items.length} statements ticked`;
  return [{ part: 'fold', label, parts: [{ part: 'items', items }], opens: details(view) }];
}

function asked(view: DraftView): Part {
  const sofar = progress(view);
  const rows = sofar === null ? [] : [{ label: 'Approvals', value: sofar }];
  if (view.draft.submittedAt !== null) {
    rows.push({ label: 'Asked', value: momentIn(view, view.draft.submittedAt) });
  }
  return { part: 'rows', rows };
}

/** Approve; those who have done so already have no use for it, and the post waits for somebody else. */
function approve(view: DraftView): Button {
  const button = draftButton(view, { action: 'approve', label: 'Approve', look: 'main' });
  const by = decisionsOn(view).flatMap((each) => (each.kind === 'approve' ? [each.by] : []));
  if (by.length === 0) return button;
  const more = stillNeeded(view);
  const says = `You have approved it; ${more === 1 ? 'one more is' : `${more} more are`} needed.`;
  return { ...button, spent: { by, says } };
}

/**
 * The approval card, for a draft that is `submitted`. Ask for changes wants a `note`, Decline a `reason`.
 * Who may press is decided at the press; the card only says who can.
 */
export function approvalCard(view: DraftView): Card {
  const author = nameOf(view.names, view.draft.author);
  const urgent = view.revision.occasion === 'urgent';
  const asks = `${author} asks ${deciderOf(view)} to approve post ${view.draft.number}`;
  const title = urgent ? `Urgent: ${asks}` : asks;
  return {
    title,
    mark: urgent ? 'ask' : 'wait',
    parts: [
      ...pausedParts(view),
      ...amended(view),
      ...flagged(view),
      ...postParts(view),
      placeRows(view),
      asked(view),
      {
        part: 'person',
        label: 'Questions? Ask',
        person: view.draft.author,
        name: author,
      },
      ...decisionParts(view),
      ...ticked(view),
      ...fineParts(view),
      { part: 'text', text: whoCanDecide(view), look: 'small' },
    ],
    buttons: [
      approve(view),
      draftButton(view, changesButton(author)),
      draftButton(view, declineButton(author)),
      draftButton(view, { action: 'amend', label: 'Edit' }),
    ],
    summary: title,
  };
}
