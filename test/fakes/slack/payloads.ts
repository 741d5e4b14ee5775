/** What Slack sends to the app for each thing a person does, in its own words. */
import { type Json, word } from './json.ts';
import { messageJson } from './messages.ts';
import { APP, BOT } from './people.ts';
import { asSent } from './shortcodes.ts';
import { valuesOf } from './state.ts';
import { viewJson } from './views.ts';
import type { Message, View, World } from './world.ts';

/** Slack's old verification token; whoever trusts it trusts anyone. */
const TOKEN = 'fake-verification-token';
const DOMAIN = 'lickeyhills';

const userName = (world: World, id: string) =>
  (world.members.get(id)?.name ?? id).toLowerCase().replaceAll(' ', '.');

function common(world: World, user: string): Json {
  const name = userName(world, user);
  return {
    user: { id: user, username: name, name, team_id: world.team },
    team: { id: world.team, domain: DOMAIN },
    api_app_id: APP,
    token: TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A slash command; all its values are strings, as it comes in a form. */
export function commandPayload(world: World, user: string, channel: string, typed: string) {
  const [command = ''] = typed.split(/\s/);
  const im = world.channels.get(channel)?.im;
  return {
    token: TOKEN,
    team_id: world.team,
    team_domain: DOMAIN,
    channel_id: channel,
    channel_name: im ? 'directmessage' : (world.channels.get(channel)?.name ?? ''),
    user_id: user,
    user_name: userName(world, user),
    command,
    text: asSent(typed.slice(command.length).trim()),
    api_app_id: APP,
    is_enterprise_install: 'false',
    response_url: world.newHook({ kind: 'command', user, channel, ts: null }),
    trigger_id: world.newTrigger(user),
  };
}

function actionOf(world: World, block: Json, element: Json, value: Json): Json {
  const { type, action_id, text, style } = element;
  return {
    type,
    action_id,
    block_id: block.block_id,
    ...(type === 'button'
      ? { text, ...(element.value === undefined ? {} : { value: element.value }) }
      : {}),
    ...(style === undefined ? {} : { style }),
    ...value,
    action_ts: world.nextTs(),
  };
}

/** A press or a pick on a message; an ephemeral one is not told, only where it stands. */
export function messageActionsPayload(
  world: World,
  user: string,
  message: Message,
  [block, element]: [Json, Json],
  value: Json,
): Json {
  const { ts, channel, only } = message;
  const name = world.channels.get(channel)?.name ?? '';
  return {
    type: 'block_actions',
    ...common(world, user),
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: only !== null,
      ...(message.thread ? { thread_ts: message.thread } : {}),
    },
    trigger_id: world.newTrigger(user),
    channel: { id: channel, name },
    ...(only === null ? { message: messageJson(message) } : {}),
    state: { values: valuesOf(world, user, ts, message.blocks) },
    response_url: world.newHook({ kind: 'action', user, channel, ts }),
    actions: [actionOf(world, block, element, value)],
  };
}

/** A press or a pick in a modal or on a Home tab: no channel, no `response_url`. */
export function viewActionsPayload(
  world: World,
  view: View,
  [block, element]: [Json, Json],
  value: Json,
): Json {
  const trigger = world.newTrigger(view.user, view.type === 'modal' ? view.id : null);
  return {
    type: 'block_actions',
    ...common(world, view.user),
    container: { type: 'view', view_id: view.id },
    trigger_id: trigger,
    view: viewJson(world, view),
    actions: [actionOf(world, block, element, value)],
  };
}

export const submissionPayload = (world: World, view: View): Json => ({
  type: 'view_submission',
  ...common(world, view.user),
  trigger_id: world.newTrigger(view.user, view.id),
  view: viewJson(world, view),
  response_urls: [],
});

export const closedPayload = (world: World, view: View, is_cleared: boolean): Json => ({
  type: 'view_closed',
  ...common(world, view.user),
  view: viewJson(world, view),
  is_cleared,
});

/** A message shortcut on a message that people can see. */
export function shortcutPayload(
  world: World,
  user: string,
  callback_id: string,
  on: Message,
): Json {
  const { channel, ts } = on;
  return {
    type: 'message_action',
    ...common(world, user),
    callback_id,
    trigger_id: world.newTrigger(user),
    response_url: world.newHook({ kind: 'action', user, channel, ts }),
    message_ts: ts,
    channel: { id: channel, name: world.channels.get(channel)?.name ?? '' },
    message: messageJson(on),
    action_ts: world.nextTs(),
  };
}

/** An event in its envelope. The id stays the same when it is sent again. */
export const eventPayload = (world: World, event: Json): Json => ({
  token: TOKEN,
  team_id: world.team,
  context_team_id: world.team,
  context_enterprise_id: null,
  api_app_id: APP,
  event: { event_ts: world.nextTs(), ...event },
  type: 'event_callback',
  event_id: world.nextId('Ev'),
  event_time: Math.floor(world.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: world.team,
      user_id: BOT,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: false,
  event_context: word(event.type),
});

/** What people type in a message, as Slack keeps it: escaped, with addresses made into links. */
export const asKept = (typed: string) =>
  typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/https?:\/\/[^\s]+/g, '<$&>');
