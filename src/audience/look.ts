/** A profile as a careful reader sees it: whose it is, how old its owner may be, what is odd about it. */
import type { LinkKind } from '../policy/audience-schema.ts';
import { type Reading, readingOf } from '../policy/meaning/reading.ts';
import { type AgeHint, agesIn, bornIn } from './age.ts';
import type { AudienceFacts } from './facts.ts';
import type { Said } from './grouped.ts';
import { type Likeness, plainHandle } from './handles.ts';
import {
  calling,
  type Institution,
  institutionNamed,
  institutionSaid,
  isPersonName,
  isTitled,
  makesBooks,
} from './kinds.ts';
import { type Body, bearsOut, bodyOf, namedLike, type Site, siteOf, takenFor } from './known.ts';
import { isOdd } from './odd.ts';
import type { Profile } from './profile.ts';
import { type WordGroup, wordsOf } from './profile-words.ts';
import { bearsPupilsName } from './pupil.ts';

/** What a profile's owner is to a school, where it is no institution. */
export type PersonRole = 'parent' | 'governor' | 'staff';

export type Look = {
  /** What links it to education; null where nothing in it does. */
  kind: LinkKind | null;
  /** How that is known, as the rest of a sentence: "its profile points to a .sch.uk site". */
  by: string | null;
  /** Why that is to be checked all the same, as a sentence; null where nothing says so. */
  check: string | null;
  likeness: Likeness | null;
  /** True for a person's own account, false for an organisation's, null where it does not show. */
  personal: boolean | null;
  roles: readonly PersonRole[];
  /** It names our school, or its place. */
  ours: boolean;
  /** It says that it is a joke, or makes fun of another account. */
  parody: boolean;
  /** A grown-up by title: Mrs Ives. */
  titled: boolean;
  /** A person of whom the profile says next to nothing. */
  bare: boolean;
  /** Writes or draws books, though not plainly for children. */
  writes: boolean;
  formerPupil: boolean;
  /** It bears a full name on our roll. */
  pupil: boolean;
  ages: readonly AgeHint[];
  /** Groups of profile-words.yaml whose words it uses. */
  words: ReadonlySet<WordGroup>;
};

const LONGEST = { name: 100, bio: 600, location: 100 };
/** A bio of fewer words says nothing of whose it is. */
const BARE = 2;
const ROLES = ['governor', 'staff', 'parent'] as const;

/** Words of a school's name that any school may have. */
const COMMON = new Set(
  'the and of at primary school junior infant infants nursery academy church england catholic ce rc community st saint first middle high secondary college c e voluntary aided controlled trust federation'.split(
    ' ',
  ),
);

const ours = new Map<string, readonly string[]>();

/** The words of a school's name that are its own. */
function ownWords(school: string): readonly string[] {
  const known = ours.get(school);
  if (known !== undefined) return known;
  const own = readingOf(school.slice(0, LONGEST.name))
    .words.map(({ word }) => word)
    .filter((word) => !COMMON.has(word) && word.length > 2);
  ours.set(school, own);
  return own;
}

function namesOurs({ lower }: Reading, location: string, school: string): boolean {
  const own = ownWords(school);
  const where = `${lower} ${location.toLowerCase()}`;
  const stands = (word: string) => new RegExp(`(?<![a-z])${word}(?![a-z])`).test(where);
  return own.length > 0 && own.every((word) => where.includes(word) && stands(word));
}

const FORMER =
  /\b(?:ex|former|old)[ -](?:pupil|student)|\b(?:ex|former|old)[- ]\w+(?: \w+)? (?:pupil|student|primary|school)\b|\balum(?:ni|nus|na|s)?\b|\b(?:went to|left|leaver)\b/;

/** Says that its owner is a parent or of a family; "my mum" is said by a child. */
function isParent(all: Reading, said: readonly Said<WordGroup>[]): boolean {
  return said.some(
    ({ group, from }) =>
      group === 'parent' && !/\b(?:my|by) $/.test(all.lower.slice(Math.max(0, from - 4), from)),
  );
}

const groupsIn = (said: readonly Said<WordGroup>[]): ReadonlySet<WordGroup> =>
  new Set(said.map(({ group }) => group));

/** Whom an account can be taken for, by its handle or its name. One that links to that body's own site is taken for its own. */
function likenessOf(
  { handle, name }: Profile,
  site: Site | null,
  { ownHandles, confirmedHandles }: AudienceFacts,
): Likeness | null {
  const byHandle = takenFor(handle, ownHandles, confirmedHandles);
  if (byHandle !== null) return byHandle;
  if (ownHandles.has(`@${plainHandle(handle)}`)) return null;
  const of = site?.body ? null : namedLike(name, handle);
  return of === null ? null : { of, by: 'near' };
}

