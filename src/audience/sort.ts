/** Mentions sorted for those who look after the account: what is kind, what is plain, what is inappropriate. */
import { CATEGORIES, type Category, type Inappropriate } from '../policy/audience-schema.ts';
import { CATEGORY_WORDS } from '../policy/audience-words.ts';
import { complaintsIn } from '../policy/meaning/complaints.ts';
import { outside } from '../policy/meaning/phrases.ts';
import { quotesIn, type Reading, readingOf } from '../policy/meaning/reading.ts';
import { sarcasmIn } from '../policy/meaning/sarcasm.ts';
import type { Span } from '../policy/rule.ts';
import type { Policy } from '../policy/schema.ts';
import { type Action, actionsFor } from './actions.ts';
import type { AudienceFacts, Reason } from './facts.ts';
import type { Said } from './grouped.ts';
import { GRAVITIES, type Gravity, type Hit, hitsIn } from './hits.ts';
import { type Leanings, leaningsOf, leaningTraits } from './leaning.ts';
import { lookAt } from './look.ts';
import type { Mention } from './mention.ts';
import { type MentionGroup, saidIn } from './mention-words.ts';
import { ASKED, doubtOf, IN_DANGER, KIND, LOOK_FIRST } from './order.ts';
import { unsuitableIn } from './unsuitable.ts';

/** What decided: `span` is in UTF-16 units of the mention's text, null where it was no word of it. */
export type Deciding = { category: Category; span: Span | null; says: string };

export type Sorted = {
  sort: 'positive' | 'neutral' | 'inappropriate';
  /** Nothing in it decides, but what is learnt of others speaks against it: read it before the plain ones. */
  unsure: boolean;
  /** 0 to 100, to sort by: what is to be read first has the most. */
  doubt: number;
  /** What of the policy's kinds it is, the gravest first; empty unless inappropriate. */
  categories: readonly Category[];
  /** What decided, in the order of the text. */
  deciding: readonly Deciding[];
  /** How grave: `serious` is what a policy takes to the authority. Null unless inappropriate. */
  gravity: Gravity | null;
  /** Who ought to take it up, outside the platform: the office for a complaint, the safeguarding lead for a child in danger. The bot answers nobody. */
  forWhom: 'office' | 'safeguarding' | null;
  /** What fits, what is proposed first. */
  actions: readonly Action[];
  reasons: readonly Reason[];
};

/** Held whatever a document says: no school leaves these below its posts. */
const FLOOR: ReadonlySet<Category> = new Set([
  'extremism',
  'offence',
  'unsuitable',
  'from-another',
]);
type Decided = Omit<Hit, 'from' | 'to' | 'atPeople'> & { span: Span | null };

/** A picture nobody can look at here, from somebody whose profile is what the policy will not have. */
function pictured(mention: Mention, facts: AudienceFacts): Decided[] {
  if (mention.media === 0) return [];
  const says = unsuitableIn(lookAt(mention.author, facts), mention.author);
  return says.length === 0
    ? []
    : [
        {
          category: 'unsuitable',
          span: null,
          says: `It carries a picture or film, and its author’s account is unsuitable. ${says[0]}`,
          gravity: 'plain',
        },
      ];
}

/** Where a document lists no kinds, all of them are looked for. */
const listedIn = (rules: Inappropriate | null): readonly Category[] =>
  rules?.means.categories ?? CATEGORIES;

const HANDLES = /(?<![\w@])@\w{1,20}/g;
/** So many accounts named at once are called by a machine, or to a crowd. */
const CROWD = 3;

/** What is bad in a mention that passes on another's words, or calls many accounts, comes by way of another account too. */
function passedOn(
  bad: readonly Decided[],
  said: readonly Said<MentionGroup>[],
  { plain }: Reading,
  own: readonly Category[],
): Decided[] {
  const relayed =
    said.some(({ group }) => group === 'relayed') || (plain.match(HANDLES)?.length ?? 0) >= CROWD;
  if (!relayed || !own.includes('from-another')) return [];
  if (bad.length === 0 || bad.some(({ category }) => category === 'from-another')) return [];
  const says = 'It passes on what another account made, or calls many at once.';
  return [{ category: 'from-another', span: null, says, gravity: 'mild' }];
}

/** As the policy has it: its own categories, and the floor. What answers no post of ours arrives by way of another account. */
function counted(found: Decided, own: readonly Category[], mention: Mention): Decided | null {
  const strange =
    found.category === 'unsuitable' && mention.answers === null && own.includes('from-another');
  const category = strange ? 'from-another' : found.category;
  return own.includes(category) || FLOOR.has(category) ? { ...found, category } : null;
}

const GLAD = /[❤👏🎉🥰😍🙌🌟⭐💙💚💛💜🧡🤩👍😊]/u;

const CHILD =
  /\b(?:kids?|child|children|boys?|girls?|lads?|lass|lasses|pupils?|toddlers?|your son|your daughter|(?:year|yr) ?\d)\b/;

