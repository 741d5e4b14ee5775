/** `response_url`: where an answer to a command or to a button may go, five times within half an hour. */
import { type Answer, given, type Refusal, refused } from './answer.ts';
import { isThing, parsed } from './json.ts';
import { change, contentOf, put, take } from './messages.ts';
import type { World } from './world.ts';

const USES = 5;
const LIFE = 30 * 60_000;

type Reply = { status: number; body: Answer | Refusal };
const no = (status: number, error: string): Reply => ({ status, body: refused(error) });
const YES: Reply = { status: 200, body: given() };

/**
 * What Slack answers when something is sent to a `response_url`.
 * A button's can replace or delete the message it stands on, ephemeral ones too; a command's has no
 * message of its own, so that `replace_original` posts anew (bolt-js issue 2287).
 */
export function answerHook(world: World, path: string, body: string): Reply {
  const hook = world.hooks.get(path);
  if (!hook) return no(404, 'no_service');
  if (world.now() - hook.at > LIFE) return no(404, 'expired_url');
  if (hook.uses >= USES) return no(404, 'used_url');
  const args = parsed(body);
  if (!isThing(args)) return no(400, 'invalid_payload');
  hook.uses += 1;
  const { user, channel } = hook;
  const original = world.messages.find(({ ts, channel: at }) => ts === hook.ts && at === channel);
  const wants = (key: string) => args[key] === true || args[key] === 'true';
  if (wants('delete_original')) {
    if (!original) return no(404, 'message_not_found');
    take(world, original);
    return YES;
  }
  const content = contentOf(world, 'response_url', args);
  if ('error' in content) return { status: 400, body: content };
  if (wants('replace_original') && hook.kind === 'action') {
    if (!original) return no(404, 'message_not_found');
    change(world, original, content);
    return YES;
  }
  if (world.channels.get(channel)?.archived) return no(403, 'is_archived');
  put(world, channel, content, args.response_type === 'in_channel' ? {} : { only: user });
  return YES;
}
