import { describe, expect, test } from 'vitest';
import { composerCard } from '../../cards/composer.ts';
import { deskCard } from '../../cards/desk.ts';
import { cardFor } from '../../cards/draft-card.ts';
import { listCard } from '../../cards/list.ts';
import { policyCard } from '../../cards/policy.ts';
import { textCard } from '../../cards/render/text.ts';
import type { State } from '../../src/post/lifecycle.ts';
import { COMPOSER } from './samples.ts';
import {
  AMY,
  approval,
  decision,
  HANDLE,
  HOUR,
  JO,
  LIFE,
  list,
  MINUTE,
  NOW,
  policy,
  SAM,
  view,
} from './views.ts';

const LEADS = 'the head or the IT lead';
const PAUSED = { by: JO, at: NOW - HOUR, why: '' };

describe('At a school where SLT decides nothing', () => {
  const asked = { state: 'submitted', submittedAt: NOW - HOUR } as const;
  const views = [
    ...Object.values(LIFE),
    view({ verdict: { outcome: 'review', findings: [HANDLE] } }),
    view({ verdict: { slot: null } }),
    view({ draft: { note: 'Which class?', revision: 2 } }),
    view({ draft: asked, approval: approval(), revision: { editor: SAM } }),
  ].map((each) => ({ ...each, whoDecides: LEADS }));

  test('no card speaks of SLT', () => {
    for (const each of [...views, ...views.map((one) => ({ ...one, paused: PAUSED }))]) {
      for (const audience of ['author', 'slt'] as const) {
        expect(textCard(cardFor(each, audience))).not.toContain('SLT');
      }
    }
    expect(textCard(listCard(list({ whoDecides: LEADS })))).not.toContain('SLT');
  });

  test('the cards name those who decide, in whole sentences', () => {
    const read = (state: State, audience: 'author' | 'slt') =>
      textCard(cardFor({ ...LIFE[state], whoDecides: LEADS }, audience));
    expect(read('drafted', 'author')).toMatch(/^Ready for the head or the IT lead\n/);
    expect(read('drafted', 'author')).toContain('[Send to the head or the IT lead]');
    expect(read('drafted', 'author')).toContain('as soon as the head or the IT lead approves it');
    expect(read('submitted', 'author')).toMatch(/^With the head or the IT lead\n/);
    expect(read('submitted', 'slt')).toMatch(
      /^Amy Reid asks the head or the IT lead to approve post 12\n/,
    );
    expect(read('unconfirmed', 'author')).toContain(
      'The head or the IT lead will look at the account',
    );
    expect(textCard(listCard(list({ whoDecides: LEADS })))).toContain(
      'with the head or the IT lead since today 14:10',
    );
  });
});

describe('While posting is paused', () => {
  test('no card of a waiting post promises a time', () => {
    const waiting: State[] = ['drafted', 'submitted', 'approved', 'scheduled'];
    for (const state of waiting) {
      for (const audience of ['author', 'slt'] as const) {
        const text = textCard(cardFor({ ...LIFE[state], paused: PAUSED }, audience));
        expect(text, `${state} ${audience}`).not.toMatch(
          /Mon 8:00|as soon as SLT|goes out (?:today|Mon)/,
        );
      }
    }
    expect(textCard(cardFor({ ...LIFE.scheduled, paused: PAUSED }, 'author'))).toContain(
      'It is held while posting is paused, and goes out at its next time after that.',
    );
  });

  test('the lists say that an approved post is held, and give its time again afterwards', () => {
    const paused = textCard(listCard(list({ paused: true })));
    expect(paused).toContain('Post 13: approved, held while posting is paused');
    expect(paused).not.toContain('goes out');
    expect(textCard(listCard(list()))).toContain('Post 13: goes out Mon 8:00');
  });

  test('the desk says so of what is in its own list', () => {
    const desk = (held: typeof PAUSED | null) =>
      textCard(
        deskCard({
          now: NOW,
          timezone: 'Europe/London',
          schoolName: 'Larkrise',
          paused: held,
          names: { [JO]: 'Jo Clarke' },
          queue: list(),
          people: null,
          accounts: [],
          agreements: [],
          spent: [],
          may: { pause: true, approveAccounts: false, countersign: false },
        }),
      );
    expect(desk(PAUSED)).toContain('Post 13: approved, held while posting is paused');
    expect(desk(null)).toContain('Post 13: goes out Mon 8:00');
  });
});

