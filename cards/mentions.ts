/** Every mention of an account, in pages, the newest first: what reads as kind or neutral too. */
import type { MentionsView, ShownMention } from '../src/desk/mention-view.ts';
import { linkTo, mentionItem } from './mention.ts';
import type { Button, Card, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { many } from './profile.ts';
import { nameOf, oneOrMore } from './words.ts';

const SORTS = {
  positive: 'reads as kind.',
  neutral: 'reads as neutral.',
  inappropriate: 'is inappropriate by its words.',
} as const;

function readsAs({ forWhom, sort }: ShownMention): string {
  if (forWhom === 'safeguarding') return 'is one for the safeguarding lead.';
  return forWhom === 'office' && sort !== 'inappropriate' ? 'reads as a complaint.' : SORTS[sort];
}

function stands({ state, decided, tasks }: ShownMention, names: MentionsView['names']): string {
  if (state === 'new') return ' Waits for a decision in the SLT channel.';
  if (decided === null) return '';
  const who = nameOf(names, decided.by);
  if (state === 'to-do') return ` Being dealt with, as ${who} decided.`;
  return tasks.length === 0 ? ` Nothing to do, said ${who}.` : ` Dealt with, as ${who} decided.`;
}

function raise(mention: ShownMention): Part[] {
  if (mention.state === 'new' || mention.state === 'to-do') return [];
  const { account, number } = mention;
  const button: Button = {
    action: 'mention-raise',
    label: `Decide on ${number}`,
    item: account,
    revision: number,
    look: 'plain',
    takesFields: false,
  };
  return [{ part: 'buttons', buttons: [button] }];
}

function rowParts(mention: ShownMention, view: MentionsView): Part[] {
  const says = `${readsAs(mention)}${stands(mention, view.names)}`;
  const seen =
    mention.lookedBy === null && mention.state === 'listed' ? ' · nobody had looked at it yet' : '';
  const item = mentionItem(mention, says, view);
  return [
    { part: 'items', items: [{ ...item, small: `${item.small}${seen}` }] },
    ...linkTo(mention),
    ...raise(mention),
  ];
}

function howRead({ read, now, timezone, everyMinutes }: MentionsView): string {
  const rhythm = `Bellbird reads them every ${everyMinutes} minutes in school hours, and answers none.`;
  if (read?.trouble) {
    const since = wordsForMoment(read.trouble.since, now, timezone);
    return `They cannot be read since ${since} (${read.trouble.why}). Look on the platform itself meanwhile.`;
  }
  if (read?.at === null || read === null) return `They have not been read yet. ${rhythm}`;
  return `Read ${wordsForMoment(read.at, now, timezone)}. ${rhythm}`;
}

function turnTo(account: string, label: string, page: number): Button {
  return {
    action: 'mentions',
    label,
    item: account,
    revision: page,
    look: 'plain',
    takesFields: false,
  };
}

/** A page of all mentions, and how many of them nobody has looked at. */
export function mentionsCard(view: MentionsView): Card {
  const { account, all, unlooked, waiting, page, pages, mentions } = view;
  const title =
    all === 0
      ? `No mention of ${account} so far`
      : `${oneOrMore(all, 'mention', 'mentions')} of ${account}`;
  const left = [
    ...(waiting > 0 ? [`${many(waiting)} wait for a decision`] : []),
    ...(unlooked > 0 ? [`nobody has looked at ${many(unlooked)} yet, beside these`] : []),
  ].join('; ');
  return {
    title,
    parts: [
      ...(left === ''
        ? []
        : [
            {
              part: 'text' as const,
              text: `${left.charAt(0).toUpperCase()}${left.slice(1)}.`,
              look: 'strong' as const,
            },
          ]),
      { part: 'text', text: howRead(view), look: 'small' },
      ...mentions.flatMap((mention) => rowParts(mention, view)),
      ...(pages > 1
        ? [{ part: 'text' as const, text: `Page ${page + 1} of ${pages}`, look: 'small' as const }]
        : []),
    ],
    buttons: [
      ...(page > 0 ? [turnTo(account, 'Newer', page - 1)] : []),
      ...(page + 1 < pages ? [turnTo(account, 'Older', page + 1)] : []),
    ],
    summary: title,
  };
}
