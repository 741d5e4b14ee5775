/** Cards full of what people typed. */
import { composerCard } from '../../cards/composer.ts';
import { deskCard } from '../../cards/desk.ts';
import { cardFor } from '../../cards/draft-card.ts';
import { listCard } from '../../cards/list.ts';
import type { Card } from '../../cards/model.ts';
import { policyCard } from '../../cards/policy.ts';
import { sayCard } from '../../cards/say.ts';
import { tellCard } from '../../cards/tell.ts';
import type { State } from '../../src/post/lifecycle.ts';
import { COMPOSER } from './samples.ts';
import {
  approval,
  decision,
  HANDLE,
  HASHTAG,
  HIDDEN,
  JO,
  LIFE,
  list,
  NOW,
  policy,
  view,
} from './views.ts';

/** Every card a person's words can get into, with these words in every place for them. */
export function withWords(words: string): Card[] {
  const paused = { by: JO, at: NOW, why: words };
  const findings = [HIDDEN, HANDLE, HASHTAG].map((finding) => ({
    ...finding,
    span: [0, words.length] as const,
  }));
  const typed = {
    revision: {
      text: words,
      reasons: [HANDLE, HASHTAG].map(({ rule }) => ({ rule, reason: words })),
    },
    paused,
  };
  const states = Object.keys(LIFE) as State[];
  const cards = states.flatMap((state) => {
    const { draft } = LIFE[state];
    const each = view({
      ...typed,
      draft: { ...draft, note: words },
      approval: approval(2),
      verdict: { outcome: 'review', findings: findings.slice(1) },
      decisions: [
        decision({ kind: 'changes', note: words }),
        decision({ kind: 'decline', note: words }),
      ],
    });
    return [cardFor(each, 'author'), cardFor(each, 'slt')];
  });
  const rows = [{ draft: LIFE.submitted.draft, words, author: 'Amy Reid', opens: true }];
  return [
    ...cards,
    cardFor(view({ ...typed, verdict: { outcome: 'blocked', findings } }), 'author'),
    composerCard({ ...COMPOSER, values: { ...COMPOSER.values, text: words } }),
    listCard(list({ rows })),
    deskCard({
      now: NOW,
      timezone: 'Europe/London',
      schoolName: 'Larkrise',
      paused,
      names: { [JO]: 'Jo Clarke' },
      queue: list({ rows }),
      people: null,
      accounts: [],
      agreements: [],
      spent: [],
      may: { pause: true, approveAccounts: true, countersign: true },
    }),
    policyCard(policy({ asked: words })),
    sayCard('Not yet', words),
    tellCard({ title: 'News', text: words, draft: LIFE.submitted.draft, words }),
  ];
}
