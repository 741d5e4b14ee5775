/** Sample cards of every kind, for tests and the gallery. */
import { agreementCard, agreementFirstCard } from '../../cards/agreement.ts';
import { composerCard } from '../../cards/composer.ts';
import { deskCard } from '../../cards/desk.ts';
import { cardFor } from '../../cards/draft-card.ts';
import { helpCard } from '../../cards/help.ts';
import { listCard } from '../../cards/list.ts';
import type { Card } from '../../cards/model.ts';
import { policyCard } from '../../cards/policy.ts';
import { sayCard } from '../../cards/say.ts';
import { tellCard } from '../../cards/tell.ts';
import type { Finding } from '../../src/policy/rule.ts';
import { homes } from './home-samples.ts';
import {
  FLAGGED,
  FLAGGED_TEXT,
  OVER,
  STILL_FINE,
  STOPPED,
  STOPPED_TEXT,
} from './sample-findings.ts';
import {
  AMY,
  approval,
  DAY,
  decision,
  HOUR,
  JO,
  LIFE,
  list,
  MINUTE,
  MONDAY,
  NOW,
  policy,
  SAM,
  TEXT,
  view,
  waiting,
} from './views.ts';

const NAMES = { [AMY]: 'Amy Reid', [SAM]: 'Sam Obi', [JO]: 'Jo Clarke' };

export const COMPOSER = {
  accounts: ['@LarkrisePrimary', '@Larkrise_Sport'],
  values: {
    text: TEXT,
    account: '@LarkrisePrimary',
    occasion: 'everyday',
    date: '2026-01-15',
    time: '09:30',
  },
  hours: 'Mon–Fri 8:00–18:00',
  purposes: ['celebrating', 'school news', 'class reminders'],
} as const;

const NAMED: Finding = {
  rule: 'pupil-name',
  severity: 'block',
  message: 'A pupil is named here. Leave the name out.',
  fix: { label: 'Say “a Year 4 painting”', text: '' },
  clauses: [],
};
const CHANGES = [{ says: 'a post fits in 240 characters', clauses: ['LH-02'] }];
const PAUSED = { by: JO, at: NOW - HOUR, why: 'Flood in the hall, please wait.' };

