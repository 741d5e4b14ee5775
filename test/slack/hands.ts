/** Hands at Slack: what people type, press and fill in there, and what they see come of it. */
import { writeFileSync } from 'node:fs';
import { word } from '../fakes/slack/json.ts';
import { buttonsOf } from '../fakes/slack/look.ts';
import { messageActionsPayload } from '../fakes/slack/payloads.ts';
import type { On } from '../fakes/slack/places.ts';
import type { FakeSlack, Person as Member, Seen } from '../fakes/slack/slack.ts';
import type { Answer, Filled, Hands, Opening, Person, Sight } from '../scenarios/hands.ts';
import { eventually, SCHOOL } from '../scenarios/staffroom.ts';
import { formText, hasBoxes, ownOf, placeOf, sightOf } from './sight.ts';
import { inSlack, openWorkspace, SLT, STAFF } from './workspace.ts';

/** How long Slack and Bellbird must have nothing to say before somebody reads what came, ms. */
const STILL = 15;
/** And where the touched card has changed: news of it may have come before the answer to this person, ms. */
const STILL_AFTER_NEWS = 50;
/** How long somebody waits for an answer that may be no change at all, ms. */
const PATIENT = 4_000;

/** What one person has before them. */
type Before = { messages: Map<string, string>; places: Set<string>; modal: string; errors: string };

type Seat = { slack: FakeSlack; member: Member };

const idOf = ({ channel, ts }: Seen) => `${channel}/${ts}`;

function before({ slack, member }: Seat): Before {
  const all = member.sees();
  const form = member.modal();
  const own = slack.world.messages.filter(({ only }) => only === member.id);
  return {
    messages: new Map(all.map((seen) => [idOf(seen), JSON.stringify(seen)])),
    places: new Set(own.flatMap((message) => placeOf(message) ?? [])),
    modal: form ? JSON.stringify([form.view, form.text]) : '',
    errors: JSON.stringify(form?.errors ?? {}),
  };
}

/** What is new: a word or card for them, the touched card changed, a form opened or drawn anew. */
function news({ slack, member }: Seat, was: Before, touched: Sight | null) {
  const fresh = member.sees().filter((seen) => !was.messages.has(idOf(seen)));
  const forThem = fresh.filter(({ ephemeral, ts }) => {
    const message = slack.world.messages.find((each) => each.ts === ts);
    const place = message ? placeOf(message) : null;
    // News of a card that stood there before is no answer.
    return ephemeral && !(place !== null && was.places.has(place));
  });
  const form = member.modal();
  const opened =
    form !== null && JSON.stringify([form.view, form.text]) !== was.modal ? form : null;
  const errors = Object.values(form?.errors ?? {});
  const own = touched && ownOf(touched);
  const changed = member.sees().find((seen) => {
    const id = idOf(seen);
    if (!own || id !== `${own.message.channel}/${own.message.ts}`) return false;
    return was.messages.get(id) !== JSON.stringify(seen);
  });
  const direct = fresh.filter(({ channel, ephemeral, ts }) => {
    const mine = slack.world.messages.find((each) => each.ts === ts)?.user === member.id;
    return channel?.startsWith('D') && !ephemeral && !mine;
  });
  return { forThem, opened, errors, changed: changed ?? null, direct };
}

type Look = ReturnType<typeof news>;

