/** What a run of the suite is asked to do, and the posts it does it with. */
import { type Place, placesOf } from './schools.ts';
import { wordsOf } from './words.ts';

export type Plan = {
  seed: number;
  posts: number;
  schools: number;
  /** Of each school. */
  accounts: number;
  /** Posts that people carry on with at the same time. */
  atOnce: number;
  /** How often a process is killed. */
  deaths: number;
  processes: 1 | 2;
  /** Given up after this long, ms. */
  within: number;
};

export type Errand = Place & {
  name: string;
  words: string;
  draft: string | null;
  /** How often Sam said what became of it. */
  answers: number;
  /** How often somebody let it be tried again after a refusal. */
  again: number;
};

/** As X has them; a suite that posts more on one account in a quarter of an hour has too few accounts. */
export const LIMITS = { post: 100, timeline: 900, look: 900 };

export function errandsOf({ seed, posts, schools, accounts }: Plan): Errand[] {
  const places = placesOf(schools, accounts);
  return Array.from({ length: posts }, (_, number) => {
    const place = places[number % places.length];
    if (!place) throw new Error('a suite without an account');
    const name = `seed-${seed}-post-${number + 1}`;
    const words = wordsOf(`Seed ${seed}, post ${number + 1}`, number);
    return { ...place, name, words, draft: null, answers: 0, again: 0 };
  });
}
