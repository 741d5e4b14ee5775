/**
 * `npm run judge:audience`: how well labelled profiles and mentions are judged, by class and half.
 *   --list   every mistake of the halves that may be read; of the others only totals are ever told
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { AudienceFacts } from '../../src/audience/facts.ts';
import { judgeFollow } from '../../src/audience/follow.ts';
import { readFollower } from '../../src/audience/follower.ts';
import type { Mention } from '../../src/audience/mention.ts';
import type { Profile } from '../../src/audience/profile.ts';
import { sortMention } from '../../src/audience/sort.ts';
import { CATEGORIES, PROPOSALS } from '../../src/policy/audience-schema.ts';
import { PRESETS, type PresetName, preset } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { entriesOf, parseRoll, rollOf } from '../../src/school/roll.ts';
import {
  HALVES,
  type Half,
  LabelledMention,
  LabelledProfile,
  linesOf,
  OPEN,
  Shown,
} from './audience-labels.ts';

const SECRET = 'labelled profiles';

const policies = new Map(PRESETS.map((name) => [name, preset(name)] as const));
/** A preset, read once. */
export const policyOf = (name: PresetName): Policy => policies.get(name) ?? preset(name);

const parsed = parseRoll(readFileSync(new URL('roll.csv', import.meta.url), 'utf8'));
if (!parsed.ok) throw new Error(parsed.faults.join('\n'));

/** What the labels take for granted. */
export const FACTS: AudienceFacts = {
  roll: rollOf(entriesOf(parsed.rows, SECRET), SECRET),
  at: Date.parse('2026-11-20T10:00:00Z'),
  school: 'Larkrise Primary School',
  ownHandles: new Set(['@larkriseschool']),
  confirmedHandles: new Set(['@nationaltrust', '@bbcbitesize']),
};

/** A profile as the outlet would give it. */
export function profileOf(shown: z.input<typeof Shown>): Profile {
  const { createdAt, ...others } = Shown.parse(shown);
  const made = typeof createdAt === 'number' ? createdAt : Date.parse(createdAt);
  return { id: shown.handle, createdAt: made, ...others };
}

const SOMEBODY = profileOf({ handle: '@somebody', name: 'Somebody', bio: '', link: null });

/** A mention as the outlet would give it, by somebody of whom nothing is known. */
export function mentionOf(text: string, more: Partial<Mention> = {}): Mention {
  const written = { text, author: SOMEBODY, at: FACTS.at, answers: '1', media: 0, hidden: false };
  return { id: '1', url: 'https://x.com/i/1', ...written, ...more };
}

/** One yes or no of one example: whether the label has it, whether the judgement has it. */
export type Answered = { id: string; about: string; wanted: boolean; given: boolean; text: string };

function ofProfile(line: unknown): Answered[] {
  const { id, policy: name, profile: shown, asked, expect } = LabelledProfile.parse(line);
  const profile = profileOf(shown);
  const follow = judgeFollow(policyOf(name), profile, asked, FACTS);
  const read = readFollower(policyOf(name), profile, FACTS);
  const text = `${shown.handle} | ${shown.name} | ${shown.bio} | ${shown.link ?? ''} | ${JSON.stringify([follow, read])}`;
  const one = (about: string, wanted: boolean, given: boolean) => ({
    id,
    about,
    wanted,
    given,
    text,
  });
  return [
    ...(['fine', 'explain', 'against'] as const).map((verdict) =>
      one(`follow: ${verdict}`, expect.follow === verdict, follow.verdict === verdict),
    ),
    one(
      'right kind',
      expect.kind !== undefined,
      expect.kind !== undefined && follow.kind === expect.kind,
    ),
    one('under 18', expect.age !== undefined, read.age !== null),
    one('under 13', expect.age === 'under-13', read.age === 'under-13'),
    one('pupil', expect.pupil === true, read.pupil),
    one('look-alike', expect.lookalike !== undefined, follow.lookalike !== null),
    one('spam and its like', expect.unsuitable === true, read.unsuitable),
    ...PROPOSALS.map((propose) =>
      one(`propose: ${propose}`, expect.propose === propose, read.proposal === propose),
    ),
    one('plainly fine', expect.plain, read.plainFine),
  ];
}

