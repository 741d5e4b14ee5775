/** Where a person can read, press and fill in: the dialog, and the messages of their chat and teams. */
import { dialogKey } from './dialogs.ts';
import { type Drawn, drawnOf, newScreen, reads } from './look.ts';
import { readMarkup } from './markup.ts';
import { conversationOf, screenKey } from './messages.ts';
import type { Dialog, Message, Screen, World } from './world.ts';

/** Something a person can see and use. */
export type Seen = {
  kind: 'message' | 'dialog';
  /** All of it, as it reads. */
  text: string;
  /** The labels of its buttons. */
  buttons: string[];
  /** What its fields are called and hold. */
  fields: Record<string, string>;
  /** Who wrote it: a person's name or the bot's. */
  from: string;
  /** A message's id; empty for a dialog. */
  id: string;
  /** Its conversation as the wire has it; empty for a dialog. */
  conversation: string;
  /** Seen by this person alone. */
  targeted: boolean;
};

/** What to press or fill in: something seen, or a part of its text. */
export type On = Seen | string;

export type Place = {
  screen: Screen;
  drawn: Drawn;
  message: Message | null;
  dialog: Dialog | null;
};

const NOTHING: Drawn = { lines: [], buttons: [], inputs: [] };

function screenOf(world: World, key: string): Screen {
  const known = world.screens.get(key);
  if (known) return known;
  const screen = newScreen();
  world.screens.set(key, screen);
  return screen;
}

/** A message as this person sees it: with the card an invoke gave them, where one did. */
export function messagePlace(world: World, aad: string, message: Message): Place {
  const key = screenKey(aad, message.id);
  const card = world.swapped.get(key) ?? message.cards[0] ?? null;
  const screen = screenOf(world, key);
  const drawn = card ? drawnOf(card, screen) : NOTHING;
  return { screen, drawn, message, dialog: null };
}

/** The dialog in front of this person, or null. */
export function dialogPlace(world: World, aad: string): Place | null {
  const dialog = world.dialogs.get(aad);
  if (!dialog) return null;
  const screen = screenOf(world, dialogKey(aad));
  return { screen, drawn: drawnOf(dialog.card, screen), message: null, dialog };
}

/** The messages this person can see, oldest first. */
export const visibleTo = (world: World, aad: string): Message[] =>
  world.messages.filter(({ thread, only, deleted }) => {
    if (deleted || (only !== null && only !== aad)) return false;
    const chat = world.chats.get(thread);
    if (chat) return chat.aad === aad;
    return world.teams.get(world.channels.get(thread)?.team ?? '')?.members.has(aad) ?? false;
  });

export function seenOf(world: World, { screen, drawn, message, dialog }: Place): Seen {
  const said = message ? readMarkup(message.text, message.format, () => {}) : (dialog?.title ?? '');
  const author = message && (world.find(message.from)?.name ?? world.bot.name);
  const labels = drawn.inputs.map((input) => [
    String(input.label ?? input.title),
    reads(screen, input),
  ]);
  return {
    kind: message ? 'message' : 'dialog',
    text: [said, ...drawn.lines].filter((line) => line !== '').join('\n'),
    buttons: drawn.buttons.map(({ label }) => label),
    fields: Object.fromEntries(labels),
    from: author ?? world.bot.name,
    id: message?.id ?? '',
    conversation: message ? conversationOf(message) : '',
    targeted: (message?.only ?? null) !== null,
  };
}

/** Where a person may mean, the likeliest first: the dialog covers all else, then the newest message. */
export function placesFor(world: World, aad: string, on?: On): Place[] {
  const open = dialogPlace(world, aad);
  const newest = () =>
    visibleTo(world, aad)
      .toReversed()
      .map((message) => messagePlace(world, aad, message));
  if (on === undefined) return open ? [open] : newest();
  if (typeof on === 'string')
    return newest().filter((place) => seenOf(world, place).text.includes(on));
  if (on.kind === 'dialog') return open ? [open] : [];
  return newest().filter(({ message }) => message?.id === on.id);
}
