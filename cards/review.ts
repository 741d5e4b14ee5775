/** A review of followers: the doubtful first, a few at a time, until nobody is left. */
import type { FirstReview } from '../src/desk/review-start.ts';
import type { ReviewView, ShownFollower } from '../src/desk/review-view.ts';
import type { Button, Card, Item, Part } from './model.ts';
import { wordsForMoment } from './moment.ts';
import { inShort, many, NOT_KEPT } from './profile.ts';
import { capitalised, nameOf, shorten } from './words.ts';

const LONGEST_BIO = 160;
const NEWEST = 1_000;

/** What a million of millionths comes to: "$20.00", "less than a cent". */
function dollars(microdollars: number): string {
  if (microdollars === 0) return 'nothing';
  return microdollars < 10_000 ? 'less than a cent' : `$${(microdollars / 1e6).toFixed(2)}`;
}

/** Before a first review: how many followers there are, what reading them costs, and how far back to go. */
export function firstReviewCard({ account, followers, all, newest }: FirstReview): Card {
  const start = (label: string, revision: number, look: Button['look']): Button => ({
    action: 'review',
    label,
    item: account,
    revision,
    look,
    takesFields: false,
  });
  const title = `First review of ${account}: ${many(followers)} followers`;
  const free = all === 0;
  const cost = free
    ? 'Reading them costs nothing.'
    : `Reading all of them costs about ${dollars(all)} at the platform’s prices, the newest ${many(Math.min(NEWEST, followers))} about ${dollars(newest)}.`;
  return {
    title,
    mark: 'ask',
    parts: [
      { part: 'text', text: cost },
      {
        part: 'text',
        text: 'It is done once: from then on only new followers are read, most weeks a handful. You can stop and go on at any time.',
      },
    ],
    buttons: [
      start('Read all of them', 0, free ? 'main' : 'plain'),
      ...(followers > NEWEST
        ? [start(`Only the newest ${many(NEWEST)}`, NEWEST, free ? 'plain' : 'main')]
        : []),
    ],
    summary: title,
  };
}

const handleOf = ({ profile, number }: ShownFollower) => profile?.handle || `follower ${number}`;

function followerItem(follower: ShownFollower, now: number): Item {
  const { profile, doubt, reasons } = follower;
  const says = reasons.map((reason) => reason.says).join(' ');
  const name = profile?.name || NOT_KEPT;
  return {
    mark: doubt >= 60 ? 'stop' : doubt >= 25 ? 'ask' : 'wait',
    word: handleOf(follower),
    text: says === '' ? 'Nothing speaks against it.' : says,
    excerpt: shorten(profile?.bio ? `${name}: ${profile.bio}` : name, LONGEST_BIO),
    ...(profile ? { small: inShort(profile, now) } : {}),
  };
}

const SENTENCES = [
  { action: 'follower-keep', proposal: 'keep', verb: 'Keep' },
  { action: 'follower-block', proposal: 'block', verb: 'Block' },
  { action: 'follower-remove', proposal: 'remove', verb: 'Remove' },
  { action: 'follower-point', proposal: 'point', verb: 'Children’s policy for' },
] as const;

function decisions(follower: ShownFollower): Button[] {
  const offered = SENTENCES.filter(({ proposal }) => proposal !== 'point' || follower.young);
  return offered.map(({ action, proposal, verb }): Button => {
    const away = proposal === 'block' || proposal === 'remove';
    return {
      action,
      label: `${verb} ${handleOf(follower)}`,
      item: `review:${follower.review}`,
      revision: follower.number,
      look: proposal !== follower.proposal ? 'plain' : away ? 'danger' : 'main',
      takesFields: false,
      ...(away
        ? {
            asks: [
              {
                field: 'text',
                id: `reason-${follower.number}-${proposal}`,
                label: 'Why? It is kept for the record',
                value: '',
                long: false,
                required: true,
                longest: 300,
              },
            ],
          }
        : {}),
    };
  });
}

function followerParts(follower: ShownFollower, view: ReviewView): Part[] {
  const children: Part[] =
    follower.young && view.childrensPolicy
      ? [
          {
            part: 'link',
            label: 'What the platform says about children',
            url: view.childrensPolicy,
          },
        ]
      : [];
  return [
    { part: 'items', items: [followerItem(follower, view.now)] },
    ...(follower.page === null
      ? []
      : [{ part: 'link' as const, label: `See ${handleOf(follower)}`, url: follower.page }]),
    ...children,
    { part: 'buttons', buttons: decisions(follower) },
  ];
}

/** An action of its own, so that a Keep from an older card overturns nobody's Block. */
const keepAfterAll = (follower: ShownFollower): Button => ({
  action: 'follower-keep-after-all',
  label: `Keep after all: ${handleOf(follower)}`,
  item: `review:${follower.review}`,
  revision: follower.number,
  look: 'plain',
  takesFields: false,
});

