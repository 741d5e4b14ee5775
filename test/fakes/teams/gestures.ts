/** What follows when a person does something: Teams asks the app, and shows what it answers. */
import { isThing, type Json, thing, word } from '../slack/json.ts';
import { activityOf, invokeOf, payloadOf } from './activities.ts';
import { type Door, deliver, deliverPatiently, type Taken } from './deliver.ts';
import { answered, UNREACHED } from './dialogs.ts';
import { type Sending, toldOf } from './files.ts';
import { asHtml } from './markup.ts';
import { CARD, checkCard, conversationOf, put, screenKey } from './messages.ts';
import type { Member } from './people.ts';
import type { Dialog, Message, World } from './world.ts';

export type Gestures = ReturnType<typeof gesturesOf>;

/** What Teams says where an app answers a press with an error. */
const WRONG = 'Something went wrong. Please try again.';
const NOTE = 'application/vnd.microsoft.activity.message';
/** A mention in the text of a message: a tag, whose name is escaped. */
const tagOf = (name: string) => `<at>${asHtml(name)}</at>`;
const THEME = { context: { theme: 'default' } };

/** The gestures of this tenant's people. */
export function gesturesOf(world: World, door: Door) {
  const send = (activity: Json) => deliver(world, door, activity);

  function known(aad: string): Member {
    const member = world.find(aad);
    if (!member) throw new Error(`There is nobody with the id ${aad} to mention.`);
    return member;
  }

  /** Words typed to the bot, with the mentions as Teams writes them: of the bot, and of people by Entra object id. */
  async function say(
    member: Member,
    message: Message,
    {
      text,
      mentioned,
      targeted,
      sending,
      mentioning = [],
    }: {
      text: string;
      mentioned: boolean;
      targeted: boolean;
      sending?: Sending | undefined;
      mentioning?: string[];
    },
  ) {
    const told = sending && toldOf(world, sending, text, message.root !== null);
    const all = [...(mentioned ? [world.bot] : []), ...mentioning.map(known)];
    const mentions = all.map(({ id, name }) => ({
      mentioned: { id, name },
      text: tagOf(name),
      type: 'mention',
    }));
    const tagged = all.reduce((left, { name }) => left.replaceAll(`@${name}`, tagOf(name)), text);
    const activity = activityOf(world, member, conversationOf(message), {
      type: 'message',
      id: message.id,
      text: tagged,
      textFormat: 'plain',
      attachments: [
        ...(told?.attachments ?? []),
        { contentType: 'text/html', content: told?.html ?? message.html },
      ],
      ...(targeted ? { recipient: { ...world.bot, isTargeted: true } } : {}),
    });
    activity.entities = [...mentions, ...(activity.entities as Json[])];
    const taken = await send(activity);
    if (taken.kind !== 'answered' || taken.status >= 300) world.notice(member.aad, UNREACHED);
  }

  /** Does what the app answered to a press: the card anew for whoever pressed, or a note. */
  function pressed(member: Member, message: Message, taken: Taken) {
    const where = 'adaptiveCard/action';
    if (taken.kind !== 'answered' || taken.status >= 300)
      return world.notice(member.aad, UNREACHED);
    const { statusCode, type, value } = thing(taken.body);
    if (type === CARD && isThing(value) && statusCode === 200) {
      checkCard(world, where, value);
      if (message.deleted) return;
      world.screens.delete(screenKey(member.aad, message.id));
      world.swapped.set(screenKey(member.aad, message.id), value);
      return world.stirred();
    }
    if (type === NOTE && typeof value === 'string' && value !== '' && statusCode === 200)
      return world.notice(member.aad, value);
    if (type === 'application/vnd.microsoft.error' && Number(statusCode) >= 400)
      return world.notice(member.aad, word(thing(value).message) || WRONG);
    world.fault(where, `an answer that Teams does not know: ${JSON.stringify(taken.body)}`);
    world.notice(member.aad, WRONG);
  }

  /** Action.Execute on a message. */
  async function execute(member: Member, message: Message, action: Json, data: Json) {
    const { verb, title, id } = action;
    const value = {
      action: { type: 'Action.Execute', ...(id ? { id } : {}), title, verb, data },
      trigger: 'manual',
    };
    const invoke = { name: 'adaptiveCard/action', value, about: message, source: 'message' };
    pressed(member, message, await send(invokeOf(world, member, conversationOf(message), invoke)));
  }

  /** Action.Submit on a message: a message without words. */
  async function submit(member: Member, message: Message, data: Json) {
    const taken = await send(
      activityOf(world, member, conversationOf(message), {
        type: 'message',
        id: world.nextId(),
        replyToId: message.id,
        value: data,
        channelData: { source: { name: 'message' }, legacy: { replyToId: message.id } },
      }),
    );
    if (taken.kind !== 'answered' || taken.status >= 300) world.notice(member.aad, UNREACHED);
  }

  /** Action.Submit that asks for a dialog. */
  async function fetchDialog(member: Member, message: Message, data: Json) {
    const value = { data, ...THEME };
    const invoke = { name: 'task/fetch', value, about: message, source: 'message' };
    const taken = await send(invokeOf(world, member, conversationOf(message), invoke));
    const via: Dialog['via'] = { kind: 'card', message: message.id };
    answered(world, { aad: member.aad, via, taken, opening: 'task/fetch' });
  }

  /** A dialog sent by one of its buttons. */
  async function submitDialog(member: Member, { via }: Dialog, data: Json) {
    const { aad } = member;
    if (via.kind === 'extension') return submitExtension(member, via, data);
    const about = world.messages.find(({ id }) => id === via.message) ?? null;
    const at = about ? conversationOf(about) : world.chatOf(aad).id;
    const value = { data, ...THEME };
    const invoke = { name: 'task/submit', value, about, source: 'message' };
    const taken = await send(invokeOf(world, member, at, invoke));
    answered(world, { aad, via, taken, opening: null });
  }

  type Extension = Extract<Dialog['via'], { kind: 'extension' }>;

  const extensionValue = ({ command, payload }: Extension): Json => ({
    commandId: command,
    commandContext: payload ? 'message' : 'compose',
    ...(payload ? { messagePayload: payload } : {}),
    ...THEME,
  });

  async function submitExtension(member: Member, via: Extension, data: Json) {
    const value = { ...extensionValue(via), data };
    const invoke = { name: 'composeExtension/submitAction', value, source: 'compose' };
    const activity = invokeOf(world, member, via.where, invoke);
    const taken = await deliverPatiently(world, door, activity);
    answered(world, { aad: member.aad, via, taken, opening: null });
  }

  /** An action of the message extension: from the compose box of a conversation, or on a message. */
  async function extension(member: Member, command: string, where: string, on: Message | null) {
    const payload = on ? payloadOf(world, on) : null;
    const via: Extension = { kind: 'extension', command, where, payload };
    const requestId = world.nextId();
    const value = { ...extensionValue(via), requestId };
    const name = 'composeExtension/fetchTask';
    const activity = invokeOf(world, member, where, { name, value, source: 'compose' });
    const taken = await deliverPatiently(world, door, activity);
    answered(world, { aad: member.aad, via, taken, opening: name });
  }

  /** What a person posts, as it stands in the conversation: with the bot's mention or without. */
  function posts(
    member: Member,
    at: { thread: string; root: string | null },
    text: string,
    { mention, html, only }: { mention: boolean; html?: string; only?: string | null },
  ) {
    const named = `@${world.bot.name}`;
    const whole = !mention || text.includes(named) ? text : `${named} ${text}`;
    const typed = `<p>${asHtml(whole)}</p>`.replace(named, `<at id="0">${world.bot.name}</at>`);
    const content = { text: whole, format: 'plain', cards: [] };
    const message = put(world, at, content, {
      from: member.id,
      only: only ?? null,
      html: html ?? (mention ? typed : `<p>${asHtml(whole)}</p>`),
    });
    // After a mention Teams ends the line.
    return { message, text: mention ? `${whole}\n` : whole };
  }

  return { send, say, posts, execute, submit, fetchDialog, submitDialog, extension };
}
