/** What a profile says of its owner's age. Hints about somebody else's age (a child's, a class's, a readership's) are none. */
import type { Reading } from '../policy/meaning/reading.ts';
import {
  type Ages,
  agesOfYear,
  bornInYear,
  nowAt,
  numberOf,
  SHAPES,
  WORDED,
} from './age-shapes.ts';

/** What says an age, in small letters, for people. */
export type AgeHint = Ages & {
  says: string;
  /** Set where it says that a parent looks after the account. */
  minded?: true;
};

/** X lets nobody in below this age (help.x.com, "Parental consent and age requirements"). */
export const X_AGE = 13;

/** Before a hint: it is about others. After it: likewise. */
const OTHERS_BEFORE =
  /\b(?:mum|mummy|mam|mom|mother|dad|daddy|father|parent|carer|nan|nana|gran|granny|grandma|grandad|grandpa|auntie|uncle|sister|brother|teach\w*|taught|tutor\w*|author|writer|books?|stories|ages|for|of|to|with|coach\w*|under|over|governor|lead\w*|head|class|work\w*|son|daughter|kids?|children|boys?|girls?|dog|cat|labrador|since|est|established|manag\w*|senco|ta|nqt|ect|u|top|number|no|nr|room|flat|route|chapter|size|over|around|about)\W*(?:\w+\W+){0,2}$/;
const OTHERS_AFTER =
  /^[ ,:'"/-]{0,3}(?:years? )?(?:teach\w*|lead\w*|coach\w*|experience|in (?:teaching|education|business)|sober|clean|of (?:teaching|experience|marriage|service)|at\b|@|and (?:over|under|up)|\+|%|(?:company|business|charity|labrador|retriever|spaniel|dog|cat|pony|horse|car|house|church|building|son|daughter|twins|class|team|tutor|plus|mum|dad|parents?|months?|weeks?|days?|km|miles?|goals?|caps|times|books|kids|children|grandchildren|pm|am|st|nd|rd|th)\b)/;
/** A class at a school, or under a person's own name where that person is. */
const PLACED = /^\W{0,3}(?:at\b|@)/;

/** A child's own words on where it is at school, whatever comes after. */
const IN_YEAR =
  /\b(?:i'?m|i am|im|am) in (?:year|yr|yeer|yea|yer|y) ?(\d{1,2})\b|\bin (?:year|yr|y) ?(\d{1,2}) at\b/;
const MINDED: Ages = { least: 5, most: X_AGE - 1, likely: X_AGE - 3 };
/** An account that a parent looks after is that of a child too young for one. */
const LOOKED_AFTER =
  /\b(?:run|managed|monitored|looked after|supervised|operated|handled) by (?:my |his |her |their )?(?:mum|mummy|dad|daddy|parents?|mam|mom|family|grown-?ups?)\b|\b(?:mum|mummy|dad|daddy|parents?|mam|mom) (?:runs?|manages?|monitors?|supervises?|looks? after|checks?|helps?) (?:this|the|my|it|me|account)\b|\b(?:mum|dad|parent)[- ](?:run|managed|monitored|supervised)\b/;

const LONGEST = 600;
/** What one of the hints must have; most profiles have none of it. */
const TELLING = new RegExp(
  `\\d|\\b(?:year|yr|yeer|yeah|yer|leavers?|class|teacher|tween|double digits|teenage|hate school|love school|not allowed|brownie|cub|beaver|rainbow|council|prefect|trials?|teen|kid|school|schoolboy|schoolgirl|schoolkid|teenager|secondary|sixth|6th|gcses?|a[- ]?levels?|btecs?|reception|nursery|mum|mummy|mam|mom|dad|daddy|parents?|run by|managed by|monitored by|grown-?ups?|i go to|i attend|pupil|student|${WORDED})\\b`,
);

function isOfOthers(text: string, from: number, to: number, named: boolean): boolean {
  const start = Math.max(
    text.lastIndexOf('|', from - 1),
    text.lastIndexOf('\n', from - 1),
    text.lastIndexOf('. ', from - 1),
    from - 60,
    0,
  );
  const after = text.slice(to, to + 30);
  return (
    OTHERS_BEFORE.test(text.slice(start, from)) ||
    (!(named && PLACED.test(after)) && OTHERS_AFTER.test(after))
  );
}

/** Every hint of a reading about its owner's age, `at` being now in epoch ms; `named` where it bears a person's name. */
export function agesIn({ lower }: Reading, at: number, named: boolean): AgeHint[] {
  const text = lower.slice(0, LONGEST);
  if (!TELLING.test(text)) return [];
  const now = nowAt(at);
  const sure: AgeHint[] = [];
  const own = IN_YEAR.exec(text);
  const ages = own === null ? null : agesOfYear(numberOf(own[1] ?? own[2]), now);
  if (own !== null && ages !== null) sure.push({ ...ages, says: own[0] });
  const minded = LOOKED_AFTER.exec(text);
  if (minded !== null) sure.push({ ...MINDED, says: minded[0], minded: true });
  return sure.concat(
    SHAPES.flatMap(({ shape, age }): AgeHint[] => {
      const found = shape.exec(text);
      const hint = found === null ? null : age(found, now);
      if (found === null || hint === null) return [];
      if (isOfOthers(text, found.index, found.index + found[0].length, named)) return [];
      const says = found[0].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      return [{ ...hint, says }];
    }),
  );
}

/** A year of birth at the end of a handle: where the account was made years later, it is not the year it was made in. */
const YEAR_IN_HANDLE = /(20(?:0[5-9]|[12]\d))$/;
const YOUNGEST_OWNER = 7;

/** What a handle says of its owner's age, the account's own age considered; empty where it says nothing. */
export function bornIn(
  { handle, createdAt }: { handle: string; createdAt: number | null },
  at: number,
): AgeHint[] {
  const year = Number(YEAR_IN_HANDLE.exec(handle)?.[1]);
  if (Number.isNaN(year) || createdAt === null || Number.isNaN(createdAt)) return [];
  if (new Date(createdAt).getUTCFullYear() - year < YOUNGEST_OWNER) return [];
  const ages = bornInYear(year, nowAt(at));
  return ages === null ? [] : [{ ...ages, says: String(year) }];
}
