/** Whether a word is a name by what is done to it, or comes from it: we saw Hope on the stage, a goal from Joy. */
import {
  type Around,
  ends,
  follows,
  hasArticle,
  isRaised,
  isTelling,
  low,
  yearAfter,
} from './around.ts';
import { TIMES, WORKS } from './lexicon.ts';
import { MATTER } from './subject.ts';
import { isLoose, type Question, use } from './use.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What is done to people, and hardly to months, values and plants. */
const TO_ONE =
  words(`ask asked thank thanked catch missing meet met congratulate congratulated interviewed
  interview cheer cheered cheering helped help tell told teach taught beat followed invited hugged joined
  join stop stopped stopping photographed applauded beating photographing clapped nominated`);
/** Somebody is perceived: only with a place or a deed after the word is it a person. */
const PERCEIVED = words(
  'spot saw see seen watch watched watching heard hear hearing spotted let loved',
);
/** A child is fetched at home time; what grows is collected for something. */
const FETCHED = /^(?:collecting|collected|collects|fetching)$/;
const PLACED =
  /^(?:up|on|at|crossing|winning|win|go|read|sing|perform|dance|play|run|swim|score|score|bat|bowl|jump|climb|tell|explain|with|receive|collect|get|hold|riding|reading|singing|dancing|holding|wearing|running|try)$/;
const GAVE =
  words(`sing singing gave gives give given awarded presented handed passed went goes read sang waved listening
  listened look looking looked talked talking spoke wrote belongs chatting point birthday happened thanks`);
const EFFORT =
  words(`effort goal goals try catch save saves performance solo answer answers attempt question
  listening reading swimming singing running batting bowling focus attitude progress maths phonics tackle
  score kick sprint dive jump throw serve header pass shot thinking manners teamwork leadership behaviour
  determination perseverance handwriting story poem job work play stuff`);
const PRAISING =
  /^(?:great|super|amazing|fantastic|brilliant|lovely|good|nice|top|superb|excellent|wonderful|terrific|outstanding|fab|fabulous|incredible|awesome|awesome|impressive|stunning|beautiful|such|clever|marvellous)$/;
/** What comes from a season or a month as well as from a child. */
const OF_TIMES =
  /^(?:photos?|pictures?|photographs?|news|menus?|timetables?|letters?|blog|film|films|video|map|team|project|projects|timeline|report|reports|cards?)$/;

const closed = (around: Around, at: number): boolean =>
  ends(around, at) ||
  yearAfter(around, at) > 0 ||
  /^(?:and|for|with|in|from|about|on|at|today|yesterday|this|last|who|when|as|after|because|go|read|to|during|again|too)$/.test(
    low(around, at + 1),
  );

/** "in the second row". */
const isInRow = (around: Around, at: number): boolean =>
  low(around, at + 1) === 'in' &&
  [3, 4].some((step) => /^(?:row|photo|picture|middle|goal)$/.test(low(around, at + step)));

/** "cheering for Hope", "named the boat after Joy", "Next up was Summer". */
function isMeant(around: Around, at: number): boolean {
  const [two, before] = [low(around, at - 2), low(around, at - 1)];
  if (before === 'for' && ends(around, at))
    return /^(?:cheering|clapping|rooting|voting|voted|shouting)$/.test(two);
  if (before === 'after') return [2, 3, 4].some((back) => low(around, at - back) === 'named');
  return /^(?:was|is|came)$/.test(before) && two === 'up' && closed(around, at);
}

/** "Ask Hope about it", "we saw Joy up on the stage", "Look at Summer go!" */
export const doneTo: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.opens || token?.gap !== ' ') return null;
  if (token.possessive) return null;
  const [before, next] = [low(around, at - 1), low(around, at + 1)];
  // "and little Faith": a plant or a value has a small letter there.
  if (before === 'little' && isTelling(around, at) && !hasArticle(around, at))
    return use('it follows “little”');
  if (low(around, at + 1) === 'who' && follows(around, at + 1))
    return use('somebody is meant', true);
  if (
    TO_ONE.has(before) &&
    (closed(around, at) || /^(?:what|how|why|if|whether|where|that|to|not)$/.test(next))
  ) {
    const season = TIMES.has(token.low) && /^(?:in|for|on)$/.test(next);
    return season ? null : use(`it follows “${before}”`);
  }
  if (
    PERCEIVED.has(before) &&
    (PLACED.test(next) || /ing$/.test(next) || isInRow(around, at)) &&
    follows(around, at + 1)
  )
    return use('somebody is seen or heard');
  if (
    FETCHED.test(before) &&
    !MATTER.has(token?.low ?? '') &&
    (ends(around, at) || /^(?:today|tonight|tomorrow|from|after|at|early|later)$/.test(next))
  )
    return use(`it follows “${before}”`);
  if (isMeant(around, at)) return use('somebody is meant');
  const looks = /^(?:look|looking|looked|listen|listening|listened)$/.test(low(around, at - 2));
  if (looks && /^(?:at|to)$/.test(before) && (ends(around, at) || PLACED.test(next)))
    return use('somebody is seen or heard', true);
  return null;
};

