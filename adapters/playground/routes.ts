/** The playground's doors, mounted on the one server. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import express, { type Express, type Request, type Response } from 'express';
import type { z } from 'zod';
import type { Front } from '../../src/front/intent.ts';
import { type Clock, systemClock } from '../../src/ports/clock.ts';
import { jsonBody } from '../http/body.ts';
import { type Log, refuse } from '../http/faults.ts';
import { findSomebody } from '../timeline/circle.ts';
import { tapAs } from '../timeline/hands.ts';
import type { ShelvedPost } from '../timeline/topic.ts';
import { timelineTopic } from '../timeline/topic.ts';
import { act, type Room, say } from './answers.ts';
import { COMPLETIONS } from './commands.ts';
import { fromThisMachine } from './guard.ts';
import type { LiveShelf } from './live-shelf.ts';
import { accountPage, postPage } from './post-page.ts';
import { type Between, profilePage, TapBody } from './profile-page.ts';
import { ActBody, bodyFault, SayBody } from './requests.ts';
import { followedBy, isPerson, type PlaygroundSchool, roleWords, schoolOf } from './school.ts';
import { serveStream } from './stream.ts';

export type PlaygroundOptions = {
  /** The schools of the moment, never none: a reload of their files may change them. */
  schools: () => readonly PlaygroundSchool[];
  /** Calls back after they have changed; gives back how to stop. Absent: they never do. */
  onSchools?: (listener: () => void) => () => void;
  front: Front;
  /** The shelf that the chat and the timeline write through, or their news comes only by `pollMs`. */
  shelf: LiveShelf;
  log: Log;
  /** A fault of the store as a sentence somebody can act on, or null where it is another. */
  faultInWords?: (fault: unknown) => string | null;
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

function unknownSchool(response: Response): void {
  refuse(response, 403, 'That school is not here any more. Reload the page and choose another.');
}

/** Reads a body, and the school and person in it; or answers with what is wrong and gives null. */
function bodyOf<Body extends { as: string; school?: string | undefined }>(
  shape: z.ZodType<Body>,
  schools: readonly PlaygroundSchool[],
  request: Request,
  response: Response,
): { body: Body; school: PlaygroundSchool } | null {
  const read = shape.safeParse(request.body);
  if (!read.success) {
    refuse(response, 400, bodyFault(read.error));
    return null;
  }
  const school = schoolOf(schools, read.data.school);
  if (school && isPerson(school, read.data.as)) return { body: read.data, school };
  if (school) unknownPerson(response, school);
  else unknownSchool(response);
  return null;
}

