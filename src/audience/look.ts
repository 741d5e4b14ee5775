/** A profile as a careful reader sees it: whose it is, how old its owner may be, what is odd about it. */
import type { LinkKind } from '../policy/audience-schema.ts';
import { type Reading, readingOf } from '../policy/meaning/reading.ts';
import { type AgeHint, agesIn, bornIn } from './age.ts';
import type { AudienceFacts } from './facts.ts';
import type { Likeness } from './handles.ts';
import {
  calling,
  type Institution,
  institutionNamed,
  institutionSaid,
  isPersonName,
  isTitled,
  makesBooks,
} from './kinds.ts';
import { type Body, bodyOf, type Site, siteOf, takenFor } from './known.ts';
import type { Profile } from './profile.ts';
import { says, saysOf, type WordGroup } from './profile-words.ts';
import { bearsPupilsName } from './pupil.ts';

/** What a profile's owner is to a school, where it is no institution. */
export type PersonRole = 'parent' | 'governor' | 'staff';

export type Look = {
  /** What links it to education; null where nothing in it does. */
  kind: LinkKind | null;
  /** How that is known, as the rest of a sentence: "its link is to a .sch.uk site". */
  by: string | null;
  likeness: Likeness | null;
  /** True for a person's own account, false for an organisation's, null where it does not show. */
  personal: boolean | null;
  roles: readonly PersonRole[];
  /** It names our school, or its place. */
  ours: boolean;
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
  /** Groups of profile-words.yaml whose words it uses, of those that are no kind of account. */
  words: ReadonlySet<WordGroup>;
};

const LONGEST = { name: 100, bio: 600, location: 100 };
/** A bio of fewer words says nothing of whose it is. */
const BARE = 2;
const ROLES = ['governor', 'staff', 'parent'] as const;
const NOTED = [
  ...ROLES,
  'business',
  'politics',
  'chaplain',
  'fans',
  'sexual',
  'crypto',
  'scam',
  'gambling',
  'followback',
  'bot',
] as const;

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

const FORMER =
  /\b(?:ex|former|old)[ -](?:pupil|student)|\b(?:ex|former|old)[- ]\w+(?: \w+)? (?:pupil|student|primary|school)\b|\balum(?:ni|nus|na|s)?\b|\b(?:went to|left|leaver)\b/;

/** Says that its owner is a parent or of a family; "my mum" is said by a child. */
function isParent(all: Reading): boolean {
  return saysOf('parent', all).some(({ from }) => !/\b(?:my|by) $/.test(all.lower.slice(0, from)));
}

/** Reads a profile. Never throws; nothing beyond what X lets a profile hold is read. */
export function lookAt(profile: Profile, facts: AudienceFacts): Look {
  const name = readingOf(profile.name.slice(0, LONGEST.name));
  const bio = readingOf(profile.bio.slice(0, LONGEST.bio));
  const all = readingOf(`${name.text}\n${bio.text}\n`);
  const words = new Set<WordGroup>(NOTED.filter((group) => says(group, all)));
  const body = bodyOf(profile.handle);
  const site = siteOf(profile.link);
  const named = body === null ? institutionNamed(name, profile.handle) : null;
  const personName = isPersonName(name, named);
  const roles = ROLES.filter((role) => (role === 'parent' ? isParent(all) : words.has(role)));
  const told = personName ? null : institutionSaid(bio, false);
  const personal = isPersonal({ body, site, named, told, personName, roles, bio });
  const aside = words.has('business') || words.has('fans') || words.has('politics');
  const said = told ?? (personal !== true && !aside ? institutionSaid(bio, true) : null);
  const { kind, by } = linkOf({ body, site, personal, own: calling(all), named, said });
  const where = readingOf(`${all.text}${profile.location.slice(0, LONGEST.location)}`);
  return {
    kind,
    by,
    likeness: takenFor(profile.handle, facts.ownHandles, facts.confirmedHandles),
    personal: personal ?? (said === null ? null : false),
    roles,
    ours: namesOurs(where, facts.school),
    titled: isTitled(name),
    bare: personal === true && bio.words.length < BARE && roles.length === 0,
    writes: makesBooks(all),
    formerPupil: FORMER.test(bio.lower),
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
  bio: Reading;
};

function isPersonal({ body, site, named, told, personName, roles, bio }: Signs): boolean | null {
  if (body !== null) return body.kind === 'author';
  if (personName) return true;
  if (named !== null || site !== null) return false;
  if (told !== null) return false;
  return roles.length > 0 || says('person', bio) ? true : null;
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
  if (body !== null) return { kind: body.kind, by: `it is the account of ${body.name}` };
  const told = 'its profile says so';
  if (personal === true) {
    if (own !== null) return { kind: own, by: told };
    return site?.kind === 'author'
      ? { kind: 'author', by: 'its link says so' }
      : { kind: null, by: null };
  }
  if (site !== null) {
    const whose = site.body === null ? `a .${site.domain} site` : `the site of ${site.body.name}`;
    return { kind: site.kind, by: `its link is to ${whose}` };
  }
  if (named !== null) return { kind: named, by: 'its name says so' };
  if (said !== null) return { kind: said, by: told };
  return own === null ? { kind: null, by: null } : { kind: own, by: told };
}
