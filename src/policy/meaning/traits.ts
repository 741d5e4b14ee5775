/**
 * What a learnt judgement sees of a draft: its words and pairs of words, and the groups of signs among them.
 * What differs from school to school is made one: a pupil's name is "<child>", a class "<class>", so that
 * nothing is learnt of anybody.
 */
import type { Facts } from '../rule.ts';
import { peopleIn } from './people.ts';
import type { Reading } from './reading.ts';
import { groupsIn } from './weighing.ts';

/** What is true of a draft as a whole stands in no sentence. */
export const NONE = -1;
/** `sentence` is the number of the sentence that the trait is first seen in, or NONE. */
export type Trait = { trait: string; sentence: number };

const TOKEN = /[a-z0-9]+(?:'[a-z]+)?|[!?.,:]|\p{Extended_Pictographic}/gu;
/** A hashtag or a handle: names are glued into them, so nothing is learnt of them. */
const TAG = /^[#@][\p{L}\p{M}\p{N}_]+/u;
const CLASS = /^(?:y[1-6r]|[a-z]?\d[a-z]|ks[12]|reception|nursery|eyfs)$/;
const YEAR = /^(?:\d+|one|two|three|four|five|six)$/;
const KIN =
  /^(?:parent|mum|mummy|dad|daddy|mother|father|carer|guardian|childminder|grandparent|grandma|gran|granny|nan|nana|grandad|grandpa|grandfather|grandmother|family|household|uncle|auntie|aunt|brother|sister)(s?)$/;
const ONE = /^(?:pupil|child|boy|girl|lad|lass|student|youngster|someone|somebody)$/;
const NUMBER =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|\d.*)$/;
const ENDING = /(?<=[a-z]{3})(?:ing|ed|es|s)$/;

function kindOf(token: string): string {
  if (CLASS.test(token)) return '<class>';
  const kin = KIN.exec(token);
  if (kin) return kin[1] === 's' ? '<kins>' : '<kin>';
  if (ONE.test(token)) return '<one>';
  return NUMBER.test(token) ? '<number>' : token;
}

type Token = { kind: string; sentence: number };

function tokensOf(reading: Reading, facts: Facts): { tokens: Token[]; children: number } {
  const people = peopleIn(reading, facts).filter(({ weak }) => !weak);
  const children = new Set<string>();
  const tokens: Token[] = [];
  let sentence = 0;
  let next = 0;
  let done = 0;
  for (const match of reading.lower.matchAll(TOKEN)) {
    const at = match.index;
    if (at < done) continue;
    const tag = TAG.exec(reading.lower.slice(Math.max(0, at - 1), at + 281))?.[0];
    if (tag !== undefined) {
      done = at - 1 + tag.length;
      continue;
    }
    while (at >= (reading.sentences[sentence]?.to ?? Number.POSITIVE_INFINITY)) sentence += 1;
    while ((people[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const person = people[next];
    if (person !== undefined && person.from <= at) {
      const [first = ''] = reading.lower.slice(person.from, person.to).split(/'s?(?![a-z])| /);
      if (person.child) children.add(first);
      const owner = person.possessive ? "<child>'s" : '<child>';
      tokens.push({ kind: person.child ? owner : '<adult>', sentence });
      done = person.to;
      continue;
    }
    const before = tokens.at(-1);
    if (before?.kind === 'year' && YEAR.test(match[0])) before.kind = '<class>';
    else tokens.push({ kind: kindOf(match[0]), sentence });
  }
  return { tokens, children: children.size };
}

const latest = new WeakMap<Reading, { facts: Facts; traits: readonly Trait[] }>();

/** The traits of a draft, each once, in the order of the text. They are kept, for two rules ask for them. */
export function traitsOf(reading: Reading, facts: Facts): readonly Trait[] {
  const known = latest.get(reading);
  if (known?.facts === facts) return known.traits;
  const traits = readTraits(reading, facts);
  latest.set(reading, { facts, traits });
  return traits;
}

function readTraits(reading: Reading, facts: Facts): Trait[] {
  const { tokens, children } = tokensOf(reading, facts);
  const named = children === 0 ? null : children === 1 ? '<one named>' : '<several named>';
  const seen = new Map<string, number>();
  const add = (trait: string, sentence: number): void => {
    if (!seen.has(trait)) seen.set(trait, sentence);
  };
  add(named ?? '<nobody named>', NONE);
  for (const { trait, sentence } of groupsIn(reading)) add(trait, sentence);
  let before = '<start>';
  for (const { kind, sentence } of tokens) {
    add(kind, sentence);
    add(kind.replace(ENDING, '*'), sentence);
    add(`${before} ${kind}`, sentence);
    if (named !== null) add(`${named} & ${kind}`, sentence);
    before = kind;
  }
  return [...seen].map(([trait, sentence]) => ({ trait, sentence }));
}
