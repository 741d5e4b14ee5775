/** A school in Slack and in Teams at once: a decision in one shows in the other, and both end the same. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fromManifest, startSlack } from '../fakes/slack/slack.ts';
import { SCHOOL } from '../scenarios/staffroom.ts';
import { inSlack, SLT as SLACK_SLT } from '../slack/workspace.ts';
import { now, only, own, POST, sltCard, writes } from './steps.ts';
import { inTeams, openTenancy } from './workspace.ts';

async function openBoth() {
  const manifest = new URL('../../manifest/slack/manifest.json', import.meta.url);
  const slack = await startSlack({
    ...fromManifest(JSON.parse(readFileSync(manifest, 'utf8'))),
    people: { U0AMY: 'Amy Reid', U0SAM: 'Sam Obi', U0LEE: 'Lee Park', U0JO: 'Jo Clarke' },
    channels: {
      [SLACK_SLT]: { name: 'slt', members: ['U0SAM', 'U0LEE', 'U0JO'], private: true },
    },
  });
  const at = await openTenancy({
    school: inTeams(inSlack(SCHOOL)),
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: slack.signingSecret,
    },
  });
  slack.deliversTo(`${at.url}/slack/events`);
  const shut = at.close;
  const rests = async () => {
    await slack.quiet();
    await at.teams.quiet();
    await slack.quiet();
  };
  const inChannel = () => {
    const card = slack
      .person('U0LEE')
      .sees(SLACK_SLT)
      .findLast((seen) => !seen.ephemeral);
    if (!card) throw new Error('nothing stands in Slack’s SLT channel');
    return card;
  };
  return Object.assign(at, {
    slack,
    rests,
    inChannel,
    close: async () => {
      const faults = await shut();
      await slack.stop();
      return [...faults, ...slack.faults];
    },
  });
}

it('a decision in Slack while the Teams card is open ends both the same', async () => {
  const at = await openBoth();
  const card = await writes(at.amy);
  await at.amy.presses('Send to SLT', card, { ticked: true });
  await at.rests();
  const inTeamsChannel = sltCard(at);
  await at.slack.person('U0LEE').presses('Approve', at.inChannel());
  await at.rests();
  expect(now(at.sam, inTeamsChannel).buttons).not.toContain('Approve');
  await at.passes(1000);
  await at.rests();
  expect(await at.timeline()).toEqual([POST]);
  const all = [now(at.sam, inTeamsChannel), own(at.amy)[0], at.inChannel()];
  for (const seen of all) expect(seen?.text).toContain('Published today 10:00');
  expect(now(at.sam, inTeamsChannel).text).toContain('Lee Park');
  expect(await at.close()).toEqual([]);
});

it('a decision in Teams takes the buttons away in Slack', async () => {
  const at = await openBoth();
  const card = await writes(at.amy);
  await at.amy.presses('Send to SLT', card, { ticked: true });
  await at.rests();
  expect(at.inChannel().buttons).toContain('Approve');
  await at.sam.presses('Decline', sltCard(at));
  await at.sam.presses('Yes, decline', sltCard(at), { reason: 'Not now.' });
  await at.rests();
  expect(at.inChannel().text).toContain('Declined by Sam Obi');
  expect(at.inChannel().buttons).toEqual([]);
  await at.passes(60_000);
  expect(await at.timeline()).toEqual([]);
  expect(await at.close()).toEqual([]);
});

it('at once in both, one decision counts', async () => {
  const at = await openBoth();
  const card = await writes(at.amy);
  await at.amy.presses('Send to SLT', card, { ticked: true });
  await at.rests();
  await Promise.all([
    at.sam.presses('Approve', sltCard(at)),
    at.slack.person('U0LEE').presses('Approve', at.inChannel()),
  ]);
  await at.rests();
  expect((await at.events()).filter((event) => /approve/.test(event))).toHaveLength(1);
  await at.passes(1000);
  await at.rests();
  expect(await at.timeline()).toEqual([POST]);
  const [who] = /Sam Obi|Lee Park/.exec(sltCard(at).text) ?? [];
  expect(at.inChannel().text).toContain(who);
  expect(await at.close()).toEqual([]);
});

it('a post typed in Slack is followed by its author in Teams too', async () => {
  const at = await openBoth();
  const amy = at.slack.person('U0AMY');
  const { messages } = await amy.types(`tweet ${POST}`);
  const written = messages.find((seen) => seen.buttons.includes('Send to SLT'));
  if (!written) throw new Error('no card');
  await amy.fills({ ticked: true }, written);
  await amy.presses('Send to SLT', written);
  await at.rests();
  expect(only(own(at.amy)).text).toContain('With SLT');
  await at.sam.presses('Approve', sltCard(at));
  await at.passes(1000);
  await at.rests();
  expect(own(at.amy)[0]?.text).toContain('Published');
  expect(await at.close()).toEqual([]);
});
