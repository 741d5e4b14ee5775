/** What `bellbird doctor` sees in a workspace: one thing wrong at a time, over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtSlack } from '../../adapters/slack/doctor/look.ts';
import { loadSchool } from '../../src/school/school.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  openWorkspace,
  SCHOOL,
  type Workspace,
  wellKept,
} from './doctor-workspace.ts';

let folder: string;
let close = () => {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-workspace-'));
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

/** Looks at a school in a workspace, changed as the test wants it. */
async function looked(change: (at: Workspace) => void, text = SCHOOL) {
  const at = wellKept();
  change(at);
  const workspace = await openWorkspace(at);
  close = workspace.close;
  const file = join(folder, 'school.yaml');
  writeFileSync(file, text);
  const loaded = loadSchool(file);
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const app = {
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: null,
    apiUrl: workspace.url,
  };
  const found = await lookAtSlack(app, [loaded.school], Date.now);
  expect(JSON.stringify(found)).not.toContain('hunter2');
  return { found, wrong: found.filter((each) => each.state !== 'ok') };
}

type Wrong = [
  says: string,
  change: (at: Workspace) => void,
  state: 'attention' | 'fault',
  seen: RegExp,
  todo: RegExp,
];
const person = (at: Workspace, id: string, about: Record<string, unknown>) => {
  at.people = at.people.map((each) => (each.id === id ? { ...each, ...about } : each));
};

