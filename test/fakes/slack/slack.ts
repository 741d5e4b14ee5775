/**
 * A Slack of our own on this machine, as strict as the real one: the Web API, `response_url`, Socket
 * Mode, signed requests, and people who see and press. A test ends with `expect(slack.faults).toEqual([])`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi, byScript, send } from './api.ts';
import { personAt } from './client.ts';
import { bodyOf, type Delivery, type Door } from './deliver.ts';
import { gesturesOf } from './gestures.ts';
import { answerHook } from './hooks.ts';
import { type Json, pause } from './json.ts';
import { put } from './messages.ts';
import { BOT } from './people.ts';
import { quiet } from './quiet.ts';
import { readMessage } from './reading.ts';
import { signed } from './sign.ts';
import { socketsOf } from './socket.ts';
import { type Script, type SlackOptions, worldOf } from './world.ts';

export type { After, Person } from './client.ts';
export type { Seen } from './look.ts';

export type FakeSlack = Awaited<ReturnType<typeof startSlack>>;

/** Starts a workspace on a free port of the loopback address. */
export async function startSlack(options: SlackOptions = {}) {
  const world = worldOf(options);
  const sockets = socketsOf(world);
  const door: Door = { url: null };
  const gestures = gesturesOf(world, sockets, door);

  const server = createServer((incoming, out) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const parts: Buffer[] = [];
    world.busy += 1;
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('error', () => {});
    out.on('close', () => {
      world.busy -= 1;
      world.stirred();
    });
    incoming.on('end', async () => {
      const body = Buffer.concat(parts).toString('utf8');
      const [, method] = /^\/api\/([\w.]+)$/.exec(pathname) ?? [];
      if (incoming.method !== 'POST')
        return send(out, 405, { ok: false, error: 'method_not_allowed' });
      if (method) return answerApi(world, method, body, incoming, out);
      const script = world.script.get('response_url')?.shift();
      const reply = await byScript(out, script, () => answerHook(world, pathname, body));
      if (reply) send(out, reply.status, reply.body);
    });
  });
  server.on('upgrade', (incoming, socket) => sockets.upgrade(incoming, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const channelOf = (id: string) => {
    const channel = world.channels.get(id);
    if (!channel) throw new Error(`There is no channel ${id}.`);
    return channel;
  };
  const memberOf = (id: string) => {
    const member = world.members.get(id);
    if (!member) throw new Error(`There is nobody with the id ${id}.`);
    return member;
  };
  const changed = (user: string) =>
    gestures.event({ type: 'user_change', user: { id: user, deleted: memberOf(user).deleted } });

  return {
    world,
    sockets,
    /** For the SDK's `slackApiUrl`, or SLACK_API_URL. */
    apiUrl: `${world.origin}/api/`,
    botToken: world.botToken,
    appToken: world.appToken,
    signingSecret: world.signingSecret,
    team: world.team,
    calls: world.calls,
    deliveries: world.deliveries,
    faults: world.faults,
    pings: world.pings,
    person: (id: string) => personAt(world, gestures, memberOf(id).id),

    /** Where the app's HTTP door is; null, and from the start, is Socket Mode. */
    deliversTo(url: string | null) {
      door.url = url;
    },
    /** Lets Slack's time go by, in ms: triggers, `response_url`s. */
    later: world.later,
    /** The next call of this method, or of `response_url`, fares so. */
    next(method: string, ...script: Script[]) {
      world.script.set(method, [...(world.script.get(method) ?? []), ...script]);
    },
    /** Waits until the app and Slack have nothing more to say to each other. */
    quiet: (still?: number) => quiet(world, still),
    /** What stands in a channel for all to read, oldest first. */
    reads: (channel: string) =>
      world.messages
        .filter((message) => message.channel === channel && message.only === null)
        .map((message) => readMessage(world, message)),
    /** What a person reads of some text and blocks. */
    textOf: (message: { text?: string; blocks?: Json[] }) =>
      readMessage(world, { text: '', blocks: [], ...message }),
    /** Somebody says something in a channel; no event is sent. */
    says: (user: string, channel: string, text: string) =>
      put(world, channelOf(channel).id, { text, blocks: [] }, { user }),
    event: gestures.event,
    /** Sends the app a delivery of a test's own making, or one of `deliveries` again. */
    delivers: (delivery: Delivery) => gestures.ask(delivery),
    /** Posts to the app's door what Slack might not: another secret, another time of signing, other headers. */
    async posts(
      delivery: Delivery,
      {
        secret = world.signingSecret,
        at = Date.now(),
        headers = {} as Record<string, string>,
      } = {},
    ) {
      if (!door.url) throw new Error('The app has no HTTP door: call deliversTo first.');
      const { type, body } = bodyOf(delivery);
      const all = { 'content-type': type, ...signed(secret, body, at), ...headers };
      const answer = await fetch(door.url, { method: 'POST', headers: all, body });
      return { status: answer.status, body: await answer.text() };
    },

    archives(channel: string) {
      channelOf(channel).archived = true;
    },
    /** Someone removes the bot from a channel. */
    async removesBot(channel: string) {
      channelOf(channel).members.delete(BOT);
      await gestures.event({ type: 'member_left_channel', user: BOT, channel, team: world.team });
    },
    async joins(user: string, channel: string) {
      channelOf(channel).members.add(user);
      await gestures.event({ type: 'member_joined_channel', user, channel, team: world.team });
    },
    async leaves(user: string, channel: string) {
      channelOf(channel).members.delete(user);
      await gestures.event({ type: 'member_left_channel', user, channel, team: world.team });
    },
    async deactivates(user: string) {
      memberOf(user).deleted = true;
      await changed(user);
    },
    async makesGuest(user: string) {
      memberOf(user).guest = true;
      await changed(user);
    },
    /** Gives a user group other members. */
    regroups(group: string, members: string[]) {
      const known = world.groups.get(group);
      if (!known) throw new Error(`There is no user group ${group}.`);
      known.members = members;
    },
    /** From now on Slack answers `token_revoked` to this token. */
    revokes: (token: string) => void world.revoked.add(token),

    /** Hangs up and stops listening. An app that is saying goodbye is let finish first. */
    async stop() {
      for (let left = 20; left > 0 && sockets.count() > 0; left -= 1) await pause(5);
      sockets.cut();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What a manifest grants and asks for, as the fake takes it. */
export function fromManifest(manifest: Json): SlackOptions {
  type Manifest = {
    oauth_config?: { scopes?: { bot?: string[] } };
    settings?: { event_subscriptions?: { bot_events?: string[] } };
    features?: {
      slash_commands?: { command: string }[];
      shortcuts?: { name: string; callback_id: string; type: string }[];
    };
  };
  const { oauth_config, settings, features } = manifest as Manifest;
  const shortcuts = features?.shortcuts ?? [];
  return {
    scopes: oauth_config?.scopes?.bot ?? [],
    events: settings?.event_subscriptions?.bot_events ?? [],
    commands: features?.slash_commands?.map(({ command }) => command) ?? [],
    shortcuts: Object.fromEntries(shortcuts.map(({ name, callback_id }) => [name, callback_id])),
  };
}
