/** Cards as text: for terminals, notifications, and as the reading that tests compare with. */
import type { Button, Card, Field, Item, Part } from '../model.ts';
import { wordOf } from './marks.ts';
import { shown } from './plain.ts';

const NOT_SHOWN = '(not shown, because it names a pupil)';

/** Typed words behind a bar on every line, so that no line break in them can imitate the card. */
function barred(words: string): string[] {
  return shown(words)
    .split('\n')
    .map((line) => `| ${line}`);
}

function button(each: Button): string {
  const asks = (each.asks ?? []).map((field) => field.label);
  return `[${each.label}${asks.length === 0 ? '' : `: ${asks.join(', ')}`}]`;
}

function item(each: Item): string[] {
  return [
    `${wordOf(each)}: ${shown(each.text)}`,
    ...(each.words === undefined ? [] : barred(each.words)),
    ...(each.excerpt === undefined ? [] : barred(each.excerpt)),
    ...(each.small === undefined ? [] : [`  ${shown(each.small)}`]),
    ...(each.button === undefined ? [] : [`  ${button(each.button)}`]),
  ];
}

function field(each: Field): string[] {
  switch (each.field) {
    case 'text': {
      const label = `${each.label}${each.required ? ' (needed)' : ''}:`;
      return [label, ...barred(each.value), ...hint(each.hint)];
    }
    case 'choice':
      return [
        `${each.label}:`,
        ...each.choices.map((one) => `(${one.value === each.value ? 'x' : ' '}) ${one.label}`),
        ...hint(each.hint),
      ];
    case 'ticks':
      return [
        `${each.label}:`,
        ...each.choices.map(
          (one) => `[${each.value.includes(one.value) ? 'x' : ' '}] ${one.label}`,
        ),
      ];
    case 'moment':
      return [`${each.label}: ${each.date} ${each.time}`.trimEnd(), ...hint(each.hint)];
  }
}

function hint(words: string | undefined): string[] {
  return words === undefined ? [] : [`  ${words}`];
}

function lines(part: Part): string[] {
  switch (part.part) {
    case 'text':
      return [shown(part.text)];
    case 'post':
      return [
        `${part.name} ${part.account}`,
        ...(part.words === null ? [NOT_SHOWN] : barred(part.words)),
        part.count,
      ];
    case 'quote':
      return [`${part.who}:`, ...barred(part.words)];
    case 'rows':
      return part.rows.map((row) => `${row.label}: ${shown(row.value)}`);
    case 'person':
      return [`${part.label} ${part.name}`];
    case 'items':
      return part.items.flatMap(item);
    case 'fold':
      return [`${part.label}:`, ...part.parts.flatMap(lines).map((line) => `  ${line}`)];
    case 'field':
      return field(part.field);
    case 'link':
      return [`${part.label}: ${part.url}`];
    case 'buttons':
      return [part.buttons.map(button).join(' ')];
  }
}

/** The whole card as lines of text, folded parts unfolded; buttons stand in square brackets. */
export function textCard(card: Card): string {
  const buttons = card.buttons.length === 0 ? [] : [card.buttons.map(button).join(' ')];
  return [card.title, ...card.parts.flatMap(lines), ...buttons].join('\n');
}
