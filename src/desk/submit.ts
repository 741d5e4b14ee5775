/** Sending a draft to SLT: judged once more, with every reason given and every box ticked. */
import { newsIn } from '../policy/check.ts';
import type { Finding } from '../policy/rule.ts';
import type { Reason, Revision, Ticked } from '../post/revision.ts';
import { mayDraft, type Person } from '../school/people.ts';
import { whoDecides } from '../school/rights.ts';
import { accountStands } from './account.ts';
import { agreementStands } from './agree.ts';
import { askFor, enoughDeciders } from './approval.ts';
import { explained } from './explained.ts';
import { readInTime } from './grammar.ts';
import { boxesFor, judgeToSend, policyStamp, refuseNames } from './judge.ts';
import { recordRead } from './read.ts';
import { type Call, overtaken, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

export type Said = {
  /** Ids of the boxes ticked on the card. */
  ticked: readonly string[];
  /** Why a finding is sent on, by rule. */
  reasons: Readonly<Record<string, string>>;
};

const LONGEST_REASON = 500;

/** What to do where words were not kept because they name a pupil, and are asked for. */
export const WORDS_GONE =
  'Bellbird has not kept the words, because somebody is named in them. Press Edit and put it once more, without the name.';

/** What to say to somebody whose card could not show this finding yet. */
export function lookAgain(finding: Finding): string {
  return `${finding.message} Please look at the card once more.`;
}

/** Refuses while anything is still to be put right, explained or ticked. */
export function stillToDo(
  turn: Turn,
  author: Person,
  revision: Revision,
  said: Said,
): Refusal | null {
  const blocks = revision.verdict.findings.filter((finding) => finding.severity === 'block');
  const [first] = blocks;
  if (first) {
    const things = blocks.length === 1 ? 'There is 1 thing' : `There are ${blocks.length} things`;
    return refuse(`${things} to put right first. ${first.message}`);
  }
  const asked = revision.verdict.findings.filter((finding) => finding.severity === 'review');
  const silent = asked.find((finding) => !said.reasons[finding.rule]?.trim());
  if (silent)
    return refuse(
      `Say in a few words why this may go to ${whoDecides(turn.school)} as it is: ${silent.message}`,
      `reason:${silent.rule}`,
    );
  const long = Object.entries(said.reasons).find(([, { length }]) => length > LONGEST_REASON);
  if (long) {
    const [rule, { length }] = long;
    return refuse(
      `That reason is ${length} characters long. ${LONGEST_REASON} are enough to decide by.`,
      `reason:${rule}`,
    );
  }
  const open = boxesFor(turn.school, author, turn.now).filter((id) => !said.ticked.includes(id));
  if (open.length > 0) {
    return refuse(
      `Tick ${open.length === 1 ? 'the box' : `the ${open.length} boxes`} above the buttons first, if it is so.`,
      'ticked',
    );
  }
  return null;
}

const isReason = (reason: string) => reason.trim() !== '' && reason.length <= LONGEST_REASON;

/** Keeps what the author ticked and explained with the revision it was said of. */
export async function keepSaid(
  turn: Turn,
  author: Person,
  revision: Revision,
  said: Said,
): Promise<{ ticked: Ticked[]; reasons: Reason[] }> {
  const { school, tx, now } = turn;
  const { verdict, policy } = revision;
  const boxes = boxesFor(school, author, now).filter((id) => said.ticked.includes(id));
  const ticked: Ticked[] = boxes.map((id) => ({ id, by: author.id, at: now }));
  const reasons: Reason[] = Object.entries(said.reasons)
    .filter(
      ([rule, reason]) =>
        isReason(reason) && verdict.findings.some((finding) => finding.rule === rule),
    )
    .map(([rule, reason]) => ({ rule, reason: reason.trim() }));
  const kept = { ticked, reasons, verdict, policy };
  await tx.setStatements(school.id, revision.draft, revision.number, kept);
  return kept;
}

/**
 * Sends the revision on the card to SLT. Judged again, since hours, the roll or the policy may have changed
 * since it was written, and its spelling may only now have been read: where something is found that the card
 * did not show, that is kept with it, and the card shows it instead.
 */
export async function submit(
  world: World,
  call: Call,
  place: { draft: string; revision: number },
  said: Said,
): Promise<Result<{ draft: string }>> {
  const written = await world.store.read.revision(call.school.id, place.draft, place.revision);
  const reading = written && (await readInTime(world, call.school, written));
  const done = await turn<{ draft: string; news?: string }>(world, call, async (turn) => {
    const { school, tx, now } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft) return refuse('This post is not on our desk. Type /tweet to start another.');
    if (draft.author !== call.person.id) return refuse('Only its author sends a post on.');
    if (draft.revision !== place.revision || draft.state !== 'drafted')
      return overtaken(turn, draft.id);
    const may = mayDraft(school, call.person, now);
    if (!may.ok) return may;
    const agreed = await agreementStands(tx, school, call.person);
    if (!agreed.ok) return agreed;
    const account = await accountStands(tx, school, draft.account);
    if (!account.ok) return account;

    const before = await tx.revision(school.id, draft.id, draft.revision);
    if (!before) throw new Error(`revision ${draft.revision} of draft ${draft.id} is missing`);
    if (before.text === '') return refuse(WORDS_GONE);
    const verdict = await judgeToSend(turn, call.person, before, reading);
    const revision = { ...before, verdict, policy: policyStamp(school) };
    const named = await refuseNames(turn, call.person, Object.values(said.reasons).join(' · '));
    if (named) return named;
    const news = newsIn(verdict, before.verdict);
    if (news) {
      await keepSaid(turn, call.person, revision, said);
      await recordRead(turn, before, verdict);
      await turn.tell(draft.id, { tell: 'refresh' });
      return { ok: true, draft: draft.id, news: lookAgain(news) };
    }
    const undone =
      stillToDo(turn, call.person, revision, said) ?? enoughDeciders(school, draft, revision);
    if (undone) return undone;

    const moved = await turn.move(draft, 'submit', { submittedAt: now, note: null });
    if (!moved) return overtaken(turn, draft.id);
    const kept = await keepSaid(turn, call.person, revision, said);
    await recordRead(turn, before, verdict);
    await askFor(turn, draft, revision);
    await turn.record('draft.submitted', draft.id, {
      revision: revision.number,
      hash: revision.hash,
      policy: revision.policy,
      ticked: kept.ticked.map((tick) => tick.id),
      explained: await explained(turn, call.person, kept.reasons),
    });
    await turn.tell(draft.id, { tell: 'ask' }, { tell: 'follow' }, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
  return done.ok && done.news !== undefined ? refuse(done.news) : done;
}
