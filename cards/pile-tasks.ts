/** What is still to be done by hand about mentions, and what has been done so far. */
import type { PileView, ShownMention } from '../src/desk/mention-view.ts';
import type { Doing, KeptMention } from '../src/ports/mentions.ts';
import { whoWrote } from './mention.ts';
import type { Item, Part } from './model.ts';
import { many } from './profile.ts';
import { allOf, oneOrMore, shorten } from './words.ts';

/** So many have an item and a link of their own; the rest are named in a line. */
const MOST_TASKS = 4;
const LONGEST_REST = 1_500;
const VERBS = { hide: 'Hide', mute: 'Mute', block: 'Block', report: 'Report' } as const;
type OnPlatform = keyof typeof VERBS;

const leftOf = ({ tasks }: KeptMention) =>
  tasks.flatMap(({ does, state }) => (state === 'by-hand' ? [does] : []));

/** True where something is left that is done by hand on the platform. */
export const isOnPlatform = (mention: KeptMention): boolean =>
  leftOf(mention).some((does) => does !== 'escalate');

type Task = { does: OnPlatform; why: string | null; mention: ShownMention };

/** An author is blocked or reported once, however much they wrote. */
function tasksOf(byHand: readonly ShownMention[]): Task[] {
  const tasks = new Map<string, Task>();
  for (const mention of byHand) {
    for (const { does, state, why } of mention.tasks) {
      if (state !== 'by-hand' || does === 'escalate') continue;
      const key = `${does} ${does === 'hide' ? mention.number : mention.author.id}`;
      if (!tasks.has(key)) tasks.set(key, { does, why, mention });
    }
  }
  return [...tasks.values()];
}

function oneTask({ does, why, mention }: Task): Part[] {
  const who = whoWrote(mention);
  const small = [mention.decided?.reason, why].filter((each) => each).join(' · ');
  const item: Item = {
    mark: 'ask',
    word: VERBS[does],
    text: who,
    ...(small === '' ? {} : { small }),
  };
  const url = does === 'hide' || does === 'report' ? mention.link : mention.page;
  return [
    { part: 'items', items: [item] },
    ...(url === null ? [] : [{ part: 'link' as const, label: `Open ${who}`, url }]),
  ];
}

/** What a hand has to do on the platform. */
export function taskParts({ byHand, account }: PileView): Part[] {
  const tasks = tasksOf(byHand);
  if (tasks.length === 0) return [];
  const rest = tasks
    .slice(MOST_TASKS)
    .map(({ does, mention }) => `${VERBS[does]} ${whoWrote(mention)}`);
  return [
    { part: 'text', text: 'To be done by hand', look: 'strong' },
    {
      part: 'text',
      text: `On the platform, as ${account}. Then press “I have done these”: blocks are looked up, for the rest your word is kept.`,
    },
    ...tasks.slice(0, MOST_TASKS).flatMap(oneTask),
    ...(rest.length === 0
      ? []
      : [
          {
            part: 'text' as const,
            text: `And ${many(rest.length)} more: ${shorten(rest.join(', '), LONGEST_REST)}`,
          },
        ]),
  ];
}

/** What is to be handed to the authority: a pack for each decision. */
export function handedParts({ byHand, authority, packAt, pile }: PileView): Part[] {
  const packs = new Set(
    byHand.flatMap((mention) =>
      mention.pack !== null && leftOf(mention).includes('escalate') ? [mention.pack] : [],
    ),
  );
  if (packs.size === 0) return [];
  const text =
    authority === null
      ? 'the school file names nobody yet (authority: name and contact)'
      : `${authority.name}, ${authority.contact}`;
  return [
    { part: 'items', items: [{ mark: 'ask', word: 'Hand to the authority', text }] },
    ...[...packs].map(
      (pack): Part => ({
        part: 'link',
        label: 'The evidence, to print or save',
        url: packAt(pack),
      }),
    ),
    {
      part: 'buttons',
      buttons: [
        {
          action: 'mentions-handed',
          label: 'The authority has it',
          item: `mentions:${pile}`,
          look: 'main',
          takesFields: false,
        },
      ],
    },
  ];
}

const DONE: Readonly<Record<Doing, string>> = {
  hide: 'hidden',
  mute: 'muted',
  block: 'blocked',
  report: 'reported',
  escalate: 'handed to the authority',
};

/** What has been done so far, counted by what it was done to. */
export function soFar({ mentions }: PileView): string {
  const parts: string[] = [];
  for (const does of Object.keys(DONE) as Doing[]) {
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
  if (gone > 0) {
    parts.push(`${many(gone)} gone from the platform (deleted, or the author suspended or away)`);
  }
  const nothing = mentions.filter(({ state, tasks: all }) => state === 'over' && all.length === 0);
  if (nothing.length > 0) parts.push(`nothing to do on ${many(nothing.length)}`);
  const under = mentions.filter(({ tasks: all }) => all.some(({ state }) => state === 'to-do'));
  if (under.length > 0) parts.push(`${many(under.length)} being dealt with`);
  return parts.length === 0 ? '' : `So far: ${allOf(parts)}.`;
}
