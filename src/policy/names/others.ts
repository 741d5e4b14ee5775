/** Whether a name is plainly somebody or something other than a pupil or parent. */
import {
  type Around,
  ends,
  follows,
  hasCapital,
  isRaised,
  isThing,
  low,
  yearAfter,
} from './around.ts';
import { CALENDAR, CHILD_ROLES, PLACES, ROLES, TIMES, TITLES, TOWARDS } from './lexicon.ts';

const OURS = /^(?:her|his|their|my|your|our|little|big)$/;

/** Mrs, Sir, Saint, King and their like right before, or a first name between: Mrs Emma Hill. */
export function isTitled(around: Around, at: number): boolean {
  const token = around.tokens[at];
  if (token === undefined || !/^\.?[ \t]{1,2}$/.test(token.gap)) return false;
  const before = low(around, at - 1);
  // "We will all miss Will": the verb has a small letter where the name has a capital.
  if (before === 'miss' && around.tokens[at - 1]?.shape === 'small' && hasCapital(token))
    return false;
  if (TITLES.has(before)) {
    return (
      KIN.test(before) ||
      !OURS.test(low(around, at - 2)) ||
      /^(?:mr|mrs|ms|miss|dr|mx)$/.test(before)
    );
  }
  const first = around.tokens[at - 1];
  const titled =
    at > 1 && TITLES.has(low(around, at - 2)) && /^\.?[ \t]{1,2}$/.test(first?.gap ?? '');
  return titled && isRaised(first);
}

const KIN = /^(?:aunt|auntie|aunty|uncle|granny|grandma|grandpa|grandad|nana|nan)$/;

/** "Grandad Wilf", "Auntie Sunita": a child's family, no pupil, and no adult of standing either. */
export function isKin(around: Around, at: number): boolean {
  return follows(around, at) && KIN.test(low(around, at - 1));
}

/** A figure, place or fixed phrase of two words or more; or one of a legend: Niamh of the Golden Hair. */
export function isFigured(around: Around, at: number): boolean {
  return around.figured.inside[at] === true || isOfLegend(around, at);
}

const LEGENDARY = /^(?:wicked|evil|fearsome|mythical|legendary|fictional|enchanted)$/;
const IN_LEGENDS =
  /^(?:viking|vikings|pirate|knight|wizard|giant|dragon|gladiator|roman|saxon|celt|ogre|troll|minotaur|brave knight)$/;

/** "wicked Aoife", "Ruairidh of the Glens", "Erik the Viking". */
function isOfLegend(around: Around, at: number): boolean {
  if (follows(around, at) && LEGENDARY.test(low(around, at - 1))) return true;
  if (!follows(around, at + 1) || around.flat) return false;
  const [next, third, land] = [low(around, at + 1), low(around, at + 2), around.tokens[at + 3]];
  if (next === 'the') return IN_LEGENDS.test(third);
  return (
    next === 'of' &&
    third === 'the' &&
    isRaised(land) &&
    !CALENDAR.has(land?.low ?? '') &&
    !/^(?:class|house|team)$/.test(low(around, at + 4))
  );
}

const SERVING =
  /^(?:lollipop|dinner|delivery|crossing|maintenance|kitchen|dinnertime|lunchtime) (?:lady|man|woman|person|patrol|supervisor|staff)$/;

/** How far a role may stand before a name: "author and illustrator Tom", "our librarian Tom". */
const ROLE_REACH = 1;

/** An adult by what they do: `alone` where only a first name is given, which a child may share a role with. */
export function isAdult(around: Around, at: number, last: number, alone: boolean): boolean {
  const token = around.tokens[at];
  if (token === undefined) return false;
  for (let back = at - 1; back >= at - ROLE_REACH; back -= 1) {
    const role = low(around, back);
    if (SERVING.test(`${low(around, back - 1)} ${role}`) && /^(?:[ ]|,\s)$/.test(token.gap))
      return true;
    const near = /^(?:[ ]|,\s)$/.test(token.gap);
    if (!near || !ROLES.has(role)) continue;
    if (!(alone && CHILD_ROLES.has(role))) return true;
  }
  const next = around.tokens[last + 1];
  if (next === undefined || yearAfter(around, last) > 0 || /^\d/.test(next.raw)) return false;
  if (/^(?:mbe|obe|cbe|mp|phd|kc|qc)$/.test(next.low)) return true;
  const apposed = /^,\s$|^\s?\($/.test(next.gap) || (next.gap === ' ' && next.low === 'the');
  if (apposed) {
    for (let step = 1; step <= 6; step += 1) {
      const word = around.tokens[last + step];
      if (word === undefined || (step > 1 && /[,.!?)]/.test(word.gap))) break;
      // His chair is nobody's office.
      if (word.low === 'chair' && low(around, last + step + 1) !== 'of') continue;
      if (ROLES.has(word.low) && !(alone && CHILD_ROLES.has(word.low))) return true;
      if (/^(?:mum|dad|pupil|aged)$/.test(word.low)) return false;
    }
  }
  return isSent(around, last, alone);
}