/** "We gave the trophy to Hope": somebody is given something, or spoken to. */
export const goesTo: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.opens || token?.gap !== ' ' || token.possessive) return null;
  if (low(around, at - 1) !== 'to' || !closed(around, at)) return null;
  for (let back = at - 2; back >= Math.max(0, at - 7); back -= 1) {
    if (low(around, back) === 'from') return null;
    if (GAVE.has(low(around, back))) {
      const far =
        at - back > 2 ||
        /^(?:listening|listened|talked|talking|spoke|wrote|waved|birthday|sang|sing|singing)$/.test(
          low(around, back),
        );
      return far ? use('somebody is given something', true) : null;
    }
    if (around.tokens[back]?.opens) return null;
  }
  return null;
};

/** "What a goal from Hope!", "a story from Joy": what comes from somebody. */
export const comesFrom: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.gap !== ' ' || token.possessive) return null;
  if (low(around, at - 1) !== 'from' || !closed(around, at) || low(around, at + 1) === 'to')
    return null;
  const thing = low(around, at - 2);
  if (!(WORKS.has(thing) || EFFORT.has(thing))) return null;
  if (TIMES.has(token.low) && OF_TIMES.test(thing)) return null;
  return use(`it follows “${thing} from”`, EFFORT.has(thing));
};

/** "Great effort Hope!": praise of what was done, and whose it is. */
export const cheeredFor: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || at < 2 || !/^,?[ ]$/.test(token.gap) || hasArticle(around, at))
    return null;
  if (!isRaised(token) && !ends(around, at)) return null;
  if (!EFFORT.has(low(around, at - 1)) || !PRAISING.test(low(around, at - 2))) return null;
  return ends(around, at) ||
    /^(?:and|for|in|on|at|with)$/.test(low(around, at + 1)) ||
    yearAfter(around, at) > 0
    ? use('somebody is praised', true)
    : null;
};

const LABELS =
  /^(?:photo|photos|pictured|picture|image|above|below|caption|photograph|here|right|left|middle|centre|front|back|commentary|vocals|drums|goalkeeper|narration)$/;

/** "Photo: Hope with the cup." */
export const pictured: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token === undefined || !/^:\s$/.test(token.gap)) return null;
  if (!LABELS.test(low(around, at - 1))) return null;
  const next = low(around, at + 1);
  const shown = /^(?:with|holding|wearing|showing|reading|playing|performing|having|trying)$/.test(
    next,
  );
  if (shown) return use('somebody is pictured', true);
  return !isLoose(token.low) && closed(around, at) ? use('somebody is pictured') : null;
};

/** "Hope, 9, ran": an age between commas or in brackets. */
export const aged: Question = (around, at) => {
  const [token, age, after] = [around.tokens[at], around.tokens[at + 1], around.tokens[at + 2]];
  if (!isRaised(token) || token?.possessive || age === undefined || hasArticle(around, at))
    return null;
  if (!/^(?:[3-9]|1[0-2])$/.test(age.raw)) return null;
  const bracketed = /^\s?\($/.test(age.gap) && /^\)/.test(after?.gap ?? ')');
  const between = /^,\s$/.test(age.gap) && /^,\s$/.test(after?.gap ?? '') && !isNumber(after?.raw);
  return bracketed || between ? use('an age follows it', true) : null;
};

const isNumber = (raw: string | undefined): boolean => /^\d/.test(raw ?? '');

const CALLING =
  /^(?:welcome|goodbye|bye|farewell|congratulations|congrats|well|thank|thanks|great|good|happy|come|keep|what|bravo|super|amazing|brilliant|fantastic|lovely|wonderful|hooray|hurrah|get|sleep|enjoy|safe|sorry|fantastic|best|nice|excellent|we|you|dear|hope|hoping|wishing|see|rest|feel|missing|roll|chin|so|go|take)$/;

/** "Welcome to our school, Hope!", "Hope, you were a star." */
export const spokenTo: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token === undefined || token.possessive) return null;
  const next = around.tokens[at + 1];
  const later = low(around, at + 2);
  if (token.opens && next !== undefined && /^,\s$/.test(next.gap) && next.low === 'you')
    return /^(?:were|did|made|should|have|are|really|absolutely|must)$/.test(later)
      ? use('it is spoken to', true)
      : null;
  if (!/^,\s$/.test(token.gap) || !(next === undefined || next.opens)) return null;
  let start = at - 1;
  while (start > 0 && !around.tokens[start]?.opens) start -= 1;
  if (at - start < 3 || at - start > 12 || !CALLING.test(low(around, start))) return null;
  const commas = around.tokens.slice(start + 1, at).some(({ gap }) => gap.includes(','));
  return commas ? null : use('it is spoken to', true);
};
