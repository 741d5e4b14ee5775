/** A mention as it may be kept: sorted in full, and stored without any pupil's name. */
import type { AudienceFacts } from '../audience/facts.ts';
import type { Mention } from '../audience/mention.ts';
import { type Sorted, sortMention } from '../audience/sort.ts';
import { findPupils } from '../policy/names/pupils.ts';
import type { KeptMention } from '../ports/mentions.ts';
import { keepable } from './people-there.ts';
import type { Turn } from './turn.ts';

/** In UTF-16 units. An account that pays may write 25,000 on X; whoever wants the rest opens it there. */
const LONGEST = 4_000;
/** In the place of each letter of a name: the text keeps its length, so that the words that decided still stand where they were. */
const BLOT = '█';
/** A text in which names are still found after this many rounds is left out as a whole. */
const ROUNDS = 4;

/** How pressing a mention is: a child in danger first, then what goes to the authority, the rest of what is bad, complaints. */
export const RANKS = { safeguarding: 4, serious: 3, plain: 2, mild: 1, listed: 0 } as const;

/**
 * From this doubt (0 to 100) on, words that no list knows are put before SLT all the same. On labelled mentions nobody
 * tuned by it brings 33 of 53 bad ones to the card and 4 of 71 others; from 40 on it would be 43, and 11 others.
 */
const DOUBTFUL = 50;

function rankOf({ forWhom, gravity, unsure, doubt }: Sorted): number {
  if (forWhom === 'safeguarding') return RANKS.safeguarding;
  if (gravity !== null) return RANKS[gravity];
  return forWhom === 'office' || (unsure && doubt >= DOUBTFUL) ? RANKS.mild : RANKS.listed;
}

/** The text with every pupil's name blotted out, however the policy takes names in posts of our own. */
export function withoutNames(
  text: string,
  facts: Parameters<typeof findPupils>[1],
): { text: string; named: boolean } {
  let left = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { pupils } = findPupils(left, facts);
    if (pupils.length === 0) return { text: left, named: round > 0 };
    for (const { span } of pupils) {
      const [from, to] = span;
      left = left.slice(0, from) + BLOT.repeat(to - from) + left.slice(to);
    }
  }
  return { text: '', named: true };
}

/** What no database keeps, and what is too long for a card. */
const tidy = (text: string): string => text.slice(0, LONGEST).replaceAll('\0', '').toWellFormed();

const lowered = (handles: ReadonlySet<string>) =>
  new Set([...handles].map((handle) => handle.toLowerCase()));

type Fresh = Omit<KeptMention, 'number' | 'pile'>;

/** A mention that was just read, sorted by the policy in force. The pile is for who reads it in. */
export function keptMention(
  { school, now }: Pick<Turn, 'school' | 'now'>,
  account: string,
  mention: Mention,
  facts: AudienceFacts,
): Fresh {
  const text = tidy(mention.text);
  const sorted = sortMention(school.policy, { ...mention, text }, facts);
  const known = {
    roll: facts.roll,
    confirmedHandles: lowered(facts.confirmedHandles),
    ownHandles: lowered(facts.ownHandles),
    figures: school.figures,
  };
  const kept = withoutNames(text, known);
  const { id, handle, name } = keepable(mention.author, facts.roll);
  const words = sorted.deciding.flatMap(({ span }) =>
    span === null || kept.text === '' ? [] : [kept.text.slice(...span)],
  );
  const rank = rankOf(sorted);
  return {
    account,
    id: mention.id,
    state: rank > RANKS.listed ? 'new' : 'listed',
    rank,
    sort: sorted.sort,
    forWhom: sorted.forWhom,
    at: mention.at,
    readAt: now,
    author: { id, handle, name: withoutNames(tidy(name), known).named ? '' : tidy(name) },
    // An address has the handle in it.
    url: handle === '' ? null : mention.url,
    ...kept,
    edited: false,
    answers: mention.answers !== null,
    media: mention.media,
    words: [...new Set(words)],
    reasons: sorted.reasons,
    actions: sorted.actions,
    lookedBy: null,
    decided: null,
    tasks: [],
    pack: null,
  };
}
