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
  rung: 'rang',
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
  ran: 'run',
  rang: 'rung',
  shook: 'shaken',
  fell: 'fallen',
  froze: 'frozen',
  stole: 'stolen',
  woke: 'woken',
  tore: 'torn',
  became: 'become',
  came: 'come',
  blew: 'blown',
  bit: 'bitten',
  hid: 'hidden',
  drew: 'drawn',
  swore: 'sworn',
  sprang: 'sprung',
  shrank: 'shrunk',
  sank: 'sunk',
  overcame: 'overcome',
  outgrew: 'outgrown',
  sang: 'sung',
  saw: 'seen',
};
const PASTS: Record<string, string> = { learn: 'learnt', make: 'made', build: 'built' };
/** Pasts made by rule where the verb has one of its own. */
const OWN_PASTS: Record<string, string> = {
  runned: 'ran',
  falled: 'fell',
  catched: 'caught',
  teached: 'taught',
  buyed: 'bought',
  bringed: 'brought',
  builded: 'built',
  drawed: 'drew',
  growed: 'grew',
  throwed: 'threw',
  knowed: 'knew',
  swimmed: 'swam',
  writed: 'wrote',
  maked: 'made',
  taked: 'took',
  drived: 'drove',
  winned: 'won',
  singed: 'sang',
  eated: 'ate',
  goed: 'went',
  flied: 'flew',
  drinked: 'drank',
  breaked: 'broke',
  choosed: 'chose',
  sleeped: 'slept',
  keeped: 'kept',
  feeled: 'felt',
  telled: 'told',
  selled: 'sold',
  digged: 'dug',
  sticked: 'stuck',
  thinked: 'thought',
  weared: 'wore',
  speaked: 'spoke',
  bited: 'bit',
  hided: 'hid',
  holded: 'held',
  leaved: 'left',
  meeted: 'met',
  readed: 'read',
  sitted: 'sat',
  standed: 'stood',
  sweeped: 'swept',
  understanded: 'understood',
  waked: 'woke',
  finded: 'found',
  gived: 'gave',
  getted: 'got',
  comed: 'came',
  becomed: 'became',
};
const ANY: Record<string, string> = {
  nothing: 'anything',
  nobody: 'anybody',
  'no one': 'anyone',
  none: 'any',
  no: 'any',
  nowhere: 'anywhere',
};
const ONE: Record<string, string> = { these: 'this', those: 'that' };

const from = (table: Record<string, string>) => (wrong: string) =>
  table[wrong.toLowerCase().replace(/['’]/g, '')] ?? null;

const plural = (noun: string): string => {
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
};

/** "deserves" → "deserve", "goes" → "go", "tries" → "try". */
const base = (verb: string): string => {
  if (/[^aeiou]ies$/u.test(verb)) return `${verb.slice(0, -3)}y`;
  return verb.replace(/(?<=o|sh|ch|ss|x|zz)es$|s$/u, '');
};
const silent = /(?<=[^aeo])e$/u;
const doubled = /(?<=^[^aeiou]*[aeiou])[bdglmnprt]$/u;

export const REPAIRS = {
  verb: from(VERBS),
  base: (wrong: string) => from(VERBS)(wrong) ?? base(wrong),
  simple: from(SIMPLE),
  participle: from(PARTICIPLES),
  ing: (wrong: string) => `${wrong.replace(silent, '').replace(doubled, '$&$&')}ing`,
  past: (wrong: string) => from(PASTS)(wrong) ?? `${wrong.replace(/e$/u, '')}ed`,
  towards: (wrong: string) => `${wrong} to`,
  spaced: (wrong: string) => `${wrong} `,
  joined: (wrong: string) => wrong.replace(/\s+/u, ''),
  owners: (wrong: string) => `${wrong}'`,
  one: from(ONE),
  any: from(ANY),
  own: from(OWN_PASTS),
  tale: (wrong: string) => wrong.replace(/tail/iu, 'tale'),
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
