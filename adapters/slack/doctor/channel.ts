/** The channel where SLT decides. */
import { attention, type Checked, fault, ok } from '../../../src/ports/checked.ts';
import type { School } from '../../../src/school/school.ts';
import { asked, type Line } from './ask.ts';

/** Whether the channel is there, takes messages, has the bot in it, and is SLT's own. */
export async function lookAtChannel(line: Line, school: School): Promise<Checked[]> {
  if (school.slack === null) return [];
  const what = `SLT channel of ${school.name}`;
  const { sltChannel } = school.slack;
  const info = await asked(line.web.conversations.info({ channel: sltChannel }));
  if (!info.ok) {
    if (info.code !== 'channel_not_found') return [fault(what, `${info.says}.`, info.todo)];
    return [
      fault(
        what,
        `Bellbird cannot see ${sltChannel}.`,
        `In a private channel type "/invite @Bellbird"; otherwise copy the channel’s id from its details into ${school.file}.`,
      ),
    ];
  }
  const { channel } = info.answer;
  const name = channel?.name === undefined ? sltChannel : `#${channel.name}`;
  if (channel?.is_archived) {
    const todo = `Open it again in Slack, or put another channel into ${school.file}.`;
    return [fault(what, `${name} is archived: nothing can be sent there.`, todo)];
  }
  if (!channel?.is_member) {
    const todo = `Invite @Bellbird to ${name}: type "/invite @Bellbird" there.`;
    return [fault(what, `Bellbird is not a member of ${name}.`, todo)];
  }
  if (channel.is_ext_shared) {
    const todo = 'Choose a channel that is only the school’s.';
    return [attention(what, `${name} is shared with another organisation.`, todo)];
  }
  if (!channel.is_private) {
    const seen = `Bellbird is a member of ${name}, but anyone in the workspace can read posts there before they are approved.`;
    return [attention(what, seen, 'Make the channel private, or choose a private one.')];
  }
  return [ok(what, `Bellbird is a member of ${name}, which is private.`)];
}
