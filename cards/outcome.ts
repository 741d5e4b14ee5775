/** A draft that is out of somebody's hands: how it stands, who decided, and what can still be done. */
import type { DraftView } from '../src/desk/view.ts';
import { approvals, decisionParts, lastDecision, progress, whoCanDecide } from './decisions.ts';
import type { Button, Card, Mark, Part } from './model.ts';
import {
  draftButton,
  momentIn,
  pausedParts,
  placeRows,
  postParts,
  whenItGoes,
  withdrawButton,
} from './post.ts';
import { allOf, capitalised, deciderOf, nameOf } from './words.ts';

export type Audience = 'author' | 'slt';

type Standing = { title: string; mark: Mark; says: string; buttons: Button[] };

const NOTHING_LEFT: Button[] = [];

function edit(view: DraftView): Button {
  return draftButton(view, { action: 'edit', label: 'Edit' });
}

function forAuthor(audience: Audience, ...buttons: Button[]): Button[] {
  return audience === 'author' ? buttons : NOTHING_LEFT;
}

function submitted(view: DraftView, audience: Audience): Standing {
  const sofar = progress(view);
  const wait = `${whoCanDecide(view)}${sofar === null ? '' : ` Approvals: ${sofar}.`}`;
  const buttons = forAuthor(audience, edit(view), withdrawButton(view));
  return { title: `With ${deciderOf(view)}`, mark: 'wait', says: wait, buttons };
}

function unconfirmed(view: DraftView, audience: Audience): Standing {
  const title = 'Not sure whether it went out';
  const heard = `Bellbird sent it to ${view.revision.account} and heard nothing back. It will not be sent a second time by itself.`;
  if (audience === 'author') {
    const says = `${heard} ${capitalised(deciderOf(view))} will look at the account and say; there is nothing you need to do.`;
    return { title, mark: 'ask', says, buttons: NOTHING_LEFT };
  }
  const says = `${heard} Please look at the account. If the post stands there, press “It is there”; if it does not, press “Send again”.`;
  const again = draftButton(view, {
    action: 'release',
    label: 'Send again',
    asks: [
      {
        field: 'text',
        id: 'reason',
        label: 'How do you know it is not there?',
        value: '',
        long: false,
        required: true,
        longest: 500,
      },
    ],
  });
  const found = draftButton(view, {
    action: 'found',
    label: 'It is there',
    look: 'main',
    asks: [
      {
        field: 'text',
        id: 'link',
        label: 'The link of the post',
        value: '',
        long: false,
        required: true,
        longest: 500,
      },
    ],
  });
  return { title, mark: 'ask', says, buttons: [found, again] };
}

/** "Approved by Sam Obi and Jo Clarke": everybody whose word it took, in the order they gave it. */
function approvedBy(view: DraftView): string {
  const who = approvals(view).map(({ by }) => nameOf(view.names, by));
  return who.length === 0 ? 'Approved' : `Approved by ${allOf(who)}`;
}

function declinedBy(view: DraftView): string {
  const decision = lastDecision(view, 'decline');
  return decision ? `Declined by ${nameOf(view.names, decision.by)}` : 'Declined';
}

function refused(view: DraftView, audience: Audience): Standing {
  const author = nameOf(view.names, view.draft.author);
  const again = draftButton(view, { action: 'release', label: 'Try again', look: 'main' });
  const why = view.draft.note ?? `${view.revision.account} did not take it.`;
  const says =
    audience === 'author'
      ? why
      : `${why} You or ${author} can try again; ${author} can also edit or withdraw it.`;
  const buttons = [again, ...forAuthor(audience, edit(view), withdrawButton(view))];
  return { title: 'The post was not taken', mark: 'stop', says, buttons };
}

function backWithAuthor(view: DraftView): Standing {
  const author = nameOf(view.names, view.draft.author);
  const asked = lastDecision(view, 'changes');
  const says = `It is with ${author} now. A new card comes when it is sent again.`;
  if (asked) {
    const title = `${nameOf(view.names, asked.by)} asked for changes`;
    return { title, mark: 'wait', says, buttons: NOTHING_LEFT };
  }
  const voided = view.draft.state === 'changes-asked' ? view.draft.note : null;
  return {
    title: `Back with ${author}`,
    mark: 'wait',
    says: voided === null ? says : `${voided} ${says}`,
    buttons: NOTHING_LEFT,
  };
}

/** What was never sent is discarded: nobody was asked about it. */
function withdrawn({ draft }: DraftView): Standing {
  const sent = draft.submittedAt !== null;
  const own = sent ? 'It will not go out.' : 'It was withdrawn before it was sent.';
  return {
    title: sent ? 'Withdrawn' : 'Discarded',
    mark: 'over',
    says: draft.note ?? own,
    buttons: NOTHING_LEFT,
  };
}

function standing(view: DraftView, audience: Audience): Standing {
  const { draft } = view;
  const own = (): Button[] => forAuthor(audience, edit(view), withdrawButton(view));
  switch (draft.state) {
    case 'drafted':
    case 'changes-asked':
      return backWithAuthor(view);
    case 'submitted':
      return submitted(view, audience);
    case 'approved':
    case 'scheduled': {
      const says =
        draft.state === 'approved' && draft.note ? draft.note : `It ${whenItGoes(view)}.`;
      return { title: approvedBy(view), mark: 'ok', says, buttons: own() };
    }
    case 'publishing':
      return {
        title: 'Going out now',
        mark: 'wait',
        says: 'A moment, please.',
        buttons: NOTHING_LEFT,
      };
    case 'published': {
      const when = draft.publishedAt === null ? '' : ` ${momentIn(view, draft.publishedAt)}`;
      const says = `Readers of ${view.revision.account} can see it.`;
      return { title: `Published${when}`, mark: 'ok', says, buttons: NOTHING_LEFT };
    }
    case 'refused':
      return refused(view, audience);
    case 'unconfirmed':
      return unconfirmed(view, audience);
    case 'declined': {
      const says =
        audience === 'author'
          ? 'It will not go out. You can start another with /tweet.'
          : 'It will not go out.';
      return {
        title: declinedBy(view),
        mark: 'stop',
        says,
        buttons: NOTHING_LEFT,
      };
    }
    case 'withdrawn':
      return withdrawn(view);
    case 'expired': {
      const says =
        audience === 'author'
          ? 'There was no decision in time, so it will not go out. You can send it afresh with /tweet.'
          : 'There was no decision in time, so it will not go out.';
      return { title: 'Out of time', mark: 'over', says, buttons: NOTHING_LEFT };
    }
  }
}

function linkParts(view: DraftView): Part[] {
  const { url } = view.draft;
  return url === null ? [] : [{ part: 'link', label: 'See the post', url }];
}

/**
 * The card of a draft for the author or SLT, in every state that has no card of its own (checklist,
 * approval). It names who decided, when and what they said, and offers what still makes sense.
 */
export function outcomeCard(view: DraftView, audience: Audience): Card {
  const { draft } = view;
  const { title, mark, says, buttons } = standing(view, audience);
  const whose = audience === 'slt' ? `, by ${nameOf(view.names, draft.author)}` : '';
  const which: Part = { part: 'text', text: `Post ${draft.number}${whose}`, look: 'small' };
  return {
    title,
    mark,
    parts: [
      { part: 'text', text: says },
      ...linkParts(view),
      ...pausedParts(view),
      which,
      ...postParts(view),
      ...(draft.state === 'submitted' ? [placeRows(view)] : []),
      ...decisionParts(view),
    ],
    buttons,
    summary: `Post ${draft.number}: ${title}`,
  };
}
