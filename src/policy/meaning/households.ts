/** One family spoken to by its surname: "the Okafor family", "Mr and Mrs Okafor". */
import { type Reading, sentenceText } from './reading.ts';

/** `sure` where no weight of other words may doubt it. */
export type Target = { from: number; to: number; why: string; sure?: true };

/** What is said to somebody, rather than of them. */
export const ACT =
  /\b(?:thank you|thanks|grateful|please|message|well done|congratulations|sorry|could|would|welcome|sending|thinking of|our thoughts|condolences|sympathy|good luck)\b/;
const ONE_FAMILY = 'it names one family';

const FAMILY = /\b(?:the|to|dear) ([a-z][a-z'-]+) family\b/g;
const NO_FAMILY =
  /^(?:royal|whole|entire|school|wider|holy|church|trust|first|last|average|only|extended|happy|our|new|big|same|cat|word|fact|academy|parish|roman|tudor|victorian|romanov|windsor|stuart|addams|twit|bear|robinson|von)$/;

/** "The Okafor family: thank you": a surname, and words that speak to them. */
function surnamesIn(reading: Reading): Target[] {
  const { plain, lower } = reading;
  if (!lower.includes(' family')) return [];
  return [...lower.matchAll(FAMILY)].flatMap((match) => {
    const name = match[1] ?? '';
    const from = match.index + match[0].indexOf(name);
    const sentence = reading.sentences.findIndex((place) => place.from <= from && from < place.to);
    const capital = /[A-Z]/.test(plain.charAt(from));
    if (!capital || NO_FAMILY.test(name) || !ACT.test(sentenceText(reading, sentence))) return [];
    return [{ from, to: from + name.length + ' family'.length, why: ONE_FAMILY }];
  });
}

/** Thanks, a wish or a word to them, right before their title. */
const TO_THEM =
  /\b(?:thank you|thanks|thank-you|congratulations|sorry|apologies|dear|welcome(?: back)?|get well(?: soon)?|best wishes|condolences|sympathy|thinking of|message (?:to|for)|grateful)(?: (?:so|very) much)?,?(?: to)? $/;
/** "Mr and Mrs Okafor", "Mrs Okafor". */
const TITLED =
  /\b(?:(?<couple>(?:mr|dr) (?:and|&) (?:mrs|dr|mr)|mrs (?:and|&) (?:mr|mrs|dr))|mr|mrs|miss|ms|dr)\.? (?<name>[a-z][a-z'-]+)/g;
/** Only a parent is told so. */
const THEIR_CHILD =
  /\byour (?:own )?(?:little |young )?(?:daughters?|sons?|child|boys?|girls?|twins|family)\b/;
/** Couples of tales, and couples that work here. */
const TALE_COUPLE =
  /^(?:twit|fox|claus|christmas|bear|beaver|darling|dursley|pig|noah|weasley|wormwood)$/;
const STAFF =
  /\b(?:our (?:\w+ )?(?:caretakers?|cooks?|teachers?|staff|governors?|crossing|lollipop|volunteers?|cleaners?)|visit(?:ed|ing)?|talk(?:ed|ing)? to|coming in|retir\w+|workshops?)\b/;

/** "Thank you Mr and Mrs Okafor for the kit", "Thank you, Mrs Okafor, … your daughter's class". */
function titledIn(reading: Reading): Target[] {
  return [...reading.lower.matchAll(TITLED)].slice(0, MOST).flatMap((match): Target[] => {
    const from = match.index;
    const to = from + match[0].length;
    if (!TO_THEM.test(reading.lower.slice(Math.max(0, from - 40), from))) return [];
    if (TALE_COUPLE.test(match.groups?.name ?? '')) return [];
    // From a shop or a farm, and not from the school.
    if (/^ (?:from|of|at) (?!year|y\d|reception|nursery)/.test(reading.lower.slice(to, to + 20)))
      return [];
    const sentence = reading.sentences.findIndex((place) => place.from <= from && from < place.to);
    const said = sentenceText(reading, sentence);
    const parents = match.groups?.couple !== undefined || THEIR_CHILD.test(said);
    return parents && !STAFF.test(said) ? [{ from, to, why: ONE_FAMILY, sure: true }] : [];
  });
}

/** More than these are no post, and would only cost time. */
const MOST = 30;

/** Families spoken to by name, in the order of the text. */
export const familiesIn = (reading: Reading): Target[] =>
  [...surnamesIn(reading), ...titledIn(reading)].sort((a, b) => a.from - b.from);
