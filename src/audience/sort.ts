/** Mentions sorted for those who look after the account: what is kind, what is plain, what is inappropriate. */
import {
  CATEGORIES,
  type Category,
  type Inappropriate,
  type Remedy,
} from '../policy/audience-schema.ts';
import { CATEGORY_WORDS } from '../policy/audience-words.ts';
import { quotesIn, type Reading, readingOf } from '../policy/meaning/reading.ts';
import { sarcasmIn } from '../policy/meaning/sarcasm.ts';
import type { Span } from '../policy/rule.ts';
import { offencesIn } from '../policy/rules/offensive.ts';
import type { Policy } from '../policy/schema.ts';
import type { AudienceFacts, Reason } from './facts.ts';
import type { Mention } from './mention.ts';
import { innocent, type MentionGroup, saidIn } from './mention-words.ts';

/** Words that decided, for people: `span` in UTF-16 units of the mention's text, null where no words did. */
export type Deciding = { category: Category; span: Span | null; says: string };

/** What a person may do about a mention; `nothing` is always among them. */
export type Action = 'nothing' | Exclude<Remedy, 'remove'>;

export type Sorted = {
  sort: 'positive' | 'neutral' | 'inappropriate';
  /** What of the policy's kinds it is, the gravest first; empty unless inappropriate. */
  categories: readonly Category[];
  /** The words that decided, in the order of the text. */
  deciding: readonly Deciding[];
  /** How grave: `serious` is what a policy takes to the authority. Null unless inappropriate. */
  gravity: 'mild' | 'plain' | 'serious' | null;
  /** Who ought to take it up, outside the platform: the office for a complaint, the safeguarding lead for a child in danger. The bot answers nobody. */
  forWhom: 'office' | 'safeguarding' | null;
  /** What fits, the first proposed first. */
  actions: readonly Action[];
  reasons: readonly Reason[];
};

type Hit = {
  category: Category;
  from: number;
  to: number;
  says: string;
  gravity: 'mild' | 'plain' | 'serious';
};
type Range = { from: number; to: number };

/** Held whatever a document says: no school leaves these below its posts. */
const FLOOR: ReadonlySet<Category> = new Set([
  'extremism',
  'offence',
  'unsuitable',
  'from-another',
]);
const FLOOR_ACTIONS: readonly Remedy[] = ['hide', 'mute', 'block', 'report', 'escalate'];

const SAYS: Readonly<
  Record<
    Exclude<MentionGroup, 'complaint' | 'worry' | 'positive'>,
    { category: Category; says: string; gravity: Hit['gravity'] }
  >
