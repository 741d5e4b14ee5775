/**
 * Cards as Slack's Block Kit: a message, a modal, a Home page. What people typed stands in plain_text or rich_text
 * alone, so nothing of it can ping, link or format. `block_id` begins with the card's place, and holds a field's name.
 */
import type { Button, Card, Part } from '../model.ts';
import { shorten } from '../words.ts';
import { type Drawing, type Drawn, type Plan, type Surface, withIds } from './block-kit-draw.ts';
import { SIGNS } from './block-kit-items.ts';
import { note, partsBlocks } from './block-kit-parts.ts';
import { buttonRows, carried } from './block-kit-press.ts';
import { type Block, type Plain, plain } from './block-kit-shapes.ts';
import { shown } from './plain.ts';
import { SLACK_LIMITS } from './slack-limits.ts';

export { fieldOf } from './block-kit-draw.ts';
export { fieldsIn } from './block-kit-fields.ts';
export { type Press, pressOf } from './block-kit-press.ts';

export type BlockKitOptions = {
  /** Names the card in every block_id: 1 to 40 letters, digits, - and _. */
  place: string;
  /** The Slack user id of a person of the school, or null where they have none. */
  memberOf: (person: string) => string | null;
  /** The Slack team they are of, by which a link opens a conversation with one of them; null or absent where unknown. */
  team?: string | null;
};

export type Message = { text: string; blocks: Block[] };
export type Modal = {
  type: 'modal';
  callback_id: 'card';
  title: Plain;
  submit?: Plain;
  close: Plain;
  blocks: Block[];
  private_metadata: string;
  notify_on_close: true;
};
export type Home = { type: 'home'; blocks: Block[] };

const ALL = Number.POSITIVE_INFINITY;
/** Tried one after the other until the card fits; what is typed in fields is never cut by a plan. */
const PLANS: readonly Plan[] = [
  { compact: false, items: ALL, longest: ALL },
  { compact: true, items: ALL, longest: ALL },
  { compact: true, items: 30, longest: 1500 },
  { compact: true, items: 15, longest: 600 },
  { compact: true, items: 8, longest: 300 },
  { compact: true, items: 3, longest: 150 },
];
const TOO_MUCH = 'There is too much of it to show here.';

function fits(blocks: readonly Drawn[], surface: Surface): boolean {
  const json = JSON.stringify(blocks);
  // Ids come on top of what is measured here.
  const ids = blocks.length * 80;
  if (surface === 'message') {
    return (
      blocks.length <= SLACK_LIMITS.messageBlocks && json.length + ids <= SLACK_LIMITS.messageJson
    );
  }
  const bytes = Buffer.byteLength(json) + ids;
  return blocks.length <= SLACK_LIMITS.viewBlocks && bytes <= SLACK_LIMITS.viewBytes;
}

/** What goes first where not even the last plan fits: text, then other buttons than the card's own, then fields. */
function leastNeeded(blocks: readonly Drawn[]): number {
  const text = blocks.findLastIndex(
    ({ type }, place) => place > 0 && type !== 'input' && type !== 'actions',
  );
  if (text !== -1) return text;
  const buttons = blocks.findLastIndex(({ type }) => type === 'actions');
  return buttons === -1 ? blocks.length - 1 : buttons;
}

/** As much as fits, from the beginning, with a line that says so; the card's own buttons stay. */
function withoutRest(drawn: readonly Drawn[], own: readonly Drawn[], surface: Surface): Drawn[] {
  const kept = [...drawn];
  const last = [note(TOO_MUCH), ...own];
  while (kept.length > 0 && !fits([...kept, ...last], surface)) {
    kept.splice(leastNeeded(kept), 1);
  }
  return [...kept, ...last];
}

type Sheet = { body: Drawn[]; own: Drawn[] };

function fitted(surface: Surface, draw: (plan: Plan) => Sheet): Drawn[] {
  let sheet: Sheet = { body: [], own: [] };
  for (const plan of PLANS) {
    sheet = draw(plan);
    const all = [...sheet.body, ...sheet.own];
    if (fits(all, surface)) return all;
  }
  return withoutRest(sheet.body, sheet.own, surface);
}

type Pieces = { title: boolean; parts: readonly Part[]; buttons: readonly Button[] };

