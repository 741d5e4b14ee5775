/** Whether a word is a name by the year, class or initial after it. */
import { type Around, ends, hasArticle, isRaised, low, yearAfter } from './around.ts';
import { MOODS } from './capital.ts';
import { DEEDS, OWN_DEEDS } from './lexicon.ts';
import { isSaidOfPeople } from './subject.ts';
import { isLoose, type Question, use } from './use.ts';
import { isOfThings, isVerb } from './verbs.ts';

/** What somebody in a picture does, and no lesson. */
const POSING =
  /^(?:holding|wearing|cupping|hugging|stroking|feeding|smiling|grinning|beaming|laughing|waving|pointing|sitting|standing|kneeling|crouching|riding|balancing|jumping|climbing|peering|dressed|blowing|clutching|carrying|showing|proudly|receiving|collecting|digging|stirring|pouring|lifting|examining|admiring)$/;

/** "Grace in Year 4", "Sky in Reception cupping a chick". */
export const placed: Question = (around, at) => {
  const token = around.tokens[at];
  const steps = yearAfter(around, at);
  if (token === undefined || steps === 0 || hasArticle(around, at)) return null;
  if (token.shape === 'small') return null;
  // "Will Year 3 beat Year 4?": a verb first, and whom it asks about.
  if (
    token.opens &&
    steps > 0 &&
    MOODS.test(token.low) &&
    /^ $/.test(around.tokens[at + 1]?.gap ?? '') &&
    !/^(?:in|from|of|aged|age)$/.test(low(around, at + 1))
  )
    return null;
  const after = low(around, at + steps + 1);
  const acts = /^(?:is|was)$/.test(after)
    ? isSaidOfPeople(around, at + steps + 1)
    : OWN_DEEDS.has(after) ||
      DEEDS.has(after) ||
      POSING.test(after) ||
      (isVerb(after, low(around, at + steps + 2)) && !isOfThings(after));
  // "we love art in Year 2": written small, it is a lesson or a feeling unless somebody there acts.
  if (token.quiet && /^(?:in|from|of)$/.test(low(around, at + 1)))
    return acts &&
      (token.opens || /^(?:today|yesterday|and|when|because|then)$/.test(low(around, at - 1)))
      ? use('a year or class follows it', true)
      : null;
  // "Summer (Year 2)", but a timetable may say "Art (Y2)".
  if (/\(/.test(around.tokens[at + 1]?.gap ?? '') && token.low !== 'art' && !around.flat)
    return use('a year or class follows it', true);
  if (/^aged?$/.test(low(around, at + 1))) return use('an age follows it', true);
  const bare = token.opens || around.flat || token.shape === 'capitals';
  if (!isLoose(token.low) && !/^(?:art|star)$/.test(token.low))
    return use('a year or class follows it', true);
  if (bare) return acts ? use('a year or class follows it', true) : null;
  return /^(?:with|about|on|for|our|and|learning|about|study|studying|at|during|of)$/.test(
    low(around, at - 1),
  ) &&
    token.gap === ' ' &&
    isLoose(token.low)
    ? null
    : use('a year or class follows it', true);
};

/** "lily n and poppy ll have": an initial in small letters, which is no "n" for "and", "u" for "you" or kiss. */
function hasSmallInitial(around: Around, at: number): boolean {
  const initial = around.tokens[at + 1]?.word ?? '';
  if (MOODS.test(low(around, at)) || !/^(?:[b-hj-w]|ll|ch|sh|st|th|mc)$/.test(initial))
    return false;
  return /^(?:and|has|have|had|was|were|won|made|wrote|read|in)$/.test(low(around, at + 2));
}

/** "Grace B wrote this". */
export const lettered: Question = (around, at) => {
  const token = around.tokens[at];
  const next = around.tokens[at + 1];
  if (!isRaised(token) || next === undefined || token?.possessive) return null;
  if (!/^[ ]$/.test(next.gap)) return null;
  if (token?.quiet) return hasSmallInitial(around, at) ? use('an initial follows it') : null;
  if (!/^[A-HJ-Z]$/.test(next.word)) return null;
  const after = around.tokens[at + 2];
  const closed =
    ends(around, at + 1) ||
    yearAfter(around, at + 1) > 0 ||
    /^(?:and|for|with|who|has|was|is|from|in|on|wrote|made|won)$/.test(after?.low ?? '') ||
    next.word !== 'A';
  return closed ? use('an initial follows it', true) : null;
};
