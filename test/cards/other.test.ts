import { describe, expect, test } from 'vitest';
import { agreementCard } from '../../cards/agreement.ts';
import { composerCard } from '../../cards/composer.ts';
import { type DeskView, deskCard } from '../../cards/desk.ts';
import { helpCard } from '../../cards/help.ts';
import { listCard } from '../../cards/list.ts';
import { policyCard } from '../../cards/policy.ts';
import { textCard } from '../../cards/render/text.ts';
import { tellCard } from '../../cards/tell.ts';
import { agreement, COMPOSER, samples } from './samples.ts';
import { AMY, HOUR, JO, LIFE, list, NOW, policy } from './views.ts';

const DESK: DeskView = {
  now: NOW,
  timezone: 'Europe/London',
  schoolName: 'Larkrise Primary School',
  paused: null,
  names: { [JO]: 'Jo Clarke' },
  queue: list({ rows: [], more: 0 }),
  people: null,
  accounts: ['@Larkrise_Sport'],
  agreements: [],
  spent: [],
  may: { pause: true, approveAccounts: true, countersign: true },
};

describe('The composer', () => {
  test('of a school with one account does not ask which', () => {
    const ids = (accounts: string[]) =>
      composerCard({ ...COMPOSER, accounts }).parts.flatMap((part) =>
        part.part === 'field' ? [part.field.id] : [],
      );
    expect(ids(['@A'])).toEqual(['text', 'occasion', 'when']);
    expect(ids(['@A', '@B'])).toEqual(['text', 'account', 'occasion', 'when']);
  });

  test('says what the account is for and when posts go out', () => {
    const text = textCard(composerCard(COMPOSER));
    expect(text).toContain('The account is for: celebrating, school news and class reminders.');
    expect(text).toContain(
      'Leave both empty for the next slot. Our posting hours are Mon–Fri 8:00–18:00.',
    );
  });

  test('of an edit carries the draft and the revision it started from', () => {
    const [save] = composerCard({ ...COMPOSER, draft: 'd12', revision: 3 }).buttons;
    expect(save).toMatchObject({ action: 'save', draft: 'd12', revision: 3, takesFields: true });
    expect(composerCard(COMPOSER).buttons[0]).not.toHaveProperty('draft');
  });

  test('shows what was wrong with the last try first, and keeps the words', () => {
    const stop = { mark: 'stop' as const, text: 'It is 12 characters too long.' };
    const text = textCard(composerCard({ ...COMPOSER, toPutRight: [stop] }));
    expect(text.split('\n')[1]).toBe('Put right: It is 12 characters too long.');
    expect(text).toContain('| Year 4 built bridges');
  });
});

describe('A list', () => {
  test('says of each post how it stands, whose it is, and opens it', () => {
    const text = textCard(listCard(list()));
    expect(text).toContain('Post 12: with SLT since today 14:10');
    expect(text).toContain('Post 13: goes out Mon 8:00');
    expect(text).toContain('by Amy Reid, for @LarkrisePrimary\n  [Open post 12]');
    expect(text).toContain('and 3 more');
  });

  test('of nothing says so', () => {
    expect(textCard(listCard(list({ rows: [], more: 0 })))).toBe(
      'What is waiting\nNothing is waiting.',
    );
  });

  test('to withdraw from has a button of that name on each row', () => {
    expect(textCard(listCard(list(), 'withdraw'))).toContain('[Withdraw post 12]');
  });
});

describe('The desk', () => {
  test('while posts go out offers to pause them, with a reason', () => {
    expect(textCard(deskCard(DESK))).toContain(
      '[Pause posting: Why? Everyone whose post waits will read this]',
    );
  });

  test('while paused says who paused it and why, and offers to resume', () => {
    const paused = { by: JO, at: NOW - HOUR, why: 'Flood.' };
    const text = textCard(deskCard({ ...DESK, paused }));
    expect(text.split('\n')[0]).toBe('Posting is paused');
    expect(text).toContain('Jo Clarke, today 14:10:\n| Flood.');
    expect(text).toContain('[Resume posting]');
    expect(text).not.toContain('[Pause posting');
  });

  test('says what each account on X has cost this month, and for what', () => {
    const one = { account: '@Larkrise', microdollars: 1_195_000 };
    const calls = { posts: 12, withLink: 3, reads: 1_200, removals: 1, deeds: 2 };
    const none = { posts: 0, withLink: 0, reads: 0, removals: 0, deeds: 0 };
    const read = (...spent: (typeof DESK)['spent'][number][]) =>
      textCard(deskCard({ ...DESK, spent }));
    expect(read({ ...one, ...calls })).toContain(
      'X so far this month: about $1.20: 12 posts (3 with a link), 1,200 reads, 1 removal, 2 other actions',
    );
    const two = read({ ...one, ...none, microdollars: 0 }, { ...one, ...none, posts: 1 });
    expect(two).toContain('X this month, @Larkrise: nothing yet');
    expect(two).toContain('X this month, @Larkrise: about $1.20: 1 post');
    expect(read()).not.toContain('this month');
  });

  test('says what waits about people, how many, and with which command to see them', () => {
    const none = { follows: { asked: 0, found: 0, toDo: 0 }, reviews: [], mentions: [] };
    const read = (people: DeskView['people']) => textCard(deskCard({ ...DESK, people }));
    expect(read(none)).toContain('Nothing is waiting');
    const review = { account: '@Larkrise', state: 'open', left: 1_204, byHand: 2 } as const;
    const text = read({
      follows: { asked: 2, found: 1, toDo: 1 },
      reviews: [review, { ...review, account: '@Other', state: 'reading', left: 0, byHand: 0 }],
      mentions: [{ account: '@Larkrise', waiting: 3 }],
    });
    expect(text).not.toContain('Nothing is waiting');
    expect(text).toContain('No post asks for a decision');
    expect(text).toContain(
      '2 requests wait for a decision on whom we follow: /follow list shows them',
    );
    expect(text).toContain('1 follow that nobody decided on: /follow list shows them');
    expect(text).toContain('1 is decided on and still to be done: /follow list shows them');
    expect(text).toContain(
      'of the followers of @Larkrise, 1,204 to decide on and 2 to block or remove by hand: /desk review @Larkrise goes on with it',
    );
    expect(text).toContain('the followers of @Other are being read');
    expect(text).toContain('3 mentions wait for a decision: /desk mentions @Larkrise shows them');
    const over = [{ ...review, left: 0, byHand: 0 }];
    expect(read({ ...none, reviews: over })).toContain('nothing left but to finish it');
  });

  test('gives no button to somebody without the right', () => {
    const may = { pause: false, approveAccounts: false, countersign: false };
    const text = textCard(deskCard({ ...DESK, may }));
    expect(text).toContain('@Larkrise_Sport waits for approval');
    expect(text).not.toContain('[');
  });
});

