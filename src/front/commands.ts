/** What people type. */

import { helpCard } from '../../cards/help.ts';
import { listCard } from '../../cards/list.ts';
import { sayCard } from '../../cards/say.ts';
import { compose } from '../desk/compose.ts';
import { open } from '../desk/copies.ts';
import { queueOf, statusOf, withdrawable } from '../desk/look.ts';
import { pause, resume } from '../desk/pause.ts';
import { askRemoval, removable } from '../desk/remove.ts';
import type { Call } from '../desk/turn.ts';
import { withdraw } from '../desk/withdraw.ts';
import type { Refusal, World } from '../desk/world.ts';
import { deciders } from '../school/people.ts';
import { whoDecides } from '../school/rights.ts';
import { agreementAnswer, refusedPost } from './agreement.ts';
import { composer } from './composer.ts';
import { deskAnswer, remindersAnswer } from './desk-card.ts';
import { draw } from './drawn.ts';
import { dutiesAnswer } from './duties.ts';
import { followAnswer, handleAnswer } from './follow.ts';
import { homeAnswer } from './home.ts';
import type { Answer, Command } from './intent.ts';
import { mentionsAnswer } from './mentions.ts';
import { asksForReply, noReplyAnswer } from './no-reply.ts';
import { policyAnswer } from './policy.ts';
import { reviewAnswer } from './review.ts';

export function refusal(refused: Refusal): Answer {
  const card = sayCard('That did not go through', refused.says, 'stop');
  return { as: 'note', card, ...(refused.field === undefined ? {} : { field: refused.field }) };
}

/** The card of one draft, as an answer. */
export async function draftAnswer(
  world: World,
  call: Call,
  id: string,
  audience: 'author' | 'slt',
  as: Answer['as'],
): Promise<Answer> {
  const drawn = await draw(world, call.school, id, audience);
  if (!drawn) throw new Error(`draft ${id} vanished`);
  return { as, ...drawn };
}

export async function command(
  world: World,
  call: Call,
  name: Command,
  typed: string,
): Promise<Answer> {
  const text = typed.trim();
  // Not every chat leaves /help to us, so each command has the word.
  if (/^help$/i.test(text) && name !== 'help') return command(world, call, 'help', '');
  switch (name) {
    case 'tweet':
      return tweet(world, call, text);
    case 'policy':
      return policy(world, call, text);
    case 'desk':
      return desk(world, call, text);
    case 'follow':
      return followAnswer(world, call, text);
    case 'handle':
      return handleAnswer(world, call, text);
    case 'home':
      return homeAnswer(world, call);
    case 'help': {
      if (asksForReply(text)) return noReplyAnswer(call);
      const [, named, rest = ''] = NAMED.exec(text) ?? [];
      if (named) return command(world, call, named.toLowerCase() as Command, rest);
      return {
        as: 'card',
        card: helpCard({
          schoolName: call.school.name,
          whoDecides: whoDecides(call.school),
          decides: deciders(call.school, []).some((each) => each.id === call.person.id),
          contact: call.school.office,
          chat: call.chat,
        }),
      };
    }
  }
}

/** Behind the command that has Bellbird's own name, the name of another stands for that one. */
const NAMED = /^\/?(tweet|policy|desk|follow|handle)\b\s*([\s\S]*)$/i;

