/**
 * A school at work: Bellbird as `npm start` runs it, on a folder of its own, spoken to over HTTP as the
 * playground's page does. Only the time is ours.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Message,
  readRef,
  refOf,
  sltTopic,
  staffTopic,
} from '../../adapters/playground/message.ts';
import { timelineTopic } from '../../adapters/timeline/topic.ts';
import type { ActionName } from '../../cards/model.ts';
import { textCard } from '../../cards/render/text.ts';
import { readConfig } from '../../src/config.ts';
import { type Instead, type Running, start } from '../../src/main.ts';
import type { Grammar } from '../../src/ports/grammar.ts';
import { buttonOf, buttonsOf, eventually, labels, type Shown, standing, ticks } from './shown.ts';
import { nobodyWrites } from './strangers.ts';

export { buttonOf, buttonsOf, eventually, labels, type Shown, ticks };

export const SCHOOL = `
school: Larkfield Primary School
id: larkfield
timezone: Europe/London
office: office@larkfield.example
policy: standard
accounts: [{handle: "@Larkfield", outlet: timeline, visibility: public}]
people:
  - {name: Amy Reid, roles: [teacher, nominated]}
  - {name: Ben Shah, roles: [teacher, nominated]}
  - {name: Sam Obi, roles: [slt, nominated]}
  - {name: Lee Park, roles: [slt]}
  - {name: Jo Clarke, roles: [head, slt]}
  - {name: Gus Hay, roles: [governor]}
approvals: {needed: 1, by: [slt]}
handles: ["@NationalTrust"]
roll: roll.csv
`;

/** The same school under a policy that asks for standard English and names no child. Its staff agree to a list first. */
export const HILLS = SCHOOL.replace('policy: standard', 'policy: lickey-hills').replace(
  'visibility: public',
  'visibility: protected',
);

/** A checker that finds nothing wrong, and at once: for tests of something else under a policy that asks for one. */
export const NO_FAULTS = (): Grammar => ({ lint: async () => [], close: async () => {} });

/** A roll of which no test speaks by chance. */
export const ROLL = `first_name,last_name,year_group,photo_consent,name_consent,work_consent
Josh,Bellweather,Year 4,yes,no,yes
Zuzanna,Krol,Year 2,no,no,yes
`;

