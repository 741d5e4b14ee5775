/**
 * One post, and what its people do for it: Amy types it and sends it, Sam approves it, and should Bellbird
 * lose sight of it, Sam looks at the timeline. Everything they do has a delivery id of its own; what was not
 * answered is sent again under the same one, to whichever process serves then.
 */
import type { CardSeen, Page, Reply } from './page.ts';

export type Errand = {
  words: string;
  /** Begins every delivery id. */
  name: string;
  /** The draft, once Amy has been answered. */
  draft: string | null;
  /** How often SLT has been answered about it while its fate was unknown. */
  settled: number;
  /** Amy and Sam click twice, and Sam does not wait to be asked. */
  impatient: boolean;
};

export type People = { amy: Page; sam: Page; gone: () => boolean };

const LOOK_AGAIN = 50;

function has(card: CardSeen, errand: Errand, action: string) {
  return card.presses.find((data) => data.action === action && data.draft === errand.draft);
}

/** Once, or twice at the same moment with the same delivery: every answer must be as `expected`. */
async function clicks(
  errand: Errand,
  expected: string,
  send: () => Promise<Reply>,
): Promise<Reply> {
  const [first, second] = await Promise.all(errand.impatient ? [send(), send()] : [send()]);
  for (const reply of [first, second]) {
    if (reply && reply.as !== expected) {
      throw new Error(`${errand.name}: expected a ${expected}, got ${JSON.stringify(reply)}`);
    }
  }
  return first as Reply;
}

async function types(errand: Errand, { amy }: People): Promise<void> {
  const reply = await clicks(errand, 'card', () =>
    amy.types(`/tweet ${errand.words}`, `${errand.name}-typed`),
  );
  const found = /"draft":"([^"]+)"/.exec(JSON.stringify(reply.items));
  if (!found?.[1]) throw new Error(`${errand.name}: the answer names no draft`);
  errand.draft = found[1];
}

/** Sam looks at the timeline and says what is there. */
async function settles(errand: Errand, card: CardSeen, { sam }: People): Promise<void> {
  const there = sam.posts().find((post) => post.text === errand.words);
  const data = has(card, errand, there ? 'found' : 'release');
  if (!data) return;
  const fields = there ? { link: there.url } : { reason: 'I have looked, and it is not there.' };
  const reply = await sam.presses(card, data, fields, `${errand.name}-settled-${errand.settled}`);
  errand.settled += 1;
  // Told to wait, for Bellbird still looks itself: so Sam does.
  if (reply.as === 'note') await sam.news(LOOK_AGAIN);
}

/** Whatever the cards ask for next is done. True once the post is out and its author's card says so. */
async function step(errand: Errand, people: People): Promise<boolean> {
  const { amy, sam } = people;
  if (errand.draft === null) await types(errand, people);
  const own = amy.cards('staff').filter((card) => card.text.includes(errand.words));
  if (own.some((card) => card.title.startsWith('Published'))) return true;
  for (const card of own) {
    const data = has(card, errand, 'send');
    if (data) {
      const send = () => amy.presses(card, data, { ticked: card.boxes }, `${errand.name}-sent`);
      await clicks(errand, 'replace', send);
    }
    // Bellbird was held up on its way to the outlet, and knows that it has not sent the post.
    const again = has(card, errand, 'release');
    if (again) {
      await amy.presses(card, again, {}, `${errand.name}-settled-${errand.settled}`);
      errand.settled += 1;
    }
  }
  const slt = sam.cards('slt');
  // The first such card is the old one, drawn anew; the next comes once Bellbird has looked in vain.
  const unsure = slt.filter((card) => has(card, errand, 'release')).length;
  for (const card of slt) {
    const data = has(card, errand, 'approve');
    if (data) {
      await clicks(errand, 'replace', () => sam.presses(card, data, {}, `${errand.name}-approved`));
    }
    const asked = unsure > 1 || errand.impatient;
    if (asked && has(card, errand, 'release')) await settles(errand, card, people);
  }
  await Promise.race([amy.news(LOOK_AGAIN), sam.news(LOOK_AGAIN)]);
  return false;
}

/** Does what is to be done for a post until it is out. Throws Unanswered when the process is killed. */
export async function carryOn(errand: Errand, people: People, patience = 20_000): Promise<void> {
  const stop = Date.now() + patience;
  while (!people.gone()) {
    if (await step(errand, people)) return;
    if (Date.now() > stop) {
      const cards = [...people.amy.cards('staff'), ...people.sam.cards('slt')];
      const seen = cards.filter((card) => card.text.includes(errand.words));
      throw new Error(
        `${errand.name} (draft ${errand.draft}) got no further: ${seen.map((card) => card.title).join(' | ')}`,
      );
    }
  }
}