function ofMention(line: unknown): Answered[] {
  const { id, policy: name, mention, expect } = LabelledMention.parse(line);
  const sorted = sortMention(
    policyOf(name),
    mentionOf(mention.text, { answers: mention.answers, media: mention.media }),
    FACTS,
  );
  const text = `${mention.text} | ${name} | ${JSON.stringify([sorted.sort, sorted.categories, sorted.forWhom, sorted.deciding])}`;
  const one = (about: string, wanted: boolean, given: boolean) => ({
    id,
    about,
    wanted,
    given,
    text,
  });
  const bad = expect.sort === 'inappropriate' || expect.forWhom === 'safeguarding';
  const seen = sorted.sort === 'inappropriate' || sorted.forWhom === 'safeguarding';
  return [
    ...(['positive', 'neutral', 'inappropriate'] as const).map((sort) =>
      one(sort, expect.sort === sort, sorted.sort === sort),
    ),
    ...CATEGORIES.map((each) =>
      one(each, expect.categories.includes(each), sorted.categories.includes(each)),
    ),
    one('bad, or unsure', bad, seen || sorted.unsure),
    one('for the office', expect.forWhom === 'office', sorted.forWhom === 'office'),
    one('for safeguarding', expect.forWhom === 'safeguarding', sorted.forWhom === 'safeguarding'),
  ];
}

export type Figure = {
  about: string;
  wanted: number;
  right: number;
  wrong: number;
  precision: number;
  recall: number;
};

/** Precision and recall of each class, from 0 to 1; 1 where there is nothing to divide by. */
export function figuresOf(answered: readonly Answered[]): Figure[] {
  return [...new Set(answered.map(({ about }) => about))].map((about) => {
    const all = answered.filter((each) => each.about === about);
    const count = (wanted: boolean) =>
      all.filter((each) => each.given && each.wanted === wanted).length;
    const wanted = all.filter((each) => each.wanted).length;
    const [right, wrong] = [count(true), count(false)];
    const share = (of: number) => (of === 0 ? 1 : right / of);
    return { about, wanted, right, wrong, precision: share(right + wrong), recall: share(wanted) };
  });
}

/** Of what is bad or speaks of danger, the share that a person meets in the first half of the list, from 0 to 1. */
export function metInFirstHalf(half: Half): number {
  const read = linesOf(half, 'mentions')
    .map((line) => {
      const { policy: name, mention, expect } = LabelledMention.parse(line);
      const { text, ...more } = mention;
      const { doubt } = sortMention(policyOf(name), mentionOf(text, more), FACTS);
      return {
        doubt,
        bad: expect.sort === 'inappropriate' || expect.forWhom === 'safeguarding',
      };
    })
    .toSorted((a, b) => b.doubt - a.doubt);
  const bad = read.filter((one) => one.bad).length;
  const met = read.slice(0, Math.ceil(read.length / 2)).filter((one) => one.bad).length;
  return bad === 0 ? 1 : met / Math.min(bad, Math.ceil(read.length / 2));
}

/** Every answer of a half, of its profiles or its mentions. */
export function answersOf(half: Half, what: 'profiles' | 'mentions'): Answered[] {
  return linesOf(half, what).flatMap(what === 'profiles' ? ofProfile : ofMention);
}

function table(title: string, figures: readonly Figure[]): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(10);
  return [
    title,
    `${'class'.padEnd(20)}${['labelled', 'right', 'false'].map((head) => head.padStart(9)).join('')}${'precision'.padStart(11)}${'recall'.padStart(11)}`,
    ...figures.map(
      ({ about, wanted, right, wrong, precision, recall }) =>
        `${about.padEnd(20)}${[wanted, right, wrong].map((count) => String(count).padStart(9)).join('')} ${percent(precision)} ${percent(recall)}`,
    ),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const half of HALVES) {
    for (const what of ['profiles', 'mentions'] as const) {
      const answers = answersOf(half, what);
      console.log(table(`${half} ${what}: ${linesOf(half, what).length}`, figuresOf(answers)));
      if (what === 'mentions')
        console.log(`met in the first half: ${(metInFirstHalf(half) * 100).toFixed(1)} %\n`);
      if (!OPEN.includes(half) || !process.argv.includes('--list')) continue;
      for (const { id, about, wanted, given, text } of answers)
        if (wanted !== given)
          console.log(`${id} ${about}: ${wanted ? 'missed' : 'false'}: ${text}`);
    }
  }
}
