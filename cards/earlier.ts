/** What becomes of SLT's card once a newer one asks about the same post: a record, without buttons. */
import type { DraftView } from '../src/desk/view.ts';
import { decisionParts, lastDecision } from './decisions.ts';
import type { Card } from './model.ts';
import { postParts } from './post.ts';
import { nameOf } from './words.ts';

/** The wording SLT was asked about then, and what they said of it. */
export function earlierCard(view: DraftView): Card {
  const { draft, names } = view;
  const changes = lastDecision(view, 'changes');
  const title = changes
    ? `${nameOf(names, changes.by)} asked for changes`
    : `Post ${draft.number}, as it was`;
  const author = nameOf(names, draft.author);
  return {
    title,
    mark: 'wait',
    parts: [
      {
        part: 'text',
        text: `Post ${draft.number}, by ${author}. A newer card is further down.`,
        look: 'small',
      },
      ...postParts(view),
      ...decisionParts(view),
    ],
    buttons: [],
    summary: `${title}: a newer card is further down`,
  };
}
