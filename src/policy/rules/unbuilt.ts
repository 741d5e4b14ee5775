/**
 * Rules of the product that need an ear for language and are not judged yet. They have their place in
 * every policy, their options are checked, and the card asks the author to read for them.
 */
import { z } from 'zod';
import type { Rule, RuleName } from '../rule.ts';

export type Unbuilt<Options = unknown> = Pick<Rule<Options>, 'name' | 'means' | 'options'>;

const none = z.strictObject({});
const plain = (name: RuleName, sentence: string): Unbuilt => ({
  name,
  means: () => sentence,
  options: none,
});

const photoName: Unbuilt<{ names: 'any' | 'full' }> = {
  name: 'photo-name',
  means: ({ names }) =>
    `No pupil's ${names === 'full' ? 'full name' : 'name'} stands beside a photo of pupils`,
  options: z.strictObject({ names: z.enum(['any', 'full']).default('any') }),
};

const UNBUILT: readonly Unbuilt[] = [
  plain('pupil-name', 'No pupil is named'),
  plain('person-name', 'Nobody is named who could be a pupil or a parent'),
  photoName as Unbuilt,
  plain('targeted', 'Nothing is aimed at one pupil, parent or family'),
  plain('text-language', 'No text language, such as gr8 or l8r'),
  plain('standard-english', 'Spelling and grammar are right'),
  plain('offensive', 'Nothing offends, and nobody is insulted'),
  plain('negative-tone', 'The tone is positive, without complaint or blame'),
  plain('purpose', "It shows pupils' work and successes, and is not a notice to parents"),
  plain('personal-data', 'No phone number, address, date of birth or medical detail of a person'),
];

/** What each rule not judged yet holds, by name. */
export const unbuilt: ReadonlyMap<RuleName, Unbuilt> = new Map(
  UNBUILT.map((rule) => [rule.name, rule]),
);
