/** Steps that many of these tests begin with. */
import { isThing, type Json } from '../fakes/slack/json.ts';
import type { Fields } from '../fakes/teams/fill.ts';
import type { After, Person, Seen } from '../fakes/teams/teams.ts';
import { SLT, type Tenancy } from './workspace.ts';

export const POST = 'Year 4 built a marble run today.';

export function only(all: Seen[]): Seen {
  if (all.length !== 1 || !all[0])
    throw new Error(`not one message:\n${all.map((each) => each.text).join('\n---\n')}`);
  return all[0];
}

/** Somebody types a post in their own chat; their card. */
export async function writes(who: Person, text = POST): Promise<Seen> {
  return only((await who.says(`tweet ${text}`)).messages);
}

/** Writes and sends it; the card in the SLT channel. */
export async function sends(at: Tenancy, who = at.amy, text = POST): Promise<Seen> {
  const card = await writes(who, text);
  await who.presses('Send to SLT', card, { ticked: true });
  return sltCard(at);
}

/** The newest card in the SLT channel, as Sam reads it. */
export function sltCard(at: Tenancy): Seen {
  const card = at.sam.sees(SLT).at(-1);
  if (!card) throw new Error('nothing stands in the SLT channel');
  return card;
}

/** A card as it reads by now. */
export function now(who: Person, card: Seen): Seen {
  const found = who.sees().find((seen) => seen.id === card.id);
  if (!found) throw new Error('that card is gone');
  return found;
}

/** What Bellbird has written in somebody's own chat. */
export const own = (who: Person): Seen[] => who.chat().filter((seen) => seen.from === 'Bellbird');

/** The last activity of this kind that Teams sent. */
export function delivered(at: Tenancy, kind: string): Json {
  const found = at.teams.deliveries.findLast(
    ({ activity }) => activity.name === kind || activity.type === kind,
  );
  if (!isThing(found?.activity)) throw new Error(`Teams sent no ${kind}`);
  return found.activity;
}

/** Presses a button that opens a form, and in the same moment the one that means it: news of the card would shut the form. */
export async function means(
  who: Person,
  label: string,
  card: Seen,
  fields: Fields = {},
): Promise<After> {
  const opened = who.presses(label, card);
  const meant = `Yes, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  const after = await who.presses(meant, card, fields);
  await opened;
  return after;
}
