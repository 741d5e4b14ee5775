/** Forms sent and closed: the composer, a note, a reason, and cards that stand in a modal. */
import type { App, SlackViewAction } from '@slack/bolt';
import type { ActionName } from '../../cards/model.ts';
import { fieldOf, fieldsIn } from '../../cards/render/block-kit.ts';
import { sayCard } from '../../cards/say.ts';
import type { Answer } from '../../src/front/intent.ts';
import { admitted } from './clicks.ts';
import { adopt } from './commands.ts';
import { showHome } from './home.ts';
import { hand, type Line, type Meta, modal, newPlace, ownDelivery, wordsOf } from './line.ts';
import { direct, replaced, whisper } from './places.ts';
import { refOf, type Spot, schoolIn, spotOf } from './refs.ts';
import { type Who, whoIs } from './who.ts';

type View = SlackViewAction['view'];

function metaOf(view: View): Meta {
  try {
    return (JSON.parse(view.private_metadata || '{}') ?? {}) as Meta;
  } catch {
    return {};
  }
}

function whoSent(line: Line, body: SlackViewAction): Who | null {
  return whoIs(line.schools(), {
    team: body.team?.id ?? body.user.team_id ?? '',
    user: body.user.id,
    channel: null,
    school: schoolIn(body.view.external_id ?? null),
  });
}

/** Where a form says what was wrong with it: at the field that it is about, else at the first. Null: it has none. */
function inputFor(view: View, field: string | undefined): string | null {
  const ids = view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id ? [block.block_id] : [],
  );
  const own = ids.find((id) => {
    const name = fieldOf(id);
    return field !== undefined && (name === field || name?.startsWith(`${field}:`));
  });
  return own ?? ids[0] ?? null;
}

export function listenToForms(app: App, line: Line): void {
  app.view({ callback_id: 'card', type: 'view_submission' }, async ({ body, ack }) => {
    const who = whoSent(line, body);
    const { view } = body;
    const meta = metaOf(view);
    if (!who || meta.a === undefined) return ack();
    const action = meta.a as ActionName;
    const { school } = who;
    const { t: from } = meta;
    const refuse = (says: string, field?: string) => {
      const input = inputFor(view, field);
      return input === null
        ? ack({
            response_action: 'update',
            view: modal(
              school,
              sayCard('That did not go through', says, 'stop'),
              newPlace(school),
              {},
            ),
          })
        : ack({ response_action: 'errors', errors: { [input]: says } });
    };

    const refused = await admitted(line, who, body.user.id, action);
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
        fields: fieldsIn(view.state.values),
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
      return ack({
        response_action: 'update',
        view: modal(school, answer.card, id, kept),
      });
    }
    if (itself) {
      const kept: Meta = { t: refOf({ at: 'modal', id }) };
      await ack({ response_action: 'update', view: modal(school, answer.card, id, kept) });
      return showHome(line, now, body.user.id);
    }
    await ack();
    await settled(line, now, { touched, hook: meta.e ?? null, place, user: body.user.id }, answer);
  });

  app.view({ callback_id: 'card', type: 'view_closed' }, async ({ body, ack }) => {
    await ack();
    const who = whoSent(line, body);
    const { d: draft, o: open, e: hook } = metaOf(body.view);
    if (!who || !open || draft === undefined) return;
    // Its words were kept and stopped, and no card shows it yet.
    const place = newPlace(who.school);
    const ref = hook === undefined ? null : refOf({ at: 'ephemeral', id: place });
    const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
    const answer = await hand(line, who, { delivery: ownDelivery(), ref }, intent);
    const to = { touched: null, hook: hook ?? null, place, user: body.user.id };
    await settled(line, who, to, answer);
  });
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
