/** Whether a word is a name by the turn of the whole sentence: "What a star Hope is!", "see April and wish her well". */
import { type Around, ends, follows, hasArticle, isRaised, isTelling, low } from './around.ts';
import { MOODS } from './capital.ts';
import { CHILD_ROLES, CHOSEN, TIMES } from './lexicon.ts';
import { isSaidOfPeople, takesPerson } from './subject.ts';
import { isLoose, type Question, use } from './use.ts';

const PRONOUN = /^(?:he|she|him|her|his|hers)$/;
const NEW_CLAUSE = /^(?:when|as|that|because|and|so|while|after|before|if|until|but|whenever)$/;
const SOMEBODY =
  /^(?:boy|girl|mum|dad|nan|gran|grandad|grandma|teacher|child|pupil|brother|sister|baby|author|poet|artist|man|woman|lady|visitor|nurse|vicar|mayor|king|queen|god|who|everyone|somebody|someone|friend|dog|cat|hen|nature|winter|miss|mrs|mr|sir|he|she|president|captain)$/;

/** Nobody else in the sentence up to a place whom "she" could mean. */
function isOnlyOne(around: Around, at: number, until: number): boolean {
  let start = at;
  while (start > 0 && !around.tokens[start]?.opens) start -= 1;
  for (let place = start; place < until; place += 1) {
    if (place === at) continue;
    if (SOMEBODY.test(low(around, place))) return false;
    if (place > start && isTelling(around, place)) return false;
  }
  return true;
}

/** "We will miss Will when he moves", "if you see April, wish her well": somebody whom a later clause means. */
export const meantLater: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.quiet || token?.possessive || hasArticle(around, at)) return null;
  if (token?.opens && MOODS.test(token.low) && follows(around, at + 1)) return null;
  let clause = false;
  for (let ahead = at + 1; ahead <= at + 10; ahead += 1) {
    const next = around.tokens[ahead];
    if (next === undefined || next.opens) return null;
    const within = next.low === 'with' && !TIMES.has(token?.low ?? '');
    if (/^,\s$/.test(next.gap) || NEW_CLAUSE.test(next.low) || within) clause = true;
    if (!PRONOUN.test(next.low)) continue;
    return clause && ahead > at + 1 && isOnlyOne(around, at, ahead)
      ? use('a later clause says “he” or “she” of it')
      : null;
  }
  return null;
};

const ELLIPSIS = /^(?:did|does|can|could|has|is|was|will)$/;

/** "If anybody can, Joy can." "What a star Hope is!" */
export const leftUnsaid: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token?.quiet || token?.possessive || hasArticle(around, at)) return null;
  const verb = low(around, at + 1);
  const after = around.tokens[at + 2];
  if (!follows(around, at + 1) || !ELLIPSIS.test(verb) || !(after === undefined || after.opens))
    return null;
  if (/^(?:did|does|can|could)$/.test(verb)) return use('it does what people do');
  const star = [1, 2, 3].some((back) => CHOSEN.has(low(around, at - back)));
  return star && low(around, at - 1) !== 'of' ? use('somebody is praised', true) : null;
};

/** "Is Faith the first girl to win it?", "Did Hope win?" */
export const askedOf: Question = (around, at) => {
  const token = around.tokens[at];
  const before = around.tokens[at - 1];
  if (!isRaised(token) || token?.quiet || token?.gap !== ' ' || !before?.opens) return null;
  if (/^(?:is|was)$/.test(before.low))
    return isSaidOfPeople(around, at) ? use('it does what people do') : null;
  if (!/^(?:did|can|could|does|will)$/.test(before.low)) return null;
  return takesPerson(around, at) ? use('it does what people do') : null;
};

const PLACE =
  /^(?:1st|2nd|3rd|first|second|third|gold|silver|bronze|winner|row|goal|midfield|defence|attack|bat|reporter|reporters|photographer|photographers|commentary|narrator|captain|captains)$/;

/** "Gold: Grace, Silver: Faith", "Photographer: Hope.", "In midfield, May." */
export const listedAs: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token === undefined || token.possessive) return null;
  const label = low(around, at - 1);
  const next = around.tokens[at + 1];
  const closed =
    ends(around, at) ||
    /^(?:and|\d(?:st|nd|rd|th))$/.test(next?.raw ?? '') ||
    /^\d/.test(next?.word ?? '');
  if (!closed) return null;
  if (/^,\s$/.test(token.gap))
    return /^(?:in goal|in midfield|in defence|in attack|up front)$/.test(
      `${low(around, at - 2)} ${label}`,
    )
      ? use('it follows who was chosen', true)
      : null;
  if (!/^:\s$/.test(token.gap) || !(PLACE.test(label) || CHILD_ROLES.has(label))) return null;
  return token.low === 'art' ? null : use('it follows who was chosen', true);
};

