/** `/policy`: the rules in plain words by topic, with a search over them. */
import MiniSearch from 'minisearch';
import { policyCard } from '../../cards/policy.ts';
import type { Call } from '../desk/turn.ts';
import type { HeldBy, PolicyView } from '../desk/view.ts';
import { holdingsOf } from '../policy/coverage.ts';
import { type Clause, type Policy, TOPICS } from '../policy/schema.ts';
import type { Answer } from './intent.ts';

type Topic = (typeof TOPICS)[number];

const TITLES: Readonly<Record<Topic, string>> = {
  purpose: 'What the account is for',
  words: 'How we write',
  names: 'Names',
  photos: 'Photos',
  people: 'Who may do what',
  hours: 'When we post',
  followers: 'Who follows us',
  following: 'Whom we follow',
  replies: 'Replies and mentions',
  devices: 'Phones and devices',
  trips: 'Trips and events',
  records: 'Records and agreements',
};

const LONGEST_ASKED = 200;
const MOST_FOUND = 8;

type Entry = { id: string; says: string; held: string; topic: string };

/** Words people use for what the documents call otherwise, so that a search finds them. */
const SAME: Readonly<Record<string, string[]>> = {
  picture: ['photo', 'image'],
  pictures: ['photo', 'image'],
  image: ['photo'],
  phone: ['device'],
  child: ['pupil'],
  children: ['pupil'],
  kids: ['pupil'],
  time: ['hours'],
  when: ['hours'],
  dm: ['message'],
  tag: ['handle', 'hashtag'],
};

/** One index for each loaded policy: it is built on first use and goes with the policy. */
const indexes = new WeakMap<Policy, MiniSearch<Entry>>();

/** Plural and singular find each other; good enough for sentences this short. */
function term(word: string): string {
  const lower = word.toLowerCase();
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss')
    ? lower.slice(0, -1)
    : lower;
}

function indexOf(policy: Policy): MiniSearch<Entry> {
  const built = indexes.get(policy);
  if (built) return built;
  const index = new MiniSearch<Entry>({
    fields: ['says', 'held', 'topic'],
    processTerm: term,
    searchOptions: {
      prefix: (word) => word.length > 3,
      fuzzy: (word) => (word.length > 5 ? 0.2 : 0),
      boost: { says: 3, topic: 2 },
    },
  });
  index.addAll(
    policy.clauses.map((clause) => ({
      id: clause.id,
      says: clause.says,
      held: holdingsOf(policy, clause)
        .map((holding) => holding.by)
        .join('. '),
      topic: `${clause.topic} ${TITLES[clause.topic]}`,
    })),
  );
  indexes.set(policy, index);
  return index;
}

const SMALL_WORDS = new Set(
  'a an and any are at be can do does for how i if in is it may me my of on or our should that the to us we what which who whom with'.split(
    ' ',
  ),
);

/** Clauses that fit the words, best first. Small words only count where there are no others. */
export function searchPolicy(policy: Policy, asked: string): Clause[] {
  const words = asked
    .toLowerCase()
    .split(/[^\p{L}\p{N}@#'-]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  const wanted = (telling.length > 0 ? telling : words).flatMap((word) => [
    word,
    ...(SAME[word] ?? []),
  ]);
  const byId = new Map(policy.clauses.map((clause) => [clause.id, clause]));
  return indexOf(policy)
    .search(wanted.join(' '))
    .slice(0, MOST_FOUND)
    .flatMap(({ id }) => byId.get(String(id)) ?? []);
}

function topicOf(asked: string): Topic | null {
  const lower = asked.toLowerCase();
  return TOPICS.find((topic) => topic === lower || TITLES[topic].toLowerCase() === lower) ?? null;
}

function sectionOf(
  policy: Policy,
  title: string,
  clauses: readonly Clause[],
): PolicyView['sections'][number] {
  return {
    title,
    clauses: clauses.map((clause) => ({
      id: clause.id,
      says: clause.says,
      held: holdingsOf(policy, clause) satisfies HeldBy[],
    })),
  };
}

/** The policy in force as a view: the overview, one topic, or what a search found. */
export function policyViewOf(school: Call['school'], asked: string): PolicyView {
  const { policy } = school;
  const words = asked.trim().slice(0, LONGEST_ASKED).toWellFormed();
  const of = (topic: Topic) => policy.clauses.filter((clause) => clause.topic === topic);
  const topics = TOPICS.map((id) => ({ id, title: TITLES[id], count: of(id).length }));
  const topic = topicOf(words);
  const found = topic === null && words !== '' ? searchPolicy(policy, words) : [];
  return {
    policy: {
      name: policy.policy,
      title: policy.title,
      version: policy.version,
      document: policy.document.title,
    },
    asked: words === '' ? null : topic === null ? words : TITLES[topic],
    topics: topics.filter((each) => each.count > 0),
    sections:
      topic !== null
        ? [sectionOf(policy, TITLES[topic], of(topic))]
        : found.length > 0
          ? [sectionOf(policy, 'What fits best', found)]
          : [],
    related: policy.related,
    links: policy.links,
    contact: school.office,
    nothing:
      words !== '' && topic === null && found.length === 0
        ? 'Nothing in our policy has these words. Try one of the topics, or ask the office.'
        : topic !== null && of(topic).length === 0
          ? 'Our policy says nothing on this.'
          : null,
  };
}

/** The policy card, for everyone at the school. */
export function policyAnswer(call: Call, asked: string): Answer {
  return { as: 'card', card: policyCard(policyViewOf(call.school, asked)) };
}
