import { z } from 'zod';
import type { Rule } from '../rule.ts';

const Options = z.strictObject({
  /** Which posts it is about; the strictest where the policy does not say. */
  posts: z.enum(['any', 'with-photos']).default('any'),
  /** Whether a grant of the head allows one's own device. */
  granted_ok: z.boolean().default(false),
});
type Options = z.infer<typeof Options>;

/** The wrong device. Where nobody has said which it is, the author ticks a statement instead. */
export const device: Rule<Options> = {
  name: 'device',
  means: ({ posts, granted_ok }) => {
    const what = posts === 'any' ? 'Posts come' : 'Posts with photos come';
    return `${what} from a school device${granted_ok ? ', or one the head has allowed' : ''}`;
  },
  options: Options,
  applies: ({ device: known, photos }, { posts }) =>
    known !== undefined && (posts === 'any' || photos.length > 0),
  check: ({ draft, facts, options }) => {
    if (draft.device !== 'own') return [];
    if (options.posts === 'with-photos' && draft.photos.length === 0) return [];
    if (options.granted_ok && facts.ownDeviceGranted) return [];
    const ask = options.granted_ok ? ', or ask the head to allow yours' : '';
    const what = options.posts === 'any' ? 'Our posts come' : 'Posts with photos come';
    return [{ message: `${what} from school devices. Send it from one${ask}.` }];
  },
};