function blocksOf(
  card: Card,
  surface: Surface,
  { place, memberOf, team = null }: BlockKitOptions,
  { title, parts, buttons }: Pieces,
): Block[] {
  const sign = card.mark === undefined ? '' : `${SIGNS[card.mark]} `;
  const header: Drawn = {
    type: 'header',
    text: plain(`${sign}${card.title}`, SLACK_LIMITS.header),
  };
  const asking = submitOf(card) !== undefined;
  const drawn = fitted(surface, (plan) => {
    const drawing: Drawing = { ...plan, surface, memberOf, team, asking, buttons: { drawn: 0 } };
    const said = partsBlocks(drawing, parts);
    const own = buttonRows(drawing, buttons);
    // Slack shows no view without blocks.
    const titled = title || said.length + own.length === 0;
    return { body: titled ? [header, ...said] : said, own };
  });
  const revision = card.buttons.find((button) => button.revision !== undefined)?.revision ?? 0;
  return withIds(drawn, place, revision);
}

/** A line for a notification: Slack reads it as mrkdwn, where these three are escaped. */
function notification(summary: string): string {
  return shorten(shown(summary), SLACK_LIMITS.notification)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * The card as a message of at most 50 blocks. With `lasting`, for a message that Slack keeps, what is to be kept
 * nowhere is left out.
 */
export function messageOf(
  card: Card,
  { lasting = false, ...options }: BlockKitOptions & { lasting?: boolean },
): Message {
  const parts = lasting
    ? card.parts.filter((part) => part.part !== 'quote' || part.passing !== true)
    : card.parts;
  const blocks = blocksOf(card, 'message', options, { title: true, parts, buttons: card.buttons });
  return { text: notification(card.summary), blocks };
}

/** As many whole words as a modal's small places take. */
function fewWords(label: string): Plain {
  const longest = SLACK_LIMITS.modalWords;
  if (label.length <= longest) return plain(label, longest);
  const cut = label.slice(0, longest - 1);
  const whole = cut.replace(/\s+\S*$/, '');
  return plain(whole === cut ? label : `${whole}…`, longest);
}

/** The button that Slack's own Submit stands for: the main one that takes the fields, else the first that does. */
function submitOf({ buttons }: Card): Button | undefined {
  const takers = buttons.filter((button) => button.takesFields && button.asks === undefined);
  return takers.find((button) => button.look === 'main') ?? takers[0];
}

/**
 * The card as a modal of at most 100 blocks. `private_metadata` is `meta` with what the submit button would say: `a`,
 * its action, and `d`, `r`, `i` as a button carries them. Throws where that is longer than Slack keeps.
 */
export function modalOf(
  card: Card,
  { meta, ...options }: BlockKitOptions & { meta: Readonly<Record<string, unknown>> },
): Modal {
  const submit = submitOf(card);
  const short = card.title.length <= SLACK_LIMITS.modalWords;
  const press = submit === undefined ? {} : { a: submit.action, ...carried(submit) };
  const metadata = JSON.stringify({ ...meta, ...press });
  if (metadata.length > SLACK_LIMITS.metadata) {
    throw new Error(
      `What goes with a form is ${metadata.length} characters; Slack keeps ${SLACK_LIMITS.metadata}. Hand over less as meta.`,
    );
  }
  const buttons = card.buttons.filter((button) => button !== submit);
  const title = !short || card.mark !== undefined;
  return {
    type: 'modal',
    callback_id: 'card',
    title: plain(short ? card.title : 'Bellbird', SLACK_LIMITS.modalWords),
    ...(submit === undefined ? {} : { submit: fewWords(submit.label) }),
    close: plain(submit === undefined ? 'Close' : 'Cancel', SLACK_LIMITS.modalWords),
    blocks: blocksOf(card, 'modal', options, { title, parts: card.parts, buttons }),
    private_metadata: metadata,
    notify_on_close: true,
  };
}

/** The card as a Home page of at most 100 blocks, with nothing folded. */
export function homeOf(card: Card, options: BlockKitOptions): Home {
  const { parts, buttons } = card;
  return { type: 'home', blocks: blocksOf(card, 'home', options, { title: true, parts, buttons }) };
}