function asked(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' ? value : undefined;
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

function mountSchool(app: Express, { schools }: PlaygroundOptions): void {
  app.get('/playground/school', (request, response) => {
    const all = schools();
    // A page that asks for a school that is gone gets another, which it sees by the id.
    const school = schoolOf(all, asked(request, 'school')) ?? all[0];
    if (!school) return unknownSchool(response);
    const people = school.people.map(({ id, name, roles }) => ({
      id,
      name,
      roles: roleWords(roles),
      slt: roles.includes('slt'),
    }));
    const { id, name, timezone } = school;
    const accounts = school.accounts.map((account) => ({
      handle: account.handle,
      name: account.name,
    }));
    const choice = all.map((each) => ({ id: each.id, name: each.name }));
    response.set('cache-control', 'no-store');
    response.json({
      id,
      name,
      timezone,
      accounts,
      people,
      completions: COMPLETIONS,
      schools: choice,
    });
  });
}

function mountTalk(app: Express, options: PlaygroundOptions): void {
  const { schools, front, shelf, clock = systemClock, faultInWords } = options;
  const roomOf = (school: PlaygroundSchool): Room => ({
    school,
    front,
    shelf,
    clock,
    ...(faultInWords ? { faultInWords } : {}),
  });
  app.post('/playground/say', jsonBody, async (request, response) => {
    const read = bodyOf(SayBody, schools(), request, response);
    if (read) response.json(await say(roomOf(read.school), read.body));
  });
  app.post('/playground/act', jsonBody, async (request, response) => {
    const read = bodyOf(ActBody, schools(), request, response);
    if (!read) return;
    const reply = await act(roomOf(read.school), read.body);
    if (reply) response.json(reply);
    else refuse(response, 403, 'That card is not in a chat of yours. Reload the page.');
  });
}

function mountStream(app: Express, options: PlaygroundOptions): void {
  const { schools, onSchools, shelf, log, pollMs, heartbeatMs } = options;
  app.get('/playground/events', (request, response) => {
    const school = schoolOf(schools(), asked(request, 'school'));
    if (!school) return unknownSchool(response);
    const as = asked(request, 'as') ?? '';
    if (!isPerson(school, as)) return unknownPerson(response, school);
    const cursor = request.get('last-event-id') ?? asked(request, 'after') ?? '';
    const followed = followedBy(school, as);
    serveStream(response, { shelf, followed, cursor, log, onSchools, pollMs, heartbeatMs });
  });
}

/** Those round our accounts, and what a person taps by hand on their pages. */
function mountPeople(
  app: Express,
  { schools, shelf, clock = systemClock }: PlaygroundOptions,
): void {
  const ours = () => schools().flatMap((school) => school.accounts.map(({ handle }) => handle));
  app.get('/timeline/people/:person', async (request, response) => {
    const between: Between[] = [];
    for (const account of ours()) {
      const somebody = await findSomebody(shelf, account, request.params.person);
      if (somebody) between.push({ account, somebody });
    }
    response.status(between.length > 0 ? 200 : 404).type('html');
    response.send(profilePage(between));
  });
  app.post('/playground/tap', jsonBody, async (request, response) => {
    const read = TapBody.safeParse(request.body);
    if (!read.success) return refuse(response, 400, bodyFault(read.error));
    const { account, person, tap } = read.data;
    const done =
      ours().includes(account) && (await tapAs(shelf, account, person, tap, clock.now()));
    if (done) response.json({ done: true });
    else refuse(response, 404, 'There is nobody of that name here. Reload the page.');
  });
}

/** Posts that the page of an account shows, at most. */
const NEWEST = 50;

function mountTimeline(app: Express, { schools, shelf }: PlaygroundOptions): void {
  const of = (handle: string) => {
    const all = schools();
    const topic = timelineTopic(handle);
    const ours = all
      .flatMap((school) => school.accounts.map((account) => ({ school, account })))
      .find(({ account }) => timelineTopic(account.handle) === topic);
    const name = ours?.account.name ?? all[0]?.name ?? '';
    const timezone = (ours?.school ?? all[0])?.timezone ?? 'UTC';
    return { topic: ours ? topic : null, shown: { school: name, timezone } };
  };
  app.get('/timeline/:handle', async (request, response) => {
    const { topic, shown } = of(request.params.handle);
    const items = topic === null ? [] : await shelf.newest(topic, NEWEST);
    const posts = items
      .map(({ value }) => value as ShelvedPost)
      .filter(({ removed }) => !removed)
      .sort((a, b) => b.at - a.at);
    response.status(topic === null ? 404 : 200).type('html');
    response.send(accountPage({ ...shown, posts }));
  });
  app.get('/timeline/:handle/:id', async (request, response) => {
    const { handle, id } = request.params;
    const { topic, shown } = of(handle);
    const item = topic !== null && /^\d{1,25}$/.test(id) ? await shelf.get(topic, id) : null;
    const post = item ? (item.value as ShelvedPost) : null;
    response.status(post === null ? 404 : post.removed ? 410 : 200).type('html');
    response.send(postPage({ ...shown, post }));
  });
}

/** Mounts the playground: the page, what it asks for, and the timeline as readers see it. */
export function playgroundRoutes(options: PlaygroundOptions): (app: Express) => void {
  return (app) => {
    app.use(['/playground', '/timeline'], fromThisMachine);
    app.get('/', fromThisMachine);
    mountPage(app);
    mountSchool(app, options);
    mountTalk(app, options);
    mountStream(app, options);
    mountPeople(app, options);
    mountTimeline(app, options);
  };
}
