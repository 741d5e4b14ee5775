/** What the playground's page draws of a form or a short word: its text, its inputs, and what sends it. */
import type { ActionName } from '../../cards/model.ts';

type Json = Record<string, unknown>;

export type Blank = { label: string; id: string; value: string; choices: Json[]; many: boolean };

/** What a press sends along: an action, a draft, a revision, an item. */
export type Press = { action: ActionName; draft?: string; revision?: number; item?: string };

/** Every element of an Adaptive Card, in the order of reading. */
function elements(it: unknown): Json[] {
  if (Array.isArray(it)) return it.flatMap(elements);
  if (typeof it !== 'object' || it === null) return [];
  return [it as Json, ...Object.values(it).flatMap(elements)];
}

const word = (it: unknown) => (typeof it === 'string' ? it : '');

/** What there is to fill in, each by its label, with what stands in it. */
export const blanksOf = (drawn: unknown): Blank[] =>
  elements(drawn)
    .filter(({ type }) => word(type).startsWith('Input.'))
    .map(({ id, label, value, choices, isMultiSelect }) => ({
      id: word(id),
      label: word(label),
      value: word(value),
      choices: (choices ?? []) as Json[],
      many: isMultiSelect === true,
    }));

/** The text as it reads, with what stands in the inputs. */
export const textOf = (drawn: unknown): string =>
  elements(drawn)
    .map((each) => {
      if (word(each.type).startsWith('Input.')) return `${word(each.label)}: ${word(each.value)}\n`;
      if (each.type === 'TextRun') return word(each.text);
      return each.type === 'TextBlock' || each.type === 'RichTextBlock'
        ? `\n${word(each.text)}`
        : '';
    })
    .join('');

/** What the form is sent with; null where it has nothing to send. */
export function sentWith(drawn: unknown): Press | null {
  const submit = elements(drawn).find(({ type }) => type === 'Action.Submit');
  return submit ? (submit.data as Press) : null;
}
