/** Cards as Teams gets them: every sample through the adapter and over the wire, and those of a day at a school. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../adapters/http/server.ts';
import { teams as teamsOver } from '../../adapters/teams/teams.ts';
import type { Card } from '../../cards/model.ts';
import type { Answer, Front } from '../../src/front/intent.ts';
import type { Shelf, ShelfItem } from '../../src/ports/shelf.ts';
import { loadSchool } from '../../src/school/school.ts';
import { samples } from '../cards/samples.ts';
import type { Json } from '../fakes/slack/json.ts';
import { startTeams } from '../fakes/teams/teams.ts';
import { APP, TENANT } from '../fakes/teams/world.ts';
import { ROLL, SCHOOL } from '../scenarios/staffroom.ts';
import { means, only, sends, sltCard, writes } from './steps.ts';
import { AMY, GUS, inTeams, NIA, openTenancy, STAFF_ROOM, TENANCY } from './workspace.ts';

export type Sent = Record<string, Json>;

const nothingToSay = { info: () => {}, warn: () => {}, error: () => {} };

function inMemory(): Shelf {
  const kept = new Map<string, ShelfItem>();
  return {
    put: async (topic, key, value) => {
      const item = { seq: kept.size, key, value };
      kept.set(`${topic}/${key}`, item);
      return item;
    },
    get: async (topic, key) => kept.get(`${topic}/${key}`) ?? null,
    add: async () => false,
    after: async () => [],
    newest: async () => [],
  };
}

function theSchool() {
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-sent-'));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, inTeams(SCHOOL));
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  const loaded = loadSchool(file);
  rmSync(folder, { recursive: true });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return loaded.school;
}

/** Sends these cards by the adapter, over a front that answers by rote: forms as dialogs, all others as messages. */
export async function sentAs(cards: Record<string, Card>): Promise<Sent> {
  const fake = await startTeams({ ...TENANCY, still: 5 });
  const school = theSchool();
  let form: Card | null = null;
  const front: Front = {
    receive: async (): Promise<Answer> => {
      if (form === null) throw new Error('nobody asked for a form');
      return { as: 'dialog', card: form };
    },
  };
  const adapter = teamsOver({
    settings: { appId: APP, password: 'not-asked-of-anybody-here', tenantId: TENANT },
    front,
    schools: () => [school],
    shelf: inMemory(),
    clock: { now: () => Date.now() },
    log: nothingToSay,
    onSeats: () => {},
    instead: fake.instead,
  });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    ready: async () => true,
    metrics: () => '',
    mounts: [adapter.mount],
    log: nothingToSay,
  });
  fake.deliversTo(`${server.url}/api/messages`);
  const sent: Sent = {};
  try {
    for (const [name, card] of Object.entries(cards)) {
      if (name.startsWith('composer')) {
        form = card;
        await fake.person(AMY).extension('Tweet');
      } else {
        await adapter.chat.post(school.id, { to: 'slt' }, card, name);
      }
      const last = fake.world.sent.at(-1);
      if (!last) throw new Error(`${name} never reached Teams`);
      sent[name] = last.card;
    }
    if (fake.faults.length > 0) throw new Error(fake.faults.join('\n'));
    return sent;
  } finally {
    await server.close();
    await fake.stop();
  }
}

export const sentSamples = (): Promise<Sent> => sentAs(samples());

/** Every card of a day at a school, each once, by what it says at its head. */
export async function sentInADay(): Promise<Sent> {
  const at = await openTenancy({ teams: { still: 15 } });
  const { amy, sam, jo, lee, ben, gus } = at;
  await amy.installs();
  await sam.says('help');
  await amy.says('tweet');
  await amy.extension('Tweet', { channel: STAFF_ROOM });
  await amy.submits({ text: 'Josh Bellweather won the race.' });
  await amy.closes();
  await writes(amy, 'Thank you to @TeesBridges for there help lol, call 07700 900123 #fun today.');
  const changed = await sends(at);
  await means(sam, 'Ask for changes', changed, { note: 'Which class was it?' });
  await at.passes(1000);
  await amy.presses('Edit', 'asks for changes');
  await amy.submits({ text: 'Year 4 built two marble runs today.' });
  await amy.presses('Send to SLT', undefined, { ticked: true });
  await lee.presses('Approve', sltCard(at));
  await at.passes(1000);
  const declined = await sends(at, amy, 'Year 3 have planted their beans.');
  await means(jo, 'Decline', declined, { reason: 'We had beans last week.' });
  await at.passes(1000);
  await sends(at, amy, 'Year 2 have read forty books.');
  await amy.says('tweet status');
  await amy.says('tweet withdraw');
  await ben.says('desk');
  const desk = only((await jo.says('desk')).messages);
  await means(jo, 'Pause posting', desk, { why: 'A death in the village.' });
  await jo.says('desk reminders');
  await writes(amy, 'Year 1 have painted a dragon.');
  for (const asked of ['', ' photos', ' unicorns', ' who may do what', ' agree']) {
    await amy.says(`policy${asked}`);
  }
  await amy.says('', { sending: 'picture' });
  await writes(amy, 'lol gr8 http://x.example/a pls call 07700 900123 @TeesBridges '.repeat(40));
  at.teams.makesGuest(GUS);
  await gus.says('tweet hello');
  await at.teams.person(NIA).says('tweet hello');
  const faults = [...at.teams.faults];
  const sent = at.teams.world.sent.map(({ card }) => card);
  await at.close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const each = new Map(sent.map((card) => [JSON.stringify(card), card]));
  return Object.fromEntries([...each.values()].map((card, place) => [`day ${place + 1}`, card]));
}
