/**
 * One post and what its people do for it, from typed to published: Amy writes and sends it, Sam approves it, and
 * where Bellbird does not know what became of it, Sam looks at X and says. What was refused is tried again.
 */
import type { CardSeen, Reply } from '../crash/page.ts';
import { Unanswered } from '../crash/page.ts';
import { processed } from '../fakes/x/text.ts';
import type { Post } from '../fakes/x/x.ts';
import type { Errand } from './plan.ts';
import type { Window } from './window.ts';

export type Staff = { amy: Window; sam: Window };

/** What people see when they open the account at X. */
export type AtX = (account: string) => { posts: readonly Post[]; linkOf: (post: Post) => string };

const PATIENCE = 400;

const onCard = (card: CardSeen, action: string) =>
  card.presses.find((data) => data.action === action);

const press = (at: Window, card: CardSeen, action: string, fields: object, delivery: string) => {
  const data = onCard(card, action);
  if (!data) throw new Error(`there is no ${action} on the card`);
  return at.acts({ ref: card.ref, fields, delivery, ...data });
};

async function writes(errand: Errand, { amy }: Staff): Promise<void> {
  const fields = { text: errand.words, account: errand.account, occasion: 'everyday' };
  const reply = await amy.acts({
    ref: null,
    action: 'save',
    fields,
    delivery: `${errand.name}-written`,
  });
  const draft = /"draft":"([^"]+)"/.exec(JSON.stringify(reply))?.[1];
  if (draft === undefined) {
    throw new Error(`${errand.name}: the answer names no draft: ${JSON.stringify(reply)}`);
  }
  errand.draft = draft;
}

/** Sam opens the account at X, and says what is there. */
async function settles(errand: Errand, card: CardSeen, sam: Window, atX: AtX): Promise<Reply> {
  const { posts, linkOf } = atX(errand.account);
  const there = posts.find((post) => processed(post.sent) === processed(errand.words));
  const delivery = `${errand.name}-settled-${errand.answers}`;
  errand.answers += 1;
  return there
    ? press(sam, card, 'found', { link: linkOf(there) }, delivery)
    : press(sam, card, 'release', { reason: 'I have looked, and it is not there.' }, delivery);
}

/** Does what the cards ask for. True once its author's card says that it is out. */
async function step(errand: Errand, staff: Staff, atX: AtX): Promise<boolean> {
  const { amy, sam } = staff;
  if (errand.draft === null) await writes(errand, staff);
  const draft = errand.draft ?? '';
  for (const card of amy.cards(draft, 'staff')) {
    if (card.title.startsWith('Published')) return true;
    if (onCard(card, 'send')) {
      await press(amy, card, 'send', { ticked: card.boxes }, `${errand.name}-sent`);
    }
    // X refused it, or would have: nothing went out, and it may go again.
    if (onCard(card, 'release')) {
      await press(amy, card, 'release', {}, `${errand.name}-again-${errand.again}`);
      errand.again += 1;
      await amy.news(draft, PATIENCE);
    }
  }
  const slt = sam.cards(draft, 'slt');
  for (const card of slt) {
    if (onCard(card, 'approve')) await press(sam, card, 'approve', {}, `${errand.name}-approved`);
  }
  // The card of the approval shows it first; the one that asks comes once Bellbird has looked in vain.
  const unsure = slt.filter((card) => onCard(card, 'found'));
  const asks = unsure.at(-1);
  if (unsure.length > 1 && asks) {
    const reply = await settles(errand, asks, sam, atX);
    // Told that it is not seen there yet, or to wait: Sam does.
    if (reply.as === 'note') await sam.news(draft, PATIENCE);
  }
  await Promise.race([amy.news(draft, PATIENCE), sam.news(draft, PATIENCE)]);
  return false;
}

/** Carries an errand through every death of the process, until its post is out. `up` resolves when somebody serves. */
export async function carry(
  errand: Errand,
  staff: Staff,
  { atX, up, until }: { atX: AtX; up: () => Promise<void>; until: number },
): Promise<void> {
  for (;;) {
    try {
      if (await step(errand, staff, atX)) return;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw new Error(errand.name, { cause: error });
      await new Promise((done) => setTimeout(done, 20));
      await up();
    }
    if (Date.now() > until) {
      const cards = [
        ...staff.amy.cards(errand.draft ?? '', 'staff'),
        ...staff.sam.cards(errand.draft ?? '', 'slt'),
      ].map((card) => `${card.title} [${card.presses.map((data) => data.action).join(' ')}]`);
      throw new Error(`${errand.name} (${errand.account}) is not out: ${cards.join(' | ')}`);
    }
  }
}
