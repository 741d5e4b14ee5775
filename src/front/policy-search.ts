/** Finding the clauses of a policy that answer a question. */
import MiniSearch from 'minisearch';
import { holdingsOf } from '../policy/coverage.ts';
import type { Clause, Policy } from '../policy/schema.ts';
import { term, termsAsked, topicsMeant, wordsOf } from './policy-words.ts';

type Entry = { id: string; says: string; held: string; topic: string };

const MOST_FOUND = 8;
/** A clause this much below the best is there by a common word only. */
const WORTH = 0.2;

/** One index for each loaded policy: it is built on first use and goes with the policy. */
const indexes = new WeakMap<Policy, MiniSearch<Entry>>();

function indexOf(policy: Policy): MiniSearch<Entry> {
  const built = indexes.get(policy);
  if (built) return built;
  const index = new MiniSearch<Entry>({
    fields: ['says', 'topic', 'held'],
    tokenize: wordsOf,
    processTerm: term,
    searchOptions: {
      // Terms of a question are brought to the index's words before they are joined.
      processTerm: (word) => word,
      tokenize: (words) => words.split(' '),
      prefix: (word) => word.length > 4,
      fuzzy: (word) => (word.length > 4 ? 0.2 : 0),
      boost: { says: 3, topic: 2, held: 0.5 },
    },
  });
  index.addAll(
    policy.clauses.map((clause) => ({
      id: clause.id,
      says: clause.says,
      held: holdingsOf(policy, clause)
        .map((holding) => holding.by)
        .join('. '),
      topic: clause.topic,
    })),
  );
  indexes.set(policy, index);
  return index;
}

/** Clauses that answer the words, best first, at most eight; empty where none does. */
export function searchPolicy(policy: Policy, asked: string): Clause[] {
  const { terms, common } = termsAsked(asked);
  const meant = topicsMeant(asked);
  const scores = new Map<string, number>();
  const found = terms.length === 0 ? [] : indexOf(policy).search(terms.join(' '));
  for (const { id, score, queryTerms } of found) {
    // A clause that has two words of the question answers it better than one that has the rarer of them.
    scores.set(String(id), score * new Set(queryTerms).size);
  }
  const best = Math.max(1, ...scores.values());
  const ranked = policy.clauses.map((clause) => {
    const own = (scores.get(clause.id) ?? 0) / best;
    if (!meant.has(clause.topic)) return { clause, score: own };
    // "Who may post?" has no word that tells; its turn of phrase is all there is to go by.
    return { clause, score: common ? 1 + own : own + Math.max(own, WORTH) };
  });
  return ranked
    .filter(({ score }) => score >= WORTH)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ clause }) => clause);
}
