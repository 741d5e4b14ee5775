/** A profile as a careful reader sees it: whose it is, how old its owner may be, what is odd about it. */
import { LINK_KINDS, type LinkKind } from '../policy/audience-schema.ts';
import { type Reading, readingOf } from '../policy/meaning/reading.ts';
import { isGiven } from '../policy/names/given-names.ts';
import { type AgeHint, agesIn } from './age.ts';
import type { AudienceFacts } from './facts.ts';
import type { Likeness } from './handles.ts';
import { type Body, bodyOf, siteOf, takenFor } from './known.ts';
import type { Profile } from './profile.ts';
import { says, type WordGroup } from './profile-words.ts';
import { bearsPupilsName } from './pupil.ts';

/** What a profile's owner is to a school, where it is no institution. */
export type PersonRole = 'parent' | 'governor' | 'staff';

export type Look = {
  /** What links it to education; null where nothing in it does. */
  kind: LinkKind | null;
  /** How that is known, as the rest of a sentence: "its link is to a .sch.uk site". */
  by: string | null;
  body: Body | null;
  likeness: Likeness | null;
  /** True for a person's own account, false for an organisation's, null where it does not show. */
  personal: boolean | null;
  roles: readonly PersonRole[];
  /** It names our school, or its place. */
  ours: boolean;
  formerPupil: boolean;
  pupil: boolean;
  ages: readonly AgeHint[];
  words: ReadonlySet<WordGroup>;
};

const LONGEST = { name: 100, bio: 600, location: 100 };
const NAMED = LINK_KINDS.filter(
  (kind): kind is Exclude<LinkKind, 'author' | 'practitioner'> =>
    kind !== 'author' && kind !== 'practitioner',
);
const PEOPLE = ['author', 'practitioner'] as const;

/** Words of a school's name that any school may have. */
const COMMON = new Set(
  'the and of at primary school junior infant infants nursery academy church england catholic ce rc community st saint first middle high secondary college c e voluntary aided controlled trust federation'.split(
    ' ',
  ),
);

function namesOurs(text: Reading, school: string): boolean {
  const own = readingOf(school.slice(0, LONGEST.name))
    .words.map(({ word }) => word)
    .filter((word) => !COMMON.has(word) && word.length > 2);
  if (own.length === 0) return false;
  const said = new Set(text.words.map(({ word }) => word));
  return own.every((word) => said.has(word));
}

/** "Priya Shah", "Leo M": one or two words, the first a given name. */
function isPersonName(name: Reading): boolean {
  const [first, ...others] = name.words;
  return first !== undefined && others.length <= 2 && isGiven(first.word.replace(/'s$/, ''));
}

const TITLED = /^\W*(?:mr|mrs|miss|ms|dr|prof|professor|sir|dame|cllr|rev)\b/;
const FORMER =
  /\b(?:ex|former|old)[ -](?:pupil|student)|\b(?:ex|former|old)[- ]\w+(?: \w+)? (?:pupil|student|primary|school)\b|\balum(?:ni|nus|na|s)?\b|\b(?:went to|left|leaver)\b/;

/** Reads a profile. Never throws, and takes no longer for a long one than for one of 900 characters. */
export function lookAt(profile: Profile, facts: AudienceFacts): Look {
  const name = readingOf(profile.name.slice(0, LONGEST.name));
  const said = `${profile.bio.slice(0, LONGEST.bio)}`;
  const bio = readingOf(said);
  const all = readingOf(`${profile.name.slice(0, LONGEST.name)}\n${said}`);
  const words = new Set<WordGroup>();
  const note = (group: WordGroup, reading: Reading) => {
    if (says(group, reading)) words.add(group);
  };
  for (const kind of NAMED) {
    note(`${kind}-name`, name);
    note(kind, bio);
  }
  for (const group of [
    ...PEOPLE,
    'staff',
    'governor',
    'parent',
    'business',
    'politics',
    'fans',
  ] as const)
    note(group, all);
  note('person', bio);
  for (const group of ['sexual', 'crypto', 'scam', 'gambling', 'followback', 'bot'] as const)
    note(group, all);
  const body = bodyOf(profile.handle);
  const site = siteOf(profile.link);
  const personName = isPersonName(name) || TITLED.test(name.lower);
  const named = NAMED.find((kind) => words.has(`${kind}-name`)) ?? null;
  const roles = (['parent', 'governor', 'staff'] as const).filter((role) => words.has(role));
  const own = PEOPLE.find((kind) => words.has(kind)) ?? null;
  const personal =
    body !== null
      ? body.kind === 'author'
      : named !== null && !personName
        ? false
        : personName || roles.length > 0 || words.has('person')
          ? true
          : site !== null || NAMED.some((kind) => words.has(kind))
            ? false
            : null;
  const { kind, by } = linkOf({ body, site, personal, own, named, words });
  const where = readingOf(`${all.plain}\n${profile.location.slice(0, LONGEST.location)}`);
  return {
    kind,
    by,
    body,
    likeness: takenFor(profile.handle, facts.ownHandles, facts.confirmedHandles),
    personal,
    roles,
    ours: namesOurs(where, facts.school),
    formerPupil: FORMER.test(bio.lower),
    pupil: bearsPupilsName(profile, facts.roll),
    ages: agesIn(all, facts.at),
    words,
  };
}

type Signs = {
  body: Body | null;
  site: ReturnType<typeof siteOf>;
  personal: boolean | null;
  own: (typeof PEOPLE)[number] | null;
  named: LinkKind | null;
  words: ReadonlySet<WordGroup>;
};

function linkOf({ body, site, personal, own, named, words }: Signs): Pick<Look, 'kind' | 'by'> {
  if (body !== null) return { kind: body.kind, by: `it is the account of ${body.name}` };
  if (personal === true) {
    if (own !== null) return { kind: own, by: 'its profile says so' };
    if (site !== null && site.kind === 'author') return { kind: 'author', by: 'its link says so' };
    return { kind: null, by: null };
  }
  if (site !== null) {
    const whose = site.body === null ? `a .${site.domain} site` : `the site of ${site.body.name}`;
    return { kind: site.kind, by: `its link is to ${whose}` };
  }
  if (named !== null) return { kind: named, by: 'its name says so' };
  const told = NAMED.find((kind) => words.has(kind));
  return told === undefined ? { kind: null, by: null } : { kind: told, by: 'its profile says so' };
}
