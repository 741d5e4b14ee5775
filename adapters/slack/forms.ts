/** Forms sent and closed: the composer, a note, a reason, and cards that stand in a modal. */
import type { App, SlackViewAction } from '@slack/bolt';
import { isAction } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Answer } from '../../src/front/intent.ts';
import { admitted, admittedAtOnce } from './admitted.ts';
import { adopt } from './commands.ts';
import { showHome } from './home.ts';
import { hand, type Line, type Meta, metaOf, newPlace, ownDelivery, wordsOf } from './line.ts';
import { direct, replaced, whisper } from './places.ts';
import { refOf, type Spot, schoolIn, spotOf } from './refs.ts';
import { type Ack, sentForm } from './sent-form.ts';
import { typedIn } from './typed.ts';
import { type Who, whoIs } from './who.ts';

function whoSent(line: Line, body: SlackViewAction): Who | null {
  return whoIs(line.schools(), {
    team: body.team?.id ?? body.user.team_id ?? '',
    user: body.user.id,
    channel: null,
    school: schoolIn(body.view.external_id ?? null),
  });
}

export function listenToForms(app: App, line: Line): void {
  app.view({ callback_id: 'card', type: 'view_submission' }, async ({ body, ack }) => {
    const who = whoSent(line, body);
    const { view } = body;
    const meta = metaOf(view.private_metadata);
    const { a: action } = meta;
    if (!who || !isAction(action)) return ack();
    const { school } = who;
    const { t: from } = meta;
    const form = sentForm(line, school, view, ack as Ack);
    const refuse = async (says: string, field?: string) => {
      if (await form.refuses(says, field)) return;
      const to = { hook: meta.e ?? null, channel: null, user: body.user.id };
      await whisper(line, school, to, sayCard('That did not go through', says, 'stop'));
    };

    // Nothing is asked of Slack before it has its word.
    let refused = admittedAtOnce(line, who, body.user.id, action);
    if (refused === undefined) {
      await form.waits();
      refused = await admitted(line, who, body.user.id, action);
    }
    if (refused) return refuse(refused);
    const now = whoSent(line, body) ?? who;
    const touched = from === undefined ? null : spotOf(from);
    // A card that stands in the modal itself stays there; a form closes when it has done its work.
    const itself = touched?.at === 'modal' && touched.id === view.external_id;
    const place = newPlace(school);
    const fresh: Spot = { at: 'ephemeral', id: place };
    const answer = await hand(
      line,
      now,
      {
        // The same form sent twice has one id and one hash.
        delivery: `view:${view.id}:${view.hash}`,
        touched: from ?? null,
        ref: meta.e === undefined ? null : refOf(fresh),
      },
      {
        kind: 'action',
        action,
        fields: typedIn(view.state.values),
        ...(action === 'save' ? { step: 'form' as const } : {}),
        ...(meta.d === undefined ? {} : { draft: meta.d }),
        ...(meta.r === undefined ? {} : { revision: meta.r }),
        ...(meta.i === undefined ? {} : { item: meta.i }),
      },
    );
    if (answer.as === 'note') return refuse(wordsOf(answer.card), answer.field);
    const id = view.external_id ?? newPlace(school);
    if (answer.as === 'dialog') {
      const kept: Meta = { ...(from ? { t: from } : { o: 1 }), ...(meta.e ? { e: meta.e } : {}) };
      if (await form.shows(answer.card, id, kept)) return;
      const stopped = answer.card.buttons.find((button) => button.draft !== undefined)?.draft;
      if (stopped === undefined) return;
      return leftOpen(line, now, { draft: stopped, hook: meta.e ?? null, user: body.user.id });
    }
    if (itself) {
      const kept: Meta = { t: refOf({ at: 'modal', id }) };
      await form.shows(answer.card, id, kept);
      return showHome(line, now, body.user.id);
    }
    await form.closes(answer.card);
    await settled(line, now, { touched, hook: meta.e ?? null, place, user: body.user.id }, answer);
  });

  app.view({ callback_id: 'card', type: 'view_closed' }, async ({ body, ack }) => {
    await ack();
    const who = whoSent(line, body);
    const { d: draft, o: open, e: hook } = metaOf(body.view.private_metadata);
    if (!who || !open || draft === undefined) return;
    await leftOpen(line, who, { draft, hook: hook ?? null, user: body.user.id });
  });
}

/** A draft whose words were kept and stopped in a form that is gone: no card shows it yet. */
async function leftOpen(
  line: Line,
  who: Who,
  { draft, hook, user }: { draft: string; hook: string | null; user: string },
): Promise<void> {
  const place = newPlace(who.school);
  const ref = hook === null ? null : refOf({ at: 'ephemeral', id: place });
  const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
  const answer = await hand(line, who, { delivery: ownDelivery(), ref }, intent);
  await settled(line, who, { touched: null, hook, place, user }, answer);
}

/** Shows what came of a form where it was opened from; where that is gone, in the person's own messages. */
async function settled(
  line: Line,
  who: Who,
  to: { touched: Spot | null; hook: string | null; place: string; user: string },
  answer: Answer,
): Promise<void> {
  const { touched, hook, place, user } = to;
  const { school } = who;
  if (touched !== null && (await replaced(line, school, touched, answer))) {
    if (touched.at === 'modal') await showHome(line, who, user);
    return;
  }
  if (touched === null && hook === null) {
    await showHome(line, who, user);
    if (answer.as === 'replace') return;
  }
  // SLT's own copy is drawn by its notice; the author's is theirs alone.
  const told =
    hook === null
      ? { at: 'message' as const, ...(await direct(line, school, user, answer.card)) }
      : await whisper(line, school, { hook, channel: null, user }, answer.card, place);
  if (told.at === 'message') await adopt(line, who, told, answer.card);
}
