/**
 * A form that was sent, and what stands in its place. Slack takes an answer only within three seconds and
 * wants nothing asked of it before; what takes longer is acknowledged with a short word, and the form is
 * drawn anew when it is known what came of it, with every word that was typed.
 */
import type { SlackViewAction, ViewResponseAction } from '@slack/bolt';
import type { Card } from '../../cards/model.ts';
import { fieldOf } from '../../cards/render/block-kit.ts';
import { sayCard } from '../../cards/say.ts';
import type { School } from '../../src/school/school.ts';
import { filledIn } from './filled-in.ts';
import { type Line, type Meta, metaOf, modal, newPlace, PATIENT } from './line.ts';
import { errorName } from './web.ts';

/** Slack draws an acknowledgement a little after it has come; the next drawing must not overtake it, ms. */
const DRAWN = 300;

export type SentForm = {
  /** Puts a card in the form's place. False where nobody has it open any more. */
  shows: (card: Card, id: string, meta: Meta) => Promise<boolean>;
  /** Says what was wrong, in the form itself, beside the field that it is about. False where nobody has it open any more. */
  refuses: (says: string, field?: string) => Promise<boolean>;
  /** Closes it; where that can be done no more, says what came of it. */
  closes: (came: Card) => Promise<void>;
  /** Gives Slack its word now; what follows may take its time. */
  waits: () => Promise<void>;
};

export type Ack = (answer?: ViewResponseAction) => Promise<void>;

/** Where a form says what was wrong with it: at the field that it is about, else at the first. Null: it has none. */
function inputFor(view: SlackViewAction['view'], field: string | undefined): string | null {
  const ids = view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id ? [block.block_id] : [],
  );
  const own = ids.find((id) => {
    const name = fieldOf(id);
    return field !== undefined && (name === field || name?.startsWith(`${field}:`));
  });
  return own ?? ids[0] ?? null;
}

const MOMENT = sayCard(
  'One moment',
  'This takes a little longer. What you typed is not lost.',
  'wait',
);

/** A form just sent. By itself it gives Slack its word after two seconds. */
export function sentForm(
  line: Line,
  school: School,
  view: SlackViewAction['view'],
  ack: Ack,
): SentForm {
  let answered = false;
  let waiting: Promise<void> | null = null;
  const waits = () => {
    answered = true;
    clearTimeout(timer);
    waiting ??= (async () => {
      // Closed meanwhile, a draft whose words were kept and stopped must still come into sight.
      const { o, d, e } = metaOf(view.private_metadata);
      const meta: Meta = { ...(o && d ? { o, d } : {}), ...(e ? { e } : {}) };
      const id = view.external_id || newPlace(school);
      await ack({ response_action: 'update', view: modal(school, MOMENT, id, meta) });
      await new Promise((done) => setTimeout(done, DRAWN));
    })();
    return waiting;
  };
  const timer = setTimeout(() => void waits().catch(() => {}), PATIENT);

  /** Answers with the acknowledgement, or draws the form anew where that was given. */
  const answers = async (
    first: ViewResponseAction | undefined,
    then: () => ReturnType<typeof modal>,
  ) => {
    if (!answered) {
      answered = true;
      clearTimeout(timer);
      await ack(first);
      return true;
    }
    await waiting?.catch(() => {});
    try {
      await line.web.views.update({ view_id: view.id, view: then() });
      return true;
    } catch (error) {
      if (errorName(error) === null) line.log.warn({}, 'a form could not be drawn anew');
      return false;
    }
  };

  return {
    shows: (card, id, meta) => {
      const next = modal(school, card, id, meta);
      return answers({ response_action: 'update', view: next }, () => next);
    },
    refuses: (says, field) => {
      const input = inputFor(view, field);
      const word = sayCard('That did not go through', says, 'stop');
      const place = newPlace(school);
      const over = modal(school, word, place, {});
      if (input === null) return answers({ response_action: 'update', view: over }, () => over);
      const errors = { [input]: says };
      return answers({ response_action: 'errors', errors }, () => filledIn(view, over.blocks));
    },
    closes: async (came) => {
      const done = sayCard(came.title, 'That is done; you can close this.', came.mark);
      await answers(undefined, () => modal(school, done, newPlace(school), {}));
    },
    waits,
  };
}
