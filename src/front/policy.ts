/** `/policy`: the rules in plain words by topic, with a search over them. */
import { policyCard } from '../../cards/policy.ts';
import type { Call } from '../desk/turn.ts';
import type { HeldBy, PolicyView } from '../desk/view.ts';
import { changeIn, holdingsOf, versionInForce } from '../policy/coverage.ts';
import { type Clause, type Policy, TOPICS, type Topic } from '../policy/schema.ts';
import type { Answer } from './intent.ts';
import { contactAnswer } from './no-reply.ts';
import { peopleRows } from './policy-people.ts';
import { searchPolicy } from './policy-search.ts';

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

/** Asked for by the page of a head or governor, or typed. */
const NOT_HELD = /^(?:what is )?not held(?: yet)?\??$/i;

/** Where people write who want an answer: beside the topics, for no clause has it for a topic. */
const CONTACT = /^(?:contact|contacts|where to write(?: to us)?)$/i;

const LONGEST_ASKED = 200;
/** So many of the clauses found say what the question is about. */
const TELLING = 3;

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
    clauses: clauses.map((clause) => {
      const changed = changeIn(policy, clause.id);
      return {
        id: clause.id,
        says: clause.says,
        held: holdingsOf(policy, clause) satisfies HeldBy[],
        ...(changed === null ? {} : { changed }),
      };
    }),
  };
}

/** The policy in force as a view: the overview, one topic, or what a search found. */
export function policyViewOf(school: Call['school'], asked: string): PolicyView {
  const { policy } = school;
  const words = asked.trim().slice(0, LONGEST_ASKED).toWellFormed();
  const of = (topic: Topic) => policy.clauses.filter((clause) => clause.topic === topic);
  const topics = TOPICS.map((id) => ({ id, title: TITLES[id], count: of(id).length }));
  const topic = topicOf(words);
  const notHeld = NOT_HELD.test(words);
  const found = notHeld
    ? policy.clauses.filter((clause) => holdingsOf(policy, clause).some(({ held }) => !held))
    : topic === null && words !== ''
      ? searchPolicy(policy, words)
      : [];
  const ofPeople =
    topic === 'people' ||
    (!notHeld && found.slice(0, TELLING).some((clause) => clause.topic === 'people'));
  return {
    policy: {
      name: policy.policy,
      title: policy.title,
      version: versionInForce(policy),
      document: policy.document.title,
    },
    asked: words === '' ? null : topic === null ? words : TITLES[topic],
    topics: topics.filter((each) => each.count > 0),
    sections:
      topic !== null
        ? [sectionOf(policy, TITLES[topic], of(topic))]
        : found.length > 0
          ? [sectionOf(policy, notHeld ? 'Not held yet' : 'What fits best', found)]
          : [],
    changes: policy.extended?.changes ?? [],
    people: ofPeople ? peopleRows(school) : [],
    related: policy.related,
    links: policy.links,
    contact: school.office,
    nothing:
      words !== '' && topic === null && found.length === 0
        ? notHeld
          ? 'Bellbird holds every clause of our policy.'
          : 'Nothing in our policy has these words. Try one of the topics, or ask the office.'
        : topic !== null && of(topic).length === 0
          ? 'Our policy says nothing on this.'
          : null,
  };
}

/** The policy card, for everyone at the school. */
export function policyAnswer(call: Call, asked: string): Answer {
  if (CONTACT.test(asked.trim())) return contactAnswer(call);
  return { as: 'card', card: policyCard(policyViewOf(call.school, asked)) };
}
