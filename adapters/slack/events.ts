/** What happens without a click: a page opened, a line typed to Bellbird, a message taken up. */
import type { App } from '@slack/bolt';
import { adopt, onDirectLine, TOO_LATE } from './commands.ts';
import { showHome } from './home.ts';
import { hand, type Line, newPlace } from './line.ts';
import { TWEET_THIS } from './manifest.ts';
import { refusedCard } from './members.ts';
import { wordsIn } from './message-words.ts';
import { open, whisper } from './places.ts';
import { whoIs } from './who.ts';

/** So many lines are remembered as answered: Slack sends one again within minutes. */
const MOST_ANSWERED = 1_000;

export function listenToEvents(app: App, line: Line): void {
  const answered = new Set<string>();
  /** True the first time. Slack sends again what it had no word about, whether it has come to us or not. */
  const isNew = (id: string): boolean => {
    if (answered.has(id)) return false;
    if (answered.size >= MOST_ANSWERED) answered.delete(answered.values().next().value ?? '');
    answered.add(id);
    return true;
  };

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const from = { team: body.team_id, user: event.user, channel: null, school: null };
    const who = whoIs(line.schools(), from);
    if (who) await showHome(line, who, event.user);
  });

  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || !('user' in event)) return;
    const files = event.subtype === 'file_share';
    if (event.subtype !== undefined && !files) return;
    const { user, text, channel, ts } = event;
    if (!user || 'bot_id' in event || !isNew(`${channel}:${ts}`)) return;
    const words = wordsIn({ text, blocks: 'blocks' in event ? event.blocks : undefined });
    await onDirectLine(line, { team: body.team_id, user, channel, ts, text: words, files });
  });

  app.shortcut({ callback_id: TWEET_THIS, type: 'message_action' }, async ({ shortcut, ack }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    const { user, channel, trigger_id: trigger, response_url: url, message } = shortcut;
    const team = shortcut.team?.id ?? '';
    const from = { team, user: user.id, channel: channel.id, school: null };
    const who = whoIs(line.schools(), from);
    if (!who) return;
    const hook = newPlace(who.school);
    line.hooks.hold(hook, url, 'command');
    const to = { hook, channel: channel.id, user: user.id };
    const refused = who.person === null ? null : await line.members.check(user.id);
    if (refused) {
      await whisper(line, who.school, to, refusedCard(refused));
      return;
    }
    const answer = await hand(
      line,
      who,
      { delivery: `shortcut:${trigger}` },
      {
        kind: 'action',
        action: 'compose',
        fields: { text: wordsIn(message) },
      },
    );
    if (answer.as !== 'dialog') {
      const told = await whisper(line, who.school, to, answer.card);
      if (told.at === 'message') await adopt(line, who, told, answer.card);
      return;
    }
    const how = { trigger, over: false, meta: { e: hook } };
    if (!(await open(line, who.school, answer.card, how))) {
      await whisper(line, who.school, to, TOO_LATE);
    }
  });
}
