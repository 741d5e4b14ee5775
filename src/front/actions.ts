/** What people tap. A button carries an id and a revision number; everything else is read from the store. */
import { askCard, unfoldedCard } from '../../cards/ask.ts';
import type { Button, Card } from '../../cards/model.ts';
import { approveAccount } from '../desk/account.ts';
import { agree, countersign } from '../desk/agree.ts';
import { compose, mayReword, reword } from '../desk/compose.ts';
import { type Audience, adoptTouched, maySee, open } from '../desk/copies.ts';
import { decide } from '../desk/decide.ts';
import { doneByHand } from '../desk/duty.ts';
import { decideFollow } from '../desk/follow-decide.ts';
import { pause, resume } from '../desk/pause.ts';
import { found, release } from '../desk/reconcile.ts';
import { askRemoval } from '../desk/remove.ts';
import { type Said, submit, WORDS_GONE } from '../desk/submit.ts';
import type { Call } from '../desk/turn.ts';
import { withdraw } from '../desk/withdraw.ts';
import { type Result, refuse, type World } from '../desk/world.ts';
import { deciders, names } from '../school/people.ts';
import { agreementAnswer, refusedPost } from './agreement.ts';
import { draftAnswer, refusal } from './commands.ts';
import { composer, counted, readComposer, stopped } from './composer.ts';
import { deskAnswer } from './desk-card.ts';
import { looked } from './follow.ts';
import { note } from './front.ts';
import type { Answer, Intent } from './intent.ts';
import { mentionsAnswer, pressOfMentions, raiseAnswer } from './mentions.ts';
import { policyAnswer } from './policy.ts';
import { pressOfReview, reviewAnswer } from './review.ts';
import { drawSubject, subjectAnswer, subjectIn } from './subjects.ts';

type Tap = Extract<Intent, { kind: 'action' }>;
const REASON = 'reason:';
/** The agreement is opened as a topic of the policy is. */
const AGREEMENT = 'agree';

/** The touched card keeps its audience; a card we have no copy of is the author's or SLT's by who touches it. */
async function audienceOf(world: World, call: Call, draft: string): Promise<Audience> {
  const copies = await world.store.read.copies(call.school.id, draft);
  const touched = copies.find((copy) => copy.chat === call.chat && copy.ref === call.touched);
  if (touched) return touched.audience;
  const known = await world.store.read.draft(call.school.id, draft);
  return known?.author === call.person.id ? 'author' : 'slt';
}

/** What was ticked and explained on a card. */
function saidIn(fields: Record<string, string>): Said {
  const ticked = (fields.ticked ?? '').split(',').filter(Boolean);
  const given = Object.entries(fields).filter(([id]) => id.startsWith(REASON));
  return {
    ticked,
    reasons: Object.fromEntries(given.map(([id, said]) => [id.slice(REASON.length), said])),
  };
}

async function onDraft(world: World, call: Call, done: Result<{ draft: string }>): Promise<Answer> {
  if (!done.ok) return refusal(done);
  const audience = await audienceOf(world, call, done.draft);
  if (call.touched !== null) {
    await adoptTouched(world, call, done.draft);
    return draftAnswer(world, call, done.draft, audience, 'replace');
  }
  // Nothing was touched that could become the new card: it is a card of its own, and a copy like any other.
  await open(world, { ...call, delivery: null }, done.draft);
  return draftAnswer(world, call, done.draft, audience, 'card');
}

/** A draft's card as whoever touches it may see it; a refusal for anybody else. */
async function seen(world: World, call: Call, id: string): Promise<Result<{ card: Card }>> {
  const draft = await world.store.read.draft(call.school.id, id);
  const may = maySee(call.school, call.person, draft);
  if (!may.ok) return may;
  const audience = await audienceOf(world, call, id);
  return { ok: true, card: (await draftAnswer(world, call, id, audience, 'card')).card };
}

