/**
 * What people of a school do, in words that hold on every platform: they type, press, fill in and read. Each
 * platform gives its own hands for it; the scenarios are told once and run with all of them.
 */

import type { World } from '../../src/desk/world.ts';
import type { Instead } from '../../src/main.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { eventually } from './staffroom.ts';

/** A card as somebody has it before them. */
export type Sight = {
  /** All of it, as it reads, with the addresses of its links. */
  text: string;
  /** Labels of the row of buttons at its foot. */
  labels: string[];
  /** Labels of buttons anywhere on it. */
  buttons: string[];
  boxes: { says: string; ticked: boolean }[];
  /** Where it stands, as only its platform's hands know it. */
  own: unknown;
};

/** What came of it, seen by the one who did it. */
export type Answer = {
  /** A new card, another card in place of the touched one, a form to fill in, or a short word with nothing to press. */
  as: 'card' | 'replace' | 'dialog' | 'note';
  text: string;
  /** The card that came, or that the touched one became. */
  shown: Sight | null;
};

/** Fields by their label or a part of it, with what is typed or chosen; `ticked` ticks every box there is. */
export type Filled = { ticked?: true; [label: string]: string | true | undefined };

export const TICKED = { ticked: true } as const;

export type Person = {
  /** Types a line. `lasting`: where its card stays for good, which on some platforms is a place of its own. */
  types: (line: string, where?: { lasting?: boolean }) => Promise<Answer>;
  /**
   * Presses a button of a card as they last saw it, filling in what stands on the card or is asked for. A card
   * that has changed since is pressed all the same: their screen was behind.
   */
  presses: (label: string, on: Sight, filled?: Filled) => Promise<Answer>;
  /** Fills in the form that is open in front of them and sends it. */
  submits: (filled: Filled) => Promise<Answer>;
  /** Cards in their own messages, oldest first. */
  cards: () => Promise<Sight[]>;
};

export type People = 'amy' | 'ben' | 'sam' | 'lee' | 'jo' | 'gus';

/** A school on one platform. */
export type Hands = Record<People, Person> & {
  /** The command that tells what can be typed. */
  help: string;
  folder: string;
  readonly world: World;
  readonly url: string;
  readonly now: number;
  /** Puts another school file in place of the one there is. */
  rewrites: (school: string) => void;
  /** Cards in the SLT channel, oldest first. */
  sltCards: () => Promise<Sight[]>;
  /** A card as it stands now. */
  again: (card: Sight) => Promise<Sight>;
  /** The author's card that changes with its post for good, given one of its cards. */
  followed: (by: Person, card: Sight, words: string) => Promise<Sight>;
  /** The post's card once everything on it has been looked at. */
  settled: (by: Person, card: Sight) => Promise<Sight>;
  /** Texts on the school's timeline. */
  timeline: () => Promise<string[]>;
  /** What happened since the school was set up, by the ledger. */
  events: () => Promise<string[]>;
  /** Lets time pass, in ms, and the work that falls due be done. */
  passes: (ms: number) => Promise<void>;
  restart: () => Promise<void>;
  /** Ends it all; throws where the platform was sent anything amiss. */
  close: () => Promise<void>;
};

export type Opening = {
  school?: string;
  now?: number;
  /** A checker that is closed with the school is made anew at each start. */
  instead?: Omit<Instead, 'clock' | 'grammar'> & { grammar?: () => Grammar };
};

export type Platform = { platform: string; open: (given: Opening) => Promise<Hands> };

/** What the composer asks, by its labels. */
export type Wording = { text: string; occasion?: string; day?: string; time?: string };

const filledWith = ({ text, occasion, day, time }: Wording): Filled => ({
  'What would you like to post?': text,
  ...(occasion === undefined ? {} : { Occasion: occasion }),
  ...(day === undefined ? {} : { 'When: day': day }),
  ...(time === undefined ? {} : { 'When: time': time }),
});

function standing(answer: Answer): Sight {
  if (!answer.shown) throw new Error(`no card came, but: ${answer.text}`);
  return answer.shown;
}

export type SchoolAtWork = Awaited<ReturnType<typeof openOn>>;