> = {
  threat: {
    category: 'offence',
    says: 'It threatens somebody, or wishes them harm.',
    gravity: 'serious',
  },
  extremism: {
    category: 'extremism',
    says: 'It reads as extremist or hateful.',
    gravity: 'serious',
  },
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
const SORTED_GROUPS = Object.keys(SAYS) as (keyof typeof SAYS)[];

const OFFENCE_SAYS = {
  swearing: ['It swears.', 'mild'],
  slurs: ['It uses a word that demeans people.', 'serious'],
  insults: ['It insults somebody.', 'plain'],
  sexual: ['It makes a remark about somebody’s body, or about sex.', 'plain'],
  discriminatory: ['It puts people down for what they are.', 'serious'],
  defamatory: ['It accuses somebody, and may be a slander.', 'plain'],
} as const;

function hitsIn(reading: Reading, aside: readonly Range[]): Hit[] {
  const worded = SORTED_GROUPS.flatMap((group) =>
    saidIn(group, reading, aside).map(({ from, to }): Hit => ({ ...SAYS[group], from, to })),
  );
  const offences = offencesIn(reading)
    .filter(({ from, to }) => !aside.some((other) => from < other.to && other.from < to))
    .map(({ from, to, kind }): Hit => {
      const [says, gravity] = OFFENCE_SAYS[kind];
      return { category: 'offence', from, to, says, gravity };
    });
  return [...worded, ...offences];
}

const GRAVITIES = ['mild', 'plain', 'serious'] as const;

/** As the policy has it: its own categories, and the floor. */
function counted(hit: Hit, own: readonly Category[], mention: Mention): Hit | null {
  const moved =
    hit.category === 'unsuitable' && mention.answers === null && own.includes('from-another')
      ? ({ ...hit, category: 'from-another' } as const)
      : hit;
  return own.includes(moved.category) || FLOOR.has(moved.category) ? moved : null;
}

function actionsFor(
  mention: Mention,
  gravity: Sorted['gravity'],
  rules: Inappropriate | null,
): Action[] {
  if (gravity === null) return ['nothing'];
  const listed = new Set<Remedy>([...(rules?.remedies.actions ?? FLOOR_ACTIONS), 'hide', 'mute']);
  const order: Exclude<Action, 'nothing'>[] =
    gravity === 'serious'
      ? ['escalate', 'report', 'block', 'hide', 'mute']
      : gravity === 'plain'
        ? ['block', 'report', 'hide', 'mute']
        : ['hide', 'mute', 'block', 'report'];
  const fits = order.filter((action) => {
    if (action === 'hide') return mention.answers !== null && !mention.hidden;
    return listed.has(action);
  });
  return [...fits, 'nothing'];
}

/**
 * Sorts a mention by the policy: rules and word lists, no more. Never throws; its work grows with the text's
 * first 4,000 characters and no further. Follows LH-24, LH-25, IR-21, IR-22, SM-17, SM-18, and where a policy
 * is silent the product's floor.
 */
export function sortMention(
  policy: Pick<Policy, 'inappropriate'>,
  mention: Mention,
  _facts: Pick<AudienceFacts, 'at'>,
): Sorted {
  const rules = policy.inappropriate;
  const reading = readingOf(mention.text);
  const aside = [...innocent(reading), ...quotesIn(reading)];
  const own = rules?.means.categories ?? [];
  const hits = hitsIn(reading, aside)
    .map((hit) => counted(hit, own, mention))
    .filter((hit) => hit !== null)
    .toSorted((a, b) => a.from - b.from);
  const worry = saidIn('worry', reading, aside).length > 0;
  const complaint = saidIn('complaint', reading, aside).length > 0;
  const forWhom = worry ? 'safeguarding' : complaint ? 'office' : null;
  const categories = CATEGORIES.filter((each) => hits.some(({ category }) => category === each));
  const gravity = GRAVITIES.findLast((each) => hits.some((hit) => hit.gravity === each)) ?? null;
  const kind =
    saidIn('positive', reading, []).length > 0 || /[❤👏🎉🥰😍🙌🌟⭐💙💚💛]/u.test(reading.plain);
  const sort =
    hits.length > 0
      ? 'inappropriate'
      : kind && forWhom === null && sarcasmIn(reading).length === 0
        ? 'positive'
        : 'neutral';
  return {
    sort,
    categories,
    deciding: hits.map(({ category, from, to, says }) => ({
      category,
      span: reading.spanOf(from, to),
      says,
    })),
    gravity,
    forWhom,
    actions: actionsFor(mention, gravity, rules),
    reasons: reasonsFor(hits, categories, forWhom, rules),
  };
}

function reasonsFor(
  hits: readonly Hit[],
  categories: readonly Category[],
  forWhom: Sorted['forWhom'],
  rules: Inappropriate | null,
): Reason[] {
  const clausesOf = (category: Category) =>
    rules?.means.categories.includes(category) ? rules.means.clauses : [];
  const said = new Set<string>();
  const found = categories.flatMap((category) =>
    hits
      .filter((hit) => hit.category === category && !said.has(hit.says) && said.add(hit.says))
      .map(
        ({ says }): Reason => ({
          says: `${says} We count that as ${CATEGORY_WORDS[category]}.`,
          clauses: clausesOf(category),
        }),
      ),
  );
  if (forWhom === 'safeguarding')
    found.unshift({
      says: 'Somebody may be in danger or need help. Tell the safeguarding lead now.',
      clauses: [],
    });
  if (forWhom === 'office')
    found.push({
      says: 'It is a complaint or a question. The office answers it, not here.',
      clauses: [],
    });
  return found;
}
