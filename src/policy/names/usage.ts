/**
 * Whether an everyday word is used as a name where it stands, by plain rules of context. Of two language
 * libraries tried on 38 examples (17 names, 21 words), compromise found 7 names with 3 false alarms, or 13
 * with 8 by its proper nouns, at 150 to 220 µs; wink-nlp found 12 with 14 false alarms.
 */
import { type Around, ends, follows, isRaised, isThing, low, yearAfter } from './around.ts';
import { capitalled } from './capital.ts';
import { does, owns } from './deeds.ts';
import { CHOSEN, IDEAS, TIMES, WORKS } from './lexicon.ts';
import { isMatter } from './matter.ts';
import { aged, cheeredFor, comesFrom, doneTo, goesTo, pictured, spokenTo } from './object.ts';
import { lettered, placed } from './placed.ts';
import { praised } from './praise.ts';
import { givenTo, hasTheirs, introduced, oneOfOurs } from './signs.ts';
import { subject } from './subject.ts';
import { together } from './together.ts';
import {
  askedOf,
  heralded,
  leftUnsaid,
  listedAs,
  meantLater,
  namedLikeValue,
  toldAside,
} from './turns.ts';
import { isLoose, type Question, type Use, use } from './use.ts';

const MADE =
  /^(?:made|written|drawn|painted|designed|created|built|baked|composed|knitted|performed|read|taken|coded|sewn|told|won|scored|illustrated|report|invented)$/;

const byThem: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || low(around, at - 1) !== 'by' || !follows(around, at)) return null;
  const before = low(around, at - 2);
  const made =
    MADE.test(before) ||
    WORKS.has(before) ||
    (/^(?:is|was)$/.test(before) && WORKS.has(low(around, at - 3)));
  const placed = yearAfter(around, at) > 0;
  if (token.shape === 'small')
    return placed || (made && ends(around, at) && !isLoose(token.low))
      ? use('it follows “by”', true)
      : null;
  const closed = ends(around, at) || /^(?:made|won|is|was|has|had)$/.test(low(around, at + 1));
  if (TIMES.has(token.low) && !placed && !(made && closed)) return null;
  if (
    IDEAS.has(token.low) &&
    /^(?:inspired|driven|moved|led|guided|filled|surrounded)$/.test(before)
  )
    return null;
  return use('it follows “by”', true);
};

const NOT_PEOPLE =
  /^(?:word|value|theme|book|song|colour|story|flower|season|month|letter|sound|topic|tree|subject|focus|vegetable|fruit|animal|bird|number|fact|joke|question|class|team|house|motto|virtue|poem|picture|skill|dates?|date|time|place)$/;

const chosen: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || !isRaised(token) || at === 0) return null;
  const direct = /^[ ]$/.test(token.gap);
  if (
    direct &&
    CHOSEN.has(low(around, at - 1)) &&
    !isLoose(token.low) &&
    !token.opens &&
    !around.flat &&
    token.low !== 'art'
  ) {
    return isThing(around, at) ? null : use('it follows who was chosen', true);
  }
  const pointed =
    /[:–—]|\s-\s|!\s|^,\s$/u.test(token.gap) ||
    (direct && /^(?:is|was|are|were|to)$/.test(low(around, at - 1)));
  if (!pointed) return null;
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    if (NOT_PEOPLE.test(low(around, back))) return null;
    if (CHOSEN.has(low(around, back))) {
      const next = low(around, at + 1);
      const closed =
        ends(around, at) ||
        yearAfter(around, at) > 0 ||
        /^(?:and|for|with|who|from|in|on|has|is)$/.test(next);
      return closed ? use('it follows who was chosen', true) : null;
    }
    if (/[.!?\n]/.test(around.tokens[back]?.gap ?? '')) return null;
  }
  return null;
};

const called: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined) return null;
  const quoted = /["'”’»]/u.test(around.tokens[at - 1]?.gap ?? '');
  if (
    quoted &&
    isRaised(token) &&
    /^(?:said|says|asked|explained|explains|shouted|added|laughed|told|replied|wrote)$/.test(
      low(around, at - 1),
    )
  )
    return use('it follows what somebody said', true);
  if (isRaised(token) && follows(around, at) && /^(?:called|named)$/.test(low(around, at - 1)))
    return use(`it follows “${low(around, at - 1)}”`);
  const next = around.tokens[at + 1];
  if (
    next !== undefined &&
    isRaised(token) &&
    /^,\s$/.test(next.gap) &&
    token.opens &&
    /^(?:you|your|please|can|could|we)$/.test(next.low) &&
    !TIMES.has(token.low)
  )
    return use('it is spoken to', true);
  const last = next === undefined || next.opens;
  const spoken = around.tokens
    .slice(Math.max(0, at - 12), at)
    .some((one) => /^(?:you|your|youre)$/.test(one.low));
  if (
    last &&
    spoken &&
    isRaised(token) &&
    /^,\s$/.test(token.gap) &&
    !around.flat &&
    !TIMES.has(token.low)
  )
    return use('it is spoken to', true);
  return null;
};

const QUESTIONS: readonly Question[] = [
  praised,
  byThem,
  lettered,
  chosen,
  called,
  placed,
  owns,
  does,
  hasTheirs,
  introduced,
  oneOfOurs,
  givenTo,
  subject,
  doneTo,
  goesTo,
  comesFrom,
  cheeredFor,
  pictured,
  aged,
  spokenTo,
  heralded,
  toldAside,
  listedAs,
  leftUnsaid,
  askedOf,
  meantLater,
  capitalled,
  namedLikeValue,
  together,
];

/** "CHILDREN WILL NEED A COAT": capitals that say nothing, and a verb right before another. */
function isModal(around: Around, at: number): boolean {
  return (
    around.flat &&
    /^(?:will|may)$/.test(low(around, at)) &&
    follows(around, at) &&
    follows(around, at + 1) &&
    !/^(?:and|in|for|who|with|from|on|you|has|is|was)$/.test(low(around, at + 1)) &&
    yearAfter(around, at) === 0
  );
}

/** Why this word is a name here, by itself: what stands in a list beside it is not asked. Null where it is a word. */
export function usedAsName(around: Around, at: number): Use | null {
  if (isThing(around, at) || isModal(around, at)) return null;
  let weak: Use | null = null;
  for (const question of QUESTIONS) {
    const found = question(around, at);
    if (found?.strong === true) return found;
    weak ??= found;
  }
  return weak === null || isMatter(around, at) ? null : weak;
}

/** The places of the words joined to this one by a comma, "and" or "&". */
export function listedWith(around: Around, at: number): number[] {
  const beside: number[] = [];
  const token = around.tokens[at];
  const next = around.tokens[at + 1];
  if (token === undefined) return beside;
  if (/^(?:(?:,| &| ,)\s|\s?\/\s?)$/.test(token.gap)) beside.push(at - 1);
  const one = low(around, at - 1) === 'little' ? at - 1 : at;
  if (/^,?\s$/.test(token.gap) && low(around, one - 1) === 'and') beside.push(one - 2);
  if (next !== undefined && !token.possessive && /^(?:,| &| ,)\s$/.test(next.gap))
    beside.push(at + 1);
  if (next?.low === 'and' && /^,?\s$/.test(next.gap)) beside.push(at + 2);
  return beside.filter((place) => place >= 0 && place < around.tokens.length);
}
