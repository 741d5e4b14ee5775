/** What people type: slash commands, and the same words in their own messages with Bellbird. */
import type { App } from '@slack/bolt';
import { filesCard } from '../../cards/files.ts';
import type { Card } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Answer, Command } from '../../src/front/intent.ts';
import type { School } from '../../src/school/school.ts';
import { withEmoji } from './emoji.ts';
import { hand, type Line, newPlace, ownDelivery, PATIENT, passing, wordsOf } from './line.ts';
import { COMMANDS } from './manifest.ts';
import { refusedCard } from './members.ts';
import { direct, open, put, whisper } from './places.ts';
import { refOf } from './refs.ts';
import { whoIs } from './who.ts';

export const TOO_LATE: Card = sayCard(
  'That took too long for Slack',
  'Slack opens a form only within three seconds. Nothing was lost; please try once more.',
);

const TALKED: Card = sayCard(
  'Is that a post?',
  'It reads as if it were said to Bellbird, so nothing was made of it. To make it a post, put a colon after the word, such as: tweet: Year 4 planted bulbs today.',
);

export const FOREIGN =
  'This workspace is none of the schools that Bellbird works for. Ask whoever set it up to put your team id in the school file.';

/** After "tweet", said to Bellbird and not of the school: "tweet me when it is done", "tweet this tomorrow". */
const TALK =
  /^(?:me|us|him|them|(?:it|this|that)(?=[ \t]*(?:$|[.?!,]|(?:when|once|if|after|as|later|now|please|tomorrow|today|tonight|on|at|for|to)\b)))\b/;

/**
 * The command and its words in a line such as "tweet Year 4 …", slash or not; null where it begins with none. `talk`
 * is a line that reads as if it were said to Bellbird: a slash or a colon behind the word says that it is meant.
 */
export function readLine(line: string): { command: Command; text: string; talk: boolean } | null {
  const match =
    /^\s*(\/?)(tweet|policy|desk|follow|handle|help|bellbird)\b(:?)[ \t]*([\s\S]*)$/i.exec(line);
  if (!match) return null;
  const [, slash, word = '', colon, rest = ''] = match;
  const command = COMMANDS[`/${word.toLowerCase()}`] ?? 'help';
  const text = rest.trim();
  return { command, text, talk: command === 'tweet' && !slash && !colon && TALK.test(text) };
}

type Typed = Parameters<Parameters<App['command']>[1]>[0];

export function listenToCommands(app: App, line: Line): void {
  for (const [name, command] of Object.entries(COMMANDS)) {
    app.command(name, (typed) => onCommand(line, command, typed));
  }
}

async function onCommand(line: Line, name: Command, { command: body, ack }: Typed): Promise<void> {
  const who = whoIs(line.schools(), {
    team: body.team_id,
    user: body.user_id,
    channel: body.channel_id,
    school: null,
  });
  if (!who) return ack({ response_type: 'ephemeral', text: FOREIGN });
  const { school } = who;
  const place = newPlace(school);
  line.hooks.hold(place, body.response_url, 'command');
  let acked = false;
  const later = async (card: Card, message = passing(school, card, place)) => {
    if (acked) {
      const to = { hook: place, channel: body.channel_id, user: body.user_id };
      const told = await whisper(line, school, to, card, place);
      if (told.at === 'message') await adopt(line, who, told, card);
      return;
    }
    acked = true;
    await ack({ response_type: 'ephemeral', ...message });
  };
  const hurry = async () => {
    acked = true;
    await ack();
  };

  // Nothing is asked of Slack before it has its word: where a person is not known yet, the answer follows.
  const known = line.members.known(body.user_id);
  if (known === undefined && who.person !== null) await hurry();
  const refused = known ?? (who.person === null ? null : await line.members.check(body.user_id));
  if (refused) return later(refusedCard(refused));

  const answering = hand(
    line,
    who,
    { delivery: `command:${body.trigger_id}`, ref: refOf({ at: 'ephemeral', id: place }) },
    { kind: 'command', command: name, text: withEmoji(body.text ?? '') },
  );
  const timer = setTimeout(hurry, PATIENT);
  const answer = await answering.finally(() => clearTimeout(timer));
  if (answer.as === 'dialog') {
    if (!acked) await hurry();
    const opened = await open(line, school, answer.card, {
      trigger: body.trigger_id,
      over: false,
      meta: { e: place },
    });
    if (!opened) await line.hooks.say(place, passing(school, TOO_LATE, place));
    return;
  }
  const message = passing(school, answer.card, place);
  line.hooks.stands(place, message, answer.card.title);
  await later(answer.card, message);
}

/** A line in somebody's own messages with Bellbird, answered there by a card that lasts. */
export async function onDirectLine(
  line: Line,
  from: { team: string; user: string; channel: string; ts: string; text: string; files: boolean },
): Promise<void> {
  const who = whoIs(line.schools(), { ...from, school: null });
  if (!who) return;
  const refused = await line.members.check(from.user);
  const typed = readLine(from.text);
  const only = refused
    ? refusedCard(refused)
    : from.files
      ? filesCard()
      : typed?.talk
        ? TALKED
        : null;
  const answer: Answer = only
    ? { as: 'note', card: only }
    : await hand(
        line,
        who,
        { delivery: `line:${from.channel}:${from.ts}` },
        { kind: 'command', command: typed?.command ?? 'help', text: typed?.text ?? from.text },
      );
  if (answer.as === 'dialog') {
    // A form needs a click to open from, and a line gives none.
    const words = sayCard('Type the words after it', 'Such as: tweet Year 4 planted bulbs today.');
    await direct(line, who.school, from.user, words);
    return;
  }
  const stands = await direct(line, who.school, from.user, answer.card);
  await adopt(line, who, stands, answer.card);
}

/** Has a draft's card that was posted first and known after become one that changes with its draft. */
export async function adopt(
  line: Line,
  who: { school: School; person: string | null },
  stands: { channel: string; ts: string },
  card: Card,
): Promise<void> {
  const draft = card.buttons.find((button) => button.draft !== undefined)?.draft;
  if (draft === undefined) return;
  const spot = { at: 'message' as const, channel: stands.channel, ts: stands.ts };
  const intent = { kind: 'action' as const, action: 'open' as const, draft, fields: {} };
  const again = await hand(line, who, { delivery: ownDelivery(), ref: refOf(spot) }, intent);
  if (again.as === 'card' && wordsOf(again.card) !== wordsOf(card)) {
    await put(line, who.school, spot, again.card);
  }
}
