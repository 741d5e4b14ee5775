/** Modals and Home tabs: opened, pushed, updated and published, each refused as Slack refuses it. */
import { given, type Method, type Refusal, refuseBlocks, refused } from './answer.ts';
import { elementsOf, faultsOfBlocks, named } from './blocks.ts';
import { isThing, type Json, parsed, things, word } from './json.ts';
import { APP, BOT_ID } from './people.ts';
import { type Found, keys, length, text, type Wrong } from './shape.ts';
import { prune, valuesOf } from './state.ts';
import type { Trigger, View, World } from './world.ts';

/** Bytes of a view, `view_too_large` beyond them. */
const MOST_OF_A_VIEW = 250_000;
/** Modals one upon the other, `push_limit_reached` beyond them. */
const DEEPEST = 3;
/** A trigger lives so long, in ms. */
const TRIGGER = 3000;

const COMMON = 'private_metadata callback_id external_id';

/** Everything that Slack would refuse in this view. */
export function faultsOfView(view: Json): Wrong[] {
  const wrong: Wrong[] = [];
  const found: Found = (says, at) => void wrong.push({ says, at });
  if (view.type !== 'modal' && view.type !== 'home') {
    found('must be a valid enum value (modal, home)', '/view/type');
    return wrong;
  }
  if (view.type === 'home') keys(view, '/view', 'type blocks', COMMON, found);
  else {
    const more = `${COMMON} submit close clear_on_close notify_on_close submit_disabled`;
    keys(view, '/view', 'type title blocks', more, found);
    for (const key of ['title', 'submit', 'close'])
      text(view[key], `/view/${key}`, { most: 24, plainOnly: true }, found);
    const asks = things(view.blocks).some(({ type }) => type === 'input');
    if (asks && view.submit === undefined)
      found('submit is required when an input block is within blocks', '/view/submit');
  }
  length(view.private_metadata, '/view/private_metadata', 3000, found, 0);
  length(view.callback_id, '/view/callback_id', 255, found);
  length(view.external_id, '/view/external_id', 255, found);
  return [...wrong, ...faultsOfBlocks(view.blocks, view.type, '/view/blocks')];
}

/** The view of a call, once Slack would take it in place of the view `but`. */
export function bodyOf(
  world: World,
  where: string,
  value: unknown,
  but: string | null = null,
): Json | Refusal {
  const view = typeof value === 'string' ? parsed(value) : value;
  if (!isThing(view)) return refused('invalid_arguments', { messages: ['missing view'] });
  if (JSON.stringify(view).length > MOST_OF_A_VIEW) {
    world.fault(where, 'view_too_large');
    return refused('view_too_large');
  }
  const wrong = faultsOfView(view);
  if (wrong.length > 0) return refuseBlocks(world, where, wrong, 'invalid_arguments');
  const same = [...world.views.values()].find(
    ({ body, id }) => view.external_id && body.external_id === view.external_id && id !== but,
  );
  if (same) return refused('duplicate_external_id');
  return { ...view, blocks: named(things(view.blocks)) };
}

export const isRefusal = (it: Json): it is Refusal => it.ok === false;

const newHash = (world: World) => `${Math.floor(world.now() / 1000)}.${world.secret().slice(0, 8)}`;

/** A view as Slack sends it, with all that its person has put in. */
export const viewJson = (world: World, view: View): Json => ({
  ...view.body,
  id: view.id,
  team_id: world.team,
  app_id: APP,
  bot_id: BOT_ID,
  app_installed_team_id: world.team,
  hash: view.hash,
  previous_view_id: view.previous,
  root_view_id: view.root,
  external_id: view.body.external_id ?? '',
  private_metadata: view.body.private_metadata ?? '',
  callback_id: view.body.callback_id ?? '',
  state: { values: valuesOf(world, view.user, view.id, view.body.blocks) },
});

const stackOf = (world: World, user: string) => world.stacks.get(user) ?? [];

/** The modal a person has in front of them, or null. */
export const topOf = (world: World, user: string): View | null =>
  world.views.get(stackOf(world, user).at(-1) ?? '') ?? null;

