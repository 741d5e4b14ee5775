/** Things found or to do, as blocks: what is wrong stands by itself, what is fine in a short list. */
import type { Item, Mark } from '../model.ts';
import { shorten } from '../words.ts';
import type { Drawing, Drawn } from './block-kit-draw.ts';
import { buttonRows, slackButton } from './block-kit-press.ts';
import {
  bullets,
  type Inline,
  line,
  oneLine,
  plain,
  quoted,
  type Rich,
  words,
} from './block-kit-shapes.ts';
import { wordOf } from './marks.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

/** A sign before the mark's word; never in place of it. */
export const SIGNS: Record<Mark, string> = {
  ok: '✅',
  ask: '❓',
  stop: '⛔',
  wait: '⏳',
  over: '⏹️',
};

/** A list of at least this many whose items all begin alike is read faster without the beginning. */
const MANY = 3;

/** A longer label beside its text would leave the text no room on a phone, in UTF-16 units. */
const SHORT = 16;

/** The mark's sign and word, or the item's own word; what only waits under its own word needs no sign. */
function head(item: Item): string {
  const plainly = item.mark === 'wait' && item.word !== undefined;
  return `${plainly ? '' : `${SIGNS[item.mark]} `}${wordOf(item)}: `;
}

function cut(drawing: Drawing, text: string): string {
  return shorten(text, drawing.longest);
}

function withSmall(drawing: Drawing, item: Item): Inline[] {
  if (item.small === undefined || !drawing.compact) return [];
  return [words(`\n${cut(drawing, item.small)}`, 'italic')];
}

function pieces(drawing: Drawing, item: Item): Rich[] {
  const said = line(
    words(head(item), 'bold'),
    words(cut(drawing, item.text)),
    ...withSmall(drawing, item),
  );
  const typed = [item.words, item.excerpt].filter((each) => each !== undefined);
  return [said, ...typed.map((each) => quoted(cut(drawing, each)))];
}

function small(drawing: Drawing, item: Item): Drawn[] {
  if (item.small === undefined || drawing.compact) return [];
  const text = plain(cut(drawing, item.small), SLACK_LIMITS.contextText);
  return [{ type: 'context', elements: [text] }];
}

/** An item whose button stands at its side. Typed words are kept on one line: nothing marks them off here. */
function withButtonBeside(drawing: Drawing, item: Item): Drawn[] {
  const typed = [item.words, item.excerpt].filter((each) => each !== undefined);
  const lines = [
    `${head(item)}${cut(drawing, item.text)}`,
    ...typed.map((each) => `“${oneLine(cut(drawing, each))}”`),
    ...(drawing.compact && item.small !== undefined ? [cut(drawing, item.small)] : []),
  ];
  const beside = item.button === undefined ? {} : { accessory: slackButton(drawing, item.button) };
  const text = plain(lines.join('\n'), SLACK_LIMITS.sectionText);
  return [{ type: 'section', text, ...beside }, ...small(drawing, item)];
}

function alone(drawing: Drawing, item: Item): Drawn[] {
  const { button } = item;
  const beside = item.words === undefined && (button?.label.length ?? 0) <= SHORT;
  if (button !== undefined && (beside || drawing.compact)) return withButtonBeside(drawing, item);
  const said: Drawn = { type: 'rich_text', elements: pieces(drawing, item) };
  const below = button === undefined ? [] : buttonRows(drawing, [button]);
  return [said, ...small(drawing, item), ...below];
}

function isBare(item: Item): boolean {
  const { button, words: about, excerpt, small: clause } = item;
  return [button, about, excerpt, clause].every((each) => each === undefined);
}

function allAlike(items: readonly Item[]): boolean {
  const [first] = items;
  if (first === undefined || items.length < MANY) return false;
  return items.every(
    (each) => isBare(each) && each.mark === 'ok' && wordOf(each) === wordOf(first),
  );
}

/** A list, at most as many of it as the plan takes, with how many more there are. */
export function itemBlocks(drawing: Drawing, items: readonly Item[]): Drawn[] {
  const seen = items.slice(0, drawing.items);
  const left = items.length - seen.length;
  return [
    ...listed(drawing, seen),
    ...(left === 0
      ? []
      : [
          {
            type: 'context' as const,
            elements: [plain(`and ${left} more`, SLACK_LIMITS.contextText)],
          },
        ]),
  ];
}

function listed(drawing: Drawing, items: readonly Item[]): Drawn[] {
  if (allAlike(items)) {
    const lines = items.map((each) => [words(cut(drawing, each.text))]);
    return [{ type: 'rich_text', elements: [bullets(lines)] }];
  }
  const blocks: Drawn[] = [];
  let together: Rich[] = [];
  const close = (): void => {
    if (together.length > 0) blocks.push({ type: 'rich_text', elements: together });
    together = [];
  };
  for (const each of items) {
    const joins = isBare(each) || (drawing.compact && each.button === undefined);
    if (joins) {
      together.push(...pieces(drawing, each));
      continue;
    }
    close();
    blocks.push(...alone(drawing, each));
  }
  close();
  return blocks;
}
