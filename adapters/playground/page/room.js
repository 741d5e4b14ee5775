// @ts-check
/** What stands in the three panes for one person, drawn as it comes. */
import { cardEntry, lineEntry, postEntry, wordEntry } from './entries.js';
import { makePane } from './pane.js';

/** @typedef {import('./shapes.js').Item} Item */
/** @typedef {import('./shapes.js').ShownCard} ShownCard */
/** @typedef {import('./shapes.js').Touch} Touch */
/** @typedef {import('./shapes.js').PaneName} PaneName */
/** @typedef {ReturnType<typeof cardEntry> & { ref: string | null }} LiveCard a card with its buttons and note */
/** @typedef {(card: LiveCard, touch: Touch) => void} OnTouch */

/**
 * @param {{
 *   school: import('./shapes.js').School,
 *   when: (at: number) => string,
 *   onTouch: OnTouch,
 * }} options
 */
export function makeRoom({ school, when, onTouch }) {
  const panes = {
    staff: makePane('staff'),
    slt: makePane('slt'),
    timeline: makePane('timeline', { newestFirst: true }),
  };
  /** How each entry is drawn, so that all can be drawn again in other colours. @type {Map<string, { pane: PaneName, draw: () => void }>} */
  const drawings = new Map();
  /** @type {Map<string, LiveCard>} */
  const cards = new Map();
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** What this person typed, where the chat keeps less of it. @type {Map<string, string>} */
  const typedHere = new Map();
  /** The places of lines that are on their way. @type {Map<string, number>} */
  const orders = new Map();
  let now = school;

  /** @param {PaneName} pane @param {string} key @param {() => void} draw */
  const keep = (pane, key, draw) => {
    drawings.set(`${pane} ${key}`, { pane, draw });
    draw();
  };

  /** @param {PaneName} pane @param {string} key @param {number} order @param {{ card: ShownCard, at: number, ref: string | null }} message */
  const placeCard = (pane, key, order, { card, at, ref }) => {
    keep(pane, key, () => {
      const before = cards.get(`${pane} ${key}`);
      /** @type {LiveCard} */
      const live = {
        ref,
        ...cardEntry(
          { card, at, when: when(at), only: ref === null },
          (touch) => onTouch(live, touch),
          before?.drawn.typed(),
        ),
      };
      cards.set(`${pane} ${key}`, live);
      panes[pane].place({ key, order, element: live.element });
    });
  };

  /** @param {string} key @param {number} order @param {{ person: string, text: string, at: number }} line @param {string | null} state */
  const placeLine = (key, order, { person, text, at }, state) => {
    const name = now.people.find(({ id }) => id === person)?.name ?? 'Somebody';
    keep('staff', key, () => {
      const element = lineEntry({
        name,
        text: typedHere.get(key) ?? text,
        at,
        when: when(at),
        state,
      });
      panes.staff.place({ key, order, element });
    });
  };

  /** @param {string} handle without the @ */
  const nameOfAccount = (handle) =>
    now.accounts.find((account) => account.handle.slice(1).toLowerCase() === handle.toLowerCase())
      ?.name ?? now.name;

  /** @param {Item} item @returns {boolean} false where it was known already */
  const placeItem = ({ pane, topic, key, seq, value }) => {
    const name = `${topic} ${key}`;
    if ((seen.get(name) ?? 0) >= seq) return false;
    seen.set(name, seq);
    if (value.kind === 'line') placeLine(key, value.at, value, null);
    else if (value.kind === 'card') placeCard(pane, key, value.at, value);
    else {
      keep(pane, key, () => {
        panes[pane].place({
          key,
          order: value.at,
          element: postEntry(value, nameOfAccount(value.handle), when(value.at)),
        });
      });
    }
    return true;
  };

  const nextOrder = () => Math.max(panes.staff.last() + 0.001, 1);
  return {
    panes,
    placeItem,
    /** A line on its way; `state` says where it is, null once it stays as it is. @param {string} key @param {string} person @param {string} text @param {string | null} state */
    placeTyped: (key, person, text, state) => {
      typedHere.set(key, text);
      if ([...seen.keys()].some((name) => name.endsWith(` ${key}`))) return;
      const order = panes.staff.has(key) ? (orders.get(key) ?? nextOrder()) : nextOrder();
      orders.set(key, order);
      placeLine(key, order, { person, text, at: Date.now() }, state);
    },
    /** A word that stands only here. @param {string} key @param {string} words */
    placeWord: (key, words) => {
      const order = nextOrder();
      const at = Date.now();
      keep('staff', key, () => {
        panes.staff.place({ key, order, element: wordEntry({ words, at, when: when(at) }) });
      });
    },
    /** A card that stands only here. @param {string} key @param {ShownCard} card */
    placeOwnCard: (key, card) =>
      placeCard('staff', key, nextOrder(), { card, at: Date.now(), ref: null }),
    redraw: () => {
      for (const { draw } of drawings.values()) draw();
    },
    /** The school as it is now; names are told anew where they stand. @param {import('./shapes.js').School} changed */
    know: (changed) => {
      now = changed;
      for (const { draw } of drawings.values()) draw();
    },
    /** Puts the focus on a card that somebody has just acted on. @param {string | null} ref */
    focusCard: (ref) => {
      const card = [...cards.values()].find((each) => each.ref !== null && each.ref === ref);
      card?.element.focus({ preventScroll: true });
      return card !== undefined;
    },
    clear: () => {
      for (const pane of Object.values(panes)) pane.clear();
      for (const kept of [drawings, cards, seen, typedHere, orders]) kept.clear();
    },
  };
}
