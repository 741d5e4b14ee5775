/** A person at Teams: they type, press, fill in and send by what they read, and see what comes of it. */
import { pause, thing } from '../slack/json.ts';
import { LONGEST, quiet } from '../slack/quiet.ts';
import { installed, uninstalled } from './activities.ts';
import { close } from './dialogs.ts';
import type { Sending } from './files.ts';
import { dataOf, type Fields, fillIn, lacking } from './fill.ts';
import type { Gestures } from './gestures.ts';
import { screenKey, threadOf } from './messages.ts';
import type { Member } from './people.ts';
import {
  dialogPlace,
  messagePlace,
  type On,
  type Place,
  placesFor,
  type Seen,
  seenOf,
  visibleTo,
} from './places.ts';
import type { Screen, World } from './world.ts';

/** What a person sees after something they did. */
export type After = {
  /** Messages of the bot that are new, or read otherwise than before. */
  messages: Seen[];
  /** The dialog in front of them, or null. */
  dialog: Seen | null;
  /** What Teams told them beside the messages: an invoke's note, a field left empty, an app not reached. */
  notices: string[];
};

export type Person = ReturnType<typeof personAt>;

/** This person, at their Teams. */
export function personAt(world: World, gestures: Gestures, member: Member) {
  const { aad, name } = member;
  const chat = () => world.chatOf(aad).id;
  const sees = (thread?: string): Seen[] =>
    visibleTo(world, aad)
      .filter((message) => thread === undefined || message.thread === thread)
      .map((message) => seenOf(world, messagePlace(world, aad, message)));
  const dialog = (): Seen | null => {
    const place = dialogPlace(world, aad);
    return place ? seenOf(world, place) : null;
  };
  const notices = () => world.notices.get(aad) ?? [];

  /** Does something, waits until all is quiet, and tells what is new to this person. */
  async function after(what: () => unknown): Promise<After> {
    const known = new Map(sees().map((seen) => [seen.id, JSON.stringify(seen)]));
    const told = notices().length;
    await what();
    await quiet(world);
    const messages = sees().filter(
      (seen) => seen.from === world.bot.name && known.get(seen.id) !== JSON.stringify(seen),
    );
    return { messages, dialog: dialog(), notices: notices().slice(told) };
  }

  /** The channel's or chat's thread, where this person may write. */
  function writable(channel: string | undefined) {
    if (channel === undefined) return { thread: chat(), root: null };
    const at = threadOf(channel);
    const team = world.teams.get(world.channels.get(at.thread)?.team ?? '');
    if (!team?.members.has(aad)) throw new Error(`${name} is not in ${at.thread}.`);
    return at;
  }

  function spotOf(label: string, on?: On) {
    const places = placesFor(world, aad, on);
    for (const place of places) {
      const button = place.drawn.buttons.find((each) => each.label === label);
      if (button) return { place, button };
    }
    const there = places.flatMap(({ drawn }) => drawn.buttons.map((each) => each.label));
    throw new Error(`${name} sees no button "${label}". Buttons: ${there.join(' | ') || 'none'}.`);
  }

  type Button = ReturnType<typeof spotOf>['button'];

  function toggle({ screen }: Place, targets: unknown) {
    for (const target of Array.isArray(targets) ? targets : []) {
      const id = typeof target === 'string' ? target : String(thing(target).elementId);
      const said = thing(target).isVisible;
      screen.shown.set(id, typeof said === 'boolean' ? said : !(screen.shown.get(id) ?? false));
    }
  }

  /** Opens the form behind a button, or closes it; of one row of buttons only one is open. */
  function unfold(screen: Screen, path: string) {
    const wasOpen = screen.open.has(path);
    const row = path.slice(0, path.lastIndexOf('['));
    for (const other of screen.open) if (other.startsWith(`${row}[`)) screen.open.delete(other);
    if (!wasOpen) screen.open.add(path);
  }

  /** What this person's client makes of a button it does not know. */
  function known(button: Button): Button {
    const { action } = button;
    if (!member.old || action.type !== 'Action.Execute') return button;
    const fallback = thing(action.fallback);
    if (fallback.type !== 'Action.Submit')
      throw new Error(`${name}’s client draws nothing for "${button.label}".`);
    return { ...button, action: fallback };
  }

  async function press(place: Place, pressed: Button) {
    const { screen, message, dialog: open } = place;
    const button = known(pressed);
    const { action, path } = button;
    if (action.type === 'Action.OpenUrl') return;
    if (action.type === 'Action.ToggleVisibility') return toggle(place, action.targetElements);
    if (action.type === 'Action.ShowCard') return unfold(screen, path);
    const empty = lacking(screen, button);
    for (const says of empty) world.notice(aad, says);
    if (empty.length > 0) return;
    const data = dataOf(screen, button);
    if (open) return gestures.submitDialog(member, open, data);
    if (!message) return;
    if (action.type === 'Action.Execute') return gestures.execute(member, message, action, data);
    if (thing(data.msteams).type === 'task/fetch')
      return gestures.fetchDialog(member, message, data);
    return gestures.submit(member, message, data);
  }

  return {
    id: member.id,
    aad,
    sees,
    dialog,
    notices,
    /** The chat with the bot. */
    chat: (): Seen[] => sees(chat()),

    /**
     * Says something: to the bot in their chat, or in a channel (or one of its conversations) with the bot's
     * mention, which stands where `@Bellbird` is typed and first otherwise. Without mention no bot hears it.
     * With `sending` a picture, a file or a quoted message goes along. Whoever of `mentioning` (Entra object ids) is
     * typed as `@Jo Clarke` is mentioned there.
     */
    async says(
      text: string,
      {
        channel,
        mention = channel !== undefined,
        html,
        sending,
        mentioning = [],
      }: {
        channel?: string;
        mention?: boolean;
        html?: string;
        sending?: Sending;
        mentioning?: string[];
      } = {},
    ): Promise<After> {
      const at = writable(channel);
      return after(async () => {
        const mentioned = mention || (channel === undefined && text.includes(`@${world.bot.name}`));
        const more = html === undefined ? {} : { html };
        const said = gestures.posts(member, at, text, { mention: mentioned, ...more });
        if (channel !== undefined && !mention) return;
        await gestures.say(member, said.message, {
          text: said.text,
          mentioned,
          targeted: false,
          sending,
          mentioning,
        });
      });
    },

    /** Takes a command from a channel's slash menu: a targeted message, which only they and the bot see. */
    async slash(text: string, { channel }: { channel: string }): Promise<After> {
      const [command = ''] = text.replace(/^\//, '').split(/\s/);
      if (world.commands && !world.commands.includes(command))
        throw new Error(`There is no /${command} in the menu.`);
      const at = writable(channel);
      return after(async () => {
        const said = gestures.posts(member, at, text, { mention: false, only: aad });
        await gestures.say(member, said.message, { text, mentioned: false, targeted: true });
      });
    },

    /** Presses a button by its label, with fields filled in first: in the dialog that is open, else on the newest message that has it. */
    async presses(label: string, on?: On, fields: Fields = {}): Promise<After> {
      const { place, button } = spotOf(label, on);
      fillIn(place.screen, place.drawn.inputs, fields);
      return after(() => press(place, button));
    },

    /** Fills in fields on a card, by their labels, and leaves them. */
    async fills(fields: Fields, on?: On): Promise<void> {
      const [place] = placesFor(world, aad, on).filter(({ drawn }) => drawn.inputs.length > 0);
      if (!place) throw new Error(`${name} sees no fields.`);
      fillIn(place.screen, place.drawn.inputs, fields);
    },

    /** Fills in the dialog that is open and sends it by its first button, or by the one named. */
    async submits(fields: Fields = {}, label?: string): Promise<After> {
      const place = dialogPlace(world, aad);
      if (!place) throw new Error(`${name} has no dialog open.`);
      fillIn(place.screen, place.drawn.inputs, fields);
      const { buttons } = place.drawn;
      const sends = buttons.filter(({ action }) => action.type === 'Action.Submit');
      const button =
        label === undefined ? sends.at(-1) : sends.find((each) => each.label === label);
      if (!button) throw new Error(`The dialog has nothing to send it by.`);
      return after(() => press(place, button));
    },

    /** Closes the dialog that is open. Teams tells the app nothing of it. */
    closes: (): Promise<After> => after(() => close(world, aad)),

    /**
     * Chooses an action of the message extension: from the compose box, or on a message they see. `among` people: from
     * the compose box of a chat of theirs with a colleague, in which the bot is not.
     */
    async extension(
      title: string,
      { on, channel, among }: { on?: On; channel?: string; among?: 'people' } = {},
    ): Promise<After> {
      const command = world.extensions[title];
      if (!command) throw new Error(`There is no "${title}" in the message extension.`);
      if (among)
        return after(() => gestures.extension(member, command, `a:1${aad}-and-another`, null));
      const { thread, root } = writable(channel);
      const where = root === null ? thread : `${thread};messageid=${root}`;
      if (on === undefined) return after(() => gestures.extension(member, command, where, null));
      const message = placesFor(world, aad, on).find((place) => place.message)?.message;
      if (!message) throw new Error(`${name} sees no such message.`);
      const at =
        message.root === null ? message.thread : `${message.thread};messageid=${message.root}`;
      return after(() => gestures.extension(member, command, at, message));
    },

    /** Adds the app to their own. */
    installs: (): Promise<After> =>
      after(async () => {
        member.installed = true;
        for (const activity of installed(world, member)) await gestures.send(activity);
      }),

    /** Takes the app away from their own. */
    uninstalls: (): Promise<After> =>
      after(async () => {
        member.installed = false;
        await gestures.send(uninstalled(world, member));
      }),

    /** Loads Teams anew: cards are again as the messages have them, whatever an invoke answered. */
    reloads() {
      for (const kept of [world.swapped, world.screens])
        for (const key of kept.keys()) if (key.startsWith(screenKey(aad, ''))) kept.delete(key);
    },

    /** Waits until they see these words somewhere, as long as ten seconds; gives where. */
    async awaits(words: string | RegExp): Promise<Seen> {
      const has = ({ text }: Seen) =>
        typeof words === 'string' ? text.includes(words) : words.test(text);
      const end = performance.now() + LONGEST;
      while (performance.now() < end) {
        const all = [dialog(), ...sees().toReversed()].filter((seen) => seen !== null);
        const found = all.find(has);
        if (found) return found;
        await pause(10);
      }
      const all = sees().map(({ text }) => text);
      throw new Error(`${name} never saw ${String(words)}. They see:\n${all.join('\n---\n')}`);
    },
  };
}
