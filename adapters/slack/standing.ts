/** What somebody is in the workspace, by Slack's own account of them. */

/** The fields of Slack's user object that say what somebody is (Slack, "User object"). */
export type SlackUser = {
  id?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_workflow_bot?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_stranger?: boolean | undefined;
  real_name?: string | undefined;
  name?: string | undefined;
};

/** `fine` is a full member; only they work with posts. */
export type Standing = 'fine' | 'guest' | 'deactivated' | 'bot' | 'visitor';

const SLACKBOT = 'USLACKBOT';

export function standingOf(user: SlackUser): Standing {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.is_workflow_bot || user.id === SLACKBOT) return 'bot';
  if (user.is_restricted || user.is_ultra_restricted) return 'guest';
  return user.is_stranger ? 'visitor' : 'fine';
}

/** Slack's answers about somebody who is nobody here, or whom the app may not see, which comes to the same. */
export const NOBODY: readonly string[] = ['user_not_found', 'user_not_visible'];
