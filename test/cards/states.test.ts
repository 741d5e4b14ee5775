import { describe, expect, test } from 'vitest';
import { cardFor } from '../../cards/draft-card.ts';
import { textCard } from '../../cards/render/text.ts';
import { LIFECYCLE, type State } from '../../src/post/lifecycle.ts';
import {
  AMY,
  approval,
  decision,
  HANDLE,
  HOUR,
  JO,
  LIFE,
  MONDAY,
  NOW,
  SAM,
  view,
} from './views.ts';

function read(state: State, audience: 'author' | 'slt'): string {
  return textCard(cardFor(LIFE[state], audience));
}
function title(text: string): string {
  return text.split('\n')[0] ?? '';
}
function buttons(text: string): string {
  const last = text.split('\n').at(-1) ?? '';
  return last.startsWith('[') ? last : '';
}

/** Headline and buttons in every state, for the author and for SLT. */
const STANDING: Record<State, { author: [string, string]; slt: [string, string] }> = {
  drafted: {
    author: ['Ready for SLT', '[Send to SLT] [Edit] [Discard]'],
    slt: ['Back with Amy Reid', ''],
  },
  submitted: {
    author: ['With SLT', '[Edit] [Withdraw]'],
    slt: [
      'Amy Reid asks SLT to approve post 12',
      '[Approve] [Ask for changes: What should Amy Reid change?] [Decline: Why not? Amy Reid will read this] [Edit]',
    ],
  },
  'changes-asked': {
    author: ['Sam Obi asks for changes', '[Edit] [Discard]'],
    slt: ['Sam Obi asked for changes', ''],
  },
  approved: {
    author: ['Approved by Sam Obi', '[Edit] [Withdraw]'],
    slt: ['Approved by Sam Obi', ''],
  },
  scheduled: {
    author: ['Approved by Sam Obi', '[Edit] [Withdraw]'],
    slt: ['Approved by Sam Obi', ''],
  },
  publishing: { author: ['Going out now', ''], slt: ['Going out now', ''] },
  published: { author: ['Published today 15:10', ''], slt: ['Published today 15:10', ''] },
  refused: {
    author: ['The post was not taken', '[Try again] [Edit] [Withdraw]'],
    slt: ['The post was not taken', '[Try again]'],
  },
  unconfirmed: {
    author: ['Not sure whether it went out', ''],
    slt: [
      'X did not say whether this went out',
      '[It is there: The link of the post] [Send again: How do you know it is not there?]',
    ],
  },
  declined: { author: ['Declined by Jo Clarke', ''], slt: ['Declined by Jo Clarke', ''] },
  withdrawn: { author: ['Withdrawn', ''], slt: ['Withdrawn', ''] },
  removed: { author: ['Taken down today 15:10', ''], slt: ['Taken down today 15:10', ''] },
  expired: { author: ['Out of time', ''], slt: ['Out of time', ''] },
};

describe('In every state a post stands in', () => {
  for (const state of Object.keys(LIFECYCLE) as State[]) {
    for (const audience of ['author', 'slt'] as const) {
      const who = audience === 'author' ? 'its author' : 'SLT';
      test(`${state}: ${who} reads how it stands first, and has the buttons that make sense`, () => {
        const text = read(state, audience);
        expect([title(text), buttons(text)]).toEqual(STANDING[state][audience]);
        expect(text).toContain('| Year 4 built bridges');
      });
    }
  }
});

