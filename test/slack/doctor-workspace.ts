/** A small workspace that answers what `bellbird doctor` asks of Slack, and notes whatever else is asked. */
import { createServer, type Server } from 'node:http';
import { SCOPES } from '../../adapters/slack/manifest.ts';

type Person = { id: string; name: string; [about: string]: unknown };

export const BOT_TOKEN = 'xoxb-1-hunter2';
export const APP_TOKEN = 'xapp-1-A0BELL-2-hunter2';

/** A school in it. */
export const SCHOOL = `
school: Larkfield Primary School
id: larkfield
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]
people:
  - {name: Amy Reid, roles: [teacher, nominated], slack: U0AMY}
  - {name: Sam Obi, roles: [slt], slack: U0SAM}
  - {name: Jo Clarke, roles: [head, slt], slack: U0JO}
approvals: {needed: 1, by: [slt]}
slack: {team: T0SCHOOL, slt_channel: C0SLT}
`;

/** All is well in it; a test changes what it wants wrong. */
export const wellKept = () => ({
  team: 'T0SCHOOL',
  app: 'A0BELL',
  scopes: Object.keys(SCOPES),
  /** How far Slack's clock is ahead of this machine's (ms). */
  clock: 0,
  channel: { id: 'C0SLT', name: 'slt', is_archived: false, is_member: true, is_private: true } as
    | Record<string, unknown>
    | undefined,
  members: ['U0BELL', 'U0SAM', 'U0JO'],
  groups: { S0SLT: ['U0SAM', 'U0JO'] } as Record<string, string[]>,
  people: [
    { id: 'U0BELL', name: 'bellbird', is_bot: true },
    { id: 'U0AMY', name: 'Amy' },
    { id: 'U0SAM', name: 'Sam' },
    { id: 'U0LEE', name: 'Lee' },
    { id: 'U0JO', name: 'Jo' },
  ] as Person[],
  /** Slack's error for a method, in place of its answer. */
  refuses: {} as Record<string, string>,
  /** Methods that Slack puts off once, for a second. */
  putsOff: [] as string[],
});

export type Workspace = ReturnType<typeof wellKept>;

/** What Slack gives for a method, or its error as a word. */
function answer(at: Workspace, method: string, given: URLSearchParams): object | string {
  switch (method) {
    case 'auth.test':
      return {
        team: 'Larkfield',
        team_id: at.team,
        user: 'bellbird',
        user_id: 'U0BELL',
        bot_id: 'B0BELL',
      };
    case 'bots.info':
      return { bot: { id: given.get('bot'), app_id: at.app } };
    case 'apps.connections.open':
      return { url: 'wss://slack.example/link' };
    case 'conversations.info':
      return given.get('channel') === at.channel?.id
        ? { channel: at.channel }
        : 'channel_not_found';
    case 'conversations.members': {
      // A page at a time, as Slack does.
      const from = Number(given.get('cursor') || 0);
      const next = from + 2 < at.members.length ? String(from + 2) : '';
      return {
        members: at.members.slice(from, from + 2),
        response_metadata: { next_cursor: next },
      };
    }
    case 'usergroups.users.list': {
      const users = at.groups[given.get('usergroup') ?? ''];
      return users ? { users } : 'no_such_subteam';
    }
    case 'users.info': {
      const user = at.people.find((each) => each.id === given.get('user'));
      return user ? { user: { real_name: user.name, ...user } } : 'user_not_found';
    }
    default:
      return 'unknown_method';
  }
}

/** Serves it on this machine. `asked` are the methods called so far. */
export async function openWorkspace(
  at: Workspace,
): Promise<{ url: string; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = (request.url ?? '').replace(/^\/api\//, '');
    asked.push(method);
    if (at.putsOff.includes(method)) {
      at.putsOff = at.putsOff.filter((each) => each !== method);
      response.writeHead(429, { 'retry-after': '1' }).end();
      return;
    }
    const token = method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN;
    const known = request.headers.authorization === `Bearer ${token}`;
    const found = known
      ? (at.refuses[method] ?? answer(at, method, new URLSearchParams(body)))
      : 'invalid_auth';
    response.setHeader('date', new Date(Date.now() + at.clock).toUTCString());
    response.setHeader('x-oauth-scopes', at.scopes.join(','));
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(
        typeof found === 'string' ? { ok: false, error: found } : { ok: true, ...found },
      ),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const place = server.address();
  const port = typeof place === 'object' && place ? place.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
