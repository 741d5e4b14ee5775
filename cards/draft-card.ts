/** Which card a draft has now, by its state and who looks. */
import type { DraftView } from '../src/desk/view.ts';
import { acceptCard, asksToAccept } from './accept.ts';
import { approvalCard } from './approval.ts';
import { checklistCard } from './checklist.ts';
import type { Card } from './model.ts';
import { type Audience, outcomeCard } from './outcome.ts';

/** The one card that tells the truth about this draft to this audience at the view's now. */
export function cardFor(view: DraftView, audience: Audience): Card {
  const { state } = view.draft;
  if (audience === 'author' && (state === 'drafted' || state === 'changes-asked')) {
    return checklistCard(view);
  }
  if (audience === 'author' && asksToAccept(view)) return acceptCard(view);
  if (audience === 'slt' && state === 'submitted') return approvalCard(view);
  return outcomeCard(view, audience);
}
