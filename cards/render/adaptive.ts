/**
 * Cards as Adaptive Cards 1.5, for the playground and Teams. What people typed, and every sentence that
 * could quote them, stands in a TextRun or an input's value, where no host reads Markdown; the title alone
 * is a TextBlock, because only that can be a heading, and is escaped.
 */
import type { Card, Item, Mark, Part } from '../model.ts';
import { action, actionRows } from './actions.ts';
import { inputs } from './inputs.ts';
import { wordOf } from './marks.ts';
import { escapeMarkdown, shown } from './plain.ts';
import { type Drawing, type Json, paragraph, type RunLook, runs, typedRuns } from './runs.ts';

export type AdaptiveOptions = {
  /** Buttons as Action.Execute, with Action.Submit for hosts that do not know it. */
  execute?: boolean;
  /** A word that makes element ids unique where several cards stand on one page: letters, digits, - and _. */
  place?: string;
  /** False: the title stands elsewhere, as a dialog's own, and is not said again. */
  heading?: boolean;
  /** Ids that every button sends along. */
  carries?: Readonly<Record<string, string>>;
};

/**
 * Bytes of UTF-8. Teams advises messages under 80 KB, counted as UTF-16 with everything around the card (Microsoft,
 * "Format your bot messages"): of these bytes that can be 54 KB at most. More than this nobody reads on a card.
 */
const LARGEST = 27_000;
/** Typed words are cut to these lengths, one after the other, until the card is small enough. */
const CUTS = [Number.POSITIVE_INFINITY, 1500, 600, 200, 80];
/** Where that is not enough, only so many of the things found or to do are shown. */
const ROOMS = [Number.POSITIVE_INFINITY, 16, 6, 2];

const STYLES: Record<Mark, 'good' | 'warning' | 'attention' | 'emphasis'> = {
  ok: 'good',
  ask: 'warning',
  stop: 'attention',
  wait: 'emphasis',
  over: 'emphasis',
};

function item(drawing: Drawing, each: Item): Json[] {
  const text = [
    ...runs(`${wordOf(each)}: `, { weight: 'Bolder' }),
    ...typedRuns(drawing, each.text),
  ];
  const small = typed(drawing, each.small, { isSubtle: true, size: 'Small' });
  const excerpt = typed(drawing, each.excerpt);
  const words: Json[] =
    each.words === undefined
      ? []
      : [
          paragraph(
            [...runs('“'), ...typedRuns(drawing, each.words, { highlight: true }), ...runs('”')],
            { spacing: 'Small' },
          ),
        ];
  const loud = each.mark === 'stop' || each.mark === 'ask';
  const button = each.button === undefined ? [] : actionRows(drawing, [each.button]);
  // What a button opens is drawn in the theme's own inks, which no coloured ground bears in the dark theme.
  const opens = each.button?.asks !== undefined || each.button?.sure !== undefined;
  const below = loud && opens;
  const ruled = !loud && each.button !== undefined;
  const apart = loud || each.small !== undefined;
  const container = {
    type: 'Container',
    // A line between two takes half of the room on either side.
    spacing: ruled ? 'ExtraLarge' : apart ? 'Default' : 'Small',
    ...(loud ? { style: STYLES[each.mark] } : {}),
    ...(ruled ? { separator: true } : {}),
    items: [paragraph(text), ...words, ...excerpt, ...small, ...(below ? [] : button)],
  };
  return below ? [container, ...button] : [container];
}

function items(drawing: Drawing, all: readonly Item[]): Json[] {
  const drawn = all.slice(0, drawing.room);
  drawing.room -= drawn.length;
  const left = all.length - drawn.length;
  const more =
    left === 0 ? [] : [paragraph(runs(`And ${left} more. There is no room for them here.`))];
  return [...drawn.flatMap((each) => item(drawing, each)), ...more];
}

/** A paragraph close to the one before, or none. */
function typed(drawing: Drawing, words: string | undefined, look: RunLook = {}): Json[] {
  if (words === undefined) return [];
  return [paragraph(typedRuns(drawing, words, look), { spacing: 'Small' })];
}

function post(drawing: Drawing, part: Extract<Part, { part: 'post' }>): Json {
  const kept =
    part.words === null
      ? runs('The words are not shown, because they name a pupil.', { isSubtle: true })
      : typedRuns(drawing, part.words);
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      paragraph([
        ...runs(part.name, { weight: 'Bolder' }),
        ...runs(`  ${part.account}`, { isSubtle: true }),
      ]),
      paragraph(kept, { spacing: 'Small' }),
      paragraph(runs(part.count, { isSubtle: true, size: 'Small' }), {
        spacing: 'Small',
        horizontalAlignment: 'Right',
      }),
    ],
  };
}

