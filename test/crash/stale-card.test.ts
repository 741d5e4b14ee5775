import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { act } from '../../adapters/playground/answers.ts';
import { liveShelf } from '../../adapters/playground/live-shelf.ts';
import type { Card } from '../../cards/model.ts';
import { draw } from '../../src/front/drawn.ts';
import type { Front } from '../../src/front/intent.ts';
import { deliverOver } from '../../src/front/notices.ts';
import type { Chat } from '../../src/ports/chat.ts';
import { systemClock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import { openSchool, type SchoolAtWork, ticks } from '../scenarios/staffroom.ts';

const WORDS = 'Year 3 have finished their Roman mosaics, and the hall looks splendid.';

let school: SchoolAtWork;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(() => school.close());

function theSchool(): School {
  const [at] = school.world.schools.values();
  if (!at) throw new Error('no school was loaded');
  return at;
}

describe('a card that is put up late', () => {
  it('does not stand over the news that came before it', async () => {
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no checklist came');
    const later = [{ ...shown.card, title: 'Published' }];
    const front: Front = {
      // As the front answers where the post goes out while the answer is on its way to the chat.
      receive: async () => ({
        as: 'replace',
        card: { ...shown.card, title: 'With SLT' },
        again: async () => later.shift() ?? null,
      }),
    };
    const shelf = liveShelf(school.world.store.shelf);
    const room = { school: theSchool(), front, shelf, clock: systemClock };
    const press = { as: 'amy-reid', delivery: 'delivery-1', ref: shown.ref, fields: {} };
    await act(room, { ...press, action: 'send' });
    expect((await school.again(shown)).card.title).toBe('Published');
  });

  it('is drawn again only where its draft has moved on', async () => {
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    const draft = shown?.card.buttons[0]?.draft ?? '';
    const drawn = await draw(school.world, theSchool(), draft, 'author');
    expect(await drawn?.again()).toBeNull();
    await school.amy.types('/tweet withdraw');
    expect((await drawn?.again())?.title).toBe('Discarded');
    expect(await drawn?.again()).toBeNull();
  });
});

describe('a process that dies between showing SLT a card and remembering where', () => {
  it('leaves a card that its successor brings up to date', async () => {
    const { shown } = await school.amy.types(`/tweet ${WORDS}`);
    if (!shown) throw new Error('no checklist came');
    await school.amy.presses('Send to SLT', shown, ticks(shown));
    const asked = await school.sltCard('Roman mosaics', 'Approve');
    const draft = asked.card.buttons[0]?.draft ?? '';
    const chat = staleChat(asked.card);
    const job = {
      id: 'ask',
      school: 'larkfield',
      kind: 'notice' as const,
      draft,
      dueAt: 0,
      tries: 0,
    };
    await school.amy.types('/tweet withdraw');
    // The first process put the card up, so posting it again under the same key changes nothing.
    const payload = { tell: 'ask', chat: 'playground' };
    await deliverOver(school.world, [chat])(theSchool(), { ...job, payload });
    expect(chat.stands().title).toBe('Withdrawn');
  });
});

/** A chat in which one card stands already, under whatever key it is posted again. */
function staleChat(card: Card): Chat & { stands: () => Card } {
  let standing = card;
  return {
    name: 'playground',
    lasts: () => true,
    post: async () => 'slt/ask',
    update: async (_school, _ref, next) => {
      standing = next;
    },
    stands: () => standing,
  };
}
