/** Delivering notices: what the desk has to tell people, as cards, drawn from the store as it is now. */

import type { Card } from '../../cards/model.ts';
import { tellCard } from '../../cards/tell.ts';
import { viewOf } from '../desk/look.ts';
import type { Deliver } from '../desk/runner.ts';
import type { Telling } from '../desk/turn.ts';
import type { World } from '../desk/world.ts';
import type { Chat, Place } from '../ports/chat.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { type Drawn, draw } from './drawn.ts';

type Notice = Telling & { chat: string };

/** Delivers over the chats that serve a school. At least once; the same key at every try. */
export function deliverOver(world: World, chats: readonly Chat[]): Deliver {
  return async (school, job) => {
    const notice = job.payload as Notice;
    const chat = chats.find((each) => each.name === notice.chat);
    // A chat that was switched off since: whoever used it reads the state on the next card they touch.
    if (chat) await tell(world, chat, school, job, notice);
    await world.store.transaction((tx) => tx.dropJob(job.id));
  };
}

/** Another process, or an answer to a click, may have put an older or a newer card there meanwhile. */
async function untilTrue(drawn: Drawn, put: (card: Card) => Promise<void>): Promise<void> {
  for (let card = await drawn.again(); card; card = await drawn.again()) await put(card);
}

async function tell(
  world: World,
  chat: Chat,
  school: School,
  job: Job,
  notice: Notice,
): Promise<void> {
  switch (notice.tell) {
    case 'refresh': {
      const copies = await world.store.read.copies(school.id, job.draft);
      for (const copy of copies.filter((each) => each.chat === chat.name)) {
        const drawn = await draw(world, school, job.draft, copy.audience);
        if (!drawn) return;
        await chat.update(school.id, copy.ref, drawn.card);
        await untilTrue(drawn, (card) => chat.update(school.id, copy.ref, card));
      }
      return;
    }
    case 'ask': {
      const drawn = await draw(world, school, job.draft, 'slt');
      if (!drawn) return;
      const ref = await chat.post(school.id, { to: 'slt' }, drawn.card, job.id);
      const copy = { school: school.id, draft: job.draft, chat: chat.name, ref };
      await world.store.transaction((tx) => tx.addCopy({ ...copy, audience: 'slt' }));
      // At a second try the card stands already, as it was drawn at the first, and no refresh knew of it.
      await chat.update(school.id, ref, drawn.card);
      await untilTrue(drawn, (card) => chat.update(school.id, ref, card));
      return;
    }
    case 'author':
    case 'slt': {
      const view = job.draft === '' ? null : await viewOf(world, school, job.draft);
      const to: Place | null =
        notice.tell === 'slt' ? { to: 'slt' } : view && { to: 'person', person: view.draft.author };
      if (!to) return;
      const card: Card = tellCard({
        ...notice,
        draft: view?.draft ?? null,
        words: view?.revision.text ?? null,
      });
      await chat.post(school.id, to, card, job.id);
    }
  }
}
