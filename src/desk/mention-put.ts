/** Taking in mentions that were read: what is new is kept and sorted, and what wants a decision stands on one card. */
import type { Mention } from '../audience/mention.ts';
import type { KeptMention } from '../ports/mentions.ts';
import { keptMention, RANKS } from './mention-keep.ts';
import { audienceFacts } from './people-there.ts';
import { newId, type Turn } from './turn.ts';

/**
 * Keeps what is new in a page, and what has been worded anew; puts what wants a decision before SLT, on one card. True
 * where the card was put there just now.
 */
export async function putMentions(
  turn: Turn,
  account: string,
  items: readonly Mention[],
): Promise<boolean> {
  const { school, tx } = turn;
  const facts = await audienceFacts(turn);
  const ids = items.map(({ id }) => id);
  const known = new Map(
    (await tx.mentionsById(school.id, account, ids)).map((each) => [each.id, each]),
  );
  const open = await tx.openPile(school.id, account);
  const pile = open ?? newId();
  // The oldest first, so that numbers follow the time; a page may hold one twice.
  const each = new Map([...items].reverse().map((item) => [item.id, item]));
  const fresh: Omit<KeptMention, 'number'>[] = [];
  const reworded: KeptMention[] = [];
  for (const item of each.values()) {
    const kept = keptMention(turn, account, item, facts);
    const before = known.get(item.id);
    if (!before) fresh.push({ ...kept, pile: kept.state === 'new' ? pile : null });
    else if (before.text !== kept.text || before.media !== kept.media)
      reworded.push(anew(before, kept, pile));
  }
  const before = open === null ? [] : await tx.mentionsOf(school.id, open, 1);
  const added = await tx.addMentions(school.id, account, fresh);
  for (const mention of reworded) await tx.setMention(school.id, mention);
  const numbersOf = (all: readonly KeptMention[]) => all.map(({ number }) => number);
  const waiting = [...added, ...reworded].filter(({ state }) => state === 'new');
  if (added.length > 0) {
    const mentions = numbersOf(added);
    await turn.record('mentions.read', account, { account, mentions, waiting: numbersOf(waiting) });
  }
  if (reworded.length > 0) {
    await turn.record('mentions.edited', account, { account, mentions: numbersOf(reworded) });
  }
  if (added.length + reworded.length === 0 || (open === null && waiting.length === 0)) return false;
  const subject = `mentions:${pile}` as const;
  const worst = Math.max(0, ...waiting.map(({ rank }) => rank));
  // A card that grows does so in silence, but for a child in danger and for what is worse than all before.
  const silent =
    open !== null && worst < RANKS.safeguarding && worst <= (before[0]?.rank ?? RANKS.listed);
  await turn.tell('', { tell: 'redraw', subject });
  if (!silent) await turn.tell('', { tell: 'put', subject });
  return !silent;
}

/** A mention that was worded anew: what was decided on the old words stands, unless the new ones ask for more. */
function anew(
  before: KeptMention,
  kept: Omit<KeptMention, 'number' | 'pile'>,
  pile: string,
): KeptMention {
  const asks = kept.state === 'new' && before.state !== 'new' && kept.rank > before.rank;
  const again = asks || (kept.state === 'new' && before.state === 'listed');
  const { text, named, media, words, reasons, actions, sort, forWhom } = kept;
  return {
    ...before,
    ...{ text, named, media, words, reasons, actions, sort, forWhom },
    rank: Math.max(kept.rank, before.state === 'new' ? before.rank : 0),
    edited: true,
    lookedBy: null,
    ...(again ? { state: 'new' as const, pile, decided: null } : {}),
  };
}