/** The form of a button that asks for something first, for a chat that cannot show it in the card. */
async function asked(world: World, call: Call, tap: Tap): Promise<Answer> {
  if (tap.draft === undefined) {
    const subject = subjectIn(tap.item);
    const drawn =
      subject && (await drawSubject(world, call.school, `${subject.kind}:${subject.id}`));
    return askOn(drawn?.card ?? (await deskAnswer(world, call, 'card')).card, tap);
  }
  // Whoever is asked for a note or a reason decides: anybody else need not write one first.
  const slt = deciders(call.school, []);
  if (!slt.some((each) => each.id === call.person.id)) {
    return refusal(refuse(`Only ${names(slt)} can decide on this post.`));
  }
  const card = await seen(world, call, tap.draft);
  return card.ok ? askOn(card.card, tap) : refusal(card);
}

async function onSubject(
  world: World,
  call: Call,
  tap: Tap,
  does: (id: string) => Promise<Result>,
): Promise<Answer> {
  const subject = subjectIn(tap.item);
  if (!subject) return note('That button is from an older version', 'Type /desk to go on.');
  const done = await does(subject.id);
  return subjectAnswer(world, call, `${subject.kind}:${subject.id}`, done);
}

/** Followers to be read, as a button has it: 0 is all there are. */
function mostIn(number: number | undefined): number | 'all' | null {
  return number === undefined ? null : number === 0 ? 'all' : number;
}

/** The button that was pressed, as it stands on the card now: one of several alike is told by what it carries. */
function pressedOn({ buttons, parts }: Card, { action, item, revision }: Tap): Button | undefined {
  const inside = parts.flatMap((part) => (part.part === 'buttons' ? part.buttons : []));
  const alike = [...buttons, ...inside].filter((each) => each.action === action && each.asks);
  const same = alike.find((each) => each.item === item && each.revision === revision);
  return same ?? (item === undefined ? alike[0] : undefined);
}

function askOn(card: Card, tap: Tap): Answer {
  const button = pressedOn(card, tap);
  if (button) return { as: 'dialog', card: askCard(button) };
  return note('That is not on offer any more', `The card now says: ${card.title}.`);
}

function unfolded(done: Result<{ card: Card }>): Answer {
  return done.ok ? { as: 'dialog', card: unfoldedCard(done.card) } : refusal(done);
}

/** Does what was tapped. Where that ends in a note, whoever may see the touched card can have it as it is now. */
export async function act(world: World, call: Call, tap: Tap): Promise<Answer> {
  const answer = await taken(world, call, tap);
  const { draft } = tap;
  if (answer.as !== 'note' || draft === undefined || call.touched === null) return answer;
  if (!maySee(call.school, call.person, await world.store.read.draft(call.school.id, draft)).ok) {
    return answer;
  }
  const now = async () => {
    const audience = await audienceOf(world, call, draft);
    await adoptTouched(world, call, draft);
    return draftAnswer(world, call, draft, audience, 'replace');
  };
  return { ...answer, now };
}