function personAt(slack: FakeSlack, user: string): Person {
  const member = slack.person(user);
  const seat: Seat = { slack, member };
  const { world } = slack;
  const sight = (seen: Seen) => sightOf(world, user, seen);

  const told = ({ forThem, opened, errors, changed, direct }: Look, lasting: boolean): Answer => {
    if (errors.length > 0) return { as: 'note', text: errors.join('\n'), shown: null };
    if (opened) {
      const as = opened.submit ? ('dialog' as const) : ('note' as const);
      return { as, text: formText(opened), shown: null };
    }
    const said = forThem.at(-1) ?? (lasting ? direct[0] : undefined);
    if (said) {
      const shown = sight(said);
      // A word has nothing to press.
      return said.buttons.length > 0
        ? { as: 'card', text: shown.text, shown }
        : { as: 'note', text: shown.text, shown: null };
    }
    if (!changed) throw new Error(`${user} saw nothing come of it.`);
    const shown = sight(changed);
    return { as: 'replace', text: shown.text, shown };
  };

  /** Does something and waits for what comes of it. */
  async function did(
    what: () => Promise<unknown>,
    { touched = null, lasting = false }: { touched?: Sight | null; lasting?: boolean } = {},
  ): Promise<Answer> {
    const was = before(seat);
    await what();
    const end = performance.now() + PATIENT;
    for (;;) {
      const { forThem, opened, errors, changed, direct } = news(seat, was, touched);
      if (forThem.length > 0 || opened || errors.length > 0 || changed) break;
      if ((lasting && direct.length > 0) || performance.now() > end) break;
      await new Promise((done) => setTimeout(done, 3));
    }
    const { forThem, opened, errors } = news(seat, was, touched);
    const answered = forThem.length > 0 || opened !== null || errors.length > 0;
    await slack.quiet(answered ? STILL : STILL_AFTER_NEWS);
    return told(news(seat, was, touched), lasting);
  }

  const shut = async () => {
    if (member.modal()) await member.closes({ all: true });
  };

  async function fills({ ticked, ...given }: Filled, on?: On): Promise<void> {
    const words = Object.entries(given).map(([label, value]) => [label, String(value)]);
    if (words.length > 0) await member.fills(Object.fromEntries(words), on);
    const own = typeof on === 'object' ? world.messages.find(({ ts }) => ts === on.ts) : undefined;
    if (ticked && own && hasBoxes(own.blocks)) await member.fills({ ticked: true }, on);
  }

  /** Presses what a screen still shows that is behind. */
  async function pressesLate(label: string, { message }: ReturnType<typeof ownOf>): Promise<void> {
    const button = buttonsOf(world, message.blocks).find((each) => each.label === label);
    if (!button) throw new Error(`${user} sees no button "${label}".`);
    const payload = messageActionsPayload(world, user, message, button.at, {});
    await slack.delivers({ kind: 'interaction', payload });
  }

  let over: Sight | null = null;

  const submits = async (filled: Filled): Promise<Answer> => {
    await fills(filled);
    return did(() => member.submits(), { touched: over });
  };

  return {
    types: async (line, { lasting = false } = {}) => {
      await shut();
      over = null;
      // A slash command is answered to one person for a while; the same words without the slash, for good.
      if (lasting) return did(() => member.types(line.slice(1)), { lasting });
      return did(() => member.types(line, { channel: STAFF }));
    },
    presses: async (label, on, filled = {}) => {
      await shut();
      const { message } = ownOf(on);
      const there = member.sees(message.channel).find(({ ts }) => ts === message.ts);
      if (!there?.buttons.includes(label))
        return did(() => pressesLate(label, ownOf(on)), { touched: on });
      const current = sight(there);
      const asks = buttonsOf(world, ownOf(current).message.blocks).some(
        ({ label: each, at: [, element] }) =>
          each === label && word(element.action_id).startsWith('ask:'),
      );
      if (!asks) await fills(filled, there);
      const pressed = await did(() => member.presses(label, there), { touched: current });
      over = current;
      return asks && pressed.as === 'dialog' ? submits(filled) : pressed;
    },
    submits,
    cards: async () => member.dm().map(sight),
  };
}

/** A card as it stands now: the newest that goes by its name, for one that only one person sees. */
async function again(slack: FakeSlack, card: Sight): Promise<Sight> {
  const { user, message, place } = ownOf(card);
  const now = slack.world.messages.findLast((each) =>
    place === null
      ? each.ts === message.ts && each.channel === message.channel
      : each.only === user && placeOf(each) === place,
  );
  const seen =
    now &&
    slack
      .person(user)
      .sees(now.channel)
      .find(({ ts }) => ts === now.ts);
  if (!seen) throw new Error('the card is gone');
  return sightOf(slack.world, user, seen);
}

/** The first line of the post on a card: it stands below the line with its count. */
function postOn({ text }: Sight): string {
  const lines = text.split('\n');
  return lines[lines.findIndex((line) => /\d+ of \d+$/.test(line)) + 1] ?? '';
}

/** Opens a school in Slack. */
export async function openInSlack({ school = SCHOOL, ...given }: Opening): Promise<Hands> {
  const at = await openWorkspace({ ...given, school: inSlack(school), slack: { still: STILL } });
  const { slack } = at;
  const person = (user: string) => personAt(slack, user);

  /** A post's card opened anew from its author's list, where the newest stands first. */
  const reopened = async (by: Person, card: Sight): Promise<Sight> => {
    const list = await by.types('/tweet status');
    const open = list.shown?.buttons.find((label) => label.startsWith('Open post'));
    if (!list.shown || !open) throw new Error(`nothing to open: ${list.text}`);
    const { shown, text } = await by.presses(open, list.shown);
    if (!shown?.text.includes(postOn(card)))
      throw new Error(`not the post that was meant: ${text}`);
    return shown;
  };

  return {
    amy: person('U0AMY'),
    ben: person('U0BEN'),
    sam: person('U0SAM'),
    lee: person('U0LEE'),
    jo: person('U0JO'),
    gus: person('U0GUS'),
    help: '/bellbird',
    folder: at.folder,
    get world() {
      return at.world;
    },
    get url() {
      return at.url;
    },
    get now() {
      return at.now;
    },
    rewrites: (text) => writeFileSync(at.file, inSlack(text)),
    sltCards: async () =>
      at.jo
        .sees(SLT)
        .filter(({ ephemeral }) => !ephemeral)
        .map((seen) => sightOf(slack.world, 'U0JO', seen)),
    again: (card) => again(slack, card),
    followed: (by, _card, words) =>
      eventually(async () => {
        const cards = await by.cards();
        return cards.findLast(({ text }) => text.includes(words)) ?? null;
      }, 'the card in their own messages'),
    settled: (by, card) =>
      eventually(async () => {
        const now = await again(slack, card);
        if (!now.text.includes('Still being looked at')) return now;
        const fresh = await reopened(by, now);
        return fresh.text.includes('Still being looked at') ? null : fresh;
      }, 'everything to be looked at'),
    timeline: at.timeline,
    events: at.events,
    passes: at.passes,
    restart: at.restart,
    close: async () => {
      const faults = await at.close();
      if (faults.length > 0) throw new Error(`Slack found amiss:\n${faults.join('\n')}`);
    },
  };
}
