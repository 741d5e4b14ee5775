/** Words as people ask with them, brought to the words the documents use. */
import type { Topic } from '../policy/schema.ts';

/** Words that tell nothing of what is asked. */
const STOP = new Set(
  `a about after all also am an and any anybody anyone anything are as at be because been before being both but by
  can cannot could did do does doing done each else ever every everybody everyone for from get gets getting give
  gives go goes going got had has have having he her here him his how i if in into is it its itself just keep let
  like make many may me might mine more most much must my need needs no nor not now of off on once one ones only
  or other our ours out over own please put really same say says see shall she should so some somebody someone
  something still such take than that the their them themselves then there these they thing things this those
  through to too under until up us use used uses using very want wants was way we well were what when where
  whether which while who whom whose why will with without would yes yet you your yours ok okay allowed allow
  check write writing written happen happens rule rules policy policies right thats whats dont doesnt cant`.split(
    /\s+/,
  ),
);

/** Words every other clause has: they only count where there are no better ones. */
const COMMON = new Set('account post school twitter x bellbird staff'.split(' '));

/** Each line: the word the clauses are found by, and what people say for it. All of them by their stems. */
const SAME: Readonly<Record<string, string>> = {
  device: 'phone mobile iphone smartphone tablet ipad laptop computer handset',
  photo: 'picture image pic snap selfie photograph camera video film',
  pupil: 'child children kid student boy girl learner',
  parent: 'mum dad mother father carer guardian famil',
  post: 'tweet publish upload share',
  name: 'surname firstname named',
  handle: 'tag mention organisation',
  reply: 'answer respond response retweet quote',
  message: 'dm inbox chat discussion talk',
  character: 'long length short limit',
  english: 'grammar grammatical spell spelt punctuation misspel typo',
  'text-language': 'lol slang gr8 textspeak abbreviation emoji omg txt',
  offend: 'offensiv rude swear swore sworn abuse abusive inappropriate nasty troll unsuitabl bully',
  password: 'login log credential',
  trip: 'residential visit outing excursion',
  consent: 'permission forbid refuse agreed',
  delet: 'remove erase wipe',
  hour: 'time weekend evening night late saturday sunday morning oclock clock early monday friday',
  reminder: 'remind notice announcement announce newsletter homework club',
  approv: 'approval proposal decide sign-off control',
  breach: 'break broke broken disciplinary sack sacked disobey misuse',
  agreement: 'sign signed acknowledge strict',
  opinion: 'positive negative complain moan professional',
  age: 'old 13 year-old',
  individual: 'person single targeted aimed',
  review: 'ratified due',
  public: 'private protected locked open',
  work: 'artwork piece',
};

/** Light stemming: plural, past and -ing forms meet; good enough for sentences this short. */
function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = word
    .replace(/['’]s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(ss|us)$/, '$1')
    .replace(/(?<![su])s$/, '')
    .replace(/(?:ing|ed|er|ers|ly|al|ation|ion|ment)$/, '')
    .replace(/(.)\1$/, '$1')
    .replace(/[ey]$/, '');
  return bare.length >= 3 ? bare : word;
}

const CANON = new Map(
  Object.entries(SAME).flatMap(([word, others]) =>
    [word, ...others.split(' ')].map((each): [string, string] => [stem(each), stem(word)]),
  ),
);

/** A word as the index keeps it and a question asks it; null for one that tells nothing. */
export function term(word: string): string | null {
  const lower = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  if (STOP.has(lower.replace(/['’]/g, ''))) return null;
  const short = stem(lower);
  return CANON.get(short) ?? short;
}

/** The words of a sentence. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}'’-]+/u).filter(Boolean);
}

/**
 * The terms of a question, each once; those that every clause has only where there are no others, and then
 * `common` is true.
 */
export function termsAsked(asked: string): { terms: string[]; common: boolean } {
  const terms = [...new Set(wordsOf(asked).flatMap((word) => term(word) ?? []))];
  const telling = terms.filter((each) => !COMMON.has(each));
  return telling.length > 0 ? { terms: telling, common: false } : { terms, common: true };
}

/** Turns of phrase that say which part of the policy is meant, where its words alone do not. */
const PHRASES: readonly [RegExp, Topic][] = [
  [/\bfollow(?:s|ing|ed)? (?:us|our|the (?:account|school))\b|\bfollowers?\b/i, 'followers'],
  [
    /\b(?:we|school|account|i|us|to) (?:(?:can|may|should|could|do) )?follow\b(?! (?:us|our|the (?:account|school)))/i,
    'following',
  ],
  [
    /\bwho\b.*\b(?:posts?|tweets?|writes?|approves?|decides?|runs?|access|use|uses|check|checks|sign off)\b/i,
    'people',
  ],
  [/\bwhen\b|\bwhat time\b|\bhow late\b|\bweekends?\b|\bevenings?\b|\bout of hours\b/i, 'hours'],
  [
    /\bfor\b.*\baccount\b|\baccount\b.*\bfor\b|\bwhat (?:can|may|should|do) (?:i|we) (?:post|tweet|write)\b/i,
    'purpose',
  ],
];

/** The topics a question points to by its turn of phrase. */
export function topicsMeant(asked: string): ReadonlySet<Topic> {
  return new Set(PHRASES.filter(([phrase]) => phrase.test(asked)).map(([, topic]) => topic));
}