/** A word that stands alone is a command of ours; anything longer is a post ("Status update: …"). */
const OWN_WORD = /^(status|queue|withdraw)(?:\s+#?(\d{1,9}))?$/i;

/** A number or a link behind the word, and perhaps why; any other line that begins so is a post ("Remove your wellies …"). */
const REMOVE = /^remove(?:\s+(?:#?(\d{1,9})|(https?:\/\/\S+))(?:\s+([\s\S]+))?)?$/i;

async function tweet(world: World, call: Call, text: string): Promise<Answer> {
  const own = OWN_WORD.exec(text);
  const number = own?.[2] === undefined ? null : Number(own[2]);
  switch (own?.[1]?.toLowerCase()) {
    case 'status':
      return number === null
        ? { as: 'card', card: listCard(await statusOf(world, call.school, call.person)) }
        : openNumber(world, call, number);
    case 'queue':
      return { as: 'card', card: listCard(await queueOf(world, call.school, call.person)) };
    case 'withdraw':
      return takeBack(world, call, number);
  }
  const removing = REMOVE.exec(text);
  if (removing) return takeDown(world, call, removing);
  if (/^withdraw\b/i.test(text)) {
    // Nobody begins a post so, and one sent by mistake is worse than one typed again.
    return refusal({
      ok: false,
      says: 'Say which by its number, such as /tweet withdraw 12. /tweet status shows yours.',
    });
  }
  if (text === '') return composer(world, call, null);
  if (asksForReply(text)) return noReplyAnswer(call);
  const wording = { text, account: null, occasion: 'everyday' as const, wanted: null };
  const done = await compose(world, call, wording);
  if (!done.ok) return refusedPost(world, call, done, { text });
  return draftAnswer(world, call, done.draft, 'author', 'card');
}

async function openNumber(world: World, call: Call, number: number): Promise<Answer> {
  const draft = await world.store.read.draftByNumber(call.school.id, number);
  if (!draft)
    return refusal({
      ok: false,
      says: `There is no post ${number}. Type /tweet status to see yours.`,
    });
  const done = await open(world, call, draft.id);
  return done.ok ? draftAnswer(world, call, done.draft, done.audience, 'card') : refusal(done);
}

/** Takes down what is out: with a reason behind it at once, else by the button of its card, which asks for one. */
async function takeDown(
  world: World,
  call: Call,
  [, number, link, why]: RegExpExecArray,
): Promise<Answer> {
  const named = link === undefined ? { number: Number(number ?? 0) } : { link };
  if (number === undefined && link === undefined) {
    return refusal({
      ok: false,
      says: 'Say which, by its number or its link: /tweet remove 12. The number stands on its card.',
    });
  }
  const found = await removable(world, call, named);
  if (!found.ok) return refusal(found);
  const { id } = found.draft;
  const asked = why === undefined ? null : await askRemoval(world, call, { draft: id }, why);
  if (asked?.ok === false) return refusal(asked);
  const done = await open(world, { ...call, delivery: null }, id);
  return done.ok ? draftAnswer(world, call, done.draft, done.audience, 'card') : refusal(done);
}

/** With one post open it is that one; with several, the person chooses from a list. */
async function takeBack(world: World, call: Call, number: number | null): Promise<Answer> {
  const own = await withdrawable(world, call.school, call.person);
  if (number === null && own.rows.length !== 1) {
    return { as: 'card', card: listCard(own, 'withdraw') };
  }
  const chosen =
    number === null
      ? own.rows[0]?.draft
      : await world.store.read.draftByNumber(call.school.id, number);
  if (!chosen) {
    return refusal({
      ok: false,
      says: `There is no post ${number}. Type /tweet status to see yours.`,
    });
  }
  const done = await withdraw(world, call, { draft: chosen.id });
  if (!done.ok) return refusal(done);
  return draftAnswer(
    world,
    call,
    done.draft,
    chosen.author === call.person.id ? 'author' : 'slt',
    'card',
  );
}

async function policy(world: World, call: Call, text: string): Promise<Answer> {
  if (/^agree(ment)?$/i.test(text)) return agreementAnswer(world, call, 'card');
  return policyAnswer(call, text);
}

async function desk(world: World, call: Call, text: string): Promise<Answer> {
  const [word = '', ...rest] = text.split(/\s+/);
  switch (word.toLowerCase()) {
    case '':
    case 'queue':
      return deskAnswer(world, call, 'card');
    case 'review':
      return reviewAnswer(world, call, rest[0] ?? null, null);
    case 'mentions':
      return mentionsAnswer(world, call, rest[0] ?? null, null);
    case 'duties':
      return dutiesAnswer(world, call);
    case 'reminders':
      return remindersAnswer(world, call);
    case 'pause': {
      const done = await pause(world, call, rest.join(' '));
      return done.ok ? deskAnswer(world, call, 'card') : refusal(done);
    }
    case 'resume': {
      const done = await resume(world, call);
      return done.ok ? deskAnswer(world, call, 'card') : refusal(done);
    }
    default:
      return refusal({
        ok: false,
        says: `/desk knows "queue", "duties", "review", "mentions", "reminders", "pause" and "resume", not "${word}".`,
      });
  }
}
