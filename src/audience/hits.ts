/** What in a mention speaks against it, whatever a policy then makes of it. */
import { CATEGORIES, type Category } from '../policy/audience-schema.ts';
import { outside } from '../policy/meaning/phrases.ts';
import { quotesIn, type Reading } from '../policy/meaning/reading.ts';
import { type OffenceKind, offencesIn } from '../policy/rules/offensive.ts';
import type { Said } from './grouped.ts';
import { type MentionGroup, saidIn } from './mention-words.ts';

/** How grave something is, the least first. */
export const GRAVITIES = ['mild', 'plain', 'serious'] as const;
export type Gravity = (typeof GRAVITIES)[number];

type Range = { from: number; to: number };
type Told = {
  category: Category;
  says: string;
  gravity: Gravity;
  /** Set for what may be done to a person: where that is a child, it is a matter of safeguarding. */
  atPeople?: true;
};
/** In UTF-16 units of a reading's `plain`. */
export type Hit = Told & Range;

type BadGroup = Exclude<MentionGroup, 'complaint' | 'worry' | 'positive' | 'relayed' | 'fine'>;

const WORDED: Readonly<Record<BadGroup, Told>> = {
  extremism: {
    category: 'extremism',
    says: 'It reads as extremist or hateful.',
    gravity: 'serious',
  },
  threat: {
    category: 'offence',
    says: 'It threatens somebody, or wishes them harm.',
    gravity: 'serious',
    atPeople: true,
  },
  abuse: { category: 'offence', says: 'It insults somebody.', gravity: 'plain' },
  sexual: {
    category: 'unsuitable',
    says: 'It is sexual, or unfit for a school’s page.',
    gravity: 'plain',
  },
  spam: { category: 'unsuitable', says: 'It reads as spam or a scam.', gravity: 'mild' },
  pirated: {
    category: 'copyright',
    says: 'It offers a copy that breaks copyright.',
    gravity: 'plain',
  },
  undermining: {
    category: 'undermining',
    says: 'It puts the school or its people down.',
    gravity: 'plain',
  },
};
const isBad = (group: MentionGroup): group is BadGroup => Object.hasOwn(WORDED, group);

const OFFENCES: Readonly<Record<OffenceKind, Omit<Told, 'category'>>> = {
  swearing: { says: 'It swears.', gravity: 'mild' },
  slurs: { says: 'It uses a word that demeans people.', gravity: 'serious' },
  insults: { says: 'It insults somebody.', gravity: 'plain' },
  sexual: { says: 'It makes a remark about somebody’s body, or about sex.', gravity: 'plain' },
  discriminatory: { says: 'It puts people down for what they are.', gravity: 'serious' },
  defamatory: { says: 'It accuses somebody, and may be a slander.', gravity: 'plain' },
};

/** What no phrase says: a sign for adults, a coin's ticker, a door to a chat elsewhere. */
const SIGNS: readonly (readonly [RegExp, BadGroup])[] = [
  [/🔞|🍆|🍑 ?💦|💦{2,}|👅 ?💦/gu, 'sexual'],
  [
    /\b(?:mak|earn|pocket|bank)(?:e|ing|ed)?\b[^.!?\n]{0,20}[£$€] ?\d[\d,.k]* ?(?:a|per|every|each|\/) ?(?:day|week|month|hour)\b/gi,
    'spam',
  ],
  [/\$[A-Z]{3,6}\d?\b/g, 'spam'],
  [
    /\b(?:t\.me|wa\.me|telegram\.me)\/\S{1,60}|\b(?:whatsapp|telegram)\b:? ?\+?\d[\d ]{6,16}/gi,
    'spam',
  ],
];

/** Stretches of one category that overlap, as one; it is as grave as the gravest of them. */
function joined(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || hit.from >= last.to) kept.push(hit);
    else {
      const graver = GRAVITIES.indexOf(hit.gravity) > GRAVITIES.indexOf(last.gravity) ? hit : last;
      kept[kept.length - 1] = { ...graver, from: last.from, to: Math.max(last.to, hit.to) };
    }
  }
  return kept;
}

/** Where words count twice, as an insult that also puts the school down, they count as the gravest. */
function gravest(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const category of CATEGORIES) {
    const own = joined(hits.filter((hit) => hit.category === category));
    kept.push(...outside(own, kept));
  }
  return kept.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/**
 * Everything in a text that may be inappropriate, in its order. Quotation marks excuse what puts the school down
 * ("some say it is a shambles"), never a threat or hatred.
 */
export function hitsIn(reading: Reading, said: readonly Said<MentionGroup>[]): Hit[] {
  const fine = said.filter(({ group }) => group === 'fine');
  const worded = said.flatMap(({ group, from, to }): Hit[] =>
    isBad(group) ? [{ ...WORDED[group], from, to }] : [],
  );
  const signs = SIGNS.flatMap(([sign, group]) =>
    [...reading.plain.matchAll(sign)].map(
      ({ index, 0: found }): Hit => ({ ...WORDED[group], from: index, to: index + found.length }),
    ),
  );
  const offences = offencesIn(reading).map(
    ({ from, to, kind }): Hit => ({ category: 'offence', ...OFFENCES[kind], from, to }),
  );
  const meant = outside([...worded, ...offences], fine);
  const quoted = meant.some(({ category }) => category === 'undermining') ? quotesIn(reading) : [];
  const aimed = meant.filter(
    (hit) => hit.category !== 'undermining' || outside([hit], quoted).length > 0,
  );
  return gravest([...aimed, ...signs]);
}

/** The names of all that a reading says and of what speaks against it, for what is learnt. */
export function groupsIn(reading: Reading): Set<string> {
  const said = saidIn(reading);
  return new Set([
    ...said.map(({ group }) => group),
    ...hitsIn(reading, said).map(({ category }) => category),
  ]);
}
