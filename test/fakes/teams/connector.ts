/** The Bot Connector's REST interface: the calls there are, the token they want, the faults by script. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parsed, pause, thing } from '../slack/json.ts';
import * as talk from './conversations.ts';
import { type Answer, badSyntax, given, refused, tooBig, usual } from './errors.ts';
import * as files from './files.ts';
import * as roster from './roster.ts';
import { metadata, published } from './tokens.ts';
import type { Call, Operation, Script, World } from './world.ts';

/** Teams refuses larger messages, counted with all around them as UTF-16 (Microsoft, "Format your bot messages"). */
const LARGEST = 80 * 1024;

type Request = { ids: string[]; body: ReturnType<typeof thing>; query: URLSearchParams };
type Route = {
  method: string;
  path: RegExp;
  operation: Operation;
  run: (world: World, request: Request) => Answer | Promise<Answer>;
};

const CONVERSATION = '/uk/v3/conversations/([^/]+)';
const at = (tail: string) => new RegExp(`^${CONVERSATION}${tail}$`);

const ROUTES: Route[] = [
  {
    method: 'POST',
    path: /^\/uk\/v3\/conversations$/,
    operation: 'create',
    run: (world, { body }) => talk.create(world, body),
  },
  {
    method: 'POST',
    path: at('/activities(?:/([^/]+))?'),
    operation: 'send',
    run: (world, { ids: [id = ''], body, query }) => talk.send(world, id, body, query),
  },
  {
    method: 'PUT',
    path: at('/activities/([^/]+)'),
    operation: 'update',
    run: (world, { ids: [id = '', activity = ''], body }) => talk.update(world, id, activity, body),
  },
  {
    method: 'DELETE',
    path: at('/activities/([^/]+)'),
    operation: 'delete',
    run: (world, { ids: [id = '', activity = ''] }) => talk.remove(world, id, activity),
  },
  {
    method: 'GET',
    path: at('/members'),
    operation: 'members',
    run: (world, { ids: [id = ''] }) => roster.members(world, id),
  },
  {
    method: 'GET',
    path: at('/pagedmembers'),
    operation: 'members',
    run: (world, { ids: [id = ''], query }) => roster.pagedMembers(world, id, query),
  },
  {
    method: 'GET',
    path: at('/members/([^/]+)'),
    operation: 'members',
    run: (world, { ids: [id = '', person = ''] }) => roster.member(world, id, person),
  },
  {
    method: 'GET',
    path: /^\/uk\/v3\/teams\/([^/]+)$/,
    operation: 'team',
    run: (world, { ids: [id = ''] }) => roster.team(world, id),
  },
  {
    method: 'GET',
    path: /^\/uk\/v3\/teams\/([^/]+)\/conversations$/,
    operation: 'channels',
    run: (world, { ids: [id = ''] }) => roster.channels(world, id),
  },
  {
    method: 'GET',
    path: /^\/uk\/v3\/attachments\/([^/]+)$/,
    operation: 'attachment',
    run: (world, { ids: [id = ''] }) => files.fileInfo(world, id),
  },
  {
    method: 'GET',
    path: /^\/uk\/v3\/attachments\/([^/]+)\/views\/([^/]+)$/,
    operation: 'attachment',
    run: (world, { ids: [id = '', view = ''] }) => files.fileView(world, id, view),
  },
];

/** Where a file in a chat can be had by whoever has the address, without a token. */
const DOWNLOAD: Route = {
  method: 'GET',
  path: /^\/personal\//,
  operation: 'attachment',
  run: (world, { query }) => files.fileView(world, query.get('UniqueId') ?? '', 'original'),
};

/** How the app finds Microsoft's keys. */
const OPENID: Route[] = [
  {
    method: 'GET',
    path: /^\/v1\/[^/]+\/openidconfiguration$/,
    operation: 'openid',
    run: (world) => given(metadata(`${world.origin}/v1/${world.known}/keys`)),
  },
  {
    method: 'GET',
    path: /^\/v1\/[^/]+\/keys$/,
    operation: 'openid',
    run: async () => given(await published()),
  },
];

const find = (routes: Route[], method: string, path: string) =>
  routes.find((route) => route.method === method && route.path.test(path));

function send(out: ServerResponse, { status, body }: Answer, more: Record<string, string> = {}) {
  if (body instanceof Buffer) {
    out.writeHead(status, { 'content-type': 'application/octet-stream', ...more });
    return void out.end(body);
  }
  out.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more });
  out.end(JSON.stringify(body));
}

/** Does what the script says about the work. Gives the answer to send, or null where it was sent or is none. */
async function byScript(
  out: ServerResponse,
  script: Script | undefined,
  work: () => Answer | Promise<Answer>,
): Promise<Answer | null> {
  if (!script) return work();
  if ('status' in script) {
    const { status, retryAfter } = script;
    const more: Record<string, string> =
      retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    send(out, { status, body: usual(status, script) }, more);
    return null;
  }
  if ('hang' in script) {
    const done = await work();
    await pause(script.hang);
    return done;
  }
  if (script.drop === 'after') await work();
  out.socket?.destroy();
  return null;
}

const threadIn = ({ path }: Call) => path.split(' ')[0];

/** Whether this call is one too many in a conversation: 7 in a second, 60 in 30 (Teams’ limits for one bot). */
function tooMany(world: World, sent: Call): boolean {
  if (!world.rates) return false;
  const within = (ms: number) =>
    world.calls.filter(
      (call) =>
        call.operation === 'send' &&
        threadIn(call) === threadIn(sent) &&
        call.status < 400 &&
        world.now() - call.at < ms,
    ).length;
  return within(1000) > 7 || within(30_000) > 60;
}

/** Answers one HTTP call. Every call to the connector is kept, with what came of it. */
export async function answer(
  world: World,
  incoming: IncomingMessage,
  body: string,
  out: ServerResponse,
) {
  const { method = 'GET', url = '/' } = incoming;
  const { pathname, searchParams: query } = new URL(url, 'http://127.0.0.1');
  const free = find([...OPENID, DOWNLOAD], method, pathname);
  const route = free ?? find(ROUTES, method, pathname);
  if (!route) {
    world.fault('connector', `no such call: ${method} ${pathname}`);
    return send(out, refused(404, 'NotFound', 'No HTTP resource was found.'));
  }
  const ids = (route.path.exec(pathname) ?? []).slice(1).map((id) => decodeURIComponent(id ?? ''));
  const { operation } = route;
  const read = body === '' ? {} : parsed(body);
  const call: Call = {
    operation,
    path: ids.filter(Boolean).join(' '),
    body: thing(read),
    at: world.now(),
    status: 0,
  };
  out.on('close', () => {
    call.status = out.writableFinished ? out.statusCode : 0;
  });
  world.calls.push(call);
  const work = (): Answer | Promise<Answer> => {
    if (read === undefined) return badSyntax('Bad format of the request body');
    if (Buffer.byteLength(body, 'utf16le') > LARGEST) return tooBig();
    if (operation === 'send' && tooMany(world, call)) return { status: 429, body: usual(429, {}) };
    return route.run(world, { ids, body: thing(read), query });
  };
  if (!free && incoming.headers.authorization !== `Bearer ${world.appToken}`) {
    world.fault(operation, 'a call without the app’s own token');
    return send(out, {
      status: 401,
      body: { message: 'Authorization has been denied for this request.' },
    });
  }
  const done = await byScript(out, world.script.get(operation)?.shift(), work);
  if (!done) return;
  call.status = done.status;
  send(out, done, done.status === 429 ? { 'retry-after': '1' } : {});
}