/** A Tuesday in term, 10:00 in London. */
export const TUESDAY = Date.parse('2026-03-10T10:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let deliveries = 0;

/** Opens a school. Call `close` at the end; `restart` keeps the folder and the time. */
export async function openSchool(
  given: {
    school?: string;
    now?: number;
    /** A checker that is closed with the school is made anew at each start. */
    instead?: Omit<Instead, 'clock' | 'grammar'> & { grammar?: () => Grammar };
    env?: Record<string, string>;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'bellbird-school-'));
  const file = join(folder, 'school.yaml');
  writeFileSync(file, given.school ?? SCHOOL);
  writeFileSync(join(folder, 'roll.csv'), ROLL);
  let now = given.now ?? TUESDAY;
  const clock = { now: () => now };
  const read = readConfig({
    PORT: '0',
    BELLBIRD_DATA: join(folder, 'data'),
    BELLBIRD_SCHOOL: file,
    PLAYGROUND: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...given.env,
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const { config } = read;
  const { grammar, ...instead } = { audience: nobodyWrites, ...given.instead };
  const begin = (port = config.port) =>
    start({ ...config, port }, { ...instead, ...(grammar ? { grammar: grammar() } : {}), clock });
  let running: Running = await begin();
  const [school] = [...running.world.schools.values()];
  if (!school) throw new Error('no school was loaded');

  const post = async (path: string, body: object) => {
    const response = await fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };

  const cardsOn = async (topic: string): Promise<Shown[]> => {
    const items = await running.world.store.shelf.after(topic, 0, 1000);
    const shown = items.map(({ key, value }) => ({
      ref: refOf(topic, key),
      message: value as Message,
    }));
    return shown.flatMap(({ ref, message }) =>
      message.says === 'bellbird'
        ? [{ ref, card: message.card, text: textCard(message.card) }]
        : [],
    );
  };

  /** One person of the school at the page. */
  type Staff = ReturnType<typeof as>;
  const as = (person: string) => {
    const types = async (text: string, delivery = `delivery-${++deliveries}`) => {
      const reply = await post('/playground/say', { as: person, delivery, text });
      return told(reply);
    };
    const touches = async (
      shown: Shown | null,
      button: { action: ActionName; draft?: string; revision?: number; item?: string },
      fields: Record<string, string> = {},
      delivery = `delivery-${++deliveries}`,
    ) => {
      const { action, draft, revision, item } = button;
      const body = {
        as: person,
        delivery,
        ref: shown?.ref ?? null,
        action,
        draft,
        revision,
        item,
        fields,
      };
      return told(await post('/playground/act', JSON.parse(JSON.stringify(body))));
    };
    /** Presses the button with this label on a card; it must be there. */
    const presses = (
      label: string,
      shown: Shown,
      fields: Record<string, string> = {},
      delivery?: string,
    ) => touches(shown, buttonOf(shown, label), fields, delivery);
    return {
      id: person,
      types,
      touches,
      presses,
      cards: () => cardsOn(staffTopic('larkfield', person)),
    };
  };

  /** What an answer says: the card that stands in the chat, or the note or dialog on the page. */
  const told = async (
    reply: Record<string, unknown>,
  ): Promise<{ as: string; text: string; shown: Shown | null; drawn?: object }> => {
    const items = (reply.items ?? []) as { topic: string; key: string }[];
    if (reply.as === 'dialog' || reply.as === 'note') {
      const { card } = reply as { card: { adaptive: object } };
      return { as: reply.as, text: JSON.stringify(card), shown: null, drawn: card.adaptive };
    }
    const last = items.at(-1);
    if (!last)
      return { as: String(reply.as ?? reply.status), text: JSON.stringify(reply), shown: null };
    const shown = (await cardsOn(last.topic)).find(
      (each) => each.ref === refOf(last.topic, last.key),
    );
    return { as: String(reply.as), text: shown?.text ?? '', shown: shown ?? null };
  };

  const again = async (shown: Shown): Promise<Shown> => {
    const place = readRef(shown.ref);
    const found = place && (await cardsOn(place.topic)).find((each) => each.ref === shown.ref);
    if (!found) throw new Error('the card is gone');
    return found;
  };

  const sltCard = (words: string, label?: string) =>
    eventually(async () => {
      const cards = await cardsOn(sltTopic('larkfield'));
      const fits = ({ text, card }: Shown) =>
        text.includes(words) &&
        (label === undefined || card.buttons.some((button) => button.label === label));
      return cards.findLast(fits) ?? null;
    }, `a card for SLT with “${words}”`);

  /** The card once everything on it has been looked at. */
  const settled = (shown: Shown): Promise<Shown> =>
    eventually(async () => {
      const card = await again(shown);
      return card.text.includes('Still being looked at') ? null : card;
    }, 'everything to be looked at');

  const amy = as('amy-reid');
  /** A post somebody has typed and sent, every box ticked: the author's card, and SLT's with its buttons. */
  const sent = async (
    words: string,
    { by = amy, reasons = {} }: { by?: Staff; reasons?: Record<string, string> } = {},
  ): Promise<{ author: Shown; slt: Shown }> => {
    const { shown: first, text } = await by.types(`/tweet ${words}`);
    if (!first) throw new Error(`no checklist came: ${text}`);
    const shown = await settled(first);
    const send = labels(shown).find((label) => label.startsWith('Send to')) ?? 'Send to';
    const answer = await by.presses(send, shown, { ...ticks(shown), ...reasons });
    if (!answer.shown) throw new Error(`not sent: ${answer.text}`);
    return { author: answer.shown, slt: await sltCard(words.slice(0, 30), 'Approve') };
  };

  return {
    as,
    amy,
    sent,
    settled,
    ben: as('ben-shah'),
    sam: as('sam-obi'),
    lee: as('lee-park'),
    jo: as('jo-clarke'),
    gus: as('gus-hay'),
    folder,
    file,
    get world() {
      return running.world;
    },
    get url() {
      return running.url;
    },
    get now() {
      return now;
    },
    sltCards: () => cardsOn(sltTopic('larkfield')),
    /** The newest card of a post in the SLT channel, once it is there, and has this button. */
    sltCard,
    timeline: async () => {
      const items = await running.world.store.shelf.after(timelineTopic('@Larkfield'), 0, 1000);
      return standing(items);
    },
    /** A card as it stands now. */
    again,
    /** Waits until a card says this. */
    says: (shown: Shown, words: string) =>
      eventually(
        async () => {
          const card = await again(shown);
          return card.text.includes(words) ? card : null;
        },
        words,
        async () => (await again(shown)).text,
      ),
    /** What happened since the school was set up. */
    events: async () => {
      const entries = await running.world.store.read.ledger('larkfield', 0, 10_000);
      return entries.map((entry) => entry.event).filter((event) => event !== 'roll.imported');
    },
    /** Lets time pass, and the work that falls due be done. */
    passes: async (ms: number) => {
      now += ms;
      running.world.wake(now);
    },
    until: async (iso: string) => {
      now = Date.parse(iso);
      running.world.wake(now);
    },
    /** Stops and starts on the same folder; `port` where a page must find it again. */
    restart: async (again: { port?: number } = {}) => {
      await running.stop();
      running = await begin(again.port);
    },
    close: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SchoolAtWork = Awaited<ReturnType<typeof openSchool>>;
