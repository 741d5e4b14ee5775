/** The playground's doors, mounted on the one server. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Front } from '../../src/front/intent.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import { jsonBody } from '../http/body.ts';
import { type Log, refuse } from '../http/faults.ts';
import type { ShelvedPost } from '../timeline/topic.ts';
import { timelineTopic } from '../timeline/topic.ts';
import { act, type Room, say } from './answers.ts';
import { COMPLETIONS } from './commands.ts';
import { fromThisMachine } from './guard.ts';
import type { LiveShelf } from './live-shelf.ts';
import { postPage } from './post-page.ts';
import { ActBody, bodyFault, SayBody } from './requests.ts';
import { followedBy, isPerson, type PlaygroundSchool, roleWords } from './school.ts';
import { serveStream } from './stream.ts';

export type PlaygroundOptions = {
  school: PlaygroundSchool;
  front: Front;
  /** The shelf that the chat and the timeline write through, or their news comes only by `pollMs`. */
  shelf: LiveShelf;
  log: Log;
  clock?: Clock;
  pollMs?: number;
  heartbeatMs?: number;
};

const PAGE_FOLDER = fileURLToPath(new URL('./page', import.meta.url));
const CARD_SCRIPT = createRequire(import.meta.url).resolve(
  'adaptivecards/dist/adaptivecards.min.js',
);
const FRESH = { headers: { 'cache-control': 'no-cache' }, dotfiles: 'allow' } as const;

function unknownPerson(response: Response, school: PlaygroundSchool): void {
  refuse(
    response,
    403,
    `Nobody at ${school.name} is known by that name. Choose who you are again.`,
  );
}

/** Reads a body and the person in it, or answers with what is wrong and gives null. */
function bodyOf<Body extends { as: string }>(
  shape: z.ZodType<Body>,
  school: PlaygroundSchool,
  request: Request,
  response: Response,
): Body | null {
  const read = shape.safeParse(request.body);
  if (!read.success) {
    refuse(response, 400, bodyFault(read.error));
    return null;
  }
  if (isPerson(school, read.data.as)) return read.data;
  unknownPerson(response, school);
  return null;
}

function mountPage(app: Express): void {
  app.get('/', (_request, response) => {
    response.sendFile('index.html', { root: PAGE_FOLDER, ...FRESH });
  });
  app.get('/playground/adaptivecards.min.js', (_request, response) => {
    response.sendFile(CARD_SCRIPT, FRESH);
  });
  app.use(
    '/playground/page',
    express.static(PAGE_FOLDER, { index: false, redirect: false, cacheControl: false }),
  );
}

function mountSchool(app: Express, school: PlaygroundSchool): void {
  app.get('/playground/school', (_request, response) => {
    const people = school.people.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roleWords(roles),
      slt: roles.includes('slt'),
    }));
    const { name, timezone } = school;
    const accounts = school.accounts.map((account) => ({
      handle: account.handle,
      name: account.name,
    }));
    response.set('cache-control', 'no-store');
    response.json({ name, timezone, accounts, people, completions: COMPLETIONS });
  });
}

function mountTalk(app: Express, room: Room): void {
  app.post('/playground/say', jsonBody, async (request, response) => {
    const body = bodyOf(SayBody, room.school, request, response);
    if (body) response.json(await say(room, body));
  });
  app.post('/playground/act', jsonBody, async (request, response) => {
    const body = bodyOf(ActBody, room.school, request, response);
    if (!body) return;
    const reply = await act(room, body);
    if (reply) response.json(reply);
    else refuse(response, 403, 'That card is not in a chat of yours. Reload the page.');
  });
}

function mountStream(app: Express, { school, shelf, log, pollMs, heartbeatMs }: PlaygroundOptions) {
  app.get('/playground/events', (request, response) => {
    const as = typeof request.query.as === 'string' ? request.query.as : '';
    if (!isPerson(school, as)) return unknownPerson(response, school);
    const after = typeof request.query.after === 'string' ? request.query.after : '';
    const cursor = request.get('last-event-id') ?? after;
    const followed = followedBy(school, as);
    serveStream(response, { shelf, followed, cursor, log, pollMs, heartbeatMs });
  });
}

function mountTimeline(app: Express, { school, shelf }: PlaygroundOptions): void {
  app.get('/timeline/:handle/:id', async (request, response) => {
    const { handle, id } = request.params;
    const topic = timelineTopic(handle);
    const ours = school.accounts.find((account) => timelineTopic(account.handle) === topic);
    const item = ours && /^\d{1,25}$/.test(id) ? await shelf.get(topic, id) : null;
    const post = item ? (item.value as ShelvedPost) : null;
    response.status(post ? 200 : 404).type('html');
    response.send(postPage({ school: ours?.name ?? school.name, timezone: school.timezone, post }));
  });
}

/** Mounts the playground: the page, what it asks for, and the timeline as readers see it. */
export function playgroundRoutes(options: PlaygroundOptions): (app: Express) => void {
  const { school, front, shelf, clock = systemClock } = options;
  return (app) => {
    app.use(['/playground', '/timeline'], fromThisMachine);
    app.get('/', fromThisMachine);
    mountPage(app);
    mountSchool(app, school);
    mountTalk(app, { school, front, shelf, clock });
    mountStream(app, options);
    mountTimeline(app, options);
  };
}
