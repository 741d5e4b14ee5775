/** What people tap: buttons in messages, in modals and on their page. */
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ActionName, Card } from '../../cards/model.ts';
import { pressOf } from '../../cards/render/block-kit.ts';
import type { Answer, Intent } from '../../src/front/intent.ts';
import { admitted } from './admitted.ts';
import { adopt, FOREIGN, TOO_LATE } from './commands.ts';
import { showHome } from './home.ts';
import { hand, type Line, type Meta, metaOf, modal, newPlace } from './line.ts';
import { refusedCard } from './members.ts';
import { open, replaced, whisper } from './places.ts';
import { refOf, type Spot, schoolIn } from './refs.ts';
import { typedIn } from './typed.ts';
import { errorName } from './web.ts';
import { type Who, whoIs } from './who.ts';

type Click = BlockAction<ButtonAction>;

/** Where the touched card stands. A person's page is a view of its own kind, and is drawn whole each time. */
function spotOf(body: Click): Spot | 'home' | null {
  const { view } = body;
  const container: Partial<Click['container']> = body.container ?? {};
  if (view?.type === 'home') return 'home';
  if (view) return view.external_id ? { at: 'modal', id: view.external_id } : null;
  const place = placeOf(body);
  if (container.is_ephemeral) return place === null ? null : { at: 'ephemeral', id: place };
  const { channel_id: channel, message_ts: ts } = container;
  return channel && ts ? { at: 'message', channel, ts } : null;
}

function placeOf(body: Click): string | null {
  const block = body.actions[0]?.block_id ?? '';
  const place = block.split(':')[0] ?? '';
  return place === '' ? null : place;
}

export function listenToClicks(app: App, line: Line): void {
  app.action(/.*/, async ({ body, ack }) => {
    await ack();
    const click = body as Click;
    if (click.type !== 'block_actions') return;
    const [touched] = click.actions;
    const press = pressOf(touched?.action_id ?? '', touched?.value ?? '');
    // Ticks and choices are read when a button is pressed.
    if (!press) return;
    if (press.action === 'count') return count(line, click);
    await pressed(line, click, press);
  });
}

async function pressed(
  line: Line,
  body: Click,
  press: NonNullable<ReturnType<typeof pressOf>>,
): Promise<void> {
  const spot = spotOf(body);
  const place = placeOf(body);
  const channel = body.channel?.id ?? null;
  const user = body.user.id;
  const from = { team: body.team?.id ?? '', user, channel, school: schoolIn(place) };
  const who = whoIs(line.schools(), from);
  if (!who) return foreign(line, body);
  if (spot === null) return;
  const { school } = who;
  // The URL of a click on an ephemeral card replaces that card; that of any other is good for a word beside it.
  const hook = spot !== 'home' && spot.at === 'ephemeral' ? spot.id : newPlace(school);
  if (body.response_url) line.hooks.hold(hook, body.response_url, 'click');
  const seen = { body, who, spot, hook, channel, user };

  const refused = press.asks ? null : await admitted(line, who, user, press.action);
  if (refused) return note(line, seen, refusedCard(refused));
  // What was let in may have seated them anew.
  const now = whoIs(line.schools(), from) ?? who;
  const next = newPlace(school);
  const fresh: Spot =
    spot === 'home' || spot.at === 'modal'
      ? { at: 'modal', id: next }
      : { at: 'ephemeral', id: next };
  const values = body.view ? body.view.state?.values : body.state?.values;
  const intent: Intent = {
    kind: 'action',
    action: press.action,
    fields: typedIn(values),
    ...(press.asks ? { step: 'asks' as const } : {}),
    ...(press.draft === undefined ? {} : { draft: press.draft }),
    ...(press.revision === undefined ? {} : { revision: press.revision }),
    ...(press.item === undefined ? {} : { item: press.item }),
  };
  const at = {
    delivery: `click:${body.trigger_id}`,
    touched: spot === 'home' ? null : refOf(spot),
    ref: refOf(fresh),
  };
  await answered(
    line,
    { ...seen, who: now },
    press.action,
    next,
    await hand(line, now, at, intent),
  );
}

/** Somebody of another workspace, in a channel that is shared with it. */
async function foreign(line: Line, { response_url: url, trigger_id: id }: Click): Promise<void> {
  if (!url) return;
  line.hooks.hold(id, url, 'click');
  await line.hooks.say(id, { text: FOREIGN, blocks: [] });
}