function fold(drawing: Drawing, part: Extract<Part, { part: 'fold' }>): Json[] {
  if (!drawing.unfold) {
    return [paragraph(runs(`${part.label}. There is too much of it to show here.`))];
  }
  drawing.folds += 1;
  const id = `fold-${drawing.place}-${drawing.folds}`;
  const toggle = {
    type: 'Action.ToggleVisibility',
    title: part.label,
    tooltip: `Show or hide: ${part.label}`,
    targetElements: [id],
  };
  return [
    { type: 'ActionSet', actions: [toggle] },
    {
      type: 'Container',
      id,
      isVisible: false,
      spacing: 'Small',
      items: part.parts.flatMap((each) => elements(drawing, each)),
    },
  ];
}

function link(label: string, url: string): Json {
  if (!/^https?:\/\//i.test(url)) return paragraph(runs(`${label}: ${url}`));
  return { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: label, url }] };
}

function elements(drawing: Drawing, part: Part): Json[] {
  switch (part.part) {
    case 'text': {
      const look = {
        plain: {},
        strong: { weight: 'Bolder' },
        small: { isSubtle: true, size: 'Small' },
      } as const;
      return [paragraph(typedRuns(drawing, part.text, look[part.look ?? 'plain']))];
    }
    case 'post':
      return [post(drawing, part)];
    case 'quote':
      return [
        {
          type: 'Container',
          items: [
            paragraph(runs(`${part.who}:`, { isSubtle: true, size: 'Small' })),
            paragraph([...runs('“'), ...typedRuns(drawing, part.words), ...runs('”')], {
              spacing: 'None',
            }),
          ],
        },
      ];
    case 'rows':
      return part.rows.map((row, place) =>
        paragraph(
          [...runs(`${row.label}: `, { weight: 'Bolder' }), ...typedRuns(drawing, row.value)],
          place === 0 ? {} : { spacing: 'Small' },
        ),
      );
    case 'person':
      return [
        paragraph(runs(`${part.label} ${part.name}`, { isSubtle: true, size: 'Small' }), {
          spacing: 'Small',
        }),
      ];
    case 'items':
      return items(drawing, part.items);
    case 'fold':
      return fold(drawing, part);
    case 'field':
      return inputs(part.field);
    case 'link':
      return [link(part.label, part.url)];
    case 'buttons':
      return actionRows(drawing, part.buttons);
  }
}

function headline(card: Card): Json {
  const title = {
    type: 'TextBlock',
    text: escapeMarkdown(card.title),
    // Hosts that do not know the style yet still draw it large.
    style: 'heading',
    size: 'Large',
    weight: 'Bolder',
    wrap: true,
  };
  if (card.mark === undefined) return title;
  return { type: 'Container', style: STYLES[card.mark], items: [title] };
}

function draw(card: Card, drawing: Drawing): Json {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: escapeMarkdown(card.summary),
    speak: shown(card.summary),
    body: [
      ...(drawing.heading ? [headline(card)] : []),
      ...card.parts.flatMap((part) => elements(drawing, part)),
    ],
    actions: card.buttons.map((button) => action(drawing, button)),
  };
}

function bytes(json: Json): number {
  return Buffer.byteLength(JSON.stringify(json));
}

/**
 * The card as Adaptive Card 1.5 JSON of under 28 KB. Where it would be larger, long typed words are cut
 * with an ellipsis, folded parts left out with a sentence in their place, and of many things found only the first
 * are shown; values of inputs are never cut.
 */
export function adaptiveCard(card: Card, options: AdaptiveOptions = {}): Json {
  const drawing = {
    execute: options.execute ?? false,
    heading: options.heading ?? true,
    carries: options.carries ?? {},
    place: options.place ?? 'card',
    folds: 0,
  };
  for (const longest of CUTS) {
    const drawn = draw(card, { ...drawing, longest, unfold: true, room: Number.POSITIVE_INFINITY });
    if (bytes(drawn) <= LARGEST) return drawn;
  }
  const small = (room: number) => draw(card, { ...drawing, longest: 80, unfold: false, room });
  for (const room of ROOMS) {
    const drawn = small(room);
    if (bytes(drawn) <= LARGEST) return drawn;
  }
  return small(0);
}