const ORGANISATIONS =
  /^(?:water|trust|council|police|fire|rescue|museum|zoo|bank|group|ltd|library|theatre|university|hospital|library|news|fc|rovers|united|charity|foundation|association|service|company|orchestra|gallery|farm|aid|samaritans)$/;

/** Somebody who comes from an organisation: "Tom from the RSPB", "Tom Hart from Severn Trent". */
function isSent(around: Around, last: number, alone: boolean): boolean {
  const [next, source, third] = [1, 2, 3].map((step) => around.tokens[last + step]);
  if (next?.gap !== ' ' || next.low !== 'from' || source === undefined || around.flat) return false;
  if (source.low === 'the') return isRaised(third) && !CALENDAR.has(third?.low ?? '');
  if (!isRaised(source) || TIMES.has(source.low)) return false;
  if (!alone || source.shape === 'capitals') return true;
  return [2, 3, 4].some((step) => {
    const word = around.tokens[last + step];
    return isRaised(word) && ORGANISATIONS.test(word?.low ?? '');
  });
}

/** What comes from a place one has gone to. */
const SENT_HOME = /^(?:postcards?|greetings|souvenirs?|views?|shells?|pebbles?)$/;

const SHOPS =
  /^(?:kitchen|farm|bakery|butchers?|barbers?|cafe|garage|nursery|shop|stores?|arms|pizza|pizzeria|bookshop|bookshops|books|toys|bakers|deli|dairy|diner|takeaway|gym|garden|gardens|florist|florists|supermarket|circus|coaches|travel|theatre|school|academy|house)$/;

/** "Chen's Kitchen": a shop or a firm, by the capital of what is owned. */
export function isFirm(around: Around, last: number): boolean {
  const next = around.tokens[last + 1];
  return (
    around.tokens[last]?.possessive === true &&
    !around.flat &&
    isRaised(next) &&
    SHOPS.test(next?.low ?? '')
  );
}

/** A place, people, firm or thing of that name. */
export function isPlace(around: Around, at: number): boolean {
  const token = around.tokens[at];
  if (token === undefined) return false;
  if (isThing(around, at)) return true;
  if (!PLACES.has(token.low) || token.possessive || yearAfter(around, at) > 0) return false;
  if (SENT_HOME.test(low(around, at - 2)) && low(around, at - 1) === 'from' && ends(around, at))
    return true;
  return (
    follows(around, at) &&
    TOWARDS.has(low(around, at - 1)) &&
    !/^(?:done|well|thank|thanks|goes|went|luck|congratulations|welcome|awarded|given|presented)$/.test(
      low(around, at - 2),
    )
  );
}

/** The place of a surname right after a first name, or -1: a capital that no sentence asks for. */
export function surnameAfter(around: Around, at: number, isFirst: (at: number) => boolean): number {
  const token = around.tokens[at];
  const next = around.tokens[at + 1];
  if (token === undefined || next === undefined || token.possessive || around.flat) return -1;
  if (
    !/^[ ]$/.test(next.gap) ||
    next.shape !== 'capital' ||
    next.quiet ||
    token.shape !== 'capital'
  )
    return -1;
  if (next.low.length < 2 || CALENDAR.has(next.low) || TIMES.has(next.low)) return -1;
  if (/\d/.test(next.raw) || isFirst(at + 1)) return -1;
  return at + 1;
}

/** True where the name stands inside quotation marks as part of a title: 'Charlie and the Glass Lift'. */
export function isQuoted(around: Around, at: number): boolean {
  const token = around.tokens[at];
  if (token === undefined) return false;
  let from = at;
  while (from > 0 && at - from < 8 && !/(?:^|[\s(:])["'“‘«]$/u.test(around.tokens[from]?.gap ?? ''))
    from -= 1;
  if (!/(?:^|[\s(:])["'“‘«]$/u.test(around.tokens[from]?.gap ?? '')) return false;
  let to = at;
  while (
    to + 1 < around.tokens.length &&
    to - at < 8 &&
    around.tokens[to]?.closes !== true &&
    !/^[.!?,]?["'”’»]/u.test(around.tokens[to + 1]?.gap ?? '')
  )
    to += 1;
  const words = around.tokens.slice(from, to + 1);
  if (words.length < 2 || words.length > 9) return false;
  return words.every((one, index) => isRaised(one) || (index > 0 && one.low.length < 5));
}