/** A threat to a child, or children shown undressed: for the safeguarding lead, whatever else is done. */
function isAtChild({ lower, sentences }: Reading, worded: readonly Hit[]): boolean {
  return worded.some(({ from, to, atPeople }) => {
    const sentence = sentences.find((one) => from < one.to && to > one.from);
    return atPeople === true && CHILD.test(lower.slice(sentence?.from ?? 0, sentence?.to));
  });
}

type Kindness = Pick<Sorted, 'forWhom'> & { kind: boolean };

function kindnessOf(
  reading: Reading,
  said: readonly Said<MentionGroup>[],
  worded: readonly Hit[],
): Kindness {
  const worse = worded.length > 0;
  const fine = said.filter(({ group }) => group === 'fine');
  const asked = said.filter(({ group }) => group === 'worry' || group === 'complaint');
  const meant = asked.length === 0 ? [] : outside(asked, [...fine, ...quotesIn(reading)]);
  if (meant.some(({ group }) => group === 'worry') || isAtChild(reading, worded))
    return { forWhom: 'safeguarding', kind: false };
  if (meant.length > 0) return { forWhom: 'office', kind: false };
  const kind = said.some(({ group }) => group === 'positive') || GLAD.test(reading.plain);
  if (worse) return { forWhom: null, kind };
  // Sarcasm is kind in its words alone; blame by small signs is weighed only where nothing is kind.
  const grievance = kind ? sarcasmIn(reading) : complaintsIn(reading);
  return grievance.length > 0 ? { forWhom: 'office', kind: false } : { forWhom: null, kind };
}

/**
 * Sorts a mention by the policy: rules and word lists, no more. Never throws; its work grows with the text's
 * first 4,000 characters and no further. Follows LH-24, LH-25, IR-21, IR-22, SM-17, SM-18, and where a policy
 * is silent the product's floor.
 */
export function sortMention(
  policy: Pick<Policy, 'inappropriate'>,
  mention: Mention,
  facts: AudienceFacts,
): Sorted {
  const rules = policy.inappropriate;
  const own = listedIn(rules);
  const reading = readingOf(mention.text);
  const said = saidIn(reading);
  const worded = hitsIn(reading, said);
  const { forWhom, kind } = kindnessOf(reading, said, worded);
  const bad = [
    ...worded.map(({ from, to, category, says, gravity }) => ({
      category,
      says,
      gravity,
      span: reading.spanOf(from, to),
    })),
    ...pictured(mention, facts),
  ]
    .map((found) => counted(found, own, mention))
    .filter((found) => found !== null);
  const decided = [...bad, ...passedOn(bad, said, reading, own)];
  const inappropriate = decided.length > 0;
  const groups = [...said.map(({ group }) => group), ...worded.map(({ category }) => category)];
  const leanings = leaningsOf(leaningTraits(reading, new Set(groups), mention.answers !== null));
  // What puts the school down where the document does not list that is still a grievance; abuse is for no office.
  const left = worded.length > 0 ? 'office' : null;
  const asked = forWhom ?? left ?? askedByLeaning(leanings, kind);
  const danger = forWhom === 'safeguarding' || leanings.danger >= IN_DANGER;
  const grievance = danger ? 'safeguarding' : inappropriate ? null : asked;
  const glad = kind || (leanings.kind >= KIND && leanings.bad < LOOK_FIRST);
  const categories = CATEGORIES.filter((each) => decided.some(({ category }) => category === each));
  const unsure = !inappropriate && !danger && leanings.bad >= LOOK_FIRST;
  const gravity =
    GRAVITIES.findLast((each) => decided.some((found) => found.gravity === each)) ?? null;
  return {
    sort: inappropriate ? 'inappropriate' : glad && grievance === null ? 'positive' : 'neutral',
    unsure,
    doubt: doubtOf(gravity, danger, leanings),
    categories,
    deciding: decided.map(({ category, span, says }) => ({ category, span, says })),
    gravity,
    forWhom: grievance,
    actions: actionsFor(mention, gravity, rules),
    reasons: reasonsFor(decided, unsure ? 'unsure' : grievance, rules),
  };
}

function askedByLeaning({ asks, kind: glad }: Leanings, kind: boolean): 'office' | null {
  return !kind && asks >= ASKED && asks > glad ? 'office' : null;
}

const BESIDES = {
  safeguarding: 'Somebody may be in danger or need help. Tell the safeguarding lead now.',
  office: 'It is a complaint or asks for an answer. The office gives it, and not here.',
  unsure: 'It may be unkind, though none of its words says so for certain: please look.',
} as const;

function reasonsFor(
  decided: readonly Decided[],
  besides: Sorted['forWhom'] | 'unsure',
  rules: Inappropriate | null,
): Reason[] {
  const said = new Map<string, Reason>();
  for (const category of CATEGORIES) {
    const listed = rules?.means.categories.includes(category) ? rules.means.clauses : [];
    for (const { says } of decided.filter((found) => found.category === category)) {
      const whole = `${says} That counts as ${CATEGORY_WORDS[category]}.`;
      said.set(whole, { says: whole, clauses: listed });
    }
  }
  const more = besides === null ? [] : [{ says: BESIDES[besides], clauses: [] }];
  return besides === 'safeguarding' ? [...more, ...said.values()] : [...said.values(), ...more];
}
