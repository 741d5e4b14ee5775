/** How the data file's named repairs rewrite what is wrong: the text to put, or null where none is sure. */

const VERBS: Record<string, string> = {
  has: 'have',
  was: 'were',
  is: 'are',
  does: 'do',
  have: 'has',
  were: 'was',
  are: 'is',
  do: 'does',
  loves: 'love',
  enjoys: 'enjoy',
  likes: 'like',
  makes: 'make',
  goes: 'go',
  looks: 'look',
  wants: 'want',
  needs: 'need',
  thinks: 'think',
  knows: 'know',
  learns: 'learn',
  sings: 'sing',
  sees: 'see',
  comes: 'come',
  gets: 'get',
  takes: 'take',
  says: 'say',
  feels: 'feel',
  wasnt: "weren't",
  isnt: "aren't",
  hasnt: "haven't",
  doesnt: "don't",
};
const SIMPLE: Record<string, string> = {
  seen: 'saw',
  done: 'did',
  begun: 'began',
  sung: 'sang',
  swum: 'swam',
  drunk: 'drank',
};
const PARTICIPLES: Record<string, string> = {
  went: 'gone',
  ate: 'eaten',
  did: 'done',
  wrote: 'written',
  took: 'taken',
  broke: 'broken',
  began: 'begun',
  drank: 'drunk',
  swam: 'swum',
  gave: 'given',
  drove: 'driven',
  flew: 'flown',
  forgot: 'forgotten',
  grew: 'grown',
  knew: 'known',
  rode: 'ridden',
  spoke: 'spoken',
  threw: 'thrown',
  wore: 'worn',
  chose: 'chosen',
  sang: 'sung',
  saw: 'seen',
};
const ING: Record<string, string> = {
  see: 'seeing',
  hear: 'hearing',
  meet: 'meeting',
  welcome: 'welcoming',
  share: 'sharing',
  read: 'reading',
};
const ONE: Record<string, string> = { these: 'this', those: 'that' };

const from = (table: Record<string, string>) => (wrong: string) =>
  table[wrong.toLowerCase().replace(/['’]/g, '')] ?? null;

const plural = (noun: string): string => {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
};

export const REPAIRS = {
  verb: from(VERBS),
  simple: from(SIMPLE),
  participle: from(PARTICIPLES),
  ing: from(ING),
  one: from(ONE),
  be: (wrong: string) => `${wrong}'re`,
  second: (wrong: string) => wrong.split(' ')[1] ?? null,
  first: (wrong: string) => wrong.split(/\s/u)[0] ?? null,
  have: (wrong: string) => `${wrong.slice(0, -2).trimEnd()} have`,
  plural: (wrong: string) => plural(wrong.replace(/['’]s$/u, '')),
  capital: (wrong: string) => wrong.charAt(0).toUpperCase() + wrong.slice(1),
  /** "valentines" → "valentine's", "womens" → "women's". */
  possessive: (wrong: string) => wrong.replace(/s$/u, "'s"),
  /** "childrens'" → "children's". */
  irregular: (wrong: string) => wrong.replace(/s['’]$/u, "'s"),
} satisfies Record<string, (wrong: string) => string | null>;

export type RepairName = keyof typeof REPAIRS;
