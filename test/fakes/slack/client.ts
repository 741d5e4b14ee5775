/** A person at Slack: they type, press, fill in and submit by what they read, and see what comes of it. */
import { dealt, dispatches, fillIn, type Given, unfilled } from './fill.ts';
import type { Gestures } from './gestures.ts';
import { type Json, pause, things } from './json.ts';
import {
  buttonsOf,
  fieldsNamed,
  fieldsOf,
  type Seen,
  type Spot,
  seenMessage,
  seenView,
} from './look.ts';
import { messageJson, put } from './messages.ts';
import { asKept } from './payloads.ts';
import { type On, type Place, placesFor, visibleTo } from './places.ts';
import { LONGEST, quiet } from './quiet.ts';
import { forget, heldIn } from './state.ts';
import { topOf } from './views.ts';
import type { View, World } from './world.ts';

/** What a person sees after something they did. */
export type After = {
  /** Messages that are new, or read otherwise than before. */
  messages: Seen[];
  /** The modal in front of them, or null. */
  modal: Seen | null;
  home: Seen | null;
  /** What Slack itself told them. */
  notices: string[];
};

export type Person = ReturnType<typeof personAt>;

/** This person, at their Slack. */
export function personAt(world: World, gestures: Gestures, user: string) {
  let errors: { view: string; by: Record<string, string> } = { view: '', by: {} };

  const visible = () => visibleTo(world, user);
  const errorsOf = (view: View) => (errors.view === view.id ? errors.by : {});

  const modal = (): Seen | null => {
    const top = topOf(world, user);
    return top ? seenView(world, top, errorsOf(top)) : null;
  };
  const home = (): Seen | null => {
    const view = world.views.get(world.homes.get(user) ?? '');
    return view ? seenView(world, view) : null;
  };
  const sees = (channel?: string): Seen[] =>
    visible()
      .filter((message) => channel === undefined || message.channel === channel)
      .map((message) => seenMessage(world, user, message));

  const notices = () => world.notices.get(user) ?? [];

  /** Does something, waits until all is quiet, and tells what is new to this person. */
  async function after(what: () => Promise<unknown>): Promise<After> {
    const known = new Map(sees().map((seen) => [seen.ts, JSON.stringify(seen)]));
    const told = notices().length;
    await what();
    await quiet(world);
    const messages = sees().filter((seen) => known.get(seen.ts) !== JSON.stringify(seen));
    return { messages, modal: modal(), home: home(), notices: notices().slice(told) };
  }

  const places = (on?: On) => placesFor(world, user, on);

  const member = () => {
    const known = world.members.get(user);
    if (!known || known.deleted) throw new Error(`${user} cannot sign in to Slack.`);
  };

  function spotOf(label: string, on?: On): { place: Place; at: Spot } {
    for (const place of places(on)) {
      const found = buttonsOf(world, place.blocks).find((button) => button.label === label);
      if (found) return { place, at: found.at };
    }
    const all = places(on).flatMap(({ blocks }) => buttonsOf(world, blocks));
    const there = all.map((button) => button.label).join(' | ') || 'none';
    throw new Error(`${user} sees no button "${label}". Buttons: ${there}.`);
  }

  const tell = ({ message, view }: Place, at: Spot, value: Json): Promise<void> => {
    if (message) return gestures.pressOnMessage(user, message, at, value);
    return view ? gestures.pressOnView(view, at, value) : Promise.resolve();
  };

  async function say(channel: string, typed: string, more: Json = {}) {
    const message = put(world, channel, { text: asKept(typed), blocks: [] }, { user });
    const kind = world.channels.get(channel)?.im ? 'im' : 'channel';
    if (kind !== 'im') return message;
    await gestures.event({ ...messageJson(message), ...more, channel, channel_type: kind });
    return message;
  }

  /** What is open in front of this person; a fault where nothing is. */
  function top(): View {
    const view = topOf(world, user);
    if (!view) throw new Error(`${user} has no modal open.`);
    return view;
  }

  return {
    id: user,
    sees,
    modal,
    home,
    notices,

    /** Types a slash command, or says something; by themselves with the bot where no channel is given. */
    async types(typed: string, { channel }: { channel?: string } = {}): Promise<After> {
      member();
      const at = channel ?? world.imOf(user).id;
      if (!world.channels.get(at)?.members.has(user)) throw new Error(`${user} is not in ${at}.`);
      if (!typed.startsWith('/')) return after(() => say(at, typed));
      const [command = ''] = typed.split(/\s/);
      if (world.commands && !world.commands.has(command))
        throw new Error(`${command} is not a valid command here.`);
      return after(() => gestures.command(user, at, typed));
    },

    /** Sends a picture, with words beside it or none, in their own messages with the bot. */
    async sendsPicture(words = ''): Promise<After> {
      member();
      const files = [{ id: 'F0PICTURE', name: 'picture.jpg', mimetype: 'image/jpeg' }];
      const more = { subtype: 'file_share', files, upload: false };
      return after(() => say(world.imOf(user).id, words, more));
    },

    /** Presses a button by its label: in the modal that is open, else on the newest message that has it. */
    async presses(label: string, on?: On): Promise<After> {
      member();
      const { place, at } = spotOf(label, on);
      return after(() => tell(place, at, {}));
    },

    /** Fills in fields by their labels, or by the ids the app gave them. */
    async fills(all: Record<string, Given>, on?: On): Promise<After> {
      member();
      return after(async () => {
        for (const [name, given] of Object.entries(all)) {
          const place = places(on).find(({ blocks }) => fieldsNamed(world, blocks, name).length);
          if (!place) {
            const there = places(on).flatMap(({ blocks }) => fieldsOf(world, blocks));
            const labels = there.map(({ label }) => label).join(' | ') || 'none';
            throw new Error(`${user} sees no field "${name}". Fields: ${labels}.`);
          }
          const fields = fieldsNamed(world, place.blocks, name);
          for (const [field, part] of dealt(world, fields, given)) {
            const value = fillIn(world, user, place.id, field, part);
            if (dispatches(field)) await tell(place, [field.block, field.element], value);
          }
        }
      });
    },

    /** Submits the modal that is open. Slack itself keeps back one with a required field left empty. */
    async submits(): Promise<After> {
      member();
      const view = top();
      if (view.body.submit === undefined) throw new Error('This modal has nothing to submit.');
      const fields = fieldsOf(world, things(view.body.blocks));
      const held = (field: (typeof fields)[number]) =>
        heldIn(world, user, view.id, field.block, field.element);
      errors = { view: view.id, by: unfilled(fields, held) };
      if (Object.keys(errors.by).length > 0) return after(async () => {});
      return after(async () => {
        errors = { view: view.id, by: await gestures.submit(view) };
      });
    },

    /** Closes the modal that is open, or all of them. */
    closes: ({ all = false } = {}): Promise<After> => after(() => gestures.shut(top(), all)),

    /** Opens the app's Home tab. */
    async homeTab(tab: 'home' | 'messages' = 'home'): Promise<After> {
      member();
      const channel = world.imOf(user).id;
      return after(() => gestures.event({ type: 'app_home_opened', user, channel, tab }));
    },

    /** Chooses a message shortcut by its name, on a message they see or one of these words. */
    async shortcut(name: string, on: On): Promise<After> {
      member();
      const message = places(on)[0]?.message;
      if (!message) throw new Error(`${user} sees no such message.`);
      const callback = world.shortcuts[name];
      if (!callback) throw new Error(`There is no shortcut "${name}" here.`);
      return after(() => gestures.shortcut(user, callback, message));
    },

    /**
     * Loads Slack anew: what only they could see is gone. Some of Slack's apps keep it, but no app what was ticked
     * and typed into messages.
     */
    reloads({ keeps = false } = {}) {
      for (const { ts } of world.messages) forget(world, user, ts);
      if (keeps) return;
      for (const message of world.messages.filter(({ only }) => only === user))
        world.messages.splice(world.messages.indexOf(message), 1);
    },

    /** Waits until they see these words somewhere, as long as ten seconds; gives where. */
    async awaits(words: string | RegExp): Promise<Seen> {
      const has = ({ text }: Seen) =>
        typeof words === 'string' ? text.includes(words) : words.test(text);
      const end = performance.now() + LONGEST;
      while (performance.now() < end) {
        const all = [modal(), home(), ...sees().toReversed()].filter((seen) => seen !== null);
        const found = all.find(has);
        if (found) return found;
        await pause(10);
      }
      const all = sees().map(({ text }) => text);
      throw new Error(`${user} never saw ${String(words)}. They see:\n${all.join('\n---\n')}`);
    },

    /** The direct messages with the bot. */
    dm: (): Seen[] => sees(world.imOf(user).id),
  };
}