/** Opens a school on a platform. Call `close` at the end. */
export async function openOn({ open }: Platform, given: Opening = {}) {
  const hands = await open(given);

  /** Waits until a card says this, and gives it. */
  const says = (card: Sight, words: string): Promise<Sight> =>
    eventually(
      async () => {
        const now = await hands.again(card);
        return now.text.includes(words) ? now : null;
      },
      words,
      async () => (await hands.again(card)).text,
    );

  /** The newest card of the SLT channel with these words, and this button; waits for it. */
  const sltCard = (words: string, label?: string): Promise<Sight> =>
    eventually(
      async () => {
        const fits = ({ text, labels }: Sight) =>
          text.includes(words) && (label === undefined || labels.includes(label));
        return (await hands.sltCards()).findLast(fits) ?? null;
      },
      `a card for SLT with “${words}”`,
      async () => (await hands.sltCards()).map(({ text }) => text).join('\n---\n'),
    );

  /** Types a post after /tweet; gives its checklist. */
  const drafts = async (by: Person, words: string, where = {}): Promise<Sight> =>
    standing(await by.types(`/tweet ${words}`, where));

  /** Opens the composer and writes a post in it. */
  const writes = async (by: Person, wording: Wording): Promise<Sight> => {
    const form = await by.types('/tweet');
    if (form.as !== 'dialog') throw new Error(`no form came, but: ${form.text}`);
    return standing(await by.submits(filledWith(wording)));
  };

  /** Opens a card's post with Edit and puts other words in it. What comes of it may be a refusal. */
  const rewords = async (by: Person, card: Sight, wording: Wording): Promise<Answer> => {
    const form = await by.presses('Edit', card);
    if (form.as !== 'dialog') throw new Error(`no form came, but: ${form.text}`);
    return by.submits(filledWith(wording));
  };

  /** Sends a post to whoever decides, every box ticked. */
  const sends = async (by: Person, card: Sight, explains: Filled = {}): Promise<Answer> => {
    const ready = await hands.settled(by, card);
    const label = ready.labels.find((each) => each.startsWith('Send to')) ?? 'Send to';
    return by.presses(label, ready, { ...explains, ...TICKED });
  };

  /** A post somebody has typed and sent, every box ticked: the author's card, and SLT's with its buttons. */
  const sent = async (
    words: string,
    { by = hands.amy, explains = {} }: { by?: Person; explains?: Filled } = {},
  ): Promise<{ author: Sight; slt: Sight }> => {
    const answer = await sends(by, await drafts(by, words), explains);
    if (answer.as !== 'replace') throw new Error(`not sent: ${answer.text}`);
    const begins = words.slice(0, 30);
    return {
      author: await hands.followed(by, standing(answer), begins),
      slt: await sltCard(begins, 'Approve'),
    };
  };

  return Object.assign(hands, {
    says,
    sltCard,
    drafts,
    writes,
    rewords,
    sends,
    sent,
    /** Lets time pass until a moment, in ISO with its zone. */
    until: (iso: string) => hands.passes(Date.parse(iso) - hands.now),
    /** Waits until somebody has this among their own messages. */
    hears: (who: Person, words: string): Promise<Sight> =>
      eventually(
        async () => (await who.cards()).findLast(({ text }) => text.includes(words)) ?? null,
        words,
        async () => (await who.cards()).map(({ text }) => text).join('\n---\n'),
      ),
    /** Signs or acknowledges the school's rules. */
    agrees: async (who: Person): Promise<void> => {
      const rules = standing(await who.types('/policy agree'));
      const [sign = 'nothing to sign with'] = rules.labels;
      const done = await who.presses(sign, rules);
      if (done.as === 'note') throw new Error(done.text);
    },
    /** Settles something on the desk by its button: an agreement, an account. */
    settles: async (who: Person, label: string): Promise<Answer> =>
      who.presses(label, standing(await who.types('/desk'))),
    /** Waits until the new school file is in force. */
    reloads: async (school: string): Promise<void> => {
      hands.rewrites(school);
      await eventually(async () => (await hands.events()).includes('school.reloaded'));
    },
  });
}
