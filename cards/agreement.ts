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
  /** Names of those who hold a role whose countersignature is missing; empty where none is. */
  countersigners: readonly string[];
};

const LABELS = {
  acknowledged: 'I have read this and will keep to it',
  signed: 'I sign this',
} as const;
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
    buttons: agreed === null ? [agree] : [],
    summary: title,
  };
}
