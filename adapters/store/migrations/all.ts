/** Every change of the schema, in order. A version that has been released never changes again. */
import type { Dialect } from '../tables.ts';
import { first } from './1-first.ts';
import { posts } from './2-posts.ts';
import { audience } from './3-audience.ts';
import { mentions } from './4-mentions.ts';

export type Migration = {
  /** From 1, without gaps. */
  version: number;
  name: string;
  statements: (dialect: Dialect) => string[];
};

export const MIGRATIONS: readonly Migration[] = [first, posts, audience, mentions];

/** The newest version this Bellbird knows. */
export const NEWEST_VERSION = MIGRATIONS.length;
