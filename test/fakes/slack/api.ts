/** The Web API: the methods there are, the token and the scopes each wants, the faults by script. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, type Method, type Refusal, refused } from './answer.ts';
import { type Json, parsed, pause, thing, word } from './json.ts';
import * as look from './lookups.ts';
import * as messages from './messages.ts';
import * as views from './views.ts';
import type { Script, World } from './world.ts';

type Known = {
  run: Method;
  /** The scopes that let the call through; one of them is enough. */
  scopes?: (world: World, args: Json) => string[];
  token?: 'app';
  /** Slack reads forms alone for most of what only asks. */
  formOnly?: true;
};

const write = { scopes: () => ['chat:write'] };
const asks = (scope: string) => ({ scopes: () => [scope], formOnly: true as const });

/** The scope that lets the bot look at this kind of channel. */
const byChannel = {
  formOnly: true as const,
  scopes(world: World, args: Json) {
    const id = word(args.channel);
    const channel = world.channels.get(id);
    if (id.startsWith('D')) return ['im:read'];
    return [channel?.private ? 'groups:read' : 'channels:read'];
  },
};

export const METHODS: Record<string, Known> = {
  'auth.test': { run: look.authTest },
  'apps.connections.open': { run: look.connectionsOpen, token: 'app' },
  'bots.info': { run: look.botsInfo, ...asks('users:read') },
  'chat.postMessage': { run: messages.postMessage, ...write },
  'chat.postEphemeral': { run: messages.postEphemeral, ...write },
  'chat.update': { run: messages.update, ...write },
  'chat.delete': { run: messages.remove, ...write },
  'chat.getPermalink': { run: messages.getPermalink, formOnly: true },
  'conversations.info': { run: look.conversationsInfo, ...byChannel },
  'conversations.members': { run: look.conversationsMembers, ...byChannel },
  'conversations.open': { run: look.conversationsOpen, scopes: () => ['im:write'] },
  'users.info': { run: look.usersInfo, ...asks('users:read') },
  'users.list': { run: look.usersList, ...asks('users:read') },
  'usergroups.list': { run: look.usergroupsList, ...asks('usergroups:read') },
  'usergroups.users.list': { run: look.usergroupsUsers, ...asks('usergroups:read') },
  'views.open': { run: views.open },
  'views.push': { run: views.push },
  'views.update': { run: views.update },
  'views.publish': { run: views.publish },
};

/** Why the token does not do for the method; null where it does. */
function tokenFault(world: World, known: Known, token: string): Refusal | null {
  if (token === '') return refused('not_authed');
  if (world.revoked.has(token)) return refused('token_revoked');
  if (token !== world.botToken && token !== world.appToken) return refused('invalid_auth');
  const right = known.token === 'app' ? world.appToken : world.botToken;
  return token === right ? null : refused('not_allowed_token_type');
}

/** What Slack answers to a call, without the faults by script. */
export function answerTo(
  world: World,
  method: string,
  args: Json,
  token: string,
): Answer | Refusal {
  const known = METHODS[method];
  if (!known) {
    world.fault(method, 'unknown_method');
    return refused('unknown_method', { req_method: method });
  }
  const fault = tokenFault(world, known, token);
  if (fault) return fault;
  const needed = known.scopes?.(world, args) ?? [];
  if (needed.length > 0 && !needed.some((scope) => world.scopes.has(scope))) {
    const provided = [...world.scopes].join(',');
    return refused('missing_scope', { needed: needed.join(','), provided });
  }
  return known.run(world, args);
}

/** The arguments of a call: a form's or a JSON object's. */
export function argsOf(body: string, type: string, formOnly: boolean): Json {
  if (!type.includes('json')) return Object.fromEntries(new URLSearchParams(body));
  return formOnly ? {} : thing(parsed(body));
}

export const send = (out: ServerResponse, status: number, body: Json, more: Json = {}) =>
  out
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...(more as object) })
    .end(JSON.stringify(body));

/**
 * Does what the script says in place of an answer, or the work with the fault about it.
 * Gives the answer to send, or null where there is none to send.
 */
export async function byScript<T>(
  out: ServerResponse,
  script: Script | undefined,
  work: () => T,
): Promise<T | null> {
  if (!script) return work();
  if ('status' in script) {
    if (script.status === 429)
      send(out, 429, refused('ratelimited'), { 'retry-after': String(script.retryAfter) });
    else out.writeHead(script.status, { 'content-type': 'text/plain' }).end('Server Error');
    return null;
  }
  if ('error' in script) {
    send(out, 200, refused(script.error));
    return null;
  }
  if ('hang' in script) {
    const done = work();
    await pause(script.hang);
    return done;
  }
  if (script.drop === 'after') work();
  out.socket?.destroy();
  return null;
}

/** Answers one HTTP call of the Web API. */
export async function answerApi(
  world: World,
  method: string,
  body: string,
  incoming: IncomingMessage,
  out: ServerResponse,
) {
  const type = incoming.headers['content-type'] ?? '';
  const args = argsOf(body, type, METHODS[method]?.formOnly ?? false);
  const bearer = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? '')?.[1];
  const token = bearer ?? (type.includes('json') ? '' : word(args.token));
  const call = { method, args, at: world.now(), answer: null as Json | null };
  world.calls.push(call);
  const script = world.script.get(method)?.shift();
  const answer = await byScript(out, script, () => answerTo(world, method, args, token));
  if (!answer) return;
  call.answer = answer;
  const accepted = METHODS[method]?.scopes?.(world, args) ?? [];
  send(out, 200, answer, {
    'x-oauth-scopes': [...world.scopes].join(','),
    'x-accepted-oauth-scopes': accepted.join(','),
  });
}
