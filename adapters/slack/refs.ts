/** Where a card stands in Slack, as the desk keeps it, and where it is found again. */

export type Spot =
  /** A message in a channel or a direct message. It lasts. */
  | { at: 'message'; channel: string; ts: string }
  /** A message only one person sees. It goes with their page, and changes only by the URLs that come with clicks. */
  | { at: 'ephemeral'; id: string }
  /** A modal, found by the id we gave it for as long as it is open. */
  | { at: 'modal'; id: string };

export function refOf(spot: Spot): string {
  switch (spot.at) {
    case 'message':
      return `m/${spot.channel}/${spot.ts}`;
    case 'ephemeral':
      return `e/${spot.id}`;
    case 'modal':
      return `v/${spot.id}`;
  }
}

/** The spot of a ref, or null where it is none of ours. */
export function spotOf(ref: string): Spot | null {
  const [kind, first, second] = ref.split('/');
  if (kind === 'm' && first && second) return { at: 'message', channel: first, ts: second };
  if (kind === 'e' && first) return { at: 'ephemeral', id: first };
  if (kind === 'v' && first) return { at: 'modal', id: first };
  return null;
}

const ID = /^([a-z0-9-]+)_([A-Za-z0-9-]+)$/;

/** An id for a card that Slack gives none, with the school in front so that a click on it says which is meant. */
export function placeFor(school: string): string {
  return `${school}_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
}

/** The school a place names. It says what is meant, never who may do it. */
export function schoolIn(place: string | null): string | null {
  return place === null ? null : (ID.exec(place)?.[1] ?? place);
}
