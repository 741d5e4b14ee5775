/** Signs that an everyday word stands for a person: what belongs to them, what is given to them, what only people do. */
import { ends, follows, hasArticle, isRaised, isTelling, low, yearAfter } from './around.ts';
import { OWN_DEEDS, TIMES } from './lexicon.ts';
import { praiseBefore } from './praise.ts';
import { isLoose, type Question, use } from './use.ts';

const THEIRS = /^(?:his|her|their)$/;
const OF_A_PERSON = /^(?:his|her|him|himself|herself)$/;

/** What only a person has: friends of her own, a costume of his own, something earned for himself. */
export const hasTheirs: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || hasArticle(around, at) || token?.possessive) return null;
  const [one, two] = [low(around, at + 1), low(around, at + 2)];
  const joined = /^(?:and|in|at|on|with|wearing|holding|showing|reading|sharing)$/.test(one);
  if (joined && THEIRS.test(two) && !/^(?:nature|mother|father)$/.test(low(around, at - 1)))
    return use('what follows belongs to somebody', true);
  if (!/^(?:has|had|is|was|also|really|even)$/.test(one) || !follows(around, at + 1)) return null;
  for (let ahead = at + 2; ahead <= at + 7 && ahead < around.tokens.length; ahead += 1) {
    if (around.tokens[ahead]?.opens) return null;
    if (OF_A_PERSON.test(low(around, ahead))) return use('what follows belongs to somebody');
  }
  return null;
};

const GIVEN_TO =
  /^(?:gave|handed|met|presented|awarded|told|thanked|congratulated|helped|cheered|taught|showed|lent|passed)$/;

/** "We handed Hope the trophy": somebody is given something, or met. "How proud we are of Rose": somebody is praised. */
export const givenTo: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.opens || token?.gap !== ' ') return null;
  const before = low(around, at - 1);
  const next = low(around, at + 1);
  if (
    GIVEN_TO.test(before) &&
    (ends(around, at) || /^(?:his|her|the|a|an|this|last|and|for|with|on|at)$/.test(next))
  )
    return use(`it follows “${before}”`);
  const proud = [2, 3, 4, 5].some((back) =>
    /^(?:proud|prouder|proudest|fond|fonder)$/.test(low(around, at - back)),
  );
  const closed = ends(around, at) || /^(?:and|for|in|from|who|today|this|at|on|as)$/.test(next);
  return before === 'of' && proud && (closed || yearAfter(around, at) > 0)
    ? use('somebody is praised', true)
    : null;
};

/** "Our Ivy. Grade 1 with distinction!": fond words for a child, where a plant has a small letter. */
export const oneOfOurs: Question = (around, at) => {
  const token = around.tokens[at];
  const before = around.tokens[at - 1];
  if (token === undefined || before?.low !== 'our' || token.gap !== ' ' || token.possessive)
    return null;
  if (!isTelling(around, at) || isLoose(token.low) || /^(?:star|king|queen)$/.test(token.low))
    return null;
  const next = around.tokens[at + 1];
  const fond =
    before.opens || praiseBefore(around, at - 1) !== null || low(around, at - 2) === 'done';
  const alone = fond && (next === undefined || next.opens || /^,\s$/.test(next.gap));
  const acts = OWN_DEEDS.has(next?.low ?? '') && follows(around, at + 1);
  return alone || acts ? use('it follows “our”') : null;
};

/** "Here is Joy", "This is Hope.": somebody is shown. */
export const introduced: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.opens || hasArticle(around, at)) return null;
  const shown = `${low(around, at - 2)} ${low(around, at - 1)}`;
  if (!/^(?:here|this) is$|\bheres$/.test(shown)) return null;
  const next = low(around, at + 1);
  const closed =
    ends(around, at) || /^(?:with|holding|from|in|and|who|wearing|showing)$/.test(next);
  return closed && !TIMES.has(token?.low ?? '') ? use('somebody is shown here') : null;
};
