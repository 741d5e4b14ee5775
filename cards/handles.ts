/** The handle register: who may be mentioned, who said so, and until when. */
import type { HandleAgreed } from '../src/ports/follows.ts';
import type { Card, Item } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { nameOf } from './words.ts';

export type HandlesView = {
  /** Epoch ms. */
  now: number;
  timezone: string;
  names: Readonly<Record<string, string>>;
  agreed: readonly HandleAgreed[];
  /** Handles of the school file. */
  inFile: readonly string[];
};

const dayOf = (at: number, { now, timezone }: HandlesView) =>
  wordsForMoment(at, now, timezone).replace(/ \d+:\d+$/, '');

function rowOf(agreed: HandleAgreed, view: HandlesView): Item {
  const over = agreed.expiresAt <= view.now;
  const { handle, spokeTo, spokeOn, by } = agreed;
  const until = dayOf(agreed.expiresAt, view);
  return {
    mark: over ? 'stop' : 'ok',
    word: handle,
    text: over ? `ran out ${until}: ask them again` : `may be mentioned until ${until}`,
    small: `${nameOf(view.names, by)} said: spoke to ${spokeTo} on ${spokeOn}`,
  };
}

/** The register as a card. */
export function handlesCard(view: HandlesView): Card {
  const rows = [
    ...view.agreed.map((agreed) => rowOf(agreed, view)),
    ...view.inFile.map(
      (handle): Item => ({
        mark: 'ok',
        word: handle,
        text: 'may be mentioned: it is in the school file',
      }),
    ),
  ];
  const title = 'Who may be mentioned';
  return {
    title,
    parts: [
      rows.length === 0 ? { part: 'text', text: 'Nobody yet.' } : { part: 'items', items: rows },
      {
        part: 'text',
        text: 'To add one: /handle confirm @Handle spoke to Ann Hill on 2026-03-09. It holds for a year.',
        look: 'small',
      },
    ],
    buttons: [],
    summary: `${title}: ${rows.length}`,
  };
}
