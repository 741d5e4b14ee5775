/** The author's card while a wording by somebody who decides waits for them: read, explain, tick, accept. */
import type { DraftView } from '../src/desk/view.ts';
import { toExplain, toTick } from './checklist.ts';
import { isAmended, lastDecision, progress, whoCanDecide } from './decisions.ts';
import type { Card } from './model.ts';
import {
  draftButton,
  fineParts,
  momentIn,
  pausedParts,
  postParts,
  withdrawButton,
} from './post.ts';
import { capitalised, deciderOf, nameOf } from './words.ts';

/** True while the author is asked to accept a wording that is not theirs. */
export function asksToAccept(view: DraftView): boolean {
  const { state } = view.draft;
  return state === 'submitted' && isAmended(view) && lastDecision(view, 'accept') === undefined;
}

function whenAccepted(view: DraftView): string {
  const needed = view.approval?.needed ?? 1;
  const { slot } = view.revision.verdict;
  if (needed > 1)
    return `${capitalised(progress(view) ?? '')}. It needs ${needed} in all, and your word is one.`;
  if (slot === null)
    return 'There is no time for it within a year, so it waits once you accept it.';
  return slot > view.now
    ? `It goes out ${momentIn(view, slot)} once you accept it.`
    : 'It goes out as soon as you accept it.';
}

/** The new wording with what its author says of it: nothing said of other words is carried over. */
export function acceptCard(view: DraftView): Card {
  const { revision, draft, names } = view;
  const reviewed = revision.verdict.findings.filter((finding) => finding.severity === 'review');
  const editor = nameOf(names, revision.editor);
  const title = `${editor} has changed your post`;
  const says = `This is the new wording. Accept it if you agree, or write your own. ${whoCanDecide(view)}`;
  const accept = draftButton(view, {
    action: 'accept',
    label: 'Accept this wording',
    look: 'main',
    takesFields: true,
  });
  return {
    title,
    mark: 'ask',
    parts: [
      { part: 'text', text: says },
      ...pausedParts(view),
      { part: 'text', text: `Post ${draft.number}`, look: 'small' },
      ...postParts(view),
      ...toExplain(view, reviewed, true),
      ...toTick(view),
      ...fineParts(view),
      {
        part: 'rows',
        rows: [{ label: 'Where and when', value: `${revision.account}. ${whenAccepted(view)}` }],
      },
    ],
    buttons: [accept, draftButton(view, { action: 'edit', label: 'Edit' }), withdrawButton(view)],
    summary: `Post ${draft.number}: ${title}. ${capitalised(deciderOf(view))} may also approve it.`,
  };
}
