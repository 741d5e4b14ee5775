/** Deciding on mentions: one, or all that wait on a card, by a person, with a reason where it goes further than ours. */
import type { Doing, KeptMention, MentionTask } from '../ports/mentions.ts';
import { deciders, hasRole, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { refuseNames } from './judge.ts';
import { RANKS } from './mention-keep.ts';
import { type Call, newId, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** More than this wait on no card: what came later waits behind them. */
export const MOST_IN_PILE = 2_000;
const LONGEST_REASON = 300;

/** What goes beyond our own account, so that whoever asks later can read why. */
const REASONED: readonly Doing[] = ['block', 'report', 'escalate'];

/** What is done outside the platform's doors, which no program can see. */
const SAID_DONE: Partial<Record<Doing, string>> = {
  report: 'No program can report somebody: a person does it there.',
  escalate: 'Somebody hands it to the authority.',
};

/** Those who decide on mentions: whoever lets posts out, and the head. */
export function mentionDeciders(school: School): Person[] {
  const able = new Set(deciders(school, []).map(({ id }) => id));
  return school.people.filter((person) => able.has(person.id) || hasRole(person, ['head']));
}

/** Refuses anybody who does not decide on mentions. */
export function mayDecideMentions({
  school,
  person,
}: Pick<Call, 'school' | 'person'>): Refusal | null {
  const able = mentionDeciders(school);
  if (able.some(({ id }) => id === person.id)) return null;
  return refuse(`What is done about mentions is for ${names(able)}.`);
}

/** One by its number, or all that wait up to the number that was the newest when the card was drawn. */
export type Which = { pile: string } & ({ number: number } | { upTo: number });

/** What was decided: nothing to do, or what is to be done. */
export type Sentence = { does: readonly Doing[]; reason: string };

async function waiting(turn: Turn, which: Which): Promise<KeptMention[]> {
  const all = await turn.tx.mentionsOf(turn.school.id, which.pile, MOST_IN_PILE);
  return all.filter(
    ({ state, number }) =>
      state === 'new' && ('number' in which ? number === which.number : number <= which.upTo),
  );
}

/** The most pressing are looked at one by one before nothing is done. */
const isGrave = ({ rank }: KeptMention) => rank >= RANKS.serious;

/** The id of the field a reason is typed into. */
export const reasonField = (which: Which, nothing: boolean): string =>
  `${nothing ? 'why' : 'reason'}-${'number' in which ? which.number : 'all'}`;

function reasonMissing(
  which: Which,
  { does, reason }: Sentence,
  mentions: readonly KeptMention[],
): Refusal | null {
  const field = reasonField(which, does.length === 0);
  if (reason.length > LONGEST_REASON) {
    return refuse(`Keep the reason under ${LONGEST_REASON} characters, please.`, field);
  }
  const wanted =
    does.length === 0 ? mentions.some(isGrave) : does.some((each) => REASONED.includes(each));
  if (reason !== '' || !wanted) return null;
  return refuse('Say why in a few words: it is kept for the record.', field);
}

function tasksOf(mention: KeptMention, does: readonly Doing[]): MentionTask[] {
  return does
    .filter((each) => each !== 'hide' || mention.answers)
    .map((each): MentionTask => {
      const why = SAID_DONE[each];
      return { does: each, state: why === undefined ? 'to-do' : 'by-hand', why: why ?? null };
    });
}

/** Records what is to become of mentions that wait; the first decision on each counts. */
export function decideMentions(
  world: World,
  call: Call,
  which: Which,
  sentence: Sentence,
): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = mayDecideMentions(call);
    if (barred) return barred;
    const { school, tx, now } = turn;
    const nothing = sentence.does.length === 0;
    const there = await waiting(turn, which);
    const mentions = nothing && 'upTo' in which ? there.filter((each) => !isGrave(each)) : there;
    if (mentions.length === 0) {
      return there.length > 0
        ? refuse('What is left is grave: look at each, and say for each why nothing is to be done.')
        : refuse('This has been decided already. The card now shows what is left.');
    }
    const reason = sentence.reason.trim();
    const amiss = reasonMissing(which, { ...sentence, reason }, mentions);
    if (amiss) return amiss;
    const named = await refuseNames(turn, call.person, reason);
    if (named) return named;
    const pack = sentence.does.includes('escalate') ? newId() : null;
    const decided = { by: call.person.id, at: now, reason };
    const settled: KeptMention[] = [];
    for (const mention of mentions) {
      const tasks = tasksOf(mention, sentence.does);
      // A reply can be hidden, and nothing else: what only stands there waits on.
      if (!nothing && tasks.length === 0) continue;
      const state = tasks.length === 0 ? 'over' : 'to-do';
      settled.push({ ...mention, state, decided, tasks, pack: pack ?? mention.pack });
    }
    const [first] = settled;
    if (!first) return refuse('Only a reply below a post of ours can be hidden, and this is none.');
    for (const mention of settled) await tx.setMention(school.id, mention);
    await planTasks(turn, settled);
    const subject = settled.length === 1 ? first.author.handle || first.account : first.account;
    await turn.record(nothing ? 'mention.nothing' : 'mention.decided', subject, {
      account: first.account,
      mentions: settled.map(({ number }) => number),
      does: [...sentence.does],
      reason,
    });
    await turn.tell('', { tell: 'redraw', subject: `mentions:${which.pile}` });
    return { ok: true };
  });
}

/** One job for each reply to hide and each author to mute or block, however many mentions they wrote. */
async function planTasks(turn: Turn, mentions: readonly KeptMention[]): Promise<void> {
  const planned = new Set<string>();
  for (const { account, number, author, pile, tasks } of mentions) {
    for (const { does, state } of tasks) {
      if (state !== 'to-do') continue;
      const whom = does === 'hide' ? number : author.id;
      const id = `${turn.school.id}:${does}:${pile}:${whom}`;
      if (planned.has(id)) continue;
      planned.add(id);
      const payload = { account, number, does };
      const draft = `mentions:${pile}`;
      await turn.plan({ id, kind: 'remedy', draft, payload, dueAt: turn.now });
    }
  }
}

/** Puts a mention that was only listed up for a decision: somebody has read in it what no word list can. */
export function raiseMention(
  world: World,
  call: Call,
  account: string,
  number: number,
): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = mayDecideMentions(call);
    if (barred) return barred;
    const { school, tx } = turn;
    const mention = await tx.mention(school.id, account, number);
    if (!mention) return refuse('This mention is not on our desk.');
    if (mention.state === 'new') return refuse('This waits for a decision already.');
    if (mention.state === 'to-do') return refuse('This is being dealt with already.');
    const open = await tx.openPile(school.id, account);
    const pile = open ?? newId();
    const rank = Math.max(mention.rank, RANKS.mild);
    await tx.setMention(school.id, { ...mention, state: 'new', pile, rank, decided: null });
    await turn.record('mention.raised', mention.author.handle || account, {
      account,
      mentions: [number],
    });
    const subject = `mentions:${pile}` as const;
    await turn.tell('', { tell: open === null ? 'put' : 'redraw', subject });
    return { ok: true };
  });
}