async function taken(world: World, call: Call, tap: Tap): Promise<Answer> {
  const { fields } = tap;
  const field = (id: string) => fields[id] ?? '';
  const place = { draft: tap.draft ?? '', revision: tap.revision ?? 0 };
  if (tap.step === 'asks') return asked(world, call, tap);
  switch (tap.action) {
    case 'open': {
      const done = await open(world, call, place.draft);
      return done.ok ? draftAnswer(world, call, done.draft, done.audience, 'card') : refusal(done);
    }
    case 'compose':
      return composer(world, call, null, field('text'));
    case 'count':
      return counted(
        world,
        call,
        tap.draft === undefined ? null : { ...place, id: place.draft },
        fields,
      );
    case 'details':
      return unfolded(await seen(world, call, place.draft));
    case 'edit':
    case 'amend': {
      const may = await mayReword(world, call, place.draft);
      if (!may.ok) return refusal(may);
      return composer(world, call, { id: place.draft, revision: may.revision });
    }
    case 'save': {
      const draft = tap.draft === undefined ? null : { id: place.draft, revision: place.revision };
      // What is refused is not lost with the form it stands in.
      world.begun.hold({ ...call, draft }, fields);
      const read = readComposer(call, fields);
      if (!read.ok) return refusal(read);
      if (draft === null) {
        const done = await compose(world, call, read.wording);
        if (!done.ok) return refusedPost(world, call, done, fields);
        world.begun.forget({ ...call, draft });
        const stop = tap.step === 'form' ? await stopped(world, call, done.draft, fields) : null;
        return stop ?? draftAnswer(world, call, done.draft, 'author', 'card');
      }
      const done = await reword(world, call, place, () => read.wording);
      if (!done.ok) return refusal(done);
      world.begun.forget({ ...call, draft });
      const stop = tap.step === 'form' ? await stopped(world, call, done.draft, fields) : null;
      return stop ?? onDraft(world, call, done);
    }
    case 'fix':
      return onDraft(
        world,
        call,
        await reword(world, call, place, (before) => {
          const fix = before.verdict.findings[Number(tap.item)]?.fix;
          if (!fix) return refuse('This fix is not on offer any more.');
          if (fix.text !== '') return { ...before, text: fix.text };
          return refuse(WORDS_GONE);
        }),
      );
    case 'send': {
      return onDraft(world, call, await submit(world, call, place, saidIn(fields)));
    }
    case 'discard':
    case 'withdraw':
      return onDraft(world, call, await withdraw(world, call, place));
    case 'approve':
      return onDraft(
        world,
        call,
        await decide(world, call, place, { kind: 'approve', note: null }),
      );
    case 'accept': {
      const accepted = { kind: 'accept' as const, note: null, said: saidIn(fields) };
      return onDraft(world, call, await decide(world, call, place, accepted));
    }
    case 'changes':
      return onDraft(
        world,
        call,
        await decide(world, call, place, { kind: 'changes', note: field('note') }),
      );
    case 'decline':
      return onDraft(
        world,
        call,
        await decide(world, call, place, { kind: 'decline', note: field('reason') }),
      );
    case 'release':
      return onDraft(world, call, await release(world, call, place, field('reason')));
    case 'found':
      return onDraft(world, call, await found(world, call, place, field('link')));
    case 'remove':
      return onDraft(world, call, await askRemoval(world, call, place, field('reason')));
    case 'pause':
    case 'resume': {
      const done =
        tap.action === 'pause' ? await pause(world, call, field('why')) : await resume(world, call);
      return done.ok ? deskAnswer(world, call, 'replace') : refusal(done);
    }
    case 'agree': {
      const done = await agree(world, call);
      return done.ok ? agreementAnswer(world, call, 'replace') : refusal(done);
    }
    case 'countersign':
    case 'approve-account': {
      const use = tap.action === 'countersign' ? countersign : approveAccount;
      const done = await use(world, call, tap.item ?? '');
      return done.ok ? deskAnswer(world, call, 'replace') : refusal(done);
    }
    case 'follow-open':
      return onSubject(world, { ...call, touched: null }, tap, async () => ({ ok: true }));
    case 'follow-approve':
    case 'follow-decline': {
      const yes = tap.action === 'follow-approve';
      const said = { yes, reason: field(yes ? 'why' : 'reason') };
      return onSubject(world, call, tap, (id) =>
        decideFollow(world, call, { id, version: place.revision }, said),
      );
    }
    case 'follow-done':
      return onSubject(world, call, tap, (id) => looked(world, call, id));
    case 'review':
      return reviewAnswer(world, call, tap.item ?? null, mostIn(tap.revision));
    case 'duty-done':
      return onSubject(world, call, tap, (id) => doneByHand(world, call, id, field('evidence')));
    case 'topic':
      if (tap.item === AGREEMENT) return agreementAnswer(world, call, 'card');
      return policyAnswer(call, tap.item ?? '');
    case 'mentions':
      return mentionsAnswer(world, call, tap.item ?? null, tap.revision ?? null);
    case 'mention-raise':
      return raiseAnswer(world, call, tap.item ?? null, place.revision);
    default: {
      const press = [world, call, tap.action, place.revision, fields] as const;
      const does = pressOfReview(...press) ?? pressOfMentions(...press);
      if (does) return onSubject(world, call, tap, does);
      return note(
        'That button is from an older version',
        'Type /tweet help to see what Bellbird can do now.',
      );
    }
  }
}
