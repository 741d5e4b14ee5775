/** Writing: a new draft, the author's new wording of one, and a wording by SLT. */

import type { Draft } from '../post/draft.ts';
import { next } from '../post/lifecycle.ts';
import { contentHash, type Revision } from '../post/revision.ts';
import { deciders, mayDraft, names, type Person } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { agreementStands } from './agree.ts';
import { askFor, voidApproval } from './approval.ts';
import { judge, policyStamp } from './judge.ts';
import { forgetNames, holdUnstored, storable } from './kept-words.ts';
import { type Call, newId, overtaken, stateInWords, type Turn, turn } from './turn.ts';
import { accountOf, tidy, type Wording } from './wording.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

async function mayWrite(turn: Turn, person: Person): Promise<Refusal | { ok: true }> {
  const may = mayDraft(turn.school, person, turn.now);
  if (!may.ok) return may;
  return agreementStands(turn.tx, turn.school, person);
}

async function revisionOf(
  turn: Turn,
  editor: Person,
  author: Person,
  wording: Wording & { account: string },
  place: { draft: string; number: number },
): Promise<Revision> {
  const { text, account, occasion, wanted } = wording;
  return {
    draft: place.draft,
    number: place.number,
    text,
    editor: editor.id,
    account,
    occasion,
    wanted,
    createdAt: turn.now,
    hash: contentHash({ account, text }),
    verdict: await judge(turn, author, wording),
    ticked: [],
    reasons: [],
    policy: policyStamp(turn.school),
  };
}

/** Has a wording read for spelling and grammar, where that was not known when it was judged. */
async function readLater(turn: Turn, revision: Revision): Promise<void> {
  if (!revision.verdict.pending?.length || revision.text === '') return;
  const payload = { revision: revision.number };
  await turn.plan({ kind: 'grammar', draft: revision.draft, payload, dueAt: turn.now });
}

/** What the ledger keeps of a revision: what it was judged as, never its words. */
function judged(revision: Revision): Record<string, unknown> {
  const { pending = [] } = revision.verdict;
  return {
    revision: revision.number,
    hash: revision.hash,
    outcome: revision.verdict.outcome,
    rules: revision.verdict.findings.map((finding) => finding.rule),
    // What nobody had read yet: the outcome is without it, until a row draft.read.
    ...(pending.length > 0 ? { pending } : {}),
    policy: revision.policy,
    occasion: revision.occasion,
  };
}

/** Starts a draft. Refuses words that cannot be posted at all, with what to do; whatever a rule finds is kept with it. */
export function compose(
  world: World,
  call: Call,
  given: Wording,
): Promise<Result<{ draft: string }>> {
  return turn(world, call, async (turn) => {
    const may = await mayWrite(turn, call.person);
    if (!may.ok) return may;
    const tidied = tidy(given, turn.now);
    if (!tidied.ok) return tidied;
    const account = accountOf(turn.school, given.account);
    if (!account.ok) return account;
    const id = newId();
    const wording = { ...tidied.wording, account: account.handle };
    const place = { draft: id, number: 1 };
    const written = await revisionOf(turn, call.person, call.person, wording, place);
    const revision = storable(turn, written);
    await holdUnstored(turn, written, revision);
    const draft: Draft = {
      id,
      school: turn.school.id,
      number: await turn.tx.nextDraftNumber(turn.school.id),
      author: call.person.id,
      state: 'drafted',
      revision: 1,
      account: account.handle,
      slot: null,
      submittedAt: null,
      createdAt: turn.now,
      updatedAt: turn.now,
      url: null,
      publishedAt: null,
      note: null,
    };
    await turn.tx.addDraft(draft);
    await turn.tx.addRevision(turn.school.id, revision);
    await readLater(turn, revision);
    await turn.record('draft.written', id, { number: draft.number, ...judged(revision) });
    if (call.ref !== null) {
      const copy = { school: turn.school.id, draft: id, chat: call.chat, ref: call.ref };
      await turn.tx.addCopy({ ...copy, audience: 'author', asked: null });
    }
    return { ok: true, draft: id };
  });
}

/** Who may write a new wording of this draft, and as what. */
function standing(
  school: School,
  person: Person,
  draft: Draft,
): Result<{ step: 'revise' | 'amend' }> {
  if (draft.author === person.id) return { ok: true, step: 'revise' };
  const slt = deciders(school, []);
  if (slt.some((each) => each.id === person.id)) return { ok: true, step: 'amend' };
  const author = school.people.find((each) => each.id === draft.author);
  return refuse(`Only ${names([...(author ? [author] : []), ...slt])} can change this post.`);
}

