/** The people round an account: where they are read, what they are judged by, and what of them may be kept. */
import type { AudienceFacts } from '../audience/facts.ts';
import type { Profile } from '../audience/profile.ts';
import { bearsPupilsName } from '../audience/pupil.ts';
import type { Audience, Page } from '../ports/audience.ts';
import type { Roll } from '../school/roll.ts';
import type { School } from '../school/school.ts';
import { confirmedHandles } from './mentionable.ts';
import type { Turn } from './turn.ts';
import { within } from './within.ts';
import { type Result, refuse, type World } from './world.ts';

/** Somebody who waits for an answer waits no longer than this (ms) for an outlet to give it. */
const LONGEST_WAIT = 20_000;

/** Where the people round an account are read; null where the outlet shows them to no program. */
export function audienceOf(world: World, school: School, account: string): Audience | null {
  const outlet = school.accounts.find(({ handle }) => handle === account)?.outlet;
  return (outlet && world.audiences.get(outlet)) ?? null;
}

/** What an outlet says while somebody waits for it, or a refusal with what to do. */
export async function asked<T>(world: World, read: () => Promise<T>): Promise<Result<{ read: T }>> {
  try {
    const got = await within(
      LONGEST_WAIT,
      read().then((read) => ({ read })),
    );
    if (got) return { ok: true, ...got };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    world.log.warn({ why }, 'an outlet did not show its people');
    return refuse(
      `The account’s platform did not answer just now (${why}). Please try again in a minute.`,
    );
  }
  return refuse('The account’s platform takes too long to answer. Please try again in a minute.');
}

/** All of a list, at most `most` of it. */
export async function wholeList<T>(
  read: (cursor: string | null) => Promise<Page<T>>,
  most: number,
): Promise<T[]> {
  const all: T[] = [];
  for (let cursor: string | null = null; all.length < most; ) {
    const page: Page<T> = await read(cursor);
    all.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  return all;
}

/** What is known when an account is judged. */
export async function audienceFacts(turn: Turn): Promise<AudienceFacts> {
  const { school, world, desk, tx, now } = turn;
  return {
    roll: await world.rollAt(school.id, desk.rollVersion, tx),
    at: now,
    school: school.name,
    ownHandles: new Set(school.accounts.map(({ handle }) => handle)),
    confirmedHandles: await confirmedHandles(tx, school, now),
  };
}

const NOTHING = { name: '', handle: '', bio: '' };

/** A profile as it may be kept: whatever in it bears a pupil's name is left out, and its id finds it again. */
export function keepable(profile: Profile, roll: Roll | null): Profile {
  if (!bearsPupilsName(profile, roll)) return profile;
  // Where one of them is a pupil's, a link or a place may lead to them too.
  const kept = { ...profile, link: null, location: '' };
  for (const field of ['name', 'handle', 'bio'] as const) {
    if (bearsPupilsName({ ...NOTHING, [field]: profile[field] }, roll)) kept[field] = '';
  }
  return kept;
}
