/** What the policy asks each user to acknowledge or sign before the first post. */
import type { Agreement } from '../src/ports/store.ts';
import type { Button, Card, Item, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { nameOf, oneOf } from './words.ts';

export type AgreementView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  policy: { title: string; version: string };
  kind: 'acknowledged' | 'signed';
  /** What is agreed to, a sentence each. */
  says: readonly string[];
  /** What stands so far; null before it is agreed. */
  agreed: Agreement | null;
  names: Readonly<Record<string, string>>;
  /** Words this person had begun before they agreed are still held. */
  begun?: boolean;
  /** Names of those who hold a role whose countersignature is missing; empty where none is. */
  countersigners: readonly string[];
};

const LABELS = {
  acknowledged: 'I have read this and will keep to it',
  signed: 'I sign this',
} as const;
const GO_ON: Button = {
  action: 'compose',
  label: 'Go on with your post',
  look: 'main',
  takesFields: false,
};
const DONE = { acknowledged: 'Acknowledged', signed: 'Signed' } as const;

/** Names of those who may countersign and have not. */
function stillToSign(view: AgreementView): string[] {
  const signed = new Set(view.agreed?.countersigned.map((each) => nameOf(view.names, each.by)));
  return view.countersigners.filter((name) => !signed.has(name));
}

function stands(view: AgreementView, agreed: Agreement): Part {
  const moment = (at: number) => wordsForMoment(at, view.now, view.timezone);
  return {
    part: 'rows',
    rows: [
      { label: DONE[view.kind], value: moment(agreed.at) },
      ...agreed.countersigned.map(({ by, role, at }) => ({
        label: `Countersigned as ${role}`,
        value: `${nameOf(view.names, by)}, ${moment(at)}`,
      })),
    ],
  };
}

function titleOf(view: AgreementView, waits: boolean): string {
  if (view.agreed === null) return 'Before your first post, please read this';
  return waits ? 'Thank you: it waits for a countersignature' : 'Thank you: this is settled';
}

/** The agreement card: its sentences and a button, or who has signed and who can still countersign. */
export function agreementCard(view: AgreementView): Card {
  const { agreed, kind } = view;
  const missing = agreed === null ? [] : stillToSign(view);
  const waits = missing.length > 0;
  const title = titleOf(view, waits);
  const agree: Button = { action: 'agree', label: LABELS[kind], look: 'main', takesFields: false };
  const items = view.says.map(
    (text, place): Item => ({ mark: agreed === null ? 'wait' : 'ok', word: `${place + 1}`, text }),
  );
  const policy = `${view.policy.title}, version ${view.policy.version}`;
  return {
    title,
    mark: agreed === null || waits ? 'wait' : 'ok',
    parts: [
      { part: 'items', items },
      ...(agreed === null ? [] : [stands(view, agreed)]),
      ...(waits
        ? [{ part: 'text' as const, text: `${oneOf(missing)} can countersign, with /desk.` }]
        : []),
      { part: 'text', text: policy, look: 'small' },
    ],
    buttons: agreed === null ? [agree] : waits || !view.begun ? [] : [GO_ON],
    summary: title,
  };
}

const READ: Button = {
  action: 'topic',
  item: 'agree',
  label: 'Read our rules',
  look: 'main',
  takesFields: false,
};
const NOT_LOST =
  'These words are not stored anywhere. Bellbird remembers them for half an hour, so that you can go on with them.';

/**
 * What somebody reads who writes before the agreement stands: why not, and their words with it, so that none are
 * typed twice. `own`: it is theirs to give, so it can be opened from here.
 */
export function agreementFirstCard(view: {
  says: string;
  own: boolean;
  words: string;
  name: string;
}): Card {
  const { says, own, words, name } = view;
  const title = own ? 'Before your first post' : 'Your post has to wait a little';
  const kept: Part[] = [
    { part: 'quote', who: name, words, passing: true },
    { part: 'text', text: NOT_LOST, look: 'small' },
  ];
  return {
    title,
    mark: 'wait',
    parts: [{ part: 'text', text: says }, ...(words.trim() === '' ? [] : kept)],
    buttons: own ? [READ] : [],
    summary: `${title}: ${says}`,
  };
}
