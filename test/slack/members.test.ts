/** What Bellbird learns of people from Slack, and how often it asks. */
import { afterEach, expect, it } from 'vitest';
import { membersOf } from '../../adapters/slack/members.ts';
import { standingOf } from '../../adapters/slack/standing.ts';
import { webClients } from '../../adapters/slack/web.ts';
import { SILENT } from '../fakes/slack/bolt.ts';
import { type FakeSlack, startSlack } from '../fakes/slack/slack.ts';

const MINUTE = 60_000;
const ends: FakeSlack[] = [];
afterEach(async () => {
  for (const slack of ends.splice(0)) await slack.stop();
});

/** A workspace with Amy in it, and a clock of its own. */
async function learning() {
  const slack = await startSlack({ people: { U0AMY: 'Amy Reid' } });
  ends.push(slack);
  let now = 0;
  const { web } = webClients({ token: slack.botToken, apiUrl: slack.apiUrl, logger: SILENT });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  return {
    slack,
    members: membersOf({ web, clock: { now: () => now }, log }),
    passes: (ms: number) => {
      now += ms;
    },
    asked: () => slack.calls.filter(({ method }) => method === 'users.info').length,
  };
}

const SCHOOL = { people: [{ slack: 'U0AMY' }] } as Parameters<
  ReturnType<typeof membersOf>['meet']
>[0];

it('somebody who is asked after in each round is known at any moment between', async () => {
  const { members, passes, asked } = await learning();
  await members.meet(SCHOOL, 2.5 * MINUTE);
  for (let round = 0; round < 4; round += 1) {
    passes(4.99 * MINUTE);
    expect(members.known('U0AMY')).toBeNull();
    await members.meet(SCHOOL, 2.5 * MINUTE);
  }
  expect(asked()).toBe(5);
});

it('somebody Slack will not show is refused as a stranger, and asked after no more for a while', async () => {
  const { slack, members, asked } = await learning();
  slack.next('users.info', { error: 'user_not_visible' });
  expect(await members.check('U0EVE')).toContain('another organisation');
  expect(await members.check('U0EVE')).toContain('another organisation');
  expect(asked()).toBe(1);
});

it.each([
  ['Slackbot', { id: 'USLACKBOT' }, 'bot'],
  ['a workflow', { id: 'U0FLOW', is_workflow_bot: true }, 'bot'],
  ['a guest of one channel', { id: 'U0PAT', is_ultra_restricted: true }, 'guest'],
  ['somebody who left', { id: 'U0OLD', deleted: true, is_restricted: true }, 'deactivated'],
  ['somebody of another organisation', { id: 'U0EVE', is_stranger: true }, 'visitor'],
  ['a teacher', { id: 'U0AMY' }, 'fine'],
])('%s is no more than they are', (_who, user, standing) => {
  expect(standingOf(user)).toBe(standing);
});