/** Reads a profile. Never throws; nothing beyond what X lets a profile hold is read. */
export function lookAt(profile: Profile, facts: AudienceFacts): Look {
  const called = profile.name.slice(0, LONGEST.name).replace(/\s+/g, ' ');
  const bio = profile.bio.slice(0, LONGEST.bio);
  const name = readingOf(called);
  const all = readingOf(`${called}\n${bio}\n`);
  const bioFrom = all.plain.indexOf('\n');
  const said = wordsOf(all);
  const words = groupsIn(said);
  const saidOfName = groupsIn(said.filter(({ from }) => from < bioFrom));
  const saidOfBio = groupsIn(said.filter(({ from }) => from > bioFrom));
  const body = bodyOf(profile.handle);
  const site = siteOf(profile.link);
  const parody = words.has('parody');
  const named =
    body === null && !parody && !saidOfName.has('business') && !saidOfName.has('for-schools')
      ? institutionNamed(name, saidOfName, profile.handle)
      : null;
  const personName = isPersonName(name, named);
  const roles = ROLES.filter((role) => (role === 'parent' ? isParent(all, said) : words.has(role)));
  const sells = words.has('business') || words.has('for-schools');
  const governs = roles.includes('governor') && named === null && site === null;
  const told = personName || parody || sells || governs ? null : institutionSaid(saidOfBio, false);
  const tellsOfSelf = saidOfBio.has('person');
  const personal = isPersonal({ body, site, named, told, personName, roles, tellsOfSelf });
  const aside = parody || sells || words.has('fans') || words.has('politics');
  const kindSaid = told ?? (personal !== true && !aside ? institutionSaid(saidOfBio, true) : null);
  const own = parody ? null : calling(all, words);
  const likeness = likenessOf(profile, site, facts);
  // Whoever looks like a known body and is not it has no link to education by what it says of itself.
  const believed = likeness?.by !== 'letters' && !parody;
  const bioWords = all.words.length - name.words.length;
  return {
    ...(believed
      ? linkOf({ body, site, personal, own, named, said: kindSaid })
      : { kind: null, by: null }),
    check: believed ? checkOf({ body, site, named, kindSaid, profile, facts }) : null,
    likeness,
    parody,
    personal: personal ?? (kindSaid === null ? null : false),
    roles,
    ours: namesOurs(all, profile.location.slice(0, LONGEST.location), facts.school),
    titled: isTitled(name),
    bare: personal === true && bioWords < BARE && roles.length === 0,
    writes: makesBooks(all),
    formerPupil: FORMER.test(all.lower.slice(bioFrom)),
    pupil: bearsPupilsName(profile, facts.roll),
    ages: [...agesIn(all, facts.at, personName), ...bornIn(profile, facts.at)],
    words,
  };
}

type Signs = {
  body: Body | null;
  site: Site | null;
  named: Institution | null;
  told: Institution | null;
  personName: boolean;
  roles: readonly PersonRole[];
  tellsOfSelf: boolean;
};

function isPersonal({
  body,
  site,
  named,
  told,
  personName,
  roles,
  tellsOfSelf,
}: Signs): boolean | null {
  if (body !== null) return body.kind === 'author';
  if (personName) return true;
  if (named !== null || site !== null) return false;
  if (told !== null) return false;
  return roles.length > 0 || tellsOfSelf ? true : null;
}

type Believed = Pick<Signs, 'body' | 'site' | 'named'> & {
  kindSaid: Institution | null;
  profile: Profile;
  facts: AudienceFacts;
};

/** A handle that may have changed hands, and a link that anybody can put there, want a second sign. */
function checkOf({ body, site, named, kindSaid, profile, facts }: Believed): string | null {
  if (body !== null)
    return bearsOut(body, profile.name, site)
      ? null
      : `Its handle is ${body.name}’s as far as we know, but its name and link do not say so. Make sure that it is theirs.`;
  if (site === null || named === site.kind || kindSaid === site.kind || !isOdd(profile, facts.at))
    return null;
  return 'Only its link says so, which anybody can put there, and other things about it are odd. Make sure whose it is.';
}

type Linked = {
  body: Body | null;
  site: Site | null;
  personal: boolean | null;
  own: 'author' | 'practitioner' | null;
  named: Institution | null;
  said: Institution | null;
};

function linkOf({ body, site, personal, own, named, said }: Linked): Pick<Look, 'kind' | 'by'> {
  if (body !== null)
    return { kind: body.kind, by: `as far as we know it is the account of ${body.name}` };
  const told = 'its profile says so';
  if (personal === true) {
    if (own !== null) return { kind: own, by: told };
    return site?.kind === 'author'
      ? { kind: 'author', by: 'its profile points to an author’s site' }
      : { kind: null, by: null };
  }
  if (site !== null) {
    const whose = site.body === null ? `a .${site.domain} site` : `the site of ${site.body.name}`;
    return { kind: site.kind, by: `its profile points to ${whose}` };
  }
  if (named !== null) return { kind: named, by: 'its name says so' };
  if (said !== null) return { kind: said, by: told };
  return own === null ? { kind: null, by: null } : { kind: own, by: told };
}
