/** What Teams tells of: lines, presses, dialogs, the app being put in. */
import type { Activity } from 'botframework-schema';
import { onExtension, onFetch, onSubmit } from './dialogs.ts';
import type { Line } from './line.ts';
import { onLine } from './lines.ts';
import { onPress, onSubmitted } from './presses.ts';
import { helpFor } from './welcome.ts';
import { tenantOf } from './who.ts';
import { withoutMention } from './words.ts';

/**
 * Whether it comes from the chat of this person with Bellbird. A message extension is also called in chats of theirs
 * with other people, which are personal just as well (botbuilder-dotnet issue 3019): Bellbird is not in those.
 */
const isOwnChat = ({ name, conversation }: Activity) =>
  conversation.conversationType === 'personal' && !name?.startsWith('composeExtension/');

/** Keeps where this person and their tenant can be written to. Tenants of no school leave nothing. */
async function meet({ known, schools }: Line, activity: Activity): Promise<void> {
  const tenant = tenantOf(activity);
  const ours = [...schools()].some(({ teams }) => teams !== null && teams.tenant === tenant);
  if (tenant === null || !ours) return;
  const person = activity.from?.aadObjectId;
  await known.meet({
    tenant,
    service: activity.serviceUrl,
    ...(person && isOwnChat(activity) ? { person, chat: activity.conversation.id } : {}),
  });
}

/** The key by which something is known when it is sent again; its id is the same then. */
const keyOf = ({ conversation, id }: Activity) => `${conversation.id}/${id}`;

/** What an invoke is answered with; undefined for one that is not known. */
async function invoked(line: Line, activity: Activity): Promise<unknown> {
  const value = (activity.value ?? {}) as { action?: { data?: unknown }; data?: unknown };
  switch (activity.name) {
    case 'adaptiveCard/action':
      return onPress(line, activity, value.action?.data);
    case 'task/fetch':
      return onFetch(line, activity, value.data);
    case 'task/submit':
    case 'composeExtension/submitAction':
      return onSubmit(line, activity, value.data);
    case 'composeExtension/fetchTask':
      return onExtension(line, activity);
    default:
      return undefined;
  }
}

/** A button of a card comes as a message with the button's data, and without words. */
const isPressed = ({ value, text }: Activity) =>
  typeof value === 'object' && value !== null && (text ?? '').trim() === '';

/** Does what is no invoke. */
async function told(line: Line, activity: Activity): Promise<void> {
  if (activity.type === 'message') {
    if (isPressed(activity)) return onSubmitted(line, activity);
    return onLine(line, activity, withoutMention(activity));
  }
  const added = activity.type === 'installationUpdate' && activity.action === 'add';
  if (added && activity.conversation.conversationType === 'personal') {
    await helpFor(line, activity);
  }
}

/** Does what an activity asks. Gives the answer to an invoke, undefined for one that is not known. */
export function activitiesOf(line: Line): (activity: Activity) => Promise<unknown> {
  return async (activity) => {
    await meet(line, activity);
    return line.once(keyOf(activity), () =>
      activity.type === 'invoke' ? invoked(line, activity) : told(line, activity),
    );
  };
}
