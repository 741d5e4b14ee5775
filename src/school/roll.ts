/** Pupils and consents, known only by keyed hashes of their normalised names. */
import { createHmac } from 'node:crypto';
import { keyOf } from '../policy/names/plain.ts';
import type { RollRow } from './roll-csv.ts';

export { type ParsedRoll, parseRoll, ROLL_COLUMNS, type RollRow } from './roll-csv.ts';

/** What a key of the roll stands for: a whole name, or one part of a double one. */
export const NAME_KINDS = ['full', 'first', 'last', 'first-part', 'last-part', 'initial'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** One pupil as kept. Hashes are HMAC-SHA-256 in hex under BELLBIRD_SECRET; no name is kept. */
export type RollEntry = {
  /** Hash of "first last". */
  full: string;
  /** Hash of the first name. */
  first: string;
  /** Hash of the surname. */
  last: string;
  /** Other ways the name is written: parts of double names, and the initial with the surname. */
  also: readonly { kind: NameKind; hash: string }[];
  yearGroup: string;
  photo: boolean;
  name: boolean;
  work: boolean;
};

export type Consents = Pick<RollEntry, 'yearGroup' | 'photo' | 'name' | 'work'>;

/** What the roll knows of one written form: which kinds of name it is to some pupil. */
export type Known = {
  kinds: ReadonlySet<NameKind>;
  /** The year group of all who bear it as a full, first or part of a first name; null where they differ. */
  yearGroup: string | null;
};

/** The roll in memory. Looking a name up costs the same whatever the number of pupils. */
export type Roll = {
  size: number;
  /**
   * The pupils who bear this full name as typed (case, accents and apostrophes do not matter).
   * Empty when none does; several when the school has namesakes.
   */
  byFullName: (name: string) => readonly Consents[];
  /** What is known of a key as `keyOf` gives it; null where no pupil's name is written so. */
  known: (key: string) => Known | null;
};

/**
 * A name as it is compared: small letters without accents, apostrophes or unseen characters; hyphens and
 * any other signs are one space. "Seán O’BRIEN" gives "sean obrien". Empty where no letter is left.
 */
export function normaliseName(name: string): string {
  return partsOf(name).join(' ');
}

/** The parts of a name, between spaces and hyphens, each as it is compared. */
function partsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .replace(/['’‘ʼʻ`´′＇]/gu, '')
    .split(/(?:(?![\p{M}\p{Default_Ignorable_Code_Point}])[^\p{L}\p{N}])+/u)
    .map(keyOf)
    .filter((part) => part !== '');
}

const hmac = (secret: string, key: string): string =>
  createHmac('sha256', secret).update(key).digest('hex');

/** The keyed hash of a name: HMAC-SHA-256 in hex over its normalised form, without its spaces. */
export function hashName(secret: string, name: string): string {
  return hmac(secret, partsOf(name).join(''));
}

/** Parts this short ("al", "de") are nobody's name by themselves. */
const SHORTEST_PART = 3;

/** The other forms of a pupil's name, each with its hash. */
function alsoOf(
  first: readonly string[],
  last: readonly string[],
  secret: string,
): RollEntry['also'] {
  const key = (kind: NameKind, written: string) => ({ kind, hash: hmac(secret, written) });
  const surname = last.join('');
  const parts = (kind: NameKind, of: readonly string[], before = '') =>
    of.length < 2
      ? []
      : of
          .filter((part) => part.length >= SHORTEST_PART)
          .map((part) => key(kind, `${before}${part}`));
  const [given = ''] = first;
  return [
    key('initial', `${[...given][0] ?? ''}${surname}`),
    ...parts('initial', last, [...given][0] ?? ''),
    ...(first.length > 1 && given.length >= SHORTEST_PART ? [key('first-part', given)] : []),
    ...parts('last-part', last),
    ...(first.length > 1 ? [key('full', `${given}${surname}`)] : []),
    ...(last.length > 1
      ? last
          .filter((part) => part.length >= SHORTEST_PART)
          .map((part) => key('full', `${first.join('')}${part}`))
      : []),
  ];
}

/** The rows as kept: hashes in place of names. */
export function entriesOf(rows: readonly RollRow[], secret: string): RollEntry[] {
  return rows.map(({ firstName, lastName, yearGroup, photo, name, work }) => {
    const first = partsOf(firstName);
    const last = partsOf(lastName);
    return {
      full: hmac(secret, [...first, ...last].join('')),
      first: hmac(secret, first.join('')),
      last: hmac(secret, last.join('')),
      also: alsoOf(first, last, secret),
      yearGroup,
      photo,
      name,
      work,
    };
  });
}

const NOBODY: readonly Consents[] = [];
type Gathered = { kinds: Set<NameKind>; yearGroup: string | null | undefined };

/** The roll in memory over its entries; `secret` must be the one they were hashed with. */
export function rollOf(entries: readonly RollEntry[], secret: string): Roll {
  const full = new Map<string, Consents[]>();
  const known = new Map<string, Gathered>();
  const learn = (hash: string, kind: NameKind, yearGroup: string) => {
    const before = known.get(hash) ?? { kinds: new Set(), yearGroup: undefined };
    before.kinds.add(kind);
    if (kind === 'first' || kind === 'first-part' || kind === 'full') {
      const same = before.yearGroup === undefined || before.yearGroup === yearGroup;
      before.yearGroup = same ? yearGroup : null;
    }
    known.set(hash, before);
  };
  for (const entry of entries) {
    const { yearGroup, photo, name, work } = entry;
    const same = full.get(entry.full);
    const consents = { yearGroup, photo, name, work };
    if (same === undefined) full.set(entry.full, [consents]);
    else same.push(consents);
    learn(entry.full, 'full', yearGroup);
    learn(entry.first, 'first', yearGroup);
    learn(entry.last, 'last', yearGroup);
    for (const { kind, hash } of entry.also) learn(hash, kind, yearGroup);
  }
  return {
    size: entries.length,
    byFullName: (name) => full.get(hashName(secret, name)) ?? NOBODY,
    known: (key) => {
      const found = known.get(hmac(secret, key));
      return found === undefined
        ? null
        : { kinds: found.kinds, yearGroup: found.yearGroup ?? null };
    },
  };
}
