/** A post of unknown fate: what its author reads, and what is asked of those who decide. */
import type { DraftView } from '../src/desk/view.ts';
import type { Button, Field, Part } from './model.ts';
import { draftButton } from './post.ts';

/** Who has not said: the outlet, as people call it. */
export function outletOf({ outlet, revision }: DraftView): string {
  if (outlet === null) return revision.account;
  return outlet.name === 'x' ? 'X' : 'The timeline';
}

/** What is known, in two sentences. */
export function whatIsKnown({ draft, revision }: DraftView): string {
  const heard = draft.note ?? `Bellbird sent it to ${revision.account} and heard nothing back.`;
  return `${heard} It will not be sent a second time by itself.`;
}

/** Where somebody can look. */
export function accountLink({ outlet, revision }: DraftView): Part[] {
  if (outlet === null) return [];
  return [{ part: 'link', label: `Look at ${revision.account}`, url: outlet.page }];
}

function asked(id: string, label: string): Field {
  return { field: 'text', id, label, value: '', long: false, required: true, longest: 500 };
}

/** It is there asks for the link, which is then checked; Send again for how they know. */
export function settling(view: DraftView): Button[] {
  return [
    draftButton(view, {
      action: 'found',
      label: 'It is there',
      look: 'main',
      asks: [asked('link', 'The link of the post')],
    }),
    draftButton(view, {
      action: 'release',
      label: 'Send again',
      asks: [asked('reason', 'How do you know it is not there?')],
    }),
  ];
}
