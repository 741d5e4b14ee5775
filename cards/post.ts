/** What every card about a draft shows: the post, where and when it goes, whether posting is paused. */
import type { DraftView } from '../src/desk/view.ts';
import type { Finding } from '../src/policy/rule.ts';
import type { State } from '../src/post/lifecycle.ts';
import type { Button, Item, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { deciderOf, nameOf, OCCASION_WORDS, shorten, whoDoes, wordsAbout } from './words.ts';

/** Words of a draft that a finding is about, in UTF-16 units: enough to recognise them by. */
const LONGEST_WORDS = 120;
/** A text this far over the limit will not go out as it is, so its beginning is enough. */
const LONGEST_HOPELESS = 1200;
/** A slot this near to what was asked for is no wait: ms. */
const NO_WAIT = 60_000;
/** Nobody knows for how long, so no time is promised meanwhile. */
const HELD = 'held while posting is paused';

/** The moment in words, as seen from the view's now. */
export function momentIn(view: DraftView, at: number): string {
  return wordsForMoment(at, view.now, view.timezone);
}

/** The post as readers will see it. An empty text is one that was not kept. */
export function postParts(view: DraftView): Part[] {
  const { revision, schoolName } = view;
  const { weight, limit } = revision.verdict;
  const far = weight > limit * 2 && revision.text.length > LONGEST_HOPELESS;
  const post: Part = {
    part: 'post',
    account: revision.account,
    name: schoolName,
    words:
      revision.text === '' ? null : far ? shorten(revision.text, LONGEST_HOPELESS) : revision.text,
    count: `${weight} of ${limit}`,
  };
  if (!far) return [post];
  const rest = 'Only the beginning is shown here. Edit shows the whole text.';
  return [post, { part: 'text', text: rest, look: 'small' }];
}

/** A finding as an item: what was seen, the words, and the clause it answers to. */
export function findingItem(
  view: DraftView,
  finding: Finding,
  look: Pick<Item, 'mark'> & Partial<Pick<Item, 'word' | 'button'>>,
): Item {
  const words = finding.span ? wordsAbout(view.revision.text, finding.span) : '';
  const clauses = finding.clauses.map((id) => {
    const says = view.clauses[id];
    return says === undefined ? id : `${says.replace(/\.$/, '')} (${id})`;
  });
  return {
    ...look,
    text: finding.message,
    ...(words === '' ? {} : { words: shorten(words, LONGEST_WORDS) }),
    ...(clauses.length === 0 ? {} : { small: `Our policy: ${clauses.join('; ')}` }),
  };
}

/** So many findings of one rule are shown: the rest are the same sentence about other words, and a phone is small. */
const ALIKE = 4;

/** The first findings of each rule, in their order, and how many more there are. */
export function firstOfEach(findings: readonly Finding[]): { shown: Finding[]; more: number } {
  const seen = new Map<string, number>();
  const shown = findings.filter(({ rule }) => {
    const before = seen.get(rule) ?? 0;
    seen.set(rule, before + 1);
    return before < ALIKE;
  });
  return { shown, more: findings.length - shown.length };
}

/** Says how many findings stand no more on a card; nothing where all do. */
export function moreLikeThese(more: number, then = ''): Part[] {
  return more === 0 ? [] : [{ part: 'text', text: `And ${more} more like these${then}.` }];
}

function whenBeforeApproval(view: DraftView): string {
  const { verdict, wanted } = view.revision;
  const { slot } = verdict;
  if (view.paused !== null) return HELD;
  if (slot === null) return `no time found for it within a year, so please ask ${deciderOf(view)}`;
  if (verdict.held) {
    const why = view.hours === null ? '' : ', our posting hours';
    return `waits for ${momentIn(view, slot)}${why}`;
  }
  const later = Math.max(slot, wanted ?? 0);
  return later > view.now + NO_WAIT
    ? momentIn(view, later)
    : `as soon as ${whoDoes(deciderOf(view), 'approve')} it`;
}

/** When an approved post goes out, as the end of a sentence about it. */
export function whenItGoes(view: DraftView): string {
  const { slot, updatedAt } = view.draft;
  if (view.paused !== null) return `is ${HELD}, and goes out at its next time after that`;
  if (slot === null) return 'goes out at its next time';
  const asked = Math.max(view.revision.wanted ?? 0, updatedAt);
  // What was put off waits for its outlet, and may wait for our hours as well.
  const waits = view.draft.note === null && view.hours !== null && slot > asked + NO_WAIT;
  const when = momentIn(view, slot);
  return waits ? `waits for ${when}, our posting hours` : `goes out ${when}`;
}

/** Where and when, the occasion where it is not an everyday one, and the price where it is dear. */
export function placeRows(view: DraftView): Part {
  const { revision, draft } = view;
  const waits = view.paused !== null || draft.slot === null;
  const when = waits ? whenBeforeApproval(view) : whenItGoes(view);
  const rows = [{ label: 'Where and when', value: `${revision.account}, ${when}` }];
  if (revision.occasion !== 'everyday') {
    rows.push({ label: 'Occasion', value: OCCASION_WORDS[revision.occasion] });
  }
  if (view.price !== null) rows.push({ label: 'Price', value: view.price });
  return { part: 'rows', rows };
}

const WAITING: readonly State[] = [
  'drafted',
  'submitted',
  'changes-asked',
  'approved',
  'scheduled',
];

/** Says that posting is paused, on every card whose post waits; nothing otherwise. */
export function pausedParts(view: DraftView): Part[] {
  const { paused, draft } = view;
  if (paused === null || !WAITING.includes(draft.state)) return [];
  const text = `Posting is paused. Nothing goes out until ${whoDoes(deciderOf(view), 'resume')} it, and nothing is lost.`;
  const who = `${nameOf(view.names, paused.by)}, ${momentIn(view, paused.at)}`;
  const why: Part[] = paused.why === '' ? [] : [{ part: 'quote', who, words: paused.why }];
  return [{ part: 'items', items: [{ mark: 'wait', word: 'Paused', text }] }, ...why];
}

/** Folds away what the rules that found nothing hold. */
export function fineParts(view: DraftView): Part[] {
  const { fine, revision } = view;
  if (fine.length === 0) return [];
  const other = revision.verdict.findings.length > 0 ? 'other ' : '';
  const label =
    fine.length === 1 ? `1 ${other}rule is fine` : `${fine.length} ${other}rules are fine`;
  const items = fine.map((text): Item => ({ mark: 'ok', text }));
  return [{ part: 'fold', label, parts: [{ part: 'items', items }], opens: details(view) }];
}

/** Shows what is folded, in a chat that cannot fold. */
export function details(view: DraftView): Button {
  return draftButton(view, { action: 'details', label: 'Show them' });
}

/** A button about this draft as it stands now: its id and revision, nothing else. */
export function draftButton(
  view: DraftView,
  button: Pick<Button, 'action' | 'label'> & Partial<Button>,
): Button {
  return {
    draft: view.draft.id,
    revision: view.revision.number,
    look: 'plain',
    takesFields: false,
    ...button,
  };
}

/** Withdraw. There is no way back from it but writing the post anew. */
export function withdrawButton(view: DraftView): Button {
  const sure = GONE_FOR_GOOD;
  return draftButton(view, { action: 'withdraw', label: 'Withdraw', look: 'danger', sure });
}

/** What is withdrawn or discarded is not taken up again. */
export const GONE_FOR_GOOD =
  'It will not go out, and cannot be taken up again. You would have to write it anew.';
