/** Sending a draft to SLT: judged once more, with every reason given and every box ticked. */
import type { Reason, Revision, Ticked } from '../post/revision.ts';
import { mayDraft, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { accountStands } from './account.ts';
import { agreementStands } from './agree.ts';
import { askFor, enoughDeciders } from './approval.ts';
import { type Reading, wantsGrammar } from './grammar.ts';
import { boxesFor, judge, policyStamp, refuseNames } from './judge.ts';
import { type Call, overtaken, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

export type Said = {
  /** Ids of the boxes ticked on the card. */
  ticked: readonly string[];
  /** Why a finding is sent on, by rule. */
  reasons: Readonly<Record<string, string>>;
};

const LONGEST_REASON = 500;

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
    return refuse(`Say in a few words why this may go to SLT as it is: ${silent.message}`);
  const long = Object.values(said.reasons).find((reason) => reason.length > LONGEST_REASON);
  if (long) {
    return refuse(
      `That reason is ${long.length} characters long. ${LONGEST_REASON} are enough for SLT to decide.`,
    );
  }
  const open = boxesFor(turn.school, author, turn.now).filter((id) => !said.ticked.includes(id));
  if (open.length > 0) {
    return refuse(
      `Tick ${open.length === 1 ? 'the box' : `the ${open.length} boxes`} above the buttons first, if it is so.`,
    );
  }
  return null;
}

/** SLT is never asked about words that have not been read: what a second or two ago was pending is known now. */
async function readFirst(
  world: World,
  school: School,
  place: { draft: string; revision: number },
): Promise<Reading | null> {
  if (!wantsGrammar(school.policy)) return null;
  const revision = await world.store.read.revision(school.id, place.draft, place.revision);
  return revision && revision.text !== '' ? world.grammar.read(revision.text) : null;
}

/** Keeps what the author ticked and explained with the revision it was said of. */
export async function keepSaid(
  turn: Turn,
  author: Person,
  revision: Revision,
  said: Said,
): Promise<{ ticked: Ticked[]; reasons: Reason[] }> {
  const { school, tx, now } = turn;
  const { verdict, policy } = revision;
  const boxes = boxesFor(school, author, now);
  const ticked: Ticked[] = boxes.map((id) => ({ id, by: author.id, at: now }));
  const reasons: Reason[] = Object.entries(said.reasons)
    .filter(([rule]) => verdict.findings.some((finding) => finding.rule === rule))
    .map(([rule, reason]) => ({ rule, reason: reason.trim() }));
  const kept = { ticked, reasons, verdict, policy };
  await tx.setStatements(school.id, revision.draft, revision.number, kept);
  return kept;
}

/**
 * Sends the revision on the card to SLT. Judged again, since hours, the roll or the policy may have changed
 * since it was written; a worse verdict is kept with it and shown instead.
 */
export async function submit(
  world: World,
  call: Call,
  place: { draft: string; revision: number },
  said: Said,
): Promise<Result<{ draft: string }>> {
  const reading = await readFirst(world, call.school, place);
  return turn(world, call, async (turn) => {
    const { school, tx, now } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft) return refuse('This post is not on our desk. Type /tweet to start another.');
    if (draft.author !== call.person.id) return refuse('Only its author sends a post to SLT.');
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
    const verdict = await judge(turn, call.person, before, reading);
    const revision = { ...before, verdict, policy: policyStamp(school) };
    const named = await refuseNames(turn, call.person, Object.values(said.reasons).join(' · '));
    if (named) return named;
    const undone =
      stillToDo(turn, call.person, revision, said) ?? enoughDeciders(school, draft, revision);
    if (undone) return undone;

    const moved = await turn.move(draft, 'submit', { submittedAt: now, note: null });
    if (!moved) return overtaken(turn, draft.id);
    const kept = await keepSaid(turn, call.person, revision, said);
    await askFor(turn, draft, revision);
    await turn.record('draft.submitted', draft.id, {
      revision: revision.number,
      hash: revision.hash,
      policy: revision.policy,
      ticked: kept.ticked.map((tick) => tick.id),
      // By rule only: an author's own words about a finding may name the child it is about.
      explained: kept.reasons.map((reason) => reason.rule),
    });
    await turn.tell(draft.id, { tell: 'ask' }, { tell: 'follow' }, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
}
