/** The author's card while the draft is theirs: the verdict, what to do about it, and Send. */
import type { DraftView } from '../src/desk/view.ts';
import type { Finding } from '../src/policy/rule.ts';
import type { Button, Card, Choice, Mark, Part } from './model.ts';
import {
  draftButton,
  findingItem,
  fineParts,
  firstOfEach,
  GONE_FOR_GOOD,
  momentIn,
  moreLikeThese,
  pausedParts,
  placeRows,
  postParts,
} from './post.ts';
import { capitalised, count, deciderOf, nameOf, shorten } from './words.ts';

/** A longest reason, in UTF-16 units: a few sentences. */
const LONGEST_REASON = 500;

type Headline = { title: string; mark: Mark };

/** Counts what the card lists: a rule that found several things is several things. */
function headline(view: DraftView, stops: number, reviewed: number): Headline {
  if (stops > 0) {
    const first = `${capitalised(count(stops, 'thing', 'things'))} to put right first`;
    const then = reviewed > 0 ? `, then ${reviewed === 1 ? 'one' : reviewed} to explain` : '';
    return { title: `${first}${then}`, mark: 'stop' };
  }
  if (view.draft.state === 'changes-asked') {
    const asked = asker(view);
    return { title: asked === null ? 'Back with you' : `${asked} asks for changes`, mark: 'ask' };
  }
  if (reviewed > 0) {
    return { title: `Fine, with ${count(reviewed, 'thing', 'things')} to explain`, mark: 'ask' };
  }
  if (view.barred !== null) return { title: 'Fine, but it cannot be sent yet', mark: 'ask' };
  return { title: `Ready for ${deciderOf(view)}`, mark: 'ok' };
}

function changes(view: DraftView) {
  return view.decisions.findLast(
    (each) => each.kind === 'changes' && each.revision === view.revision.number,
  );
}

function asker(view: DraftView): string | null {
  const decision = changes(view);
  return decision ? nameOf(view.names, decision.by) : null;
}

function askedParts(view: DraftView): Part[] {
  const decision = changes(view);
  if (decision) {
    const who = `${nameOf(view.names, decision.by)}, ${momentIn(view, decision.at)}`;
    return [{ part: 'quote', who, words: decision.note ?? view.draft.note ?? '' }];
  }
  const { note, state } = view.draft;
  if (note === null) return [];
  if (state === 'changes-asked') return [{ part: 'text', text: note }];
  return [{ part: 'quote', who: `${capitalised(deciderOf(view))} asked for changes`, words: note }];
}

/** Each wording is looked at anew. */
const SHOWN_LATER = ', which you will see once these are put right';

/** One finding as the author reads it: by severity, with its sure fix. */
function toPutRight(view: DraftView, stops: readonly Finding[]): Part[] {
  if (stops.length === 0) return [];
  const { shown, more } = firstOfEach(stops);
  const items = shown.map((finding) => {
    return findingItem(view, finding, { mark: 'stop', ...fixButton(view, finding) });
  });
  return [{ part: 'items', items }, ...moreLikeThese(more, SHOWN_LATER)];
}

/** The sure fix of a finding, where there still are words to put it right in. */
function fixButton(view: DraftView, finding: Finding): { button?: Button } {
  if (!finding.fix || (view.revision.text === '' && view.heldUntil === null)) return {};
  const item = String(view.revision.verdict.findings.indexOf(finding));
  return { button: draftButton(view, { action: 'fix', label: finding.fix.label, item }) };
}

/** Each reviewed rule once: what it found, and where the author can send it on, a box for the reason. */
export function toExplain(
  view: DraftView,
  reviewed: readonly Finding[],
  sendable: boolean,
): Part[] {
  const rules = [...new Set(reviewed.map((finding) => finding.rule))];
  return rules.flatMap((rule, place): Part[] => {
    const { shown, more } = firstOfEach(reviewed.filter((finding) => finding.rule === rule));
    const items = shown.map((finding) =>
      findingItem(view, finding, {
        mark: 'ask',
        ...fixButton(view, finding),
      }),
    );
    if (!sendable) return [{ part: 'items', items }, ...moreLikeThese(more, SHOWN_LATER)];
    const which = rules.length === 1 ? '' : ` (${place + 1} of ${rules.length})`;
    const given = view.revision.reasons.find((reason) => reason.rule === rule)?.reason ?? '';
    const value = shorten(given, LONGEST_REASON);
    return [
      { part: 'items', items },
      ...moreLikeThese(more),
      {
        part: 'field',
        field: {
          field: 'text',
          id: `reason:${rule}`,
          label: `Why it is right to post, for ${deciderOf(view)} to read${which}`,
          value,
          long: true,
          required: true,
          longest: LONGEST_REASON,
        },
      },
    ];
  });
}

