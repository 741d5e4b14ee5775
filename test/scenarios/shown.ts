/** A card as a test reads and presses it, and waiting for one. */
import type { Button, Card, Part } from '../../cards/model.ts';

export type Shown = { ref: string; card: Card; text: string };

/** Every button of a card, wherever it stands. */
export function buttonsOf({ card }: Shown): Button[] {
  const inside = (parts: readonly Part[]): Button[] =>
    parts.flatMap((part) => {
      if (part.part === 'fold') return inside(part.parts);
      if (part.part === 'buttons') return part.buttons;
      if (part.part === 'items')
        return part.items.flatMap((item) => (item.button ? [item.button] : []));
      return [];
    });
  return [...card.buttons, ...inside(card.parts)];
}

/** The button with this label, wherever it stands on the card. */
export function buttonOf(shown: Shown, label: string): Button {
  const all = buttonsOf(shown);
  const found = all.find((button) => button.label === label);
  if (found) return found;
  throw new Error(
    `no button "${label}" on the card, which has ${all.map((each) => each.label).join(', ') || 'none'}:\n${shown.text}`,
  );
}

/** Labels of the card's own buttons. */
export function labels(shown: Shown): string[] {
  return shown.card.buttons.map((button) => button.label);
}

/** Asks until there is an answer; gives up after ten seconds. */
export async function eventually<T>(
  ask: () => Promise<T | null | false>,
  what = 'it',
  seen: () => Promise<string> = async () => '',
): Promise<T> {
  const stop = Date.now() + 10_000;
  for (;;) {
    const got = await ask();
    if (got) return got;
    if (Date.now() > stop) throw new Error(`waited ten seconds for ${what}; ${await seen()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Everything a plain post needs ticked before it is sent. */
export function ticks(shown: Shown): Record<string, string> {
  const boxes = shown.card.parts.flatMap((part) =>
    part.part === 'field' && part.field.field === 'ticks'
      ? part.field.choices.map((choice) => choice.value)
      : [],
  );
  return { ticked: boxes.join(',') };
}

/** Texts of the posts that stand on a timeline, given what is on its shelf. */
export function standing(items: readonly { value: unknown }[]): string[] {
  const posts = items.map(({ value }) => value as { text: string; removed?: true });
  return posts.flatMap(({ text, removed }) => (removed ? [] : [text]));
}