/** Refuses to show a draft's words for editing to anybody who may not change them, or who comes too late. */
export async function mayReword(
  world: World,
  { school, person }: Pick<Call, 'school' | 'person'>,
  id: string,
): Promise<Result<{ revision: number }>> {
  const draft = await world.store.read.draft(school.id, id);
  if (!draft) return refuse('This post is not on our desk any more.');
  const stand = standing(school, person, draft);
  if (!stand.ok) return stand;
  if (next(draft.state, stand.step) === null) return refuse(stateInWords(draft, school));
  return { ok: true, revision: draft.revision };
}

/** Refuses to open the form for a new post to anybody who may not write one. */
export async function mayStart(
  world: World,
  { school, person }: Pick<Call, 'school' | 'person'>,
): Promise<Refusal | { ok: true }> {
  const may = mayDraft(school, person, world.clock.now());
  return may.ok ? agreementStands(world.store.read, school, person) : may;
}

/**
 * A new wording: a new revision that voids any approval. The author's goes back to the author to send; one
 * by SLT waits for the author to accept it, or for another of SLT to approve it.
 */
export function reword(
  world: World,
  call: Call,
  at: { draft: string; revision: number },
  change: (before: Revision) => Wording | Refusal,
): Promise<Result<{ draft: string }>> {
  return turn(world, call, async (turn) => {
    const draft = await turn.tx.draft(turn.school.id, at.draft);
    if (!draft) return refuse('This post is not on our desk. Type /tweet to start another.');
    const stand = standing(turn.school, call.person, draft);
    if (!stand.ok) return stand;
    if (draft.revision !== at.revision) {
      return refuse(
        'A newer wording of this post has been saved meanwhile. Open it again to change that one.',
      );
    }
    const stored = await turn.tx.revision(turn.school.id, draft.id, draft.revision);
    if (!stored) throw new Error(`revision ${draft.revision} of draft ${draft.id} is missing`);
    const held = stored.text === '' ? world.unkept.find(draft.id, stored.number) : null;
    const before = held ? { ...stored, text: held.text, verdict: held.verdict } : stored;
    if (stand.step === 'revise') {
      const may = await mayWrite(turn, call.person);
      if (!may.ok) return may;
    }
    const given = change(before);
    if ('ok' in given) return given;
    const tidied = tidy(given, turn.now);
    if (!tidied.ok) return tidied;
    const account = accountOf(turn.school, given.account ?? before.account);
    if (!account.ok) return account;

    const author = turn.school.people.find((each) => each.id === draft.author) ?? call.person;
    const wording = { ...tidied.wording, account: account.handle };
    const number = draft.revision + 1;
    const place = { draft: draft.id, number };
    const written = await revisionOf(turn, call.person, author, wording, place);
    const revision = storable(turn, written);
    await holdUnstored(turn, written, revision);
    if (stand.step === 'amend' && revision.verdict.outcome === 'blocked') {
      const first = revision.verdict.findings[0]?.message ?? '';
      return refuse(`The policy stops this wording. ${first}`);
    }
    const moved = await turn.move(draft, stand.step, {
      revision: number,
      account: account.handle,
      slot: null,
      note: stand.step === 'revise' && draft.state === 'changes-asked' ? draft.note : null,
      submittedAt: stand.step === 'revise' ? null : draft.submittedAt,
    });
    if (!moved) return overtaken(turn, draft.id);
    // Nothing ticked or explained is carried over: it was said of other words.
    await turn.tx.addRevision(turn.school.id, revision);
    await readLater(turn, revision);
    await forgetNames(turn, stored);
    await voidApproval(turn, draft);
    await turn.record(
      stand.step === 'revise' ? 'draft.reworded' : 'draft.amended',
      draft.id,
      judged(revision),
    );
    if (stand.step === 'amend') {
      await askFor(turn, draft, revision);
      await turn.tell(draft.id, {
        tell: 'author',
        title: `${call.person.name} has changed your post`,
        text: 'Read the new wording on its card, and accept it if you agree.',
      });
    }
    await turn.tell(draft.id, { tell: 'refresh' });
    return { ok: true, draft: draft.id };
  });
}
