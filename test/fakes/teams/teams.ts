/**
 * A Microsoft Teams of our own on this machine, as strict as the real one: the Bot Connector, the keys its tokens
 * are signed with, and people who see and press. A test ends with `expect(teams.faults).toEqual([])`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../slack/json.ts';
import { quiet } from '../slack/quiet.ts';
import { addedToTeam, removedFromTeam, teamChanged } from './activities.ts';
import { personAt } from './client.ts';
import { answer } from './connector.ts';
import { credentialsOf } from './credentials.ts';
import { type Door, post } from './deliver.ts';
import { gesturesOf } from './gestures.ts';
import { put, threadOf } from './messages.ts';
import type { Member } from './people.ts';
import { messagePlace, seenOf } from './places.ts';
import { ISSUER, keys, type TokenOptions, tokenFor } from './tokens.ts';
import { type Operation, type Script, type TeamsOptions, worldOf } from './world.ts';

export type { After, Person } from './client.ts';
export type { Seen } from './places.ts';

export type FakeTeams = Awaited<ReturnType<typeof startTeams>>;

/** Starts a tenant on a free port of the loopback address. */
export async function startTeams(options: TeamsOptions = {}) {
  await keys();
  const world = worldOf(options);
  const door: Door = { url: null };
  const gestures = gesturesOf(world, door);

  const server = createServer((incoming, out) => {
    const parts: Buffer[] = [];
    world.busy += 1;
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('error', () => {});
    out.on('close', () => {
      world.busy -= 1;
      world.stirred();
    });
    incoming.on('end', () => {
      void answer(world, incoming, Buffer.concat(parts).toString('utf8'), out);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const memberOf = (aad: string): Member => {
    const member = world.find(aad);
    if (!member) throw new Error(`There is nobody with the id ${aad}.`);
    return member;
  };
  const teamOf = (id: string) => {
    const team = world.teams.get(id);
    if (!team) throw new Error(`There is no team ${id}.`);
    return team;
  };
  /** Somebody of the team, by whom Teams tells of a change in it. */
  const someone = (id: string) => memberOf([...teamOf(id).members][0] ?? '');
  const membership = async (aad: string, id: string, joins: boolean) => {
    const [team, member] = [teamOf(id), memberOf(aad)];
    const who = [{ id: member.id, aadObjectId: member.aad }];
    if (joins) team.members.add(aad);
    else team.members.delete(aad);
    if (!team.bot) return;
    const [event, more] = joins
      ? ['teamMemberAdded', { membersAdded: who }]
      : ['teamMemberRemoved', { membersRemoved: who }];
    await gestures.send(teamChanged(world, someone(id), team, String(event), more as Json));
  };

  return {
    world,
    appId: world.appId,
    tenant: world.tenant,
    serviceUrl: world.serviceUrl(),
    appToken: world.appToken,
    /** What the app takes in place of Microsoft's keys, its login and its usual address. */
    instead: {
      openIdMetadataUrl: `${world.origin}/v1/${world.known}/openidconfiguration`,
      tokenIssuer: ISSUER,
      credentials: credentialsOf(world),
      service: world.serviceUrl(),
    },
    calls: world.calls,
    deliveries: world.deliveries,
    faults: world.faults,
    pings: world.pings,
    person: (aad: string) => personAt(world, gestures, memberOf(aad)),

    /** Where the app's door is. */
    deliversTo(url: string | null) {
      door.url = url;
    },
    /** Lets Teams' time go by, in ms. */
    later: (ms: number) => world.later(ms),
    /** The next call of this operation fares so. */
    next(operation: Operation, ...script: Script[]) {
      world.script.set(operation, [...(world.script.get(operation) ?? []), ...script]);
    },
    /** Waits until the app and Teams have nothing more to say to each other. */
    quiet: (still?: number) => quiet(world, still),
    /** What stands in a channel for all to read, oldest first: nobody's own view of a card. */
    reads: (channel: string) =>
      world.messages
        .filter(({ thread, only, deleted }) => thread === channel && only === null && !deleted)
        .map((message) => seenOf(world, messagePlace(world, '', message)).text),
    /** Somebody says something in a channel that is not for the bot. */
    says: (aad: string, channel: string, text: string) =>
      put(
        world,
        threadOf(channel),
        { text, format: 'plain', cards: [] },
        { from: memberOf(aad).id },
      ),

    /** Sends the app an activity of a test's own making, or one of `deliveries` again. */
    delivers: (activity: Json) => gestures.send(activity),
    /** A token to bring to the app's door: a good one, or one with something wrong. */
    token: (wrong: TokenOptions = {}) => tokenFor(world, wrong),
    /** Posts to the app's door what Teams might not: with this authorization, or with none at all. */
    async posts(activity: Json | string, authorization: string | null) {
      if (!door.url) throw new Error('The app has no door: call deliversTo first.');
      const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
      return post(door.url, body, authorization, world.patience.invoke);
    },

    /** Someone adds the app to a team. */
    async addsBot(team: string) {
      teamOf(team).bot = true;
      for (const activity of addedToTeam(world, someone(team), teamOf(team)))
        await gestures.send(activity);
    },
    /** Someone takes the app out of a team. */
    async removesBot(team: string) {
      teamOf(team).bot = false;
      await gestures.send(removedFromTeam(world, someone(team), teamOf(team)));
    },
    /** A channel is deleted. */
    async deletesChannel(id: string) {
      const channel = world.channels.get(id);
      if (!channel) throw new Error(`There is no channel ${id}.`);
      channel.gone = true;
      const team = teamOf(channel.team);
      const told = teamChanged(world, someone(team.id), team, 'channelDeleted', {});
      const data = { ...(told.channelData as Json), channel: { id, name: channel.name } };
      await gestures.send({ ...told, channelData: data });
    },
    joins: (aad: string, team: string) => membership(aad, team, true),
    leaves: (aad: string, team: string) => membership(aad, team, false),
    /** From now on this person is a guest of the tenant. */
    makesGuest(aad: string) {
      memberOf(aad).role = 'guest';
    },

    /** Hangs up and stops listening. */
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
