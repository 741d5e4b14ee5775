/** The labels of profiles and mentions as their files hold them, in whatever words a hand wrote them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CATEGORIES, LINK_KINDS, PROPOSALS } from '../../src/policy/audience-schema.ts';
import { PRESETS } from '../../src/policy/load.ts';

/**
 * `unseen` was written before any rule was tuned, `later` after all of them were, `fresh` by another hand: these are
 * looked at only by their totals. `taught` is the other half of `fresh`, and rules may be tuned on it.
 */
export const HALVES = ['seen', 'unseen', 'later', 'taught', 'fresh'] as const;
export type Half = (typeof HALVES)[number];
/** The halves whose mistakes may be read. */
export const OPEN: readonly Half[] = ['seen', 'taught'];

const policy = z.enum(PRESETS);
export const Shown = z.strictObject({
  handle: z.string(),
  name: z.string(),
  bio: z.string(),
  link: z.string().nullable(),
  location: z.string().default(''),
  protected: z.boolean().default(false),
  followers: z.int().default(180),
  following: z.int().default(240),
  posts: z.int().default(900),
  /** A day, or epoch ms. */
  createdAt: z.union([z.iso.date(), z.int()]).default('2016-05-01'),
  pictured: z.boolean().default(true),
});

const Expected = z.strictObject({
  follow: z.enum(['fine', 'explain', 'against']),
  propose: z.enum(PROPOSALS),
  kind: z.enum([...LINK_KINDS, 'business']).optional(),
  age: z.enum(['under-13', 'under-18']).optional(),
  pupil: z.literal(true).optional(),
  unsuitable: z.literal(true).optional(),
  /** The handle it is taken for; true where the label does not say which. */
  lookalike: z.union([z.string(), z.literal(true)]).optional(),
  plain: z.boolean().default(false),
});

const KINDS: ReadonlySet<string> = new Set([...LINK_KINDS, 'business']);
/** Another hand's kinds, as ours; one that is not here and not ours says nothing more of an account. */
const MEANT: Readonly<Record<string, Partial<z.input<typeof Expected>>>> = {
  library: { kind: 'museum' },
  child: { age: 'under-13' },
  pupil: { age: 'under-18' },
  spam: { unsuitable: true },
  unsuitable: { unsuitable: true },
  lookalike: { lookalike: true },
};

const inOurWords = (expect: unknown): unknown => {
  const label = z.looseObject({ kind: z.string().optional() }).parse(expect);
  if (label.kind === undefined || KINDS.has(label.kind)) return label;
  const { kind, ...others } = label;
  return { ...others, ...MEANT[kind] };
};

export const LabelledProfile = z.strictObject({
  id: z.string(),
  policy,
  profile: Shown,
  asked: z.string().default(''),
  why: z.string().optional(),
  expect: z.preprocess(inOurWords, Expected),
});

const CATEGORY = { images: 'unsuitable', elsewhere: 'from-another' } as const;
export const LabelledMention = z.strictObject({
  id: z.string(),
  policy,
  mention: z.strictObject({
    text: z.string(),
    answers: z.string().nullable().default('1'),
    media: z.int().default(0),
  }),
  why: z.string().optional(),
  expect: z.strictObject({
    sort: z.enum(['positive', 'neutral', 'inappropriate']),
    categories: z.array(
      z
        .enum([...CATEGORIES, 'images', 'elsewhere'])
        .transform((name) => (name === 'images' || name === 'elsewhere' ? CATEGORY[name] : name)),
    ),
    forWhom: z.enum(['office', 'safeguarding']).nullable(),
  }),
});

/** The labelled examples of a half, as they stand in its file. */
export const linesOf = (half: Half, what: 'profiles' | 'mentions'): unknown[] =>
  readFileSync(new URL(`audience/${half}-${what}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
