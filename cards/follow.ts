/** A request to follow somebody, or to follow them no more: what SLT decides on, and what then is left to do by hand. */
import type { FollowsView, FollowView } from '../src/desk/follow-view.ts';
import type { Follow, FollowState } from '../src/ports/follows.ts';
import type { Button, Card, Field, Item, Mark, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { NOT_KEPT, profileParts } from './profile.ts';
import { nameOf, oneOf } from './words.ts';

const MARKS: Readonly<Record<FollowState, Mark>> = {
  asked: 'wait',
  declined: 'over',
  'to-do': 'ask',
  done: 'ok',
  found: 'ask',
  before: 'ok',
  over: 'over',
  gone: 'stop',
};

const handleOf = ({ profile }: Follow) => (profile.handle === '' ? 'Somebody' : profile.handle);

function titleOf({ follow }: Pick<FollowView, 'follow'>): string {
  const handle = handleOf(follow);
  const verb = follow.wants === 'follow' ? 'Follow' : 'Unfollow';
  switch (follow.state) {
    case 'asked':
      return `${verb} ${handle}?`;
    case 'declined':
      return `Not to be ${verb.toLowerCase()}ed: ${handle}`;
    case 'to-do':
      return follow.byHand === null ? `${verb} ${handle}: approved` : `${verb} ${handle}, by hand`;
    case 'done':
      return follow.wants === 'follow' ? `We follow ${handle}` : `We follow ${handle} no more`;
    case 'found':
      return `Nobody decided on this: we follow ${handle}`;
    case 'before':
      return `We follow ${handle}`;
    case 'over':
      return `We follow ${handle} no more`;
    case 'gone':
      return `${handle} is gone`;
  }
}

function decidedText(view: FollowView): string[] {
  const { follow, names, now, timezone } = view;
  const { decidedBy, decidedAt, reason, state } = follow;
  if (decidedBy === null || decidedAt === null) return [];
  const what = state === 'declined' ? 'Declined' : 'Decided';
  const when = wordsForMoment(decidedAt, now, timezone);
  const why = reason === null ? '' : ` “${reason}”`;
  return [`${what} by ${nameOf(names, decidedBy)} ${when}.${why}`];
}

function todo({ follow }: FollowView): string[] {
  switch (follow.state) {
    case 'to-do':
      return follow.byHand === null
        ? ['It is being done now.']
        : [
            `${follow.byHand} Open the profile as ${follow.account}, ${follow.wants} it there, and press the button: Bellbird then looks whether it is so.`,
          ];
    case 'found':
      return [
        `${follow.account} follows it at the platform, and nobody was asked. Let it stand, or have it ended.`,
      ];
    case 'before':
      return ['It was followed already when Bellbird first looked.'];
    case 'gone':
      return ['The account is not there any more, so nothing is left to do.'];
    default:
      return [];
  }
}

function judged({ follow }: FollowView): Part[] {
  const { judgement, state } = follow;
  if (judgement === null || (state !== 'asked' && state !== 'found')) return [];
  const mark = { fine: 'ok', explain: 'ask', against: 'stop' } as const;
  const word = {
    fine: 'Fine by our policy',
    explain: 'To be explained',
    against: 'Our policy speaks against it',
  } as const;
  const items = judgement.reasons.map(
    ({ says, clauses }, place): Item => ({
      mark: place === 0 ? mark[judgement.verdict] : 'wait',
      word: place === 0 ? word[judgement.verdict] : 'Also',
      text: says,
      ...(clauses.length > 0 ? { small: clauses.join(', ') } : {}),
    }),
  );
  return [{ part: 'items', items }];
}

/** Ids are told apart: both may stand on one card. */
function whyField(id: 'why' | 'reason'): Field {
  const label = 'Why? It is kept for the record';
  return { field: 'text', id, label, value: '', long: false, required: true, longest: 300 };
}

function buttonsOf({ follow, wantsReason }: FollowView): Button[] {
  const about = { item: `follow:${follow.id}`, revision: follow.version, takesFields: false };
  if (follow.state === 'asked' || follow.state === 'found') {
    const found = follow.state === 'found';
    const [yes, no] = found ? ['Let it stand', 'Have it ended'] : ['Approve', 'Decline'];
    return [
      {
        ...about,
        action: 'follow-approve',
        label: yes,
        look: 'main',
        ...(wantsReason ? { asks: [whyField('why')] } : {}),
      },
      { ...about, action: 'follow-decline', label: no, look: 'danger', asks: [whyField('reason')] },
    ];
  }
  if (follow.state === 'to-do' && follow.byHand !== null) {
    return [
      { ...about, action: 'follow-done', label: 'I have done it', look: 'main' },
      {
        ...about,
        action: 'follow-decline',
        label: 'Give it up',
        look: 'plain',
        asks: [whyField('reason')],
      },
    ];
  }
  return [];
}

/** The card of one request, the same for who asked and who decides. */
export function followCard(view: FollowView): Card {
  const { follow, names, page } = view;
  const title = titleOf(view);
  const who = follow.askedBy === null ? null : nameOf(names, follow.askedBy);
  const waits = follow.state === 'asked' ? [`${oneOf(view.deciders)} can decide.`] : [];
  const lines = [...todo(view), ...decidedText(view), ...waits];
  return {
    title,
    mark: MARKS[follow.state],
    parts: [
      ...(who === null
        ? []
        : [
            { part: 'quote' as const, who: `${who}, for ${follow.account}`, words: follow.because },
          ]),
      ...judged(view),
      ...profileParts(follow.profile, view.now),
      ...(page === null ? [] : [{ part: 'link' as const, label: 'See the profile', url: page }]),
      ...lines.map((text): Part => ({ part: 'text', text })),
    ],
    buttons: buttonsOf(view),
    summary: who === null ? title : `${who} asks: ${title}`,
  };
}

function rowOf(follow: Follow, view: FollowsView): Item {
  const { names, now, timezone } = view;
  const who = follow.askedBy === null ? '' : `asked for by ${nameOf(names, follow.askedBy)} `;
  const handle = follow.profile.handle === '' ? NOT_KEPT : follow.profile.handle;
  return {
    mark: MARKS[follow.state],
    word: handle,
    text: `${who}${wordsForMoment(follow.askedAt, now, timezone)}, for ${follow.account}`,
    button: {
      action: 'follow-open',
      label: `Open ${handle === NOT_KEPT ? `request ${follow.number}` : handle}`,
      item: `follow:${follow.id}`,
      revision: follow.version,
      look: 'plain',
      takesFields: false,
    },
  };
}

/** What is asked for, what is to be done by hand, and whom we follow. */
export function followsCard(view: FollowsView): Card {
  const { waiting, toDo, found, followed, more } = view;
  const list = (head: string, rows: readonly Follow[]): Part[] =>
    rows.length === 0
      ? []
      : [
          { part: 'text', text: head, look: 'strong' },
          { part: 'items', items: rows.map((follow) => rowOf(follow, view)) },
        ];
  const open = waiting.length + toDo.length + found.length;
  const title = open === 0 ? 'Whom we follow' : `Whom we follow: ${open} to settle`;
  const none = open + followed.length === 0;
  return {
    title,
    parts: none
      ? [
          {
            part: 'text',
            text: 'Bellbird knows of nobody yet. Ask with /follow, a handle and why, such as: /follow @BellMuseum because Year 4 will visit in May.',
          },
        ]
      : [
          ...list('Nobody decided on these', found),
          ...list('To be done by hand', toDo),
          ...list('Waits for a decision', waiting),
          ...list('We follow', followed),
          ...(more ? [{ part: 'text' as const, text: 'and more', look: 'small' as const }] : []),
        ],
    buttons: [],
    summary: title,
  };
}