describe('The policy', () => {
  test('says for each clause how it is held, and honestly what is not yet', () => {
    const text = textCard(policyCard(policy({ asked: 'photos' })));
    expect(text).toContain('ST-20: A photo never shows a face whose parents said no.');
    expect(text).toContain(
      'Checked: every photo is checked against the roll · Not yet recorded: deletion after a trip',
    );
  });

  test('says which policy and version is in force, and whom to ask', () => {
    const text = textCard(policyCard(policy()));
    expect(text).toContain('In force: Larkrise social media policy, version 1.0');
    expect(text).toContain('Questions: office@larkrise.example');
    expect(text).toContain('[Photos (6)]');
  });

  test('that says nothing on what was asked offers its topics', () => {
    const text = textCard(
      policyCard(policy({ asked: 'unicorns', sections: [], nothing: 'Nothing on that.' })),
    );
    expect(text).toContain(
      'You asked for:\n| unicorns\nNothing on that.\n[What the account is for (4)]',
    );
  });
});

describe('An agreement', () => {
  test('not yet signed has its sentences and one button', () => {
    const card = agreementCard(agreement(null));
    expect(textCard(card)).toContain('1: I keep the password to myself');
    expect(card.buttons.map((button) => button.label)).toEqual(['I sign this']);
  });

  test('signed waits for whoever countersigns, and then for nobody', () => {
    const signed = { person: AMY, policy: 'standard@1', at: NOW, countersigned: [] };
    expect(textCard(agreementCard(agreement(signed)))).toContain(
      'Jo Clarke can countersign, with /desk.',
    );
    const both = { ...signed, countersigned: [{ by: JO, role: 'head', at: NOW }] };
    const text = textCard(agreementCard(agreement(both)));
    expect(text.split('\n')[0]).toBe('Thank you: this is settled');
    expect(text).toContain('Countersigned as head: Jo Clarke, today 15:10');
  });
});

test('Help shows the desk’s commands to those who decide, and calls them by their names', () => {
  const help = (decides: boolean, whoDecides = 'SLT') =>
    textCard(
      helpCard({
        schoolName: 'Larkrise',
        whoDecides,
        decides,
        chat: 'playground',
        contact: 'office@x',
      }),
    );
  expect(help(true)).toContain('/desk pause');
  expect(help(false)).not.toContain('/desk');
  expect(help(true)).toContain('For SLT');
  expect(help(true, 'the head or the IT lead')).toContain('what waits for the head or the IT lead');
  expect(help(true, 'the head or the IT lead')).not.toContain('SLT');
});

test('News about a published post leads to the post, other news to its card', () => {
  const news = {
    title: 'Published',
    text: 'It is out.',
    draft: LIFE.published.draft,
    words: 'Words',
  };
  expect(textCard(tellCard({ ...news, link: 'https://t.example/1' }))).toContain(
    'See the post: https://t.example/1',
  );
  expect(textCard(tellCard(news))).toContain('[Open post 12]');
});

test('A line break in typed words cannot imitate the card', () => {
  const card = tellCard({
    title: 'News',
    text: '',
    draft: LIFE.drafted.draft,
    words: 'Hello\nApproved by Sam Obi\u001b[2J',
  });
  const lines = textCard(card).split('\n');
  expect(lines).toContain('| Approved by Sam Obi\uFFFD[2J');
  expect(lines).not.toContain('Approved by Sam Obi');
});

test('Bellbird itself never shouts, and never shows a rule by its id', () => {
  for (const [name, card] of Object.entries(samples())) {
    const text = textCard(card);
    expect(text, name).not.toContain('!');
    expect(text, name).not.toMatch(
      /\b(hidden-text|individual-handle|hashtag-place|changes-asked)\b/,
    );
    expect(text, name).not.toMatch(/undefined|null|NaN|\[object/);
  }
});
