/** What is told again of mentions: those nobody has decided on, and those nobody has looked at. */
import type { MentionsRead } from '../ports/mentions.ts';
import { daysBetween, localDate } from '../school/local-time.ts';
import { MOST_IN_PILE } from './mention-decide.ts';
import { RANKS } from './mention-keep.ts';
import type { Turn } from './turn.ts';

/** What is said every morning nobody reads; what is grave is said every morning all the same. */
const TOLD_AGAIN_AFTER_DAYS = 7;
const GRAVE_AGAIN_AFTER_DAYS = 1;

/** Once a day where more have come, and the same ones once a week. */
function tellsUnlooked(told: MentionsRead['toldUnlooked'], many: number, today: string): boolean {
  if (many === 0 || told?.on === today) return false;
  return told === null || many > told.many || daysBetween(told.on, today) >= TOLD_AGAIN_AFTER_DAYS;
}

async function tellOfUnlooked(
  turn: Turn,
  account: string,
  told: MentionsRead['toldUnlooked'],
  today: string,
): Promise<MentionsRead['toldUnlooked']> {
  const { unlooked } = await turn.tx.mentionCounts(turn.school.id, account);
  if (!tellsUnlooked(told, unlooked, today)) {
    return told && { ...told, many: Math.min(told.many, unlooked) };
  }
  await turn.tell('', {
    tell: 'slt',
    title: `${unlooked === 1 ? '1 mention' : `${unlooked.toLocaleString('en-GB')} mentions`} of ${account} nobody has looked at`,
    text: 'By their words they read as kind or neutral, which is no promise: unkindness need not use unkind words. /desk mentions shows every one, the newest first.',
  });
  return { on: today, many: unlooked };
}

/** Puts the card before SLT once more: the next school day where something grave waits on it, else after a week. */
async function remindOfWaiting(
  turn: Turn,
  account: string,
  told: string | null,
  today: string,
): Promise<string | null> {
  const { school, tx } = turn;
  const pile = await tx.openPile(school.id, account);
  if (pile === null) return null;
  if (told === null) return today;
  const days = daysBetween(told, today);
  if (days < GRAVE_AGAIN_AFTER_DAYS) return told;
  const all = await tx.mentionsOf(school.id, pile, MOST_IN_PILE);
  const waiting = all.filter(({ state }) => state === 'new');
  const grave = waiting.some(({ rank }) => rank >= RANKS.serious);
  if (!grave && days < TOLD_AGAIN_AFTER_DAYS) return told;
  const mentions = waiting.map(({ number }) => number);
  await turn.record('mentions.reminded', account, { account, mentions });
  const subject = `mentions:${pile}` as const;
  await turn.tell('', { tell: 'redraw', subject }, { tell: 'put', subject });
  return today;
}

/** Tells SLT of what is still open at the end of a reading; `fresh` where their card was put there by it. */
export async function tellOfOpen(
  turn: Turn,
  account: string,
  { toldUnlooked, toldWaiting }: MentionsRead,
  fresh: boolean,
): Promise<Pick<MentionsRead, 'toldUnlooked' | 'toldWaiting'>> {
  const today = localDate(turn.now, turn.school.timezone);
  return {
    toldUnlooked: await tellOfUnlooked(turn, account, toldUnlooked, today),
    toldWaiting: await remindOfWaiting(turn, account, fresh ? today : toldWaiting, today),
  };
}
