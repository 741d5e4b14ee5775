/** Kinds of account, of proposal and of what is inappropriate, as a school says them. */
import { anyOf } from '../school/faults.ts';
import type {
  Category,
  Followers,
  Following,
  Inappropriate,
  LinkKind,
  Proposal,
  Remedy,
} from './audience-schema.ts';

/** One account of a kind: "a school". */
export const KIND_WORDS: Readonly<Record<LinkKind, string>> = {
  school: 'a school',
  university: 'a university or college',
  government: 'a public body',
  council: 'a council',
  museum: 'a museum, library or heritage site',
  gallery: 'a gallery, theatre or orchestra',
  charity: 'a charity',
  'subject-body': 'a subject body',
  publisher: 'a publisher or broadcaster for education',
  author: 'an author or illustrator',
  practitioner: 'a lead practitioner in education',
  media: 'local media',
  community: 'a local club or community group',
};

/** What is proposed for a follower, as on a button. */
export const PROPOSAL_WORDS: Readonly<Record<Proposal, string>> = {
  keep: 'Keep',
  block: 'Block',
  remove: 'Remove',
  point: 'Point to the children’s policy',
};

/** A category as in the middle of a sentence. */
export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  extremism: 'extremist views',
  offence: 'offensive words',
  unsuitable: 'unsuitable images or content',
  'from-another': 'unsuitable content from another account',
  copyright: 'a breach of copyright',
  undermining: 'words that undermine the school',
};

/** What is done about it, as in "is hidden". */
const REMEDY_WORDS: Readonly<Record<Remedy, string>> = {
  hide: 'hidden',
  mute: 'muted',
  remove: 'removed',
  block: 'blocked',
  report: 'reported',
  escalate: 'taken to the authority where serious',
};

type Settings = {
  following: Following | null;
  followers: Followers | null;
  inappropriate: Inappropriate | null;
};

/** Whom the account follows, as the rest of a sentence without a full stop. */
export function followingWords({ following }: Pick<Settings, 'following'>): string {
  if (following === null) return 'nothing is said of whom we follow, but that no pupil is followed';
  const { kinds, benefit_said, personal, former_pupils } = following;
  const whom = kinds === null ? 'any organisation' : anyOf(kinds.map((kind) => KIND_WORDS[kind]));
  const also = [
    ...(benefit_said ? ['its benefit must be said'] : []),
    ...(personal ? ['no personal account is followed otherwise'] : []),
    ...(former_pupils ? [`no former pupil under ${former_pupils.under} is followed`] : []),
  ];
  return [`the account may follow ${whom}`, ...also].join('; ');
}

/** What is proposed for whom among the followers. */
export function followersWords({ followers }: Pick<Settings, 'followers'>): string {
  if (followers === null) return 'nothing is said of who may follow us';
  const proposed: [string, Followers['pupil'] | null][] = [
    ['an unsuitable follower', followers.unsuitable],
    ['one with no interest in the school', followers.no_interest],
    ['a pupil', followers.pupil],
    ['a child under 13', followers.under_13],
  ];
  return proposed
    .map(([who, one]) => `for ${who} we propose: ${PROPOSAL_WORDS[one?.propose ?? 'keep']}`)
    .join('; ');
}

/** What is inappropriate in a mention, and what is done about it. */
export function inappropriateWords({ inappropriate }: Pick<Settings, 'inappropriate'>): string {
  if (inappropriate === null) return 'nothing is said of what in a mention is inappropriate';
  const { means, remedies } = inappropriate;
  const what = anyOf(
    means.categories.map((each) => CATEGORY_WORDS[each]),
    'and',
  );
  const done = anyOf(
    remedies.actions.map((each) => REMEDY_WORDS[each]),
    'and',
  );
  return `inappropriate in a mention are ${what}; what is so, and who wrote it, may be ${done}`;
}