/** Puts a view in front of a person: on those they have open, or in place of them all. */
export function show(world: World, user: string, body: Json, on: View | null): View {
  const id = world.nextId('V');
  const hash = newHash(world);
  const type = body.type === 'home' ? 'home' : 'modal';
  const view: View = { id, hash, type, user, body, previous: on?.id ?? null, root: on?.root ?? id };
  world.views.set(id, view);
  if (type === 'home') world.homes.set(user, id);
  else {
    const below = on ? stackOf(world, user) : [];
    if (!on) for (const old of stackOf(world, user)) world.views.delete(old);
    world.stacks.set(user, [...below, id]);
  }
  world.stirred();
  return view;
}

/** Gives a view another body. What was typed stays where the ids stay. */
export function redraw(world: World, view: View, body: Json) {
  view.body = body;
  view.hash = newHash(world);
  prune(world, view.id, body.blocks);
  world.stirred();
}

/** Takes the topmost modal of a person away, or all of them. */
export function close(world: World, user: string, all: boolean) {
  const stack = stackOf(world, user);
  const gone = all ? stack : stack.slice(-1);
  for (const id of gone) world.views.delete(id);
  world.stacks.set(user, stack.slice(0, stack.length - gone.length));
  world.stirred();
}

/** The gesture a trigger stands for, spent by the asking. */
function spend(world: World, id: unknown): Trigger | Refusal {
  const trigger = world.triggers.get(word(id));
  if (!trigger) return refused('invalid_trigger_id');
  if (trigger.used) return refused('exchanged_trigger_id');
  if (world.now() - trigger.at > TRIGGER) return refused('expired_trigger_id');
  return trigger;
}

const isSpent = (it: Trigger | Refusal): it is Refusal => 'error' in it;

export const open: Method = (world, args) => {
  const trigger = spend(world, args.trigger_id);
  if (isSpent(trigger)) return trigger;
  const body = bodyOf(world, 'views.open', args.view);
  if (isRefusal(body)) return body;
  if (body.type !== 'modal') return refused('invalid_arguments');
  trigger.used = true;
  return given({ view: viewJson(world, show(world, trigger.user, body, null)) });
};

export const push: Method = (world, args) => {
  const trigger = spend(world, args.trigger_id);
  if (isSpent(trigger)) return trigger;
  const top = topOf(world, trigger.user);
  if (!top || trigger.view === null) return refused('not_found');
  if (stackOf(world, trigger.user).length >= DEEPEST) return refused('push_limit_reached');
  const body = bodyOf(world, 'views.push', args.view);
  if (isRefusal(body)) return body;
  trigger.used = true;
  return given({ view: viewJson(world, show(world, trigger.user, body, top)) });
};

export const update: Method = (world, args) => {
  const all = [...world.views.values()];
  const view = args.external_id
    ? all.find(({ body }) => body.external_id === args.external_id)
    : world.views.get(word(args.view_id));
  if (!view) return refused('not_found');
  if (args.hash !== undefined && args.hash !== view.hash) return refused('hash_conflict');
  const body = bodyOf(world, 'views.update', args.view, view.id);
  if (isRefusal(body)) return body;
  if (body.type !== view.type) return refused('invalid_arguments');
  redraw(world, view, body);
  return given({ view: viewJson(world, view) });
};

export const publish: Method = (world, args) => {
  const user = word(args.user_id);
  if (!world.members.has(user)) return refused('user_not_found');
  const body = bodyOf(world, 'views.publish', args.view, world.homes.get(user) ?? null);
  if (isRefusal(body)) return body;
  if (body.type !== 'home') return refused('invalid_arguments');
  const known = world.views.get(world.homes.get(user) ?? '');
  if (args.hash !== undefined && args.hash !== known?.hash) return refused('hash_conflict');
  if (known) redraw(world, known, body);
  const view = known ?? show(world, user, body, null);
  return given({ view: viewJson(world, view) });
};

/** Whether a block of this id asks for something, so that an error may stand below it. */
export const mayErr = (view: View, id: string) =>
  things(view.body.blocks).some(
    (block) => block.block_id === id && block.type === 'input' && elementsOf(block).length > 0,
  );
