/** Deciding: one person of SLT, not the author, on one exact revision that is still open. */

import type { Decision, DecisionKind } from '../ports/store.ts';
import type { Draft } from '../post/draft.ts';
import type { Reason, Revision } from '../post/revision.ts';
import { deciders, names } from '../school/people.ts';
import { explained } from './explained.ts';
import { readBeforeDeciding } from './grammar.ts';
import { refuseNames } from './judge.ts';
import { forgetNames } from './kept-words.ts';
import { schedule } from './schedule.ts';
import { keepSaid, lookAgain, type Said, stillToDo } from './submit.ts';
import { type Call, overtaken, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

const LONGEST_NOTE = 1000;

/** Who may take this decision, judged at the moment of the click (rights never come from the card). */
function mayDecide(
  turn: Turn,
  call: Call,
  kind: DecisionKind,
  draft: Draft,
  revision: Revision,
): Refusal | null {
  const { person } = call;
  const others = names(deciders(turn.school, [draft.author, revision.editor]));
  if (kind === 'accept') {
    if (draft.author !== person.id)
      return refuse('Only the author accepts a change that somebody else has made.');
    if (revision.editor === draft.author)
      return refuse(`Nobody decides on their own post. It waits for ${others}.`);
    return null;
  }
  if (draft.author === person.id) {
    return refuse(`Nobody decides on their own post. It waits for ${others}.`);
  }
  if (!deciders(turn.school, []).some((each) => each.id === person.id)) {
    return refuse(`Only ${others} can decide on this post.`);
  }
  if (kind === 'approve' && revision.editor === person.id) {
    return refuse(`You wrote this wording, so its author decides, or ${others}.`);
  }
  return null;
}

function saysWho(turn: Turn, decision: Decision): string {
  const who = turn.school.people.find((person) => person.id === decision.by)?.name ?? decision.by;
  const did = {
    approve: 'approved it',
    accept: 'accepted it',
    changes: 'asked for changes',
    decline: 'declined it',
  };
  return `${who} ${did[decision.kind]} first.`;
}

/** The loser of a race is told who decided what. */
async function tooLate(turn: Turn, draft: Draft, revision: number): Promise<Refusal> {
  const last = (await turn.tx.decisions(turn.school.id, draft.id, revision)).at(-1);
  const told = await overtaken(turn, draft.id);
  return last ? refuse(`${saysWho(turn, last)} ${told.says}`) : told;
}

/**
 * Takes one decision on the revision the card showed. Ask for changes and decline need a note, which the
 * author is shown. The last approval needed schedules the post in the same transaction.
 */
export async function decide(
  world: World,
  call: Call,
  place: { draft: string; revision: number },
  decided: { kind: DecisionKind; note: string | null; said?: Said },
): Promise<Result<{ draft: string }>> {
  const lets = decided.kind === 'approve' || decided.kind === 'accept';
  const news = lets ? await readBeforeDeciding(world, call.school, place) : null;
  if (news) return refuse(lookAgain(news));
  return turn(world, call, async (turn) => {
    const { school, tx, now } = turn;
    const draft = await tx.draft(school.id, place.draft);
    if (!draft) return refuse('This post is not on our desk any more.');
    const revision = await tx.revision(school.id, draft.id, draft.revision);
    if (!revision) throw new Error(`revision ${draft.revision} of draft ${draft.id} is missing`);
    const barred = mayDecide(turn, call, decided.kind, draft, revision);
    if (barred) return barred;
    if (draft.state !== 'submitted') return tooLate(turn, draft, place.revision);
    if (draft.revision !== place.revision) {
      return refuse(
        'The wording has changed since this card was drawn. Read the new one before you decide.',
      );
    }
    const approval = await tx.approval(school.id, draft.id, draft.revision);
    if (approval?.state !== 'open' || approval.hash !== revision.hash)
      return overtaken(turn, draft.id);
    const note = decided.note?.trim() || null;
    const needsNote = decided.kind === 'changes' || decided.kind === 'decline';
    if (needsNote && note === null) {
      return refuse(
        decided.kind === 'changes'
          ? 'Say in a few words what should change, so that the author can put it right.'
          : 'Say in a few words why, so that the author understands.',
      );
    }
    if (note !== null && note.length > LONGEST_NOTE) {
      return refuse(
        `That note is ${note.length} characters long. Keep it under ${LONGEST_NOTE}, please.`,
      );
    }
    const named = note === null ? null : await refuseNames(turn, call.person, note);
    if (named) return named;
    let reasons: Reason[] = [];
    if (decided.kind === 'accept') {
      const said = decided.said ?? { ticked: [], reasons: {} };
      const undone = stillToDo(turn, call.person, revision, said);
      if (undone) return undone;
      const told = await refuseNames(turn, call.person, Object.values(said.reasons).join(' · '));
      if (told) return told;
      ({ reasons } = await keepSaid(turn, call.person, revision, said));
    }
    const decision: Decision = {
      draft: draft.id,
      revision: revision.number,
      by: call.person.id,
      kind: decided.kind,
      note,
      at: now,
    };
    // Somebody who has approved an urgent post may still stop it while it waits for the second of two.
    if (!(await tx.addDecision(school.id, decision))) {
      const taken = (await tx.decisions(school.id, draft.id, revision.number)).map(({ by }) => by);
      const others = names(deciders(school, [draft.author, revision.editor, ...taken]));
      const given = (await tx.decisions(school.id, draft.id, revision.number)).length;
      const more =
        approval.needed - given === 1 ? 'one more is' : `${approval.needed - given} more are`;
      return refuse(`You have approved this wording already; ${more} needed, from ${others}.`);
    }
    const detail = { revision: revision.number, hash: revision.hash };
    if (needsNote) {
      const step = decided.kind === 'changes' ? 'ask-changes' : 'decline';
      const moved = await turn.move(draft, step, { note, submittedAt: null });
      if (!moved) return tooLate(turn, draft, revision.number);
      if (step === 'decline') await forgetNames(turn, revision);
      await tx.setApproval(school.id, { ...approval, state: 'closed' });
      await tx.dropJobsOf(school.id, draft.id, ['remind', 'expire']);
      await turn.record(
        decided.kind === 'changes' ? 'draft.changes-asked' : 'draft.declined',
        draft.id,
        detail,
      );
      await turn.tell(
        draft.id,
        { tell: 'refresh' },
        {
          tell: 'author',
          title:
            decided.kind === 'changes'
              ? `${call.person.name} asks for changes`
              : `${call.person.name} has declined your post`,
          text: note ?? '',
        },
      );
      return { ok: true, draft: draft.id };
    }
    const decisions = await tx.decisions(school.id, draft.id, revision.number);
    const given = decisions.filter(
      (each) => each.kind === 'approve' || each.kind === 'accept',
    ).length;
    await turn.record(`draft.${decided.kind === 'accept' ? 'accepted' : 'approved'}`, draft.id, {
      ...detail,
      given,
      needed: approval.needed,
      ...(decided.kind === 'accept'
        ? { explained: await explained(turn, call.person, reasons) }
        : {}),
    });
    if (given >= approval.needed) {
      await tx.setApproval(school.id, { ...approval, state: 'closed' });
      await tx.dropJobsOf(school.id, draft.id, ['remind', 'expire']);
      const approved = await turn.move(draft, 'approve');
      if (!approved) return tooLate(turn, draft, revision.number);
      await schedule(turn, approved, revision);
    }
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
}