type Seen = {
  body: Click;
  who: Who;
  spot: Spot | 'home';
  /** Under which the click's own URL is held. */
  hook: string;
  channel: string | null;
  user: string;
};

async function answered(
  line: Line,
  seen: Seen,
  action: ActionName,
  next: string,
  answer: Answer,
): Promise<void> {
  const { body, who, spot, hook, channel, user } = seen;
  const { school } = who;
  if (answer.as === 'note') {
    await note(line, seen, answer.card);
    const now = spot === 'home' ? null : await answer.now?.();
    if (!now || spot === 'home') return;
    await replaced(line, school, spot, now);
    return spot.at === 'modal' ? showHome(line, who, user) : undefined;
  }
  if (answer.as === 'dialog') {
    const over = spot !== 'home' && spot.at === 'modal';
    // Only beside a message can an answer be said; what came of a form over a page is drawn on the page.
    const meta: Meta = {
      ...(spot === 'home' ? {} : { t: refOf(spot) }),
      ...(spot === 'home' || over ? {} : { e: hook }),
    };
    const opened = await open(line, school, answer.card, { trigger: body.trigger_id, over, meta });
    // Asked while the form is filled in, so that it can be judged at once when it is sent.
    void admitted(line, who, user, action);
    if (!opened) await whisper(line, school, { hook, channel, user }, TOO_LATE);
    return;
  }
  if (spot === 'home') {
    // A person's page shows lists; a card of its own opens over it.
    if (answer.as === 'card') {
      const meta = { t: refOf({ at: 'modal', id: next }) };
      const how = { trigger: body.trigger_id, over: false, meta, id: next };
      const opened = await open(line, school, answer.card, how);
      if (!opened) await whisper(line, school, { hook: null, channel: null, user }, TOO_LATE);
    }
    return showHome(line, who, user);
  }
  // A topic, or a card that is opened from a form, takes the place of what was touched.
  const instead = answer.as === 'replace' || action === 'topic' || spot.at === 'modal';
  if (instead && (await replaced(line, school, spot, answer))) {
    // A card in a modal was opened over the person's page, which lies below it and shows the same posts.
    if (spot.at === 'modal' && action !== 'topic') await showHome(line, who, user);
    return;
  }
  const told = await whisper(line, school, { hook, channel, user }, answer.card, next);
  if (told.at === 'message') await adopt(line, who, told, answer.card);
}

/** A short word to the one who pressed: beside a message, or over a form. */
async function note(line: Line, seen: Seen, card: Card): Promise<void> {
  const { body, who, spot, hook, channel, user } = seen;
  const over = spot !== 'home' && spot.at === 'modal';
  if (spot === 'home' || over) {
    if (await open(line, who.school, card, { trigger: body.trigger_id, over, meta: {} })) return;
    await whisper(line, who.school, { hook: null, channel: null, user }, card);
    return;
  }
  await whisper(line, who.school, { hook, channel, user }, card);
}

/** Counts a post while it is typed. A count that comes late, or finds the form changed, is let go. */
async function count(line: Line, body: Click): Promise<void> {
  const { view } = body;
  if (!view?.external_id) return;
  const meta = metaOf(view.private_metadata);
  const school = schoolIn(view.external_id);
  const from = { team: body.team?.id ?? '', user: body.user.id, channel: null, school };
  const who = whoIs(line.schools(), from);
  if (!who) return;
  const answer = await hand(
    line,
    who,
    { delivery: `count:${body.trigger_id}` },
    {
      kind: 'action',
      action: 'count',
      fields: typedIn(view.state?.values),
      ...(meta.d === undefined ? {} : { draft: meta.d }),
      ...(meta.r === undefined ? {} : { revision: meta.r }),
    },
  );
  if (answer.as !== 'dialog') return;
  const { t, e, o } = meta;
  const kept: Meta = { ...(t ? { t } : {}), ...(e ? { e } : {}), ...(o ? { o } : {}) };
  const next = modal(who.school, answer.card, view.external_id, kept);
  try {
    await line.quick.views.update({ view_id: view.id, hash: view.hash, view: next });
  } catch (error) {
    if (errorName(error) === null) line.log.warn({}, 'a count did not reach its form');
  }
}
