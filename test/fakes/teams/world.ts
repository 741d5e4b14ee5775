/** All that the fake Teams knows: one plain state, shared by its doors. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Json } from '../slack/json.ts';
import { type PeopleOptions, peopleOf } from './people.ts';

export const APP = '3b7c1f0e-52d4-4c1a-9a57-0b6de1f1be11';
export const TENANT = 'c0ffee00-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

export type Message = {
  /** Epoch ms as a string, never given twice. */
  id: string;
  /** The chat's or channel's id, without `;messageid=`. */
  thread: string;
  /** In a channel: the message that began the conversation, itself where it is that one. */
  root: string | null;
  /** 28:… for the bot, 29:… for a person. */
  from: string;
  text: string;
  /** What a message extension is told of it: the HTML that Teams keeps. */
  html: string;
  format: string;
  /** The Adaptive Cards in it. */
  cards: Json[];
  /** A targeted message: seen by this person (Entra object id) alone. */
  only: string | null;
  edited: boolean;
  deleted: boolean;
};

/** A picture or file that somebody sent. */
export type SentFile = { name: string; type: string; bytes: Buffer };

/** A dialog in front of a person, and by which way it was opened. */
export type Dialog = {
  title: string;
  card: Json;
  via:
    | { kind: 'card'; message: string | null }
    | { kind: 'extension'; command: string; where: string; payload: Json | null };
};

/** What a person did to a card on their own screen: forms opened, folds opened, what they typed. */
export type Screen = { open: Set<string>; shown: Map<string, boolean>; typed: Map<string, string> };

export type Operation =
  | 'create'
  | 'send'
  | 'update'
  | 'delete'
  | 'members'
  | 'team'
  | 'channels'
  | 'attachment'
  | 'openid';

/** One fault for the next call of an operation. */
export type Script =
  | { status: number; code?: string; message?: string; retryAfter?: number }
  /** Answers only after so many ms; the work is done first. */
  | { hang: number }
  /** Breaks the connection before the work is done, or after. */
  | { drop: 'before' | 'after' };

/** A call of the app. `path` is the ids in it: the conversation's, then the activity's or person's. */
export type Call = { operation: Operation; path: string; body: Json; at: number; status: number };

/** What was sent to the app: an activity, and what it answered. */
export type Delivery = { activity: Json; status: number; body: unknown; ms: number };

export type TeamsOptions = PeopleOptions & {
  appId?: string;
  tenant?: string;
  /** What the app has to say to the connector. */
  appToken?: string;
  /** How long Teams waits for an answer, in ms. Teams: 15 s, and 5 s for a message extension. */
  patience?: { invoke?: number; extension?: number };
  /** How many people a page of a roster holds. Teams: 200. */
  page?: number;
  /** Holds the app to 7 messages a second and 60 in 30 s in a conversation. */
  rates?: boolean;
  /** Message-extension commands by their title, with the id the manifest gives them. */
  extensions?: Record<string, string>;
  /** How long nothing must happen until all is taken for quiet, in ms. Default: 60. */
  still?: number;
  /** Commands for the slash menu; any where left out. */
  commands?: string[];
};

export type World = ReturnType<typeof worldOf>;

/** The state of a new tenant with the app in it. */
export function worldOf(options: TeamsOptions) {
  let ahead = 0;
  let last = 0;
  const now = () => Date.now() + ahead;
  const bus = new EventEmitter().setMaxListeners(0);
  const appId = options.appId ?? APP;
  const tenant = options.tenant ?? TENANT;

  return {
    ...peopleOf(options, appId, tenant),
    appId,
    bot: { id: `28:${appId}`, name: 'Bellbird' },
    tenant,
    appToken: options.appToken ?? 'fake-connector-token',
    patience: { invoke: 15_000, extension: 5000, ...options.patience },
    page: options.page ?? 200,
    rates: options.rates ?? false,
    extensions: options.extensions ?? {},
    commands: options.commands ?? null,

    messages: [] as Message[],
    /** Pictures and files that people sent, by the id in their address. */
    files: new Map<string, SentFile>(),
    /** The dialog each person has open, by Entra object id. */
    dialogs: new Map<string, Dialog>(),
    /** Cards an invoke answered with: seen by the one who pressed until the message is updated or loaded anew. */
    swapped: new Map<string, Json>(),
    screens: new Map<string, Screen>(),
    script: new Map<Operation, Script[]>(),
    calls: [] as Call[],
    deliveries: [] as Delivery[],
    /** How long nothing must happen until all is taken for quiet, in ms. */
    still: options.still ?? 60,
    /** Calls being answered, in both directions. */
    busy: 0,
    /** What was wrong with what the app did: a test ends with this empty. */
    faults: [] as string[],
    /** Every card the app has sent, and with what: also those that another has replaced since. */
    sent: [] as { where: string; card: Json }[],
    /** Whom a message of the app would have pinged: `Amy Reid in 19:slt@thread.tacv2`. */
    pings: [] as string[],
    /** What Teams told each person beside the messages: an invoke's note, an error of its own. */
    notices: new Map<string, string[]>(),
    /** Where the fake answers; set when it listens. */
    origin: '',
    /** In the address of the keys: the SDK keeps keys by it, also when another fake has the port. */
    known: randomUUID(),
    bus,

    /** Teams' time in epoch ms. */
    now,
    /** Lets time go by, in ms. */
    later(ms: number) {
      ahead += ms;
    },
    /** A message's id, never given twice. */
    nextId() {
      last = Math.max(now(), last + 1);
      return String(last);
    },
    serviceUrl() {
      return `${this.origin}/uk/`;
    },
    fault(where: string, says: string) {
      this.faults.push(`${where}: ${says}`);
    },
    notice(aad: string, says: string) {
      this.notices.set(aad, [...(this.notices.get(aad) ?? []), says]);
    },
    /** Says that something happened, to whoever waits for it. */
    stirred() {
      bus.emit('stirred');
    },
  };
}