describe('SLT', () => {
  const asked = { state: 'submitted', submittedAt: NOW - HOUR } as const;

  test('reads flags and the author’s reasons before the post', () => {
    const flagged = view({
      draft: asked,
      approval: approval(),
      revision: { reasons: [{ rule: HANDLE.rule, reason: 'They asked us to.' }] },
      verdict: { outcome: 'review', findings: [HANDLE] },
    });
    const text = textCard(cardFor(flagged, 'slt'));
    const order = [
      'Flagged: Nobody has confirmed',
      '| They asked us to.',
      '| Year 4',
      'Where and when',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('Amy Reid’s reason:');
  });

  test('is told plainly that a post is urgent, and how many have approved', () => {
    const urgent = view({
      draft: asked,
      approval: approval(2),
      decisions: [decision()],
      revision: { occasion: 'urgent' },
    });
    const text = textCard(cardFor(urgent, 'slt'));
    expect(title(text)).toBe('Urgent: Amy Reid asks SLT to approve post 12');
    expect(text).toContain('Approvals: 1 of 2 so far (Sam Obi)');
    expect(textCard(cardFor(urgent, 'author'))).toContain('1 of 2 so far (Sam Obi)');
  });

  test('a decision on an older wording does not count', () => {
    const urgent = view({
      draft: { ...asked, revision: 2 },
      revision: { number: 2 },
      approval: approval(2),
      decisions: [decision()],
    });
    expect(textCard(cardFor(urgent, 'slt'))).toContain('Approvals: 0 of 2 so far');
  });

  test('that edits a post waits for the author or for another of SLT', () => {
    const amended = view({ draft: asked, approval: approval(), revision: { editor: SAM } });
    const author = textCard(cardFor(amended, 'author'));
    expect(title(author)).toBe('Sam Obi has changed your post');
    expect(buttons(author)).toBe('[Accept this wording] [Edit] [Withdraw]');
    expect(textCard(cardFor(amended, 'slt'))).toContain(
      'It waits for Amy Reid to accept it, or for another of SLT to approve it.',
    );
  });

  test('an author who has accepted is not asked again', () => {
    const accepted = view({
      draft: asked,
      approval: approval(2),
      revision: { editor: SAM },
      decisions: [decision({ kind: 'accept', by: AMY })],
    });
    const text = textCard(cardFor(accepted, 'author'));
    expect(text).not.toContain('[Accept');
    expect(text).toContain('1 of 2 so far (Amy Reid)');
  });

  test('where nobody can decide, the card says whom to ask', () => {
    const stuck = view({ draft: asked, approval: approval(), deciders: [] });
    expect(textCard(cardFor(stuck, 'slt'))).toContain(
      'Please ask the head to name another approver.',
    );
  });
});

describe('Afterwards', () => {
  test('the card says who decided, when, and what they said', () => {
    const text = read('declined', 'author');
    expect(text).toContain('Declined: Jo Clarke, today 14:10');
    expect(text).toContain('Jo Clarke:\n| We have had three about bridges this week.');
  });

  test('a published post has its link', () => {
    expect(read('published', 'author')).toContain(
      'See the post: https://timeline.example/LarkrisePrimary/77',
    );
  });

  test('a post that waits for its hours says until when', () => {
    expect(read('scheduled', 'author')).toContain('It waits for Mon 8:00, our posting hours.');
  });

  test('a slot that was asked for is no wait for the hours', () => {
    const wanted = view({
      draft: { state: 'scheduled', slot: MONDAY },
      revision: { wanted: MONDAY },
      decisions: [decision()],
    });
    expect(textCard(cardFor(wanted, 'slt'))).toContain('It goes out Mon 8:00.');
  });

  test('a refusal says why and who can do something', () => {
    expect(read('refused', 'author')).toContain('The account has posted the same words already.');
    expect(read('refused', 'slt')).toContain('You or Amy Reid can try again');
  });

  test('somebody who has left is not called by an id', () => {
    const left = view({
      draft: { state: 'declined' },
      decisions: [decision({ kind: 'decline', by: 'x9' })],
    });
    const text = textCard(cardFor(left, 'author'));
    expect(text).toContain('Someone no longer on the list');
    expect(text).not.toContain('x9');
  });

  test('while posting is paused every card of a waiting post says so, and no other does', () => {
    const paused = { by: JO, at: NOW - HOUR, why: 'Flood in the hall.' };
    for (const state of Object.keys(LIFE) as State[]) {
      const waits = ['drafted', 'submitted', 'changes-asked', 'approved', 'scheduled'].includes(
        state,
      );
      for (const audience of ['author', 'slt'] as const) {
        const text = textCard(cardFor({ ...LIFE[state], paused }, audience));
        expect(text.includes('Posting is paused.'), `${state} ${audience}`).toBe(waits);
        expect(text.includes('| Flood in the hall.'), `${state} ${audience}`).toBe(waits);
      }
    }
  });
});
