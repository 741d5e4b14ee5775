/** The one card of the mentions that want a decision, however many they become: the most pressing first. */
import type { PileView, ShownMention } from '../src/desk/mention-view.ts';
import type { Doing } from '../src/ports/mentions.ts';
import { GRAVE, linkTo, mentionItem } from './mention.ts';
import type { Button, Card, Field, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { handedParts, isOnPlatform, soFar, taskParts } from './pile-tasks.ts';
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
  const { number, pile, rank, actions, answers, forWhom } = mention;
  const about = { item: `mentions:${pile}`, revision: number, takesFields: false };
  const grave = rank >= GRAVE;
  const [first = 'nothing'] = forWhom === 'safeguarding' ? (['escalate'] as const) : actions;
  // What is proposed first, and the reply hidden with it: each can be unticked.
  const ticked: Doing[] =
    first === 'nothing' ? [] : first === 'hide' || forWhom !== null ? [first] : ['hide', first];
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
      // In a wave all are decided on together more likely than not.
      ...(lastHour >= WAVE ? together(view) : []),
      ...next.flatMap((mention) => mentionParts(mention, view)),
      ...(lastHour >= WAVE ? [] : together(view)),
      ...(more > 0
        ? [
            {
              part: 'text' as const,
              text: `and ${many(more)} more, which come up as these are decided`,
              look: 'small' as const,
            },
          ]
        : []),
      ...taskParts(view),
      ...handedParts(view),
      ...elsewhere(view),
      ...(waiting === 0 || policy === ''
        ? []
        : [{ part: 'text' as const, text: `Our policy: ${policy}`, look: 'small' as const }]),
    ],
    buttons: [
      ...(byHand.some(isOnPlatform)
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
