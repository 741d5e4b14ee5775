/** What somebody sees in Slack, as the scenarios speak of it: cards in messages, forms in modals. */
import { elementsOf } from '../fakes/slack/blocks.ts';
import { type Json, thing, things, word } from '../fakes/slack/json.ts';
import { buttonsOf, fieldsOf, type Seen } from '../fakes/slack/look.ts';
import { readText } from '../fakes/slack/reading.ts';
import { heldIn, keyOf } from '../fakes/slack/state.ts';
import type { Message, World } from '../fakes/slack/world.ts';
import type { Sight } from '../scenarios/hands.ts';

/** Where a card stands: the message as it was then, and for one that only they see the name of its place. */
export type Own = { user: string; message: Message; place: string | null };

export const ownOf = (sight: Sight) => sight.own as Own;

const quiet = () => {};

/** Every address that a block leads to. */
function addresses(it: unknown): string[] {
  if (Array.isArray(it)) return it.flatMap(addresses);
  if (typeof it !== 'object' || it === null) return [];
  const own = typeof (it as Json).url === 'string' ? [String((it as Json).url)] : [];
  return [...own, ...Object.values(it).flatMap(addresses)];
}

/** The row of buttons that ends a message; what unfolds a part of it is none of them. */
function foot(world: World, blocks: Json[]): string[] {
  const last = blocks.findLastIndex(({ type }) => type !== 'actions');
  return buttonsOf(world, blocks.slice(last + 1))
    .filter(({ at: [, element] }) => !word(element.action_id).startsWith('details.'))
    .map(({ label }) => label);
}

function boxesOf(world: World, user: string, { ts, blocks }: Message): Sight['boxes'] {
  const ticks = fieldsOf(world, blocks).filter(({ element }) => element.type === 'checkboxes');
  return ticks.flatMap(({ label, block, element }) => {
    const held = things(heldIn(world, user, ts, block, element)[keyOf(element)]);
    const options = things(element.options);
    return options.map((option) => ({
      // One that is too long for a box stands above it.
      says: options.length === 1 && label.length > 75 ? label : readText(world, option.text, quiet),
      ticked: held.some((each) => each.value === option.value),
    }));
  });
}

/** The name a card goes by where Slack gives it none that lasts. */
export const placeOf = ({ only, blocks }: Message): string | null =>
  only === null ? null : (word(thing(blocks[0]).block_id).split(':')[0] ?? null);

/** A message as a card somebody has before them. */
export function sightOf(world: World, user: string, seen: Seen): Sight {
  const message = world.messages.find(
    ({ ts, channel }) => ts === seen.ts && channel === seen.channel,
  );
  if (!message) throw new Error('the message is gone');
  return {
    text: [seen.text, ...addresses(message.blocks)].join('\n'),
    labels: foot(world, message.blocks),
    buttons: seen.buttons,
    boxes: boxesOf(world, user, message),
    own: { user, message: structuredClone(message), place: placeOf(message) } satisfies Own,
  };
}

/** A form as it reads, with what stands in its fields. */
export const formText = ({ text, fields }: Seen): string =>
  [text, ...Object.entries(fields).map(([label, value]) => `${label}: ${value}`)].join('\n');

/** Whether boxes to tick are among some blocks. */
export const hasBoxes = (blocks: Json[]) =>
  blocks.some((block) => elementsOf(block).some(({ type }) => type === 'checkboxes'));
