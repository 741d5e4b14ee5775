/** The one card of the mentions that want a decision, however many they become: the most pressing first. */
import type { PileView, ShownMention } from '../src/desk/mention-view.ts';
import type { Doing } from '../src/ports/mentions.ts';
import { GRAVE, linkTo, mentionItem, whoWrote } from './mention.ts';
import type { Button, Card, Field, Item, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { many } from './profile.ts';
import { allOf, capitalised, nameOf, oneOrMore } from './words.ts';

/** From so many on they can be decided on together. */
const TOGETHER = 3;
/** So many within an hour are a wave. */
const WAVE = 8;
const DOINGS = ['hide', 'mute', 'block', 'report', 'escalate'] as const satisfies readonly Doing[];

const ALONE: Readonly<Record<Doing, string>> = {
  hide: 'Hide the reply (Bellbird does it)',
  mute: 'Mute the author (Bellbird does it)',
  block: 'Block the author (by hand, if the platform wants it so)',
  report: 'Report it to the platform (by hand)',
  escalate: 'Escalate to the authority, with the evidence',
};

const ALL: Readonly<Record<Doing, string>> = {
  hide: 'Hide every reply (Bellbird does it)',
  mute: 'Mute every author (Bellbird does it)',
  block: 'Block every author (by hand, if the platform wants it so)',
  report: 'Report them to the platform (by hand)',
  escalate: 'Escalate them all together to the authority',
};

const DONE: Readonly<Record<Doing, string>> = {
  hide: 'hidden',
  mute: 'muted',
  block: 'blocked',
  report: 'reported',
  escalate: 'handed to the authority',
};

const isReplyIn = (mentions: readonly { answers: boolean }[]) =>
  mentions.some(({ answers }) => answers);

function what(
  which: string,
  says: typeof ALONE,
  ticked: readonly Doing[],
  replies: boolean,
): Field {
  const fits = DOINGS.filter((each) => each !== 'hide' || replies);
  return {
    field: 'ticks',
    id: `does-${which}`,
    label: 'What is to be done?',
    value: ticked.filter((each) => fits.includes(each as (typeof DOINGS)[number])),
    choices: fits.map((each) => ({ value: each, label: says[each] })),
  };
}

function reason(id: string, label: string, required: boolean): Field {
  return { field: 'text', id, label, value: '', long: false, required, longest: 300 };
}

const WHY = 'Why? Wanted for a block, a report or the authority; kept for the record';

function decisions(mention: ShownMention): Button[] {
  const { number, pile, rank, actions, answers } = mention;
  const about = { item: `mentions:${pile}`, revision: number, takesFields: false };
  const [first = 'nothing'] = actions;
  // What is proposed first, and the reply hidden with it: both can be unticked.
  const ticked: Doing[] = first === 'nothing' ? [] : first === 'hide' ? ['hide'] : ['hide', first];
  const grave = rank >= GRAVE;
  return [
    {
      ...about,
      action: 'mention-act',
      label: `Act on ${number}`,
      look: first === 'nothing' ? 'plain' : 'main',
      asks: [what(String(number), ALONE, ticked, answers), reason(`reason-${number}`, WHY, false)],
    },
    {
      ...about,
      action: 'mention-nothing',
      label: `Nothing to do on ${number}`,
      look: first === 'nothing' ? 'main' : 'plain',
      ...(grave
        ? { asks: [reason(`why-${number}`, 'Why is nothing to be done? Who was told?', true)] }
        : {}),
    },
  ];
}

function saysOf({ reasons, forWhom }: ShownMention, office: string): string {
  const says = reasons.map((each) => each.says);
  if (forWhom === 'office') says.push(`Pass it to ${office}.`);
  return says.length > 0 ? says.join(' ') : 'Somebody who read it wants it looked at.';
}

function mentionParts(mention: ShownMention, view: PileView): Part[] {
  return [
    { part: 'items', items: [mentionItem(mention, saysOf(mention, view.office), view)] },
    ...linkTo(mention),
    { part: 'buttons', buttons: decisions(mention) },
  ];
}

function together({ mentions, pile }: PileView): Part[] {
  const waiting = mentions.filter(({ state }) => state === 'new');
  if (waiting.length < TOGETHER) return [];
  // What comes in after this card was drawn was not seen by whoever presses.
  const newest = Math.max(...waiting.map(({ number }) => number));
  const about = { item: `mentions:${pile}`, revision: newest, takesFields: false };
  const replies = isReplyIn(waiting);
  const buttons: Button[] = [
    {
      ...about,
      action: 'mentions-act',
      label: `Act on all ${many(waiting.length)}`,
      look: 'plain',
      asks: [what('all', ALL, ['hide', 'mute'], replies), reason('reason-all', WHY, false)],
    },
    {
      ...about,
      action: 'mentions-nothing',
      label: 'Nothing to do on the rest',
      look: 'plain',
      sure: 'Those that are grave stay: each of them wants its own word.',
    },
  ];
  return [{ part: 'buttons', buttons }];
}

/** One item for each thing a hand has to do: an author is blocked once, however much they wrote. */
function tasks(view: PileView): Part[] {
  const { byHand, account } = view;
  if (byHand.length === 0) return [];
  const items: { item: Item; link: Part | null }[] = [];
  const seen = new Set<string>();
  for (const mention of byHand) {
    for (const { does, state } of mention.tasks) {
      if (state !== 'by-hand') continue;
      const key =
        does === 'escalate'
          ? `${mention.pack}`
          : does === 'hide'
            ? `${mention.number}`
            : mention.author.id;
      if (seen.has(`${does} ${key}`)) continue;
      seen.add(`${does} ${key}`);
      items.push(task(view, mention, does));
    }
  }
  const shown = items.slice(0, MOST_TASKS);
  const more = items.length - shown.length;
  return [
    { part: 'text', text: 'To be done by hand', look: 'strong' },
    {
      part: 'text',
      text: `On the platform, as ${account}. Then press “I have done these”: blocks are looked up, for the rest your word is kept.`,
    },
    ...shown.flatMap(({ item, link }): Part[] => [
      { part: 'items', items: [item] },
      ...(link ? [link] : []),
    ]),
    ...(more > 0
      ? [
          {
            part: 'text' as const,
            text: `and ${many(more)} more after these`,
            look: 'small' as const,
          },
        ]
      : []),
  ];
}

const MOST_TASKS = 4;

function task(
  { authority, packAt }: PileView,
  mention: ShownMention,
  does: Doing,
): { item: Item; link: Part | null } {
  const who = whoWrote(mention);
  if (does === 'escalate') {
    const text =
      authority === null
        ? 'the school file names nobody yet (authority: name and contact)'
        : `${authority.name}, ${authority.contact}`;
    const { pack } = mention;
    const link: Part | null =
      pack === null
        ? null
        : { part: 'link', label: 'The evidence, to print or save', url: packAt(pack) };
    return { item: { mark: 'ask', word: 'Hand to the authority', text }, link };
  }
  const word = { hide: 'Hide', mute: 'Mute', block: 'Block', report: 'Report' }[does];
  const small = mention.decided?.reason ?? '';
  const item: Item = { mark: 'ask', word, text: who, ...(small === '' ? {} : { small }) };
  const url = does === 'hide' || does === 'report' ? mention.link : mention.page;
  return { item, link: url === null ? null : { part: 'link', label: `Open ${who}`, url } };
}

/** What has been done so far, counted by what it was done to. */
function soFar({ mentions }: PileView): string {
  const parts: string[] = [];
  for (const does of DOINGS) {
    const done = mentions.filter((each) =>
      each.tasks.some((task) => task.does === does && task.state === 'done'),
    );
    const people = does === 'mute' || does === 'block';
    const number = people ? new Set(done.map(({ author }) => author.id)).size : done.length;
    if (number > 0) {
      const one = people ? 'author' : does === 'hide' ? 'reply' : 'mention';
      const more = people ? 'authors' : does === 'hide' ? 'replies' : 'mentions';
      parts.push(`${oneOrMore(number, one, more)} ${DONE[does]}`);
    }
  }
  const gone = mentions.filter(({ tasks: all }) =>
    all.some(({ state }) => state === 'gone'),
  ).length;
  if (gone > 0) parts.push(`${many(gone)} gone from the platform`);
  const nothing = mentions.filter(({ state, tasks: all }) => state === 'over' && all.length === 0);
  if (nothing.length > 0) parts.push(`nothing to do on ${many(nothing.length)}`);
  const under = mentions.filter(({ tasks: all }) => all.some(({ state }) => state === 'to-do'));
  if (under.length > 0) parts.push(`${many(under.length)} being dealt with`);
  return parts.length === 0 ? '' : `So far: ${allOf(parts)}.`;
}

function titleOf(view: PileView): string {
  const { mentions, account, lastHour, byHand } = view;
  const waiting = mentions.filter(({ state }) => state === 'new');
  const danger = waiting.filter(({ forWhom }) => forWhom === 'safeguarding').length;
  const all = oneOrMore(waiting.length, 'mention', 'mentions');
  if (danger > 0) return `For the safeguarding lead first: ${all} of ${account}`;
  if (lastHour >= WAVE) return `A wave: ${all} of ${account} to decide on`;
  if (waiting.length > 0) return `${all} of ${account} to decide on`;
  return byHand.length > 0
    ? `Mentions of ${account}: by hand now`
    : `Mentions of ${account}: decided`;
}

/** Who decided, by name and when they did so last. */
function deciders({ mentions, names, now, timezone }: PileView): string {
  const decided = mentions.flatMap((each) => each.decided ?? []).sort((a, b) => a.at - b.at);
  if (decided.length === 0) return '';
  const who = [...new Set(decided.map(({ by }) => nameOf(names, by)))];
  const last = Math.max(...decided.map(({ at }) => at));
  return `Decided by ${allOf(who)}, ${wordsForMoment(last, now, timezone)}.`;
}

/** What is not on this card is said to be somewhere. */
export function elsewhere({ listed, unlooked }: Pick<PileView, 'listed' | 'unlooked'>): Part[] {
  if (listed === 0) return [];
  const looked =
    unlooked === 0
      ? 'each looked at by somebody'
      : `nobody has looked at ${many(unlooked)} of them`;
  const text = `${capitalised(oneOrMore(listed, 'other', 'others'))} read as kind or neutral by their words; ${looked}.`;
  return [{ part: 'text', text, look: unlooked > 0 ? 'plain' : 'small' }];
}

/** The card of mentions that want a decision. Nobody is answered by any of its buttons. */
export function pileCard(view: PileView): Card {
  const { next, mentions, account, pile, byHand, lastHour, clauses } = view;
  const waiting = mentions.filter(({ state }) => state === 'new').length;
  const title = titleOf(view);
  const more = waiting - next.length;
  const told = [soFar(view), waiting === 0 ? deciders(view) : ''].filter((each) => each !== '');
  const wave = lastHour >= WAVE ? [`${many(lastHour)} of them within the last hour.`] : [];
  const about = { item: `mentions:${pile}`, takesFields: false };
  const policy = clauses.map(({ id, says }) => `${says.replace(/\.$/, '')} (${id})`).join('; ');
  return {
    title,
    mark:
      waiting > 0
        ? next.some(({ rank }) => rank >= GRAVE)
          ? 'stop'
          : 'ask'
        : byHand.length > 0
          ? 'ask'
          : 'ok',
    parts: [
      ...[...wave, ...told].map((text): Part => ({ part: 'text', text })),
      ...together(view),
      ...next.flatMap((mention) => mentionParts(mention, view)),
      ...(more > 0
        ? [
            {
              part: 'text' as const,
              text: `and ${many(more)} more, which come up as these are decided`,
              look: 'small' as const,
            },
          ]
        : []),
      ...tasks(view),
      ...elsewhere(view),
      ...(waiting === 0 || policy === ''
        ? []
        : [{ part: 'text' as const, text: `Our policy: ${policy}`, look: 'small' as const }]),
    ],
    buttons: [
      ...(byHand.length > 0
        ? [
            {
              ...about,
              action: 'mentions-done' as const,
              label: 'I have done these',
              look: 'main' as const,
            },
          ]
        : []),
      {
        action: 'mentions',
        label: 'Read every mention',
        item: account,
        look: 'plain',
        takesFields: false,
      },
    ],
    summary: title,
  };
}
