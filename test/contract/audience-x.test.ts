/** The people round X's accounts keep the contract, by its older and its newer names of fields, on either tier. */
import { afterEach, expect } from 'vitest';
import type { Mention } from '../../src/audience/mention.ts';
import type { Profile } from '../../src/audience/profile.ts';
import { OURS, type Served, served, THEIRS } from '../x/served.ts';
import { type AudienceUnderTest, audienceContract } from './audience.ts';

const opened: Served[] = [];
afterEach(async () => {
  for (const { x } of opened.splice(0)) {
    await x.stop();
    expect(x.forbidden).toEqual([]);
    expect(x.malformed).toEqual([]);
  }
});

async function underTest(
  words: 'tweet' | 'post',
  tier: 'self-serve' | 'enterprise',
): Promise<AudienceUnderTest> {
  const at = await served({ words }, { pageSize: 4 });
  opened.push(at);
  const { x, audience } = at;
  if (tier === 'enterprise') x.world.off.clear();
  const joined = new Map<string, Profile>();
  return {
    audience,
    accounts: [OURS, THEIRS],
    pageSize: 4,
    showsRequests: false,
    showsHidden: false,
    goAway: () => void x.refuses(),
    world: {
      joins: async (profile) => {
        const createdAt = profile.createdAt ?? 0;
        x.people.joins({ ...profile, createdAt });
        joined.set(profile.handle, profile);
      },
      suspended: async (handle) => x.people.suspends(handle),
      renamed: async (handle, to) => x.people.renames(handle, to),
      follows: async (handle, account) => x.people.follows(handle, account),
      asksToFollow: async (handle, account) => x.people.asksToFollow(handle, account),
      taps: async (account, tap, handle) => x.people.taps(account, tap, handle),
      mentions: async (handle, account, text): Promise<Mention> => {
        const author = joined.get(handle);
        if (!author) throw new Error(`nobody is called ${handle}`);
        const [post = x.posts(account, 'Ours')] = x.stands(account);
        const { id, at } = x.people.says(handle, text, { answers: post.id });
        const url = `https://x.com/${handle.slice(1)}/status/${id}`;
        return { id, url, author, text, at, answers: post.id, media: 0, hidden: false };
      },
    },
  };
}

audienceContract('X', () => underTest('tweet', 'self-serve'));
audienceContract('X (fields of a post, enterprise)', () => underTest('post', 'enterprise'));
