/** The invented people whom the timeline puts round an account that nobody has looked at yet. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Shelf } from '../../src/ports/shelf.ts';
import { circleTopic, putMention, putSomebody, stranger } from './circle.ts';

const DAY = 86_400_000;

const CastFile = z.strictObject({
  people: z.array(
    z.strictObject({
      handle: z.string(),
      name: z.string(),
      bio: z.string().default(''),
      link: z.string().nullable().default(null),
      location: z.string().default(''),
      followers: z.int().default(0),
      following: z.int().default(0),
      posts: z.int().default(0),
      /** How many days old the account is. */
      age: z.number(),
      protected: z.boolean().default(false),
      pictured: z.boolean().default(true),
      suspended: z.boolean().default(false),
      /** For how many days they have followed the account; the same for the others. */
      follows: z.number().nullable().default(null),
      followed: z.number().nullable().default(null),
      asks: z.number().nullable().default(null),
    }),
  ),
  mentions: z.array(
    z.strictObject({
      by: z.string(),
      text: z.string(),
      /** How many hours ago. */
      hours: z.number(),
      media: z.int().default(0),
    }),
  ),
});
export type Cast = z.infer<typeof CastFile>;

/** Nobody at all. */
export const NOBODY: Cast = { people: [], mentions: [] };

/** Reads the cast that stands beside this file. */
export function readCast(): Cast {
  return CastFile.parse(parse(readFileSync(new URL('./cast.yaml', import.meta.url), 'utf8')));
}

/** Puts the cast round an account, once; `now` is epoch ms. Ids are the places in the file, from 1. */
export async function invite(
  shelf: Shelf,
  account: string,
  cast: Cast,
  now: number,
): Promise<void> {
  if (cast.people.length === 0) return;
  if (!(await shelf.add(`${circleTopic(account)}:invited`, 'cast', now))) return;
  const ago = (days: number | null) => (days === null ? null : now - days * DAY);
  for (const [place, each] of cast.people.entries()) {
    const { age, suspended, follows, followed, asks, ...seen } = each;
    const profile = { ...seen, id: String(place + 1), createdAt: now - age * DAY };
    await putSomebody(shelf, account, {
      ...stranger(profile),
      suspended,
      followsSince: ago(follows),
      followedSince: ago(followed),
      asksSince: ago(asks),
    });
    for (const [number, said] of cast.mentions.entries()) {
      if (said.by !== each.handle) continue;
      const id = String(number + 1);
      const url = `https://timeline.example/${each.handle.slice(1)}/${id}`;
      const at = now - said.hours * 3_600_000;
      const { media } = said;
      const text = said.text.replaceAll('@account', account);
      const mention = { id, url, author: profile, text, at, answers: null, media, hidden: false };
      await putMention(shelf, account, mention);
    }
  }
}
