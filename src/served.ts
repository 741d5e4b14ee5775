/** Whether this Bellbird can serve these schools: their accounts' keys, and their places in Slack and Teams. */

import type { School } from './school/school.ts';
import type { Environment } from './setting.ts';
import type { SlackConfig } from './slack-config.ts';
import type { TeamsConfig } from './teams-config.ts';
import { missingKeys } from './x-keys.ts';

/** The chats that there is an app for (null: none), and the variables that may hold an account's keys. */
export type Apps = {
  slack: SlackConfig | null;
  teams: TeamsConfig | null;
  named: Environment;
};

const inSlack = (schools: readonly School[]) => schools.filter((school) => school.slack !== null);
const inTeams = (schools: readonly School[]) => schools.filter((school) => school.teams !== null);
const filesOf = (schools: readonly School[]) => schools.map((school) => school.file).join(', ');

/** Accounts on X without their keys: nothing could ever be published on them. */
function keyFaults(schools: readonly School[], named: Environment): string[] {
  return schools.flatMap(({ file, accounts }) =>
    accounts.flatMap((account) =>
      missingKeys(account, named).map(
        ({ setting, name, fromLogin }) =>
          `${file}, account ${account.handle}, keys.${setting}: saw ${name}, which is not set. ${
            fromLogin
              ? `Set it in the environment; "bellbird x login ${account.handle}" makes it.`
              : "Set it in the environment to the app's own key, from console.x.com."
          }`,
      ),
    ),
  );
}

/** Accounts that would post with one another's token: a token is of one account. */
function sharedFaults(schools: readonly School[]): string[] {
  const holders = new Map<string, string[]>();
  for (const { file, accounts } of schools) {
    for (const { handle, keys } of accounts) {
      if (keys === null) continue;
      holders.set(keys.access, [...(holders.get(keys.access) ?? []), `${handle} in ${file}`]);
    }
  }
  return [...holders].flatMap(([name, held]) =>
    held.length < 2
      ? []
      : [
          `keys.access: saw ${name} for several accounts (${held.join(', ')}). Allowed: a variable for each, for a token is of one account.`,
        ],
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
    return [
      `SLACK_BOT_TOKEN is set, but no school has a "slack:" with its team and slt_channel (${filesOf(schools)}). Add it there, or take the Slack variables out.`,
    ];
  }
  const teams = new Set(served.map((school) => school.slack?.team));
  if (teams.size < 2) return [];
  const each = served.map((school) => `${school.file} ${school.slack?.team}`).join(', ');
  return [
    `The schools are in several Slack workspaces (${each}), and a bot token is of one. Run a Bellbird for each workspace.`,
  ];
}

/** An app that serves no school, or a school in another tenant than the app's: every word from there is refused. */
function teamsFaults(
  schools: readonly School[],
  teams: TeamsConfig | null,
  demo: boolean,
): string[] {
  if (teams === null) return [];
  const served = inTeams(schools);
  const name = 'insecure' in teams ? 'TEAMS_INSECURE_LOCAL' : 'TEAMS_APP_ID';
  if (served.length === 0 && demo) {
    return [
      `${name} is set, but BELLBIRD_SCHOOL is not, so this is the demo school, which is in no Teams. Set BELLBIRD_SCHOOL=school.yaml, with your own file, or take the Teams variables out.`,
    ];
  }
  if (served.length === 0) {
    return [
      `${name} is set, but no school has a "teams:" with its tenant and slt_channel (${filesOf(schools)}). Add it there, or take the Teams variables out.`,
    ];
  }
  if ('insecure' in teams) return [];
  return served.flatMap(({ file, teams: place }) =>
    place === null || place.tenant === teams.tenantId
      ? []
      : [
          `${file}, teams.tenant: saw "${place.tenant}". Allowed: "${teams.tenantId}", which TEAMS_TENANT_ID says; an app is of one tenant, so run a Bellbird for each.`,
        ],
  );
}

/** Schools that ask for Slack or Teams where there is no app to serve them; it stops nothing. */
export function unservedWarnings(
  schools: readonly School[],
  { slack, teams }: Omit<Apps, 'named'>,
): string[] {
  const noSlack = slack === null ? inSlack(schools) : [];
  const noTeams = teams === null ? inTeams(schools) : [];
  return [
    ...noSlack.map(
      ({ file }) =>
        `${file}: "slack:" does nothing while SLACK_BOT_TOKEN is not set. Set it, with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or take "slack:" out.`,
    ),
    ...noTeams.map(
      ({ file }) =>
        `${file}: "teams:" does nothing while TEAMS_APP_ID is not set. Set it, with TEAMS_APP_PASSWORD and TEAMS_TENANT_ID, or take "teams:" out.`,
    ),
  ];
}

/**
 * Why these schools cannot be served here, a sentence each: it refuses a start, and a file read again. `demo`: no
 * file was named, so they are the demo school.
 */
export function unservedFaults(
  schools: readonly School[],
  { slack, teams, named }: Apps,
  demo: boolean,
): string[] {
  return [
    ...keyFaults(schools, named),
    ...sharedFaults(schools),
    ...slackFaults(schools, slack, demo),
    ...teamsFaults(schools, teams, demo),
  ];
}