/** Why words were not saved, whether their author still has them, and what to do. */
function unkeptParts(view: DraftView): Part[] {
  if (view.revision.text !== '') return [];
  const { findings } = view.revision.verdict;
  const onRoll = findings.some(({ rule }) => rule === 'pupil-name' || rule === 'photo-name');
  const named = onRoll ? 'a pupil' : 'somebody who could be a pupil or a parent';
  if (view.heldUntil === null) {
    const gone = `The words named ${named}, so Bellbird did not save them, and they are gone now. Press Edit and type your post again, without the name.`;
    return [{ part: 'text', text: gone }];
  }
  const or = findings.some(({ fix }) => fix) ? ', or press a suggestion below' : '';
  const held = `Your words name ${named}, so Bellbird has not saved them anywhere. They wait for you until ${momentIn(view, view.heldUntil)}: press Edit to say it without the name${or}.`;
  return [{ part: 'text', text: held }];
}

function barredParts({ barred, draft }: DraftView): Part[] {
  if (barred === null || draft.state !== 'drafted') return [];
  return [{ part: 'items', items: [{ mark: 'ask', word: 'Not yet', text: barred }] }];
}

/** What is still being looked at: the card says so rather than call it fine. */
function pendingParts({ pending }: DraftView): Part[] {
  if (pending.length === 0) return [];
  const text = `Still being looked at: ${pending.join('; ')}.`;
  return [{ part: 'text', text, look: 'small' }];
}

function worthKnowing(view: DraftView, notes: readonly Finding[]): Part[] {
  if (notes.length === 0) return [];
  const items = notes.map((each) =>
    findingItem(view, each, { mark: 'wait', word: 'Worth knowing' }),
  );
  return [{ part: 'items', items }];
}

export function toTick(view: DraftView): Part[] {
  const choices = view.statements.map(({ id, says }): Choice => ({ value: id, label: says }));
  if (choices.length === 0) return [];
  const known = new Set(choices.map((choice) => choice.value));
  const value = view.revision.ticked.map((tick) => tick.id).filter((id) => known.has(id));
  const label =
    choices.length === 1 ? 'Please tick before sending' : 'Please tick each before sending';
  return [{ part: 'field', field: { field: 'ticks', id: 'ticked', label, value, choices } }];
}

/**
 * The checklist card of design's "What people see", for a draft that is `drafted` or `changes-asked`.
 * Send is there only when nothing blocks or bars it, and after changes were asked for only once it has been
 * edited; its fields are `ticked` and one `reason:<rule>` for each reviewed rule. A fix names its finding's place in the verdict.
 */
export function checklistCard(view: DraftView): Card {
  const { findings } = view.revision.verdict;
  const stops = findings.filter((finding) => finding.severity === 'block');
  const reviewed = findings.filter((finding) => finding.severity === 'review');
  const notes = findings.filter((finding) => finding.severity === 'note');
  const sendable =
    view.draft.state === 'drafted' &&
    view.revision.verdict.outcome !== 'blocked' &&
    view.barred === null &&
    view.revision.text !== '';
  const { title, mark } = headline(view, stops.length, reviewed.length);
  const send = draftButton(view, {
    action: 'send',
    label: `Send to ${deciderOf(view)}`,
    look: 'main',
    takesFields: true,
  });
  return {
    title,
    mark,
    parts: [
      ...askedParts(view),
      ...pausedParts(view),
      ...postParts(view),
      ...unkeptParts(view),
      ...barredParts(view),
      ...toPutRight(view, stops),
      ...toExplain(view, reviewed, sendable),
      ...worthKnowing(view, notes),
      ...(sendable ? toTick(view) : []),
      ...fineParts(view),
      ...pendingParts(view),
      placeRows(view),
    ],
    buttons: [
      ...(sendable ? [send] : []),
      draftButton(view, { action: 'edit', label: 'Edit', look: sendable ? 'plain' : 'main' }),
      draftButton(view, {
        action: 'discard',
        label: 'Discard',
        look: 'danger',
        sure: GONE_FOR_GOOD,
      }),
    ],
    summary: `Post ${view.draft.number}: ${title}`,
  };
}
