/** Somebody's health or special needs: a condition near a person. */
import { isWord } from '../names/english.ts';
import { isGiven } from '../names/given-names.ts';
import { keyOf } from '../names/plain.ts';
import type { Facts } from '../rule.ts';
import { type Person, peopleIn } from './people.ts';
import { type Found, longest, outside, phraseFinder } from './phrases.ts';
import { quotesIn, type Reading, sentenceText } from './reading.ts';
import { wordFile } from './word-file.ts';

const file = wordFile('medical.yaml', ['condition', 'fine']);
const conditions = phraseFinder(file.condition);
const fine = phraseFinder(file.fine, { cond: file.condition });
const lessons = phraseFinder(wordFile('lesson.yaml', ['lesson']).lesson);

/** One pupil, parent or grown-up who is not named. */
const ONE =
  /\b(?:(?:mum|dad|mother|father|parent|grandad|nan|sister|brother) of (?:twins|triplets|two|three|four|one|a|our)|(?:a|one|our|another|the|this|that|one of our|certain)(?: (?:[\w-]+)){0,3} (?:pupil|child|boy|girl|lad|lass|student|parent|mum|mummy|dad|teacher|ta|teaching assistant|caretaker|cook|lollipop (?:lady|man)|classmate|friend|head ?teacher|deputy|governor|colleague|little one|youngster|sister|brother|grandad|nan|grandma)|(?:a|one) (?:of our )?(?:year (?:[1-6]|one|two|three|four|five|six)s?|y[1-6]s?)(?! (?:class|team|trip|lesson|assembly|topic))|one of our (?:[\w']+ ){0,2}[a-z]+s|someone in (?:year|y|reception|nursery|class)[\w ]{0,4})\b/;
const THEY = /\b(?:he|she|his|her|him|he's|she's|hers)\b/;
const YOU = /\b(?:you|your|you're|you've)\b/;
/** Said to all families, of any child. */
const ANY_CHILD =
  /\b(?:if (?:your|a|any|you)|your (?:child|children)'?s?|any (?:child|pupil|children|pupils)|every (?:child|pupil)|each (?:child|pupil)|children who|pupils who|all children|anyone|parents of children|a child (?:has|needs|is|with)|when a (?:child|pupil)|what to do|how to|spot the signs|symptoms of)\b/;
/** A pupil said of in general can be one pupil all the same, where the class is named. */
const OUR_CLASS =
  /\b(?:in|of|from) (?:our |the )?(?:year (?:[1-6]|one|two|three|four|five|six)|y[1-6]|reception|nursery|class)\b/;

/** Between a name that owns and what it owns: how bad it is, or which side. */
const OWNED =
  /^ (?:(?:new|old|own|little|severe|serious|bad|terrible|mild|recent|ongoing|left|right|poor|pink|blue|spare|latest|bravely borne|long) ){0,3}$/;
/** Seasons, and months that bring weeks and courses of their own, own no condition without a sign. */
const PLURAL = /^(?:allergies|worms|flu|covid|norovirus|anxiety|mental health|first aid)\b/;

/** "Summer's nut allergy": a name that is a word, owning a condition outright. */
function ownedBy(reading: Reading, people: readonly Person[], { from, to }: Found): boolean {
  if (PLURAL.test(reading.lower.slice(from, to))) return false;
  return people.some(
    (one) => one.possessive && one.to <= from && OWNED.test(reading.lower.slice(one.to, from)),
  );
}

/** What may stand between a name and what is wrong: "has a severe", "is in", "wears a", or nothing. */
const SUFFERS =
  /^(?: (?:has|had|have|having|wears|wore|was|is|needs|needed|takes|took|uses|carries|suffers|got|gets|with|who|been|sees|saw|seeing|visits|visited|just|now|also|still|recently|had|a|an|his|her|the|very|really|severe|serious|mild|bad|nasty|in|on|off|from|diagnosed|type 1|type one|two|new))* $/;
const SEASON = /^(?:spring|summer|autumn|winter|april|may|june|august)$/;

/** "May has a severe nut allergy", "Hope's anxiety": a word that is a name here, for a season suffers nothing. */
function wordAsName(reading: Reading, { from, to, sentence }: Found, facts: Facts): boolean {
  return reading.words.some((word) => {
    if (word.sentence !== sentence || word.to > from || !word.capital) return false;
    const low = word.word.replace(/'s$/, '');
    const named = isGiven(low) || facts.roll?.known(keyOf(low))?.kinds.has('first') === true;
    if (!named || !isWord(low)) return false;
    const between = reading.lower.slice(word.to, from);
    if (!word.word.endsWith("'s"))
      return SUFFERS.test(between) && !(SEASON.test(low) && between === ' ');
    return OWNED.test(between) && !(SEASON.test(low) && PLURAL.test(reading.lower.slice(from, to)));
  });
}

/** "Good luck today, Art!": set apart at the end, a word that is a name too is somebody. */
const isSpokenTo = ({ lower }: Reading, { from, to }: Person): boolean =>
  /[a-z\d], $/.test(lower.slice(0, from)) && /^(?:[.!?]|$)/.test(lower.slice(to));

/** What belongs to one person is no cause and no course for all: "his dyslexia programme". */
const THEIRS = /\b(?:his|her|my)\s+$/;
const OWN = /\b(?:his|her|my)\b/;
const FOR_ALL =
  /\b(?:how to|what to do|charit(?:y|ies)|research|trust|foundation|appeal|poster|talk)\b/;

function isForAll(reading: Reading, people: readonly Person[], { from, to }: Found): boolean {
  const said = reading.lower.slice(from, to);
  if (FOR_ALL.test(said)) return true;
  const before = reading.lower.slice(0, from);
  const owned = people.some(
    (one) =>
      one.possessive &&
      one.child &&
      /^ ?$/.test(reading.lower.slice(one.to, from)) &&
      one.to <= from,
  );
  return !(OWN.test(said) || THEIRS.test(before) || owned);
}

function spokenOf(reading: Reading, found: Found, facts: Facts): boolean {
  const { sentence } = found;
  const said = sentenceText(reading, sentence);
  const people = peopleIn(reading, facts);
  if (ownedBy(reading, people, found) || wordAsName(reading, found, facts)) return true;
  const here = people.some(
    (one) =>
      one.sentence === sentence && (!one.weak || THEY.test(said) || isSpokenTo(reading, one)),
  );
  if (here) return true;
  if (ONE.test(said) && (!ANY_CHILD.test(said) || OUR_CLASS.test(said))) return true;
  const before = sentenceText(reading, sentence - 1);
  const named = people.some((one) => one.sentence === sentence - 1) || ONE.test(before);
  if (THEY.test(said) && named) return true;
  return YOU.test(said) && people.some((one) => one.sentence === sentence - 1 && one.child);
}

/** Conditions that are said of one person; causes, lessons, stories and rules for all are none. */
export function healthIn(reading: Reading, facts: Facts): Found[] {
  const found = conditions(reading);
  if (found.length === 0) return [];
  const people = peopleIn(reading, facts);
  const aside = [
    ...fine(reading).filter((one) => isForAll(reading, people, one)),
    ...quotesIn(reading),
  ];
  const told = new Set(lessons(reading).map(({ sentence }) => sentence));
  return longest(outside(found, aside)).filter((one) => {
    const { sentence } = one;
    return (
      // Of a pupil by name it is no story; figures of stories and history are not among the people.
      (!told.has(sentence) || people.some((other) => other.sentence === sentence && other.child)) &&
      spokenOf(reading, one, facts)
    );
  });
}
