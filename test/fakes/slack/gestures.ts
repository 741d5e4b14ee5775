/** What follows when a person does something: Slack asks the app, and shows what it answers. */
import { type Delivery, type Door, deliver, deliverEvent, type Taken } from './deliver.ts';
import { isThing, type Json, word } from './json.ts';
import { contentOf, put } from './messages.ts';
import * as payloads from './payloads.ts';
import type { Sockets } from './socket.ts';
import { bodyOf, close, isRefusal, mayErr, redraw, show } from './views.ts';
import type { Message, View, World } from './world.ts';

/** What Slack says when an app does not answer a modal. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

export type Gestures = ReturnType<typeof gesturesOf>;

/** The gestures of this workspace's people. */
export function gesturesOf(world: World, sockets: Sockets, door: Door) {
  const ask = (delivery: Delivery) => deliver(world, sockets, door, delivery);

  /** A slash command; its acknowledgement may show a message. */
  async function command(user: string, channel: string, typed: string) {
    const payload = payloads.commandPayload(world, user, channel, typed);
    const fails = (why: string) =>
      world.notice(user, `${payload.command} failed with the error "${why}"`);
    const taken = await ask({ kind: 'command', payload });
    if (taken.kind === 'late') return fails('operation_timeout');
    if (taken.kind === 'failed') return fails('dispatch_failed');
    if (taken.body === '') return;
    const said = isThing(taken.body) ? taken.body : { text: String(taken.body) };
    const content = contentOf(world, 'response_url', said);
    if ('error' in content) {
      world.fault(payload.command, `its acknowledgement is refused: ${content.error}`);
      return fails(content.error);
    }
    put(world, channel, content, said.response_type === 'in_channel' ? {} : { only: user });
  }

  const acted = (user: string, taken: Taken) => {
    if (taken.kind !== 'answered') world.notice(user, 'This app did not respond in time.');
  };

  async function pressOnMessage(user: string, on: Message, at: [Json, Json], value: Json) {
    const payload = payloads.messageActionsPayload(world, user, on, at, value);
    acted(user, await ask({ kind: 'interaction', payload }));
  }

  async function pressOnView(view: View, at: [Json, Json], value: Json) {
    const payload = payloads.viewActionsPayload(world, view, at, value);
    acted(view.user, await ask({ kind: 'interaction', payload }));
  }

  const trouble = (view: View, says: string) => {
    world.fault('view_submission', says);
    world.notice(view.user, TROUBLE);
  };

  /** The errors an app sent for a modal, by block id; each must be of an input block. */
  function errorsIn(view: View, errors: Json): Record<string, string> {
    const wrong = Object.keys(errors).filter((id) => !mayErr(view, id));
    if (wrong.length > 0 || Object.keys(errors).length === 0)
      trouble(view, `errors for no input block: ${wrong.join(', ') || 'none named'}`);
    return Object.fromEntries(Object.entries(errors).map(([id, says]) => [id, String(says)]));
  }

  /** Does what the app answered to a submission. Gives the errors it has for the fields. */
  function answered(view: View, answer: unknown): Record<string, string> {
    const { user } = view;
    if (answer === '' || (isThing(answer) && answer.response_action === undefined)) {
      close(world, user, false);
      return {};
    }
    const { response_action: action, errors, view: next } = isThing(answer) ? answer : {};
    if (action === 'errors') return errorsIn(view, isThing(errors) ? errors : {});
    if (action === 'clear') {
      close(world, user, true);
      return {};
    }
    if (action !== 'update' && action !== 'push') {
      trouble(view, `an answer that Slack does not know: ${String(action)}`);
      return {};
    }
    const body = bodyOf(world, 'view_submission', next, action === 'update' ? view.id : null);
    if (isRefusal(body)) {
      trouble(view, `its view is refused: ${body.error}`);
      return {};
    }
    if (action === 'update') redraw(world, view, body);
    else show(world, user, body, view);
    return {};
  }

  /** A modal submitted; gives the errors to show beside its fields, by block id. */
  async function submit(view: View): Promise<Record<string, string>> {
    const payload = payloads.submissionPayload(world, view);
    const taken = await ask({ kind: 'interaction', payload });
    if (taken.kind === 'answered') return answered(view, taken.body);
    world.notice(view.user, TROUBLE);
    return {};
  }

  /** A modal closed by its person, one or the whole stack; told to apps that asked to know. */
  async function shut(view: View, all: boolean) {
    const payload = payloads.closedPayload(world, view, all);
    close(world, view.user, all || view.body.clear_on_close === true);
    if (view.body.notify_on_close === true) await ask({ kind: 'interaction', payload });
  }

  async function shortcut(user: string, callback: string, on: Message) {
    const payload = payloads.shortcutPayload(world, user, callback, on);
    acted(user, await ask({ kind: 'interaction', payload }));
  }

  /** An event, if the app asked for events of its kind. Messages need the scope of their channel too. */
  async function event(it: Json) {
    const im = it.type === 'message' && it.channel_type === 'im';
    const name = im ? 'message.im' : word(it.type);
    if (world.events && !world.events.has(name)) return { sent: 0, taken: null };
    if (im && !world.scopes.has('im:history')) return { sent: 0, taken: null };
    return deliverEvent(world, sockets, door, payloads.eventPayload(world, it));
  }

  return { command, pressOnMessage, pressOnView, submit, shut, shortcut, event, ask };
}
