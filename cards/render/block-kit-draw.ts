/** What the parts of a card are drawn with, and how blocks get their ids. */
import type { Block } from './block-kit-shapes.ts';

export type Surface = 'message' | 'modal' | 'home';

/** How much is shown: the first plan shows everything, later ones less, until the card fits. */
export type Plan = {
  /** Small text stands with what it belongs to, not in a block of its own. */
  compact: boolean;
  /** The most items of one list. */
  items: number;
  /** The most of any typed words, in UTF-16 units. */
  longest: number;
};

export type Drawing = Plan & {
  surface: Surface;
  /** The Slack user id of a person of the school, or null. */
  memberOf: (person: string) => string | null;
  /** Their team, or null. */
  team: string | null;
  /** False where no button of the card takes its fields: they are then shown, not asked for. */
  asking: boolean;
  /** How many buttons were drawn so far: each gets a number of its own. */
  buttons: { drawn: number };
};

type WithoutId<Each> = Each extends Block ? Omit<Each, 'block_id'> : never;
/** A block before it has its id; `field` for one that holds a field of the card. */
export type Drawn = WithoutId<Block> & { field?: string };

/** The blocks with their ids: `<place>:<revision>:<n>`, or `<place>:<revision>:f:<field>` for a field. */
export function withIds(drawn: readonly Drawn[], place: string, revision: number): Block[] {
  return drawn.map(({ field, ...block }, n) => {
    const own = field === undefined ? String(n) : `f:${field}`;
    return { ...block, block_id: `${place}:${revision}:${own}` } as Block;
  });
}

const FIELD_ID = /^[^:]*:\d+:f:(.+)$/s;

/** The field a block holds, with what stands behind it, or null where it holds none. */
export function fieldOf(blockId: string): string | null {
  return FIELD_ID.exec(blockId)?.[1] ?? null;
}