/** Sample cards of every kind, by name. */
export function samples(): Record<string, Card> {
  const cards: Record<string, Card> = {};
  for (const [state, each] of Object.entries(LIFE)) {
    cards[`${state} author`] = cardFor(each, 'author');
    cards[`${state} slt`] = cardFor(each, 'slt');
  }
  const blocked = {
    outcome: 'blocked',
    findings: STOPPED,
    weight: STOPPED_TEXT.length,
    held: true,
    slot: MONDAY,
  } as const;
  const flagged = { outcome: 'review', findings: FLAGGED, weight: FLAGGED_TEXT.length } as const;
  const asked = { state: 'submitted', submittedAt: NOW - HOUR } as const;
  const reasons = [
    { rule: 'individual-handle', reason: 'They ran our bridge day and asked us to.' },
    { rule: 'hashtag-place', reason: 'It is the title of the week.' },
  ];
  Object.assign(cards, {
    'checklist blocked': cardFor(
      view({ revision: { text: STOPPED_TEXT }, verdict: blocked, fine: STILL_FINE }),
      'author',
    ),
    'checklist to explain': cardFor(
      view({
        revision: { text: FLAGGED_TEXT },
        verdict: flagged,
        fine: STILL_FINE,
        price: 'The link makes this post dear: about 16p instead of 1p.',
        paused: PAUSED,
      }),
      'author',
    ),
    'checklist not kept': cardFor(
      view({
        revision: { text: '' },
        verdict: { outcome: 'blocked', findings: [NAMED] },
        heldUntil: NOW + 30 * MINUTE,
      }),
      'author',
    ),
    'checklist not kept, and gone': cardFor(
      view({ revision: { text: '' }, verdict: { outcome: 'blocked', findings: [NAMED] } }),
      'author',
    ),
    'approval flagged': cardFor(
      view({
        draft: asked,
        approval: approval(),
        revision: {
          text: FLAGGED_TEXT,
          reasons,
          ticked: [{ id: 'device', by: AMY, at: NOW - HOUR }],
        },
        verdict: flagged,
        fine: STILL_FINE,
      }),
      'slt',
    ),
    'approval urgent': cardFor(
      view({
        draft: asked,
        approval: approval(2),
        decisions: [decision()],
        revision: { occasion: 'urgent', text: 'School is closed today: the boiler has stopped.' },
        paused: PAUSED,
      }),
      'slt',
    ),
    'amended author': cardFor(
      view({ draft: asked, approval: approval(), revision: { editor: SAM } }),
      'author',
    ),
    'amended slt': cardFor(
      view({ draft: asked, approval: approval(), revision: { editor: SAM } }),
      'slt',
    ),
    'after changes': cardFor(
      view({ draft: { note: 'Could you say which class?', revision: 2 } }),
      'author',
    ),
    'checklist for a head': cardFor(view({ whoDecides: 'the head or the IT lead' }), 'author'),
    'checklist barred': cardFor(
      view({ barred: '@LarkrisePrimary may be used once Jo Clarke has approved it.' }),
      'author',
    ),
    'scheduled paused': cardFor({ ...LIFE.scheduled, paused: PAUSED }, 'author'),
    'list paused': listCard(list({ paused: true, whoDecides: 'the head or the IT lead' })),
    composer: composerCard(COMPOSER),
    'composer with hints': composerCard({
      ...COMPOSER,
      hints: ['Show a piece of work, and say which year group it comes from.'],
    }),
    'composer stopped': composerCard({
      ...COMPOSER,
      accounts: ['@LarkrisePrimary'],
      draft: 'd12',
      revision: 2,
      values: { ...COMPOSER.values, text: STOPPED_TEXT },
      toPutRight: [{ mark: 'stop', text: OVER }],
      count: `${STOPPED_TEXT.length} of 280`,
    }),
    list: listCard(list()),
    'list empty': listCard(list({ rows: [], more: 0 })),
    'list withdraw': listCard(list({ more: 0 }), 'withdraw'),
    desk: deskCard({
      now: NOW,
      timezone: 'Europe/London',
      schoolName: 'Larkrise Primary School',
      paused: null,
      names: NAMES,
      queue: waiting(),
      people: null,
      accounts: ['@Larkrise_Sport'],
      agreements: [{ person: AMY, name: 'Amy Reid', at: NOW - DAY }],
      spent: [
        {
          account: '@LarkrisePrimary',
          ...{ microdollars: 1_195_000, posts: 12, withLink: 3, reads: 200 },
          ...{ removals: 1, deeds: 2 },
        },
      ],
      may: { pause: true, approveAccounts: true, countersign: true },
    }),
    'desk paused': deskCard({
      now: NOW,
      timezone: 'Europe/London',
      schoolName: 'Larkrise Primary School',
      paused: PAUSED,
      names: NAMES,
      queue: list({ rows: [], more: 0 }),
      people: null,
      accounts: [],
      agreements: [],
      spent: [],
      may: { pause: true, approveAccounts: false, countersign: false },
    }),
    policy: policyCard(policy()),
    'policy photos': policyCard(policy({ asked: 'photos' })),
    'policy changed': policyCard(policy({ changes: CHANGES })),
    'policy people': policyCard(
      policy({
        asked: 'Who may do what',
        people: [
          { label: 'Write posts', value: 'Amy Reid and Tom Lee' },
          { label: 'Decide on posts', value: 'Sam Obi and Jo Clarke' },
        ],
      }),
    ),
    'policy nothing': policyCard(
      policy({ asked: 'unicorns', sections: [], nothing: 'Our policy says nothing about that.' }),
    ),
    agreement: agreementCard(agreement(null)),
    'agreement signed': agreementCard(
      agreement({ person: AMY, policy: 'standard@1', at: NOW, countersigned: [] }),
    ),
    'agreement first': agreementFirstCard({
      says: 'Before your first post, please read and sign our rules: type /policy agree.',
      own: true,
      words: TEXT,
      name: 'Amy Reid',
    }),
    'agreement gone on from': agreementCard({
      ...agreement({ person: AMY, policy: 'standard@1', at: NOW, countersigned: [] }),
      countersigners: [],
      begun: true,
    }),
    help: helpCard({
      schoolName: 'Larkrise Primary School',
      whoDecides: 'SLT',
      decides: true,
      chat: 'slack',
      contact: 'office@larkrise.example',
    }),
    refusal: sayCard('Not yet', 'Only Sam Obi or Jo Clarke can pause posting.', 'stop'),
    news: tellCard({
      title: 'Sam Obi asks for changes',
      text: 'Could you say which class?',
      draft: LIFE.submitted.draft,
      words: TEXT,
    }),
    ...homes(),
  });
  return cards;
}

export function agreement(agreed: Parameters<typeof agreementCard>[0]['agreed']) {
  return {
    now: NOW,
    timezone: 'Europe/London',
    policy: { title: 'Larkrise social media policy', version: '1.0' },
    kind: 'signed' as const,
    says: ['I keep the password to myself', 'I tell SLT at once when something goes wrong'],
    agreed,
    names: NAMES,
    countersigners: ['Jo Clarke'],
  };
}