describe('Words that were not kept', () => {
  const kept = (heldUntil: number | null, fix = true, rule = 'pupil-name' as const) => {
    const named = { rule, severity: 'block' as const, message: 'Named here.', clauses: [] };
    const suggested = { ...named, fix: { label: 'Say “a Year 4 painting”', text: '' } };
    const verdict = { outcome: 'blocked' as const, findings: [fix ? suggested : named] };
    return textCard(cardFor(view({ revision: { text: '' }, verdict, heldUntil }), 'author'));
  };

  test('are said to wait, until when, and what to do', () => {
    const text = kept(NOW + 30 * MINUTE);
    expect(text).toContain(
      'Your words name a pupil, so Bellbird has not saved them anywhere. They wait for you until today 15:40: press Edit to say it without the name, or press a suggestion below.',
    );
    expect(text).toContain('[Say “a Year 4 painting”]');
  });

  test('are not said to have a suggestion where there is none', () => {
    expect(kept(NOW + 30 * MINUTE, false)).toContain('press Edit to say it without the name.');
    expect(textCard(cardFor(view(), 'author'))).not.toContain('Bellbird has not saved');
  });

  test('and are gone by now are promised to nobody', () => {
    const text = kept(null);
    expect(text).toContain('they are gone now. Press Edit and type your post again');
    expect(text).not.toContain('[Say');
  });
});

describe('A draft that cannot be sent whatever its words', () => {
  test('says why, and offers no way to send it', () => {
    const barred = '@LarkrisePrimary may be used once Jo Clarke has approved it.';
    const text = textCard(cardFor(view({ barred }), 'author'));
    expect(text).toMatch(/^Fine, but it cannot be sent yet\n/);
    expect(text).toContain(`Not yet: ${barred}`);
    expect(text).not.toContain('[Send');
  });
});

test('What is still being looked at is not called fine', () => {
  const text = textCard(cardFor(view({ pending: ['spelling and grammar'] }), 'author'));
  expect(text).toContain('Still being looked at: spelling and grammar.');
});

test('The composer shows the policy’s own hints where the words are written', () => {
  const text = textCard(
    composerCard({ ...COMPOSER, hints: ['Show work.', 'Name the year group.'] }),
  );
  expect(text).toContain('and class reminders. Show work. Name the year group.');
  expect(textCard(composerCard({ ...COMPOSER, purposes: [], hints: ['Show work.'] }))).toContain(
    'Show work.',
  );
});

describe('The policy a school has changed', () => {
  const clause = {
    id: 'LH-02',
    says: 'A post fits in 280 characters.',
    changed: 'Our school has changed this: a post fits in 240 characters',
    held: [{ how: 'checked', by: 'A post fits in 240 characters', held: true }],
  } as const;

  test('says beside the clause what is in force', () => {
    const sections = [{ title: 'How we write', clauses: [clause] }];
    expect(textCard(policyCard(policy({ asked: 'How we write', sections })))).toContain(
      'LH-02: A post fits in 280 characters. Our school has changed this: a post fits in 240 characters.',
    );
  });

  test('lists all that is changed on its first card', () => {
    const changes = [{ says: 'a post fits in 240 characters', clauses: ['LH-02'] }];
    const text = textCard(policyCard(policy({ changes })));
    expect(text).toContain('Changed by our school (1)');
    expect(text).toContain('Changed: A post fits in 240 characters.');
    expect(text).toContain('Instead of LH-02');
    expect(textCard(policyCard(policy({ changes: [] })))).not.toContain('has changed');
  });

  test('says once that something is not there yet, and that what is off is off', () => {
    const held = [
      {
        how: 'scheduled',
        by: 'A review falls due (comes with the work on followers)',
        held: false,
      },
      { how: 'checked', by: 'No text language (our policy has this off)', held: false, off: true },
    ] as const;
    const sections = [{ title: 'Words', clauses: [{ id: 'X-01', says: 'Y.', held }] }];
    const text = textCard(policyCard(policy({ asked: 'Words', sections })));
    expect(text.match(/not yet/gi)).toHaveLength(1);
    expect(text).toContain('Not checked: No text language (our policy has this off)');
  });
});

test('Who may do what names people', () => {
  const people = [{ label: 'Decide on posts', value: 'Sam Obi and Jo Clarke' }];
  expect(textCard(policyCard(policy({ asked: 'people', people })))).toContain(
    'Decide on posts: Sam Obi and Jo Clarke',
  );
});

test('a decision named on a paused card is still told', () => {
  const held = { ...LIFE.scheduled, paused: PAUSED, decisions: [decision({ by: AMY })] };
  expect(textCard(cardFor(held, 'slt'))).toContain('Approved: Amy Reid');
});
