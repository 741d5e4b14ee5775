/** Whether this Bellbird can serve these schools: their outlets, and their place in Slack. */

import type { School } from './school/school.ts';
import type { SlackConfig } from './slack-config.ts';

/** Outlets this version publishes on. */
const OUTLETS: ReadonlySet<string> = new Set(['timeline']);

const inSlack = (schools: readonly School[]) => schools.filter((school) => school.slack !== null);

/** Accounts on outlets that are not running here: nothing could ever be published on them. */
function outletFaults(schools: readonly School[]): string[] {
  return schools.flatMap((school) =>
    school.accounts
      .filter((account) => !OUTLETS.has(account.outlet))
      .map(
        ({ handle, outlet }) =>
          `${school.file}, account ${handle}: saw outlet "${outlet}", which this version cannot publish on yet. Allowed: ${[...OUTLETS].join(', ')}.`,
      ),
  );
}

/** An app that serves no school, or a school in another workspace than the rest. */
function slackFaults(
  schools: readonly School[],
  slack: SlackConfig | null,
  demo: boolean,
): string[] {
  if (slack === null) return [];
  const served = inSlack(schools);
  if (served.length === 0 && demo) {
    return [
      'SLACK_BOT_TOKEN is set, but BELLBIRD_SCHOOL is not, so this is the demo school, which is in no Slack. Set BELLBIRD_SCHOOL=school.yaml, with your own file, or take the Slack variables out.',
    ];
  }
  if (served.length === 0) {
    const files = schools.map((school) => school.file).join(', ');
    return [
      `SLACK_BOT_TOKEN is set, but no school has a "slack:" with its team and slt_channel (${files}). Add it there, or take the Slack variables out.`,
    ];
  }
  const teams = new Set(served.map((school) => school.slack?.team));
  if (teams.size < 2) return [];
  const each = served.map((school) => `${school.file} ${school.slack?.team}`).join(', ');
  return [
    `The schools are in several Slack workspaces (${each}), and a bot token is of one. Run a Bellbird for each workspace.`,
  ];
}

/** Schools that ask for Slack where there is no app to serve them; it stops nothing. */
export function slackWarnings(schools: readonly School[], slack: SlackConfig | null): string[] {
  if (slack !== null) return [];
  return inSlack(schools).map(
    (school) =>
      `${school.file}: "slack:" does nothing while SLACK_BOT_TOKEN is not set. Set it, with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or take "slack:" out.`,
  );
}

/**
 * Why these schools cannot be served here, a sentence each: it refuses a start, and a file read again. `demo`: no
 * file was named, so they are the demo school.
 */
export function unservedFaults(
  schools: readonly School[],
  slack: SlackConfig | null,
  demo: boolean,
): string[] {
  return [...outletFaults(schools), ...slackFaults(schools, slack, demo)];
}
