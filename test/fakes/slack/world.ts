/** All that the fake Slack knows: one plain state, shared by its doors. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Delivery } from './deliver.ts';
import type { Json } from './json.ts';
import { type PeopleOptions, peopleOf } from './people.ts';

export const TEAM = 'T0SCHOOL';

export type Message = {
  ts: string;
  channel: string;
  /** The author's user id; the bot's for the app's own. */
  user: string;
  text: string;
  blocks: Json[];
  thread: string | null;
  /** Seen by this person alone, and only until they reload. */
  only: string | null;
  edited: boolean;
};

export type View = {
  id: string;
  hash: string;
  type: 'modal' | 'home';
  user: string;
  body: Json;
  /** The view below it in the stack of modals. */
  previous: string | null;
  root: string;
};

/** One use of `views.open` or `views.push`, within three seconds of the gesture. */
export type Trigger = { user: string; at: number; used: boolean; view: string | null };

export type Hook = {
  kind: 'command' | 'action';
  user: string;
  channel: string;
  /** The message the button stands on; a command has none. */
  ts: string | null;
  at: number;
  uses: number;
};

/** One fault for the next call of a method, or of `response_url`. */
export type Script =
  | { status: 429; retryAfter: number }
  | { status: 500 | 502 | 503 }
  | { error: string }
  /** Answers only after so many ms; the work is done first. */
  | { hang: number }
  /** Breaks the connection before the work is done, or after. */
  | { drop: 'before' | 'after' };

export type Call = { method: string; args: Json; at: number; answer: Json | null };

export type SlackOptions = PeopleOptions & {
  botToken?: string;
  appToken?: string;
  signingSecret?: string;
  team?: string;
  /** The bot's scopes; everything the fake knows of where left out. */
  scopes?: string[];
  /** Events the app asks for; every one where left out. */
  events?: string[];
  /** Slash commands the app has, such as `/tweet`; any where left out. */
  commands?: string[];
  /** Callback ids by the shortcut's name. */
  shortcuts?: Record<string, string>;
  /** How long nothing must happen before a person takes it that nothing more will, in ms. */
  still?: number;
  /** How long Slack waits for an acknowledgement, in ms. */
  patience?: number;
  /** How long Slack waits before it sends an event again, in ms each. Slack: at once, 1 min, 5 min. */
  retryAfter?: number[];
  /** Slack leaves the connection open after the closing handshake; so does the fake if asked. */
  lingers?: boolean;
};

export const SCOPES = [
  ...['commands', 'chat:write', 'users:read', 'usergroups:read'],
  ...['channels:read', 'groups:read', 'im:read', 'im:write', 'im:history'],
];

export type World = ReturnType<typeof worldOf>;

/** The state of a new workspace. */
export function worldOf(options: SlackOptions) {
  let ahead = 0;
  let count = 0;
  let lastSecond = 0;
  const now = () => Date.now() + ahead;
  const bus = new EventEmitter().setMaxListeners(0);

  return {
    ...peopleOf(options),
    team: options.team ?? TEAM,
    botToken: options.botToken ?? 'xoxb-fake-0',
    appToken: options.appToken ?? 'xapp-1-fake-0',
    signingSecret: options.signingSecret ?? '8f742231b10e8888abcd9900000085a5',
    revoked: new Set<string>(),
    scopes: new Set(options.scopes ?? SCOPES),
    events: options.events ? new Set(options.events) : null,
    commands: options.commands ? new Set(options.commands) : null,
    shortcuts: options.shortcuts ?? {},
    still: options.still ?? 60,
    patience: options.patience ?? 3000,
    retryAfter: options.retryAfter ?? [0, 0, 0],
    lingers: options.lingers ?? false,

    messages: [] as Message[],
    views: new Map<string, View>(),
    /** Whose Home tab is which view. */
    homes: new Map<string, string>(),
    /** The modals a person has open, the topmost last. */
    stacks: new Map<string, string[]>(),
    /** What people have typed and ticked, by person and place. */
    inputs: new Map<string, Map<string, Json>>(),
    /** Tickets for a socket that nobody has used yet. */
    tickets: new Set<string>(),
    triggers: new Map<string, Trigger>(),
    hooks: new Map<string, Hook>(),
    script: new Map<string, Script[]>(),
    calls: [] as Call[],
    /** All that was sent to the app, so that a test can send it again. */
    deliveries: [] as Delivery[],
    /** Calls being answered. */
    busy: 0,
    /** What was wrong with what the app did: a test ends with this empty. */
    faults: [] as string[],
    /** Whom a message would have pinged, and where: `@channel in C0SLT`. */
    pings: [] as string[],
    /** What Slack told a person by itself: `/tweet failed with the error "operation_timeout"`. */
    notices: new Map<string, string[]>(),
    /** Where the fake answers; set when it listens. */
    origin: '',
    bus,

    /** Slack's time in epoch ms. */
    now,
    /** Lets time go by, in ms. */
    later(ms: number) {
      ahead += ms;
    },
    /** A message's time stamp, never given twice. */
    nextTs() {
      const second = Math.max(Math.floor(now() / 1000), lastSecond);
      lastSecond = second;
      count += 1;
      return `${second}.${String(count).padStart(6, '0')}`;
    },
    /** An id of the kind the letter says. */
    nextId(letter: string) {
      count += 1;
      return `${letter}0${String(count).padStart(8, '0')}`;
    },
    secret: () => randomBytes(12).toString('hex'),
    fault(where: string, says: string) {
      this.faults.push(`${where}: ${says}`);
    },
    notice(user: string, says: string) {
      this.notices.set(user, [...(this.notices.get(user) ?? []), says]);
    },
    /** Says that something happened, to whoever waits for it. */
    stirred() {
      bus.emit('stirred');
    },
    newTrigger(user: string, view: string | null = null) {
      const id = `${now()}.${count}.${randomBytes(8).toString('hex')}`;
      this.triggers.set(id, { user, at: now(), used: false, view });
      return id;
    },
    newHook(hook: Omit<Hook, 'at' | 'uses'>) {
      const path = `/${hook.kind}s/${this.team}/${this.hooks.size + 1}/${this.secret()}`;
      this.hooks.set(path, { ...hook, at: now(), uses: 0 });
      return `${this.origin}${path}`;
    },
  };
}
