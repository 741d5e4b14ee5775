/** The parts of a card as blocks. */
import type { Field, Part } from '../model.ts';
import { shorten } from '../words.ts';
import type { Drawing, Drawn } from './block-kit-draw.ts';
import { fieldBlocks } from './block-kit-fields.ts';
import { itemBlocks } from './block-kit-items.ts';
import { buttonRows, slackButton } from './block-kit-press.ts';
import { type Inline, line, plain, quoted, words } from './block-kit-shapes.ts';
import { shown } from './plain.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

type Of<Kind extends Part['part']> = Extract<Part, { part: Kind }>;

/** Small text in a block of its own. */
export function note(text: string): Drawn {
  return { type: 'context', elements: [plain(text, SLACK_LIMITS.contextText)] };
}

function paragraph(...elements: Inline[]): Drawn {
  return { type: 'rich_text', elements: [line(...elements)] };
}

function text(drawing: Drawing, part: Of<'text'>): Drawn {
  const said = shorten(part.text, drawing.longest);
  if (part.look === 'small') return note(said);
  if (part.look !== 'strong') return paragraph(words(said));
  if (drawing.surface !== 'home') return paragraph(words(said, 'bold'));
  return { type: 'header', text: plain(said, SLACK_LIMITS.header) };
}

/** Enough of a name for a link, in UTF-16 units. */
const LONGEST_NAME = 60;

const NOT_KEPT = 'The words were not kept, because they name a pupil.';

/** The post between two lines, as plain text: what stands between them is what readers will see. */
function post(drawing: Drawing, part: Of<'post'>): Drawn[] {
  const longest = Math.min(drawing.longest, SLACK_LIMITS.sectionText);
  const about = note(`${part.name}  ${part.account}  ·  ${part.count}`);
  const text: Drawn[] =
    part.words === null
      ? [paragraph(words(NOT_KEPT, 'italic'))]
      : [{ type: 'section', text: plain(part.words, longest), expand: true }];
  const cut = part.words !== null && part.words.length > longest;
  return [
    { type: 'divider' },
    about,
    ...text,
    ...(cut ? [note('Only the beginning fits here.')] : []),
    { type: 'divider' },
  ];
}

function rows(drawing: Drawing, part: Of<'rows'>): Drawn[] {
  if (part.rows.length === 0) return [];
  const seen = part.rows.slice(0, drawing.items);
  const left = part.rows.length - seen.length;
  const lines = seen.flatMap(({ label, value }, place) => [
    words(`${place === 0 ? '' : '\n'}${label}: `, 'bold'),
    words(shorten(value, drawing.longest)),
  ]);
  return [paragraph(...lines), ...(left === 0 ? [] : [note(`and ${left} more`)])];
}

function person(drawing: Drawing, part: Of<'person'>): Drawn {
  const member = drawing.memberOf(part.person);
  if (member === null) return paragraph(words(`${part.label} ${part.name}`));
  const who: Inline = { type: 'user', user_id: member };
  if (drawing.team === null) return paragraph(words(`${part.label} `), who);
  // Slack's own address of a conversation with one person: docs.slack.dev/interactivity/deep-linking.
  const query = new URLSearchParams({ team: drawing.team, id: member });
  const write: Inline = {
    type: 'link',
    url: `slack://user?${query}`,
    text: `Write to ${shorten(shown(part.name), LONGEST_NAME)}`,
  };
  return paragraph(words(`${part.label} `), who, words('  ·  '), write);
}

function link({ label, url }: Of<'link'>): Drawn {
  const known = /^https?:\/\//i.test(url) && url.length <= SLACK_LIMITS.url;
  if (!known) return paragraph(words(`${label}: ${url}`));
  return paragraph({ type: 'link', url, text: label });
}

/** True where hiding it would hide something to put right or to know. */
function isLoud(part: Part): boolean {
  return (
    part.part === 'items' && part.items.some((each) => each.mark === 'ask' || each.mark === 'stop')
  );
}

/** True where a message shows of a fold its label alone, or with the button that opens it: a view has room for all. */
function isShut(drawing: Drawing, part: Part): part is Of<'fold'> {
  if (part.part !== 'fold' || drawing.surface !== 'message') return false;
  if (part.opens !== undefined) return true;
  return !part.parts.some((each) => isLoud(each) || each.part === 'buttons');
}

/** The labels of folds that the same button opens, or none, with that button. */
function shutFolds(drawing: Drawing, folds: readonly Of<'fold'>[]): Drawn[] {
  const [first] = folds;
  if (first === undefined) return [];
  const labels = folds.map((each) => each.label).join('  ·  ');
  if (first.opens === undefined) return [note(labels)];
  const accessory = slackButton(drawing, first.opens);
  return [{ type: 'section', text: plain(labels, SLACK_LIMITS.sectionText), accessory }];
}

function openFold(drawing: Drawing, { label, parts }: Of<'fold'>): Drawn[] {
  return [note(label), ...partsBlocks({ ...drawing, compact: true }, parts)];
}

/** What stands in a field, where nothing on the card would take it. */
function filledIn(field: Field): Drawn {
  const value =
    field.field === 'moment' ? `${field.date} ${field.time}`.trim() : String(field.value);
  return paragraph(words(`${field.label}: `, 'bold'), words(value === '' ? '–' : value));
}

function partBlocks(drawing: Drawing, part: Part): Drawn[] {
  switch (part.part) {
    case 'text':
      return [text(drawing, part)];
    case 'post':
      return post(drawing, part);
    case 'quote': {
      const who = line(words(`${part.who}:`, 'bold'));
      return [{ type: 'rich_text', elements: [who, quoted(shorten(part.words, drawing.longest))] }];
    }
    case 'rows':
      return rows(drawing, part);
    case 'person':
      return [person(drawing, part)];
    case 'items':
      return itemBlocks(drawing, part.items);
    case 'buttons':
      return buttonRows(drawing, part.buttons);
    case 'fold':
      return openFold(drawing, part);
    case 'field':
      return drawing.asking ? fieldBlocks(drawing, part.field) : [filledIn(part.field)];
    case 'link':
      return [link(part)];
  }
}

/** The blocks of these parts. Slack cannot fold: shut folds that stand together and open alike share one line. */
export function partsBlocks(drawing: Drawing, parts: readonly Part[]): Drawn[] {
  const blocks: Drawn[] = [];
  let shut: Of<'fold'>[] = [];
  const close = (): void => {
    blocks.push(...shutFolds(drawing, shut));
    shut = [];
  };
  for (const each of parts) {
    const joins = isShut(drawing, each);
    const [first] = shut;
    const alike = joins && first && JSON.stringify(first.opens) === JSON.stringify(each.opens);
    if (!alike) close();
    if (joins) shut.push(each);
    else blocks.push(...partBlocks(drawing, each));
  }
  close();
  return blocks;
}