describe('what is wrong in the workspace is told with what to do', () => {
  const table: Wrong[] = [
    [
      'a token that was revoked',
      (at) => {
        at.refuses['auth.test'] = 'token_revoked';
      },
      'fault',
      /^This token was revoked/,
      /copy the token again/,
    ],
    [
      'a scope that is missing',
      (at) => {
        at.scopes = at.scopes.filter((scope) => scope !== 'groups:read');
      },
      'fault',
      /^Missing: groups:read \(/,
      /Reinstall to Workspace/,
    ],
    [
      'a scope too many',
      (at) => {
        at.scopes = [...at.scopes, 'files:read'];
      },
      'attention',
      /more than Bellbird needs: files:read/,
      /manifest/,
    ],
    [
      'an app token of another app',
      (at) => {
        at.app = 'A0OTHER';
      },
      'fault',
      /of the app A0BELL, and SLACK_BOT_TOKEN of the app A0OTHER/,
      /same app/,
    ],
    [
      'an app token that may not open connections',
      (at) => {
        at.refuses['apps.connections.open'] = 'missing_scope';
      },
      'fault',
      /SLACK_APP_TOKEN/,
      /connections:write/,
    ],
    [
      'a clock that is behind',
      (at) => {
        at.clock = 7 * 60_000;
      },
      'fault',
      /clock is 7 minutes behind Slack’s/,
      /NTP/,
    ],
    [
      'a clock that is ahead',
      (at) => {
        at.clock = -90_000;
      },
      'fault',
      /clock is (89|90|91) seconds ahead of Slack’s/,
      /NTP/,
    ],
    [
      'another workspace than the school’s',
      (at) => {
        at.team = 'T0OTHER';
      },
      'fault',
      /says T0SCHOOL, and the bot token is of T0OTHER/,
      /team: T0OTHER/,
    ],
    [
      'a channel nobody sees',
      (at) => {
        at.channel = undefined;
      },
      'fault',
      /cannot see C0SLT/,
      /\/invite @Bellbird/,
    ],
    [
      'a channel without the bot',
      (at) => {
        at.channel = { ...at.channel, is_member: false };
      },
      'fault',
      /not a member of #slt/,
      /^Invite @Bellbird to #slt/,
    ],
    [
      'a channel that is archived',
      (at) => {
        at.channel = { ...at.channel, is_archived: true };
      },
      'fault',
      /#slt is archived/,
      /Open it again/,
    ],
    [
      'a channel that everyone reads',
      (at) => {
        at.channel = { ...at.channel, is_private: false };
      },
      'attention',
      /anyone in the workspace can read/,
      /private/,
    ],
    [
      'a channel shared with others',
      (at) => {
        at.channel = { ...at.channel, is_ext_shared: true };
      },
      'attention',
      /shared with another organisation/,
      /only the school’s/,
    ],
    [
      'a member id that is nobody',
      (at) => {
        at.people = at.people.filter((each) => each.id !== 'U0AMY');
      },
      'fault',
      /^Amy Reid \(U0AMY\) is nobody/,
      /member id from their profile/,
    ],
    [
      'a person who has left',
      (at) => person(at, 'U0AMY', { deleted: true }),
      'attention',
      /^Amy Reid \(U0AMY\) was deactivated/,
      /school\.yaml/,
    ],
    [
      'a guest',
      (at) => person(at, 'U0AMY', { is_ultra_restricted: true }),
      'attention',
      /is a guest of the workspace and is refused/,
      /school\.yaml/,
    ],
    [
      'a bot in a person’s place',
      (at) => person(at, 'U0AMY', { is_bot: true }),
      'fault',
      /is a bot, not a person/,
      /school\.yaml/,
    ],
  ];
  it.each(table)('%s', async (_, change, state, seen, todo) => {
    const { wrong } = await looked(change);
    expect(wrong).toEqual([
      {
        what: expect.any(String),
        state,
        seen: expect.stringMatching(seen),
        todo: expect.any(String),
      },
    ]);
    expect(wrong[0]?.todo).toMatch(todo);
  });
});

describe('a Slack that does not say everything', () => {
  it('is asked again where it puts a question off', async () => {
    const { wrong } = await looked((at) => {
      at.putsOff = ['users.info', 'conversations.info'];
    });
    expect(wrong).toEqual([]);
  });

  it('is not taken to say that nobody could decide', async () => {
    const { wrong } = await looked((at) => {
      at.scopes = at.scopes.filter((scope) => scope !== 'users:read');
      at.refuses['users.info'] = 'missing_scope';
    });
    expect(wrong.map((each) => each.seen)).toEqual([
      expect.stringMatching(/^Missing: users:read/),
      'Amy Reid (U0AMY) could not be looked up: The scope is missing.',
      'That could not be looked up: The scope is missing.',
    ]);
  });
});

describe('who could decide', () => {
  const by = (slt: string) =>
    SCHOOL.replace('slt_channel: C0SLT', `slt_channel: C0SLT, slt: ${slt}`);

  it('are the members of the SLT channel, less the bot, whatever roles the file gives', async () => {
    const { found, wrong } = await looked((at) => {
      at.members = ['U0BELL', 'U0SAM', 'U0LEE', 'U0AMY'];
    }, by('channel'));
    expect(wrong).toEqual([]);
    expect(found.at(-1)?.seen).toBe('Amy Reid, Sam Obi and Lee, by the SLT channel.');
  });

  it('are nobody where the channel is empty, which is a fault', async () => {
    const { wrong } = await looked((at) => {
      at.members = ['U0BELL'];
    }, by('channel'));
    expect(wrong[0]?.seen).toBe('Nobody could decide on a post in Slack by the SLT channel.');
  });

  it('do not include guests and those who left, and the school is told who they are', async () => {
    const { wrong } = await looked((at) => {
      at.members = ['U0BELL', 'U0SAM', 'U0JO', 'U0LEE'];
      person(at, 'U0LEE', { is_restricted: true });
    }, by('channel'));
    expect(wrong.map((each) => each.seen)).toEqual([
      'In the SLT channel, but not counted: Lee (guest).',
    ]);
  });

  it('must be one more than the author', async () => {
    const { wrong } = await looked(
      (at) => {
        at.groups.S0SLT = ['U0SAM'];
      },
      by('{group: S0SLT}').replace('roles: [slt]', 'roles: [slt, nominated]'),
    );
    expect(wrong.find((each) => each.state === 'fault')?.seen).toBe(
      'Sam Obi, by the user group S0SLT. Nobody could decide on posts by Sam Obi, for the author never decides.',
    );
  });

  it('by the school file are only those whom Slack lets in', async () => {
    const { wrong } = await looked((at) => {
      person(at, 'U0SAM', { deleted: true });
      person(at, 'U0JO', { is_restricted: true });
    });
    expect(wrong.map((each) => each.state)).toEqual(['attention', 'attention', 'fault']);
    expect(wrong[2]?.seen).toMatch(/^Nobody could decide on a post in Slack by the roles/);
  });

  it.each([
    ['plan_upgrade_required', /need a paid plan/, /slt: channel/],
    ['no_such_subteam', /no user group S0SLT/, /begins with S/],
  ])(
    'by a user group that Slack answers with %s are told what to do',
    async (error, seen, todo) => {
      const { wrong } = await looked((at) => {
        at.refuses['usergroups.users.list'] = error;
      }, by('{group: S0SLT}'));
      expect(wrong).toHaveLength(1);
      expect(wrong[0]?.seen).toMatch(seen);
      expect(wrong[0]?.todo).toMatch(todo);
    },
  );
});