/** "Here comes Hope", "Joy to the rescue!", "all eyes on Summer", "Hope, who has raised £200". */
export const heralded: Question = (around, at) => {
  const token = around.tokens[at];
  if (!isRaised(token) || token === undefined || token.quiet || token.possessive) return null;
  const [one, two, three] = [low(around, at + 1), low(around, at + 2), low(around, at + 3)];
  if (one === 'to' && two === 'the' && three === 'rescue') return use('it does what people do');
  if (one === 'take' && two === 'a' && three === 'bow') return use('it is spoken to', true);
  if (hasArticle(around, at)) return null;
  const next = around.tokens[at + 1];
  const month = TIMES.has(token.low);
  const [before, two2] = [low(around, at - 1), low(around, at - 2)];
  if (/^(?:who|whose)$/.test(one) && /^,\s$/.test(next?.gap ?? ''))
    return month && /^(?:in|of|this|last|next|since|until|by)$/.test(before)
      ? null
      : use('somebody is meant', true);
  if (before === 'on' && (two2 === 'eyes' || low(around, at - 3) === 'eyes'))
    return use('somebody is seen or heard', true);
  if (before === 'comes' && two2 === 'here')
    return /^(?:with|and|on)$/.test(one) || (!month && ends(around, at))
      ? use('somebody is shown here')
      : null;
  // "Grace again!"
  // "There was only one winner, and that was Summer."
  if (/^(?:that|it)$/.test(two2) && before === 'was' && ends(around, at))
    return !month ||
      around.tokens.slice(Math.max(0, at - 12), at).some((each) => CHOSEN.has(each.low))
      ? use('somebody is meant')
      : null;
  const last = around.tokens[at + 2];
  return one === 'again' &&
    follows(around, at + 1) &&
    token.opens &&
    (last === undefined || last.opens) &&
    !month &&
    token.low !== 'art'
    ? use('it does what people do')
    : null;
};

const VALUED =
  /^(?:of|about|in|into|is|are|was|were|through|by|bring|brings|bringing|brought|spread|spreads|spreading|share|shared|sharing|more|feel|felt|gave|gives|giving|choose|chose|chosen|called|with|without|for|from|find|found|finding|create|creates|or|nor|our|true|real|christian|inner|new|pure|great|as|word|than|like|lost|lose|having|have|has|had|full|keep|kept|had|grow|seek|believe|see|saw|show|shows|showing|mean|means|spells|say|said|says|offer|offers|offering)$/;
const NAMED_IDEA =
  /^(?:hope|faith|joy|charity|patience|mercy|honor|honour|constance|felicity|prudence|verity)$/;

/** "Over to Hope for the weather": a feeling has no capital in the middle of a sentence, but among values it may. */
export const namedLikeValue: Question = (around, at) => {
  const token = around.tokens[at];
  if (token === undefined || !NAMED_IDEA.test(token.low) || !isTelling(around, at)) return null;
  if (token.gap !== ' ' || token.possessive || hasArticle(around, at)) return null;
  if (
    VALUED.test(low(around, at - 1)) &&
    !(low(around, at - 1) === 'with' && SAT.test(low(around, at - 2)))
  )
    return null;
  const next = around.tokens[at + 1];
  if (next !== undefined && /^[ -]/.test(next.gap) && isRaised(next) && !next.opens) return null;
  return isLoose(token.low) ? use('it has a capital of its own') : null;
};

const SAT =
  /^(?:sat|sitting|sits|stood|standing|playing|played|working|worked|danced|dancing|partnered|paired|walking|walked|chatting|chatted|lunch)$/;

/** "Joy, our tiny narrator,", "Will (captain)", "Hope: “I liked the bees”", "Grace and co". */
export const toldAside: Question = (around, at) => {
  const token = around.tokens[at];
  const next = around.tokens[at + 1];
  if (!isRaised(token) || token === undefined || token.quiet || next === undefined) return null;
  if (token.possessive) {
    const asked = [1, 2, 3, 4, 5, 6].some((back) => low(around, at - back) === 'whose');
    return asked && next.opens ? use('it answers “whose”', true) : null;
  }
  if (hasArticle(around, at)) return null;
  const third = around.tokens[at + 2];
  if (/^\s?\($/.test(next.gap) && /^\)/.test(third?.gap ?? ')'))
    return CHOSEN.has(next.low) || CHILD_ROLES.has(next.low)
      ? use('it says who they are', true)
      : null;
  if (/^,\s$/.test(next.gap) && next.low === 'our') {
    for (let ahead = at + 2; ahead <= at + 5; ahead += 1) {
      const word = around.tokens[ahead];
      if (word === undefined || word.opens) return null;
      if (CHOSEN.has(word.low) || CHILD_ROLES.has(word.low) || word.low === 'youngest')
        return use('it says who they are', true);
    }
    return null;
  }
  if (token.opens && /^:\s["“‘']$/.test(next.gap) && token.low !== 'art')
    return use('it goes before what somebody said', true);
  if (next.low !== 'and' || next.gap !== ' ') return null;
  const thanked =
    !isLoose(token.low) || TIMES.has(token.low) || /^(?:to|from)$/.test(low(around, at - 1));
  return third?.low === 'co' || (third?.low === 'family' && thanked)
    ? use('those who belong to them follow', true)
    : null;
};