function tasks({ byHand, review }: ReviewView): Part[] {
  if (byHand.length === 0) return [];
  return [
    { part: 'text', text: 'To be done by hand', look: 'strong' },
    {
      part: 'text',
      text: `Open each profile as ${review.account} and do it there. Bellbird then looks whether it is so.`,
    },
    ...byHand.flatMap((follower): Part[] => [
      {
        part: 'items',
        items: [
          {
            mark: 'ask',
            word: follower.state === 'to-block' ? 'Block' : 'Remove',
            text: handleOf(follower),
            ...(follower.reason === null ? {} : { small: follower.reason }),
            ...(follower.byHand === null ? {} : { button: keepAfterAll(follower) }),
          },
        ],
      },
      ...(follower.page === null
        ? []
        : [{ part: 'link' as const, label: `Open ${handleOf(follower)}`, url: follower.page }]),
    ]),
  ];
}

/** Who asks to follow a protected account: a person lets them in, at the outlet. */
function requests({ guarded, review, own }: ReviewView): Part[] {
  if (!guarded || review.state !== 'open') return [];
  const link: Part[] =
    own === null ? [] : [{ part: 'link', label: `Open ${review.account}`, url: own }];
  if (review.requests === null) {
    return [
      {
        part: 'text',
        text: 'The platform shows Bellbird nobody who asks to follow: look at the requests there, and let in who belongs.',
      },
      ...link,
    ];
  }
  if (review.requests.length === 0) return [{ part: 'text', text: 'Nobody asks to follow.' }];
  return [
    { part: 'text', text: 'Asks to follow: let in or refused by hand', look: 'strong' },
    {
      part: 'items',
      items: review.requests.map(({ handle, name, bio }) => ({
        mark: 'ask' as const,
        word: handle || NOT_KEPT,
        text: shorten([name, bio].filter((each) => each !== '').join(': '), LONGEST_BIO),
      })),
    },
    ...link,
  ];
}

function titleOf({ review, counts }: ReviewView): string {
  const left = counts['to-block'] + counts['to-remove'];
  if (review.state === 'reading') return `Reading the followers of ${review.account}`;
  if (review.state === 'done') return `Followers of ${review.account}: reviewed`;
  if (counts.new > 0)
    return `${many(counts.new)} new ${counts.new === 1 ? 'follower' : 'followers'} of ${review.account}`;
  return left > 0 ? `${left} to be sent away by hand` : `Nobody is left to decide on`;
}

function progress(view: ReviewView): string {
  const { review, counts, names, now, timezone } = view;
  const { kept, pointed, blocked, removed } = counts;
  const away = blocked + removed;
  const toDo = counts['to-block'] + counts['to-remove'];
  const told = [
    `${many(kept)} kept`,
    ...(away > 0 ? [`${away} sent away`] : []),
    ...(toDo > 0 ? [`${toDo} to be sent away`] : []),
    ...(pointed > 0 ? [`${pointed} pointed to the children’s policy`] : []),
  ].join(', ');
  if (review.state === 'reading') {
    const of = review.most ?? review.followers;
    return `${many(review.read)}${of === null ? '' : ` of ${many(of)}`} read so far. You can leave this and come back.`;
  }
  if (review.done) {
    return `${capitalised(told)}. Done by ${nameOf(names, review.done.by)} ${wordsForMoment(review.done.at, now, timezone)}.`;
  }
  const begun = kept + pointed + away + toDo > 0;
  return begun ? `So far: ${told}.` : 'The most doubtful come first.';
}

function buttonsOf({ review, counts, byHand }: ReviewView): Button[] {
  if (review.state !== 'open') return [];
  const about = { item: `review:${review.id}`, takesFields: false };
  const buttons: Button[] = [];
  if (counts.plain > 0) {
    buttons.push({
      ...about,
      action: 'review-keep-plain',
      label: `Keep the ${many(counts.plain)} plainly fine`,
      look: 'plain',
    });
  }
  if (byHand.length > 0) {
    buttons.push({ ...about, action: 'review-check', label: 'I have done these', look: 'main' });
  }
  if (counts.new === 0 && counts['to-block'] + counts['to-remove'] === 0) {
    buttons.push({ ...about, action: 'review-finish', label: 'Finish the review', look: 'main' });
  }
  return buttons;
}

/** The card of a review. */
export function reviewCard(view: ReviewView): Card {
  const { review, counts, next } = view;
  const title = titleOf(view);
  const more = counts.new - next.length;
  return {
    title,
    mark: review.state === 'done' ? 'ok' : review.state === 'reading' ? 'wait' : 'ask',
    parts: [
      { part: 'text', text: progress(view) },
      ...next.flatMap((follower) => followerParts(follower, view)),
      ...(more > 0
        ? [
            {
              part: 'text' as const,
              text: `and ${many(more)} more, less doubtful`,
              look: 'small' as const,
            },
          ]
        : []),
      ...tasks(view),
      ...requests(view),
    ],
    buttons: buttonsOf(view),
    summary: title,
  };
}
