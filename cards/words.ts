/** Small turns of phrase that several cards share. */
import type { Occasion } from '../src/post/revision.ts';

export const OCCASION_WORDS: Record<Occasion, string> = {
  everyday: 'Everyday',
  event: 'School event',
  trip: 'Trip',
  urgent: 'Urgent',
};

/** A policy file names a purpose by one short word; a sentence wants another form. */
const PURPOSES: Readonly<Record<string, string>> = {
  celebrate: 'celebrating',
  update: 'updates',
  'class reminder': 'class reminders',
  event: 'events',
  reminder: 'reminders',
  trip: 'trips',
  emergency: 'emergencies',
  activity: 'activities',
  'admin notice': 'administrative notices',
};

/** A purpose of the policy as part of a sentence; one of the school's own stays as it is. */
export function purposeInWords(purpose: string): string {
  return PURPOSES[purpose] ?? purpose;
}

/** A person's name, or a phrase for somebody whom the school no longer lists. */
export function nameOf(names: Readonly<Record<string, string>>, person: string): string {
  return names[person] ?? 'Someone no longer on the list';
}

/** "one thing", "2 things": for the middle of a sentence. */
export function count(number: number, one: string, many: string): string {
  return number === 1 ? `one ${one}` : `${number} ${many}`;
}

/** "1 post", "1,200 posts": for a figure. */
export function oneOrMore(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** "A", "A or B", "A, B or C". */
export function oneOf(words: readonly string[]): string {
  return joined(words, 'or');
}

/** "A", "A and B", "A, B and C". */
export function allOf(words: readonly string[]): string {
  return joined(words, 'and');
}

function joined(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Who decides at a school, for the middle of a sentence. */
export function deciderOf({ whoDecides }: { whoDecides?: string }): string {
  return whoDecides ?? SLT;
}

const SLT = 'SLT';

/** "SLT approve", "the head or the IT lead approves": SLT is many. */
export function whoDoes(who: string, verb: string): string {
  return who === SLT ? `${who} ${verb}` : `${who} ${verb}s`;
}

/** One of those who decide, other than whoever has acted already. */
export function anotherOf(who: string): string {
  return who === SLT ? 'another of SLT' : 'somebody else who decides';
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence as part of another: no full stop, and a small first letter unless the word is a name or acronym. */
export function asClause(sentence: string): string {
  const bare = sentence.replace(/\.$/, '');
  return /^[A-Z][a-z]+\b/.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

const characters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

/**
 * At most `longest` UTF-16 units with an ellipsis for what is left out; never cuts inside an emoji or
 * between a letter and its accent.
 */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const room = Math.max(longest - 1, 0);
  const cut = characters.segment(text.slice(0, room + 64)).containing(room)?.index ?? room;
  const kept = cut > 0 ? text.slice(0, cut) : text.slice(0, room).toWellFormed();
  return `${kept.trimEnd()}…`;
}

const SEEN = /[^\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\s]/u;

/**
 * The words of a text that a finding is about (`span` in UTF-16 units). Where they cannot be seen at all, the
 * word they hide in, with their place marked.
 */
export function wordsAbout(text: string, [from, to]: readonly [number, number]): string {
  const words = text.slice(from, to).trim();
  if (words === '' || SEEN.test(words)) return words;
  const before = /\S*$/.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(to))?.[0] ?? '';
  return `${before}[hidden]${after}`;
}
