/** Delivering notices: what the desk has to tell people, as cards, drawn from the store as it is now. */

import { earlierCard } from '../../cards/earlier.ts';
import type { Card } from '../../cards/model.ts';
import { tellCard } from '../../cards/tell.ts';
import { viewOf } from '../desk/look.ts';
import type { Deliver } from '../desk/runner.ts';
import type { Telling } from '../desk/turn.ts';
import type { DraftView } from '../desk/view.ts';
import type { World } from '../desk/world.ts';
import { namesPupil } from '../policy/conceal.ts';
import type { Chat, Place } from '../ports/chat.ts';
import type { Job } from '../ports/store.ts';
import type { School } from '../school/school.ts';
import { type Drawn, draw } from './drawn.ts';
import { drawSubject } from './subjects.ts';

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
    case 'ask':
      return ask(world, chat, school, job);
    case 'follow':
      await authorsCard(world, chat, school, job);
      return;
    case 'person':
      await chat.post(
        school.id,
        { to: 'person', person: notice.person },
        word(notice, null),
        job.id,
      );
      return;
    case 'author':
      return tellAuthor(world, chat, school, job, notice);
    case 'put':
      return putSubject(world, chat, school, job, notice);
    case 'redraw':
      for (const { chat: name, ref } of await world.store.read.standing(
        school.id,
        notice.subject,
      )) {
        const drawn = name === chat.name ? await drawSubject(world, school, notice.subject) : null;
        if (!drawn) continue;
        await chat.update(school.id, ref, drawn.card);
        await untilTrue(drawn, (card) => chat.update(school.id, ref, card));
      }
      return;
    case 'slt': {
      const audience = 'slt';
      const view = job.draft === '' ? null : await viewOf(world, school, job.draft, { audience });
      await chat.post(school.id, { to: 'slt' }, word(notice, view), job.id);
    }
  }
}

/** Puts the card of something other than a draft up, and remembers where it stands. */
async function putSubject(
  world: World,
  chat: Chat,
  school: School,
  job: Job,
  notice: Extract<Notice, { tell: 'put' }>,
): Promise<void> {
  const { subject } = notice;
  const person = notice.person ?? null;
  const drawn = await drawSubject(world, school, subject);
  if (!drawn) return;
  const place: Place = person === null ? { to: 'slt' } : { to: 'person', person };
  const ref = await chat.post(school.id, place, drawn.card, job.id);
  if (ref === null) return;
  const standing = { subject, chat: chat.name, ref, person };
  await world.store.transaction((tx) => tx.addStanding(school.id, standing));
  // At a second try the card stands already, as it was drawn at the first.
  await chat.update(school.id, ref, drawn.card);
  await untilTrue(drawn, (card) => chat.update(school.id, ref, card));
}

/**
 * The one card by which the author follows their draft in this chat, put there if it is not yet. Null where
 * the author is not in this chat.
 */
async function authorsCard(
  world: World,
  chat: Chat,
  school: School,
  job: Job,
): Promise<{ ref: string; isNew: boolean } | null> {
  const copies = await world.store.read.copies(school.id, job.draft);
  const stands = copies.find(
    (copy) => copy.chat === chat.name && copy.audience === 'author' && chat.lasts(copy.ref),
  );
  if (stands) return { ref: stands.ref, isNew: false };
  const drawn = await draw(world, school, job.draft, 'author');
  const author = (await world.store.read.draft(school.id, job.draft))?.author;
  if (!drawn || author === undefined) return null;
  const place: Place = { to: 'person', person: author };
  const ref = await chat.post(school.id, place, drawn.card, `${job.draft}-follow`);
  if (ref === null) return null;
  const copy = { school: school.id, draft: job.draft, chat: chat.name, ref };
  await world.store.transaction((tx) => tx.addCopy({ ...copy, audience: 'author', asked: null }));
  await untilTrue(drawn, (card) => chat.update(school.id, ref, card));
  return { ref, isNew: true };
}

/** A word to the author about their draft, under the card by which they follow it. */
async function tellAuthor(
  world: World,
  chat: Chat,
  school: School,
  job: Job,
  notice: Extract<Notice, { title: string }>,
): Promise<void> {
  const view = await viewOf(world, school, job.draft, { audience: 'author' });
  if (!view) return;
  const card = await authorsCard(world, chat, school, job);
  // A card that has only now been put there says it all.
  if (card === null || card.isNew) return;
  const place: Place = { to: 'person', person: view.draft.author, under: card.ref };
  await chat.post(school.id, place, word(notice, view), job.id);
}

/** A short word. It stays where it is said, so it never holds the words of a post that names a pupil. */
function word(notice: Extract<Notice, { title: string }>, view: DraftView | null): Card {
  const words = view && !namesPupil(view.revision.verdict) ? view.revision.text : null;
  return tellCard({ ...notice, draft: view?.draft ?? null, words });
}

/** Asks SLT in their channel. The card they were asked with before stays as a record, without buttons. */
async function ask(world: World, chat: Chat, school: School, job: Job): Promise<void> {
  const drawn = await draw(world, school, job.draft, 'slt');
  const view = drawn && (await viewOf(world, school, job.draft, { audience: 'slt' }));
  if (!view) return;
  const { read } = world.store;
  const ref = await chat.post(school.id, { to: 'slt' }, drawn.card, job.id);
  if (ref === null) return;
  const copies = await read.copies(school.id, job.draft);
  const copy = { school: school.id, draft: job.draft, chat: chat.name, ref };
  const asked = view.revision.number;
  const older = copies.filter(
    (each) => each.chat === chat.name && each.asked !== null && each.asked < asked,
  );
  await world.store.transaction((tx) => tx.addCopy({ ...copy, audience: 'slt', asked }));
  // At a second try the card stands already, as it was drawn at the first, and no refresh knew of it.
  await chat.update(school.id, ref, drawn.card);
  await untilTrue(drawn, (card) => chat.update(school.id, ref, card));
  for (const before of older) {
    const look = { audience: 'slt' as const, revision: before.asked ?? 1 };
    const then = await viewOf(world, school, job.draft, look);
    if (then) await chat.update(school.id, before.ref, earlierCard(then));
    await world.store.transaction((tx) => tx.dropCopy(before));
  }
}
