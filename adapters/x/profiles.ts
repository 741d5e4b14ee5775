/** Users as X sends them, read into profiles. */
import type { Profile } from '../../src/audience/profile.ts';
import { isId, typed } from './posts.ts';

/** What is asked of each user; X's guides and its API description have the same names for these. */
export const USER_FIELDS = {
  'user.fields':
    'created_at,description,entities,location,name,profile_image_url,protected,public_metrics,url,username',
};

/** Where X keeps the picture of those who have put up none. */
const NO_PICTURE = '/default_profile_images/';

type Raw = Record<string, unknown>;
const map = (value: unknown): Raw =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Raw) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.trunc(value) : 0;

/** The link a profile shows: X sends its own short one, and what that stands for beside it. */
function linkOf(raw: Raw): string | null {
  const [first] = list(map(map(raw.entities).url).urls).map(map);
  return text(first?.expanded_url) || text(raw.url) || null;
}

/** A user as X sends them; null where it is none. A metric X leaves out counts as nought. */
export function readProfile(value: unknown): Profile | null {
  const raw = map(value);
  const { id } = raw;
  if (!isId(id) || text(raw.username) === '') return null;
  const metrics = map(raw.public_metrics);
  const createdAt = Date.parse(text(raw.created_at));
  const picture = text(raw.profile_image_url);
  return {
    id,
    handle: `@${text(raw.username)}`,
    name: typed(text(raw.name), {}),
    bio: typed(text(raw.description), map(map(raw.entities).description)),
    link: linkOf(raw),
    location: typed(text(raw.location), {}),
    followers: count(metrics.followers_count),
    following: count(metrics.following_count),
    posts: count(metrics.tweet_count ?? metrics.post_count),
    createdAt: Number.isNaN(createdAt) ? null : createdAt,
    protected: raw.protected === true,
    pictured: picture !== '' && !picture.includes(NO_PICTURE),
  };
}

/** Somebody of whom X shows nothing but their id, as of an author it has suspended. */
export function unseenProfile(id: string): Profile {
  return {
    id,
    handle: '',
    name: '',
    bio: '',
    link: null,
    location: '',
    followers: 0,
    following: 0,
    posts: 0,
    createdAt: null,
    protected: false,
    pictured: false,
  };
}
