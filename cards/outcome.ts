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
import { removeButton } from './refusing.ts';
import { accountLink, outletOf, settling, whatIsKnown } from './unsure.ts';
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
  const known = whatIsKnown(view);
  if (audience === 'author') {
    const says = `${known} ${capitalised(deciderOf(view))} will look at the account and say; there is nothing you need to do.`;
    const title = 'Not sure whether it went out';
    return { title, mark: 'ask', says, buttons: NOTHING_LEFT };
  }
  return {
    title: `${outletOf(view)} did not say whether this went out`,
    mark: 'ask',
    says: `${known} Please look at the account. If the post stands there, press “It is there”; if it does not, press “Send again”.`,
    buttons: settling(view),
  };
}

/** An approved post: when it goes, or why it waits. What the outlet put off is tried again by itself. */
function approved(view: DraftView, audience: Audience): Standing {
  const { state, note } = view.draft;
  const goes = `It ${whenItGoes(view)}.`;
  const putOff = `${note} Nothing was posted, and Bellbird tries again by itself. ${goes}`;
  const says = note === null ? goes : state === 'approved' ? note : putOff;
  const buttons = forAuthor(audience, edit(view), withdrawButton(view));
  const mark = note === null ? 'ok' : 'wait';
  return { title: approvedBy(view), mark, says, buttons };
}

function published(view: DraftView): Standing {
  const { publishedAt, note } = view.draft;
  const when = publishedAt === null ? '' : ` ${momentIn(view, publishedAt)}`;
  return {
    title: `Published${when}`,
    mark: note === null ? 'ok' : 'ask',
    says: note ?? `Readers of ${view.revision.account} can see it.`,
    buttons: view.removes
      ? [draftButton(view, removeButton(nameOf(view.names, view.draft.author)))]
      : [],
  };
}

function removed(view: DraftView): Standing {
  const { draft, revision } = view;
  return {
    title: `Taken down ${momentIn(view, draft.updatedAt)}`,
    mark: 'over',
    says: draft.note ?? `It is not on ${revision.account} any more.`,
    buttons: NOTHING_LEFT,
  };
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
  switch (draft.state) {
    case 'drafted':
    case 'changes-asked':
      return backWithAuthor(view);
    case 'submitted':
      return submitted(view, audience);
    case 'approved':
    case 'scheduled':
      return approved(view, audience);
    case 'publishing':
      return {
        title: 'Going out now',
        mark: 'wait',
        says: 'A moment, please.',
        buttons: NOTHING_LEFT,
      };
    case 'published':
      return published(view);
    case 'removed':
      return removed(view);
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

function linkParts(view: DraftView, audience: Audience): Part[] {
  const { url, state } = view.draft;
  if (state === 'unconfirmed' && audience === 'slt') return accountLink(view);
  return url === null || state === 'removed' ? [] : [{ part: 'link', label: 'See the post', url }];
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
      ...linkParts(view, audience),
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
