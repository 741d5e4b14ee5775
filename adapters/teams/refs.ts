/** Where a card stands in Teams, as the desk keeps it: a conversation and the activity in it. */

export type Spot = { conversation: string; activity: string };

export function refOf({ conversation, activity }: Spot): string {
  return `t/${encodeURIComponent(conversation)}/${encodeURIComponent(activity)}`;
}

/** The spot of a ref, or null where it is none of ours. */
export function spotOf(ref: string): Spot | null {
  const [kind, conversation, activity, more] = ref.split('/');
  if (kind !== 't' || !conversation || !activity || more !== undefined) return null;
  try {
    return {
      conversation: decodeURIComponent(conversation),
      activity: decodeURIComponent(activity),
    };
  } catch {
    return null;
  }
}
