/** Hands at Teams: what people type, press and fill in there, and what they see come of it. */
import { writeFileSync } from 'node:fs';
import { isThing, type Json, things, word } from '../fakes/slack/json.ts';
import type { Fields } from '../fakes/teams/fill.ts';
import { heldBy } from '../fakes/teams/look.ts';
import { screenKey } from '../fakes/teams/messages.ts';
import { messagePlace } from '../fakes/teams/places.ts';
import type { After, FakeTeams, Seen } from '../fakes/teams/teams.ts';
import type { Answer, Filled, Hands, Opening, Person, Sight } from '../scenarios/hands.ts';
import { eventually, SCHOOL } from '../scenarios/staffroom.ts';
import { AMY, BEN, GUS, inTeams, JO, LEADERS, LEE, openTenancy, SAM, SLT } from './workspace.ts';

/** How long Teams and Bellbird must have nothing to say before somebody reads what came, ms. */
const STILL = 25;
/** The button of the form in which a post is written, which in the chat stands on a card of its own. */
const CHECK = 'Check it';
/** Words that say where a new card went. */
const ELSEWHERE = /stands below|own chat with Bellbird/;

/** Where a card stands, and the card as it was when it was seen. */
type Own = { aad: string; id: string; card: Json | null };
const ownOf = (sight: Sight) => sight.own as Own;

function addresses(it: unknown): string[] {
  if (Array.isArray(it)) return it.flatMap(addresses);
  if (!isThing(it)) return [];
  const own = it.type === 'Action.OpenUrl' ? [word(it.url)] : [];
  return [...own, ...Object.values(it).flatMap(addresses)];
}

function boxesIn({ screen, drawn }: ReturnType<typeof messagePlace>): Sight['boxes'] {
  const many = drawn.inputs.filter((input) => input.isMultiSelect === true);
  return many.flatMap((input) => {
    const held = heldBy(screen, input).split(',');
    return things(input.choices).map(({ title, value }) => ({
      says: word(title),
      ticked: held.includes(word(value)),
    }));
  });
}

function sightOf({ world }: FakeTeams, aad: string, seen: Seen): Sight {
  const message = world.messages.find(({ id }) => id === seen.id);
  if (!message) throw new Error('the message is gone');
  const card = world.swapped.get(screenKey(aad, message.id)) ?? message.cards[0] ?? null;
  return {
    text: [seen.text, ...addresses(card)].join('\n'),
    labels: things(card?.actions).map(({ title }) => word(title)),
    buttons: seen.buttons,
    boxes: boxesIn(messagePlace(world, aad, message)),
    own: { aad, id: seen.id, card: card && structuredClone(card) } satisfies Own,
  };
}

/** Whether a button opens a form in the card, whose own button then means it. */
function asks(it: unknown, label: string): boolean {
  if (Array.isArray(it)) return it.some((each) => asks(each, label));
  if (!isThing(it)) return false;
  if (it.type === 'Action.ShowCard' && it.title === label) return true;
  return [it.actions, it.body, it.items].some((each) => asks(each, label));
}

const meant = (label: string) => `Yes, ${label.charAt(0).toLowerCase()}${label.slice(1)}`;

function personAt(teams: FakeTeams, aad: string): Person {
  const member = teams.person(aad);
  const { world } = teams;
  /** The card with the form that they have in front of them, where it is no dialog. */
  let form: Sight | null = null;
  const sight = (seen: Seen) => sightOf(teams, aad, seen);

  const given = ({ ticked, ...words }: Filled, boxes: boolean): Fields => ({
    ...Object.fromEntries(Object.entries(words).map(([label, value]) => [label, String(value)])),
    ...(ticked && boxes ? { ticked: true } : {}),
  });

  /** What came of it: a form, a word to them alone, the touched card changed, a new card. */
  function told({ messages, dialog, notices }: After, touched: string | null): Answer {
    if (dialog) {
      const text = [
        dialog.text,
        ...Object.entries(dialog.fields).map(([label, value]) => `${label}: ${value}`),
      ].join('\n');
      return { as: 'dialog', text, shown: null };
    }
    const words = notices.filter((each) => !ELSEWHERE.test(each));
    if (words.length > 0) return { as: 'note', text: words.join('\n'), shown: null };
    const changed = messages.find(({ id }) => id === touched);
    const said = changed ?? messages.find(({ id }) => !before.has(id));
    if (!said) throw new Error(`${member.aad} saw nothing come of it.`);
    const shown = sight(said);
    if (said.buttons.includes(CHECK)) {
      form = shown;
      return { as: 'dialog', text: shown.text, shown: null };
    }
    if (changed) return { as: 'replace', text: shown.text, shown };
    // A word has nothing to press.
    const plain = said.buttons.length === 0;
    return { as: plain ? 'note' : 'card', text: shown.text, shown: plain ? null : shown };
  }

  let before = new Set<string>();
  async function did(what: () => Promise<After>, touched: string | null = null): Promise<Answer> {
    before = new Set(member.sees().map(({ id }) => id));
    return told(await what(), touched);
  }

  /** Presses what their screen still shows, which may be behind. */
  async function pressesAsSeen(label: string, on: Sight, filled: Filled): Promise<Answer> {
    const { id, card } = ownOf(on);
    const key = screenKey(aad, id);
    const stands = world.messages.find((each) => each.id === id)?.cards[0];
    const behind = card !== null && JSON.stringify(card) !== JSON.stringify(stands);
    if (behind) world.swapped.set(key, card);
    const there = member.sees().find((seen) => seen.id === id);
    if (!there) throw new Error('the card is gone');
    const boxes = sight(there).boxes.length > 0;
    const opens = asks(card, label);
    // Both in one moment: news of the card would shut the form that was opened.
    const opened =
      opens && !there.buttons.includes(meant(label)) ? member.presses(label, there) : null;
    const answer = await did(
      () => member.presses(opens ? meant(label) : label, there, given(filled, boxes)),
      id,
    );
    await opened;
    // What was behind is behind no longer once it was touched.
    if (behind && world.swapped.get(key) === card) world.swapped.delete(key);
    return answer;
  }

  let over: string | null = null;
  return {
    types: async (line) => {
      if (member.dialog()) await member.closes();
      form = null;
      over = null;
      return did(() => member.says(line));
    },
    presses: async (label, on, filled = {}) => {
      if (member.dialog()) await member.closes();
      form = null;
      over = ownOf(on).id;
      return pressesAsSeen(label, on, filled);
    },
    submits: async (filled) => {
      if (!member.dialog() && form) return pressesAsSeen(CHECK, form, filled);
      const answer = await did(() => member.submits(given(filled, false)), over);
      // A form that comes again says either what stops the words, by its clause, or why it was refused.
      const refused = answer.as === 'dialog' && !answer.text.includes('Our policy:');
      return refused ? { ...answer, as: 'note' } : answer;
    },
    cards: async () =>
      member
        .chat()
        .filter(({ from }) => from === 'Bellbird')
        .map(sight),
  };
}

/** A card as it stands now. */
function again(teams: FakeTeams, card: Sight): Sight {
  const { aad, id } = ownOf(card);
  const seen = teams
    .person(aad)
    .sees()
    .find((each) => each.id === id);
  if (!seen) throw new Error('the card is gone');
  return sightOf(teams, aad, seen);
}

/** Opens a school in Teams. */
export async function openInTeams({ school = SCHOOL, ...given }: Opening): Promise<Hands> {
  const at = await openTenancy({
    ...given,
    school: inTeams(school),
    // Who decides is the school file's to say here, and everybody may read along.
    teams: {
      still: STILL,
      teams: {
        [LEADERS]: {
          name: 'SLT',
          members: [AMY, BEN, SAM, LEE, JO, GUS],
          channels: { [LEADERS]: 'General', [SLT]: 'Posts' },
        },
      },
    },
  });
  const { teams } = at;
  const person = (aad: string) => personAt(teams, aad);
  return {
    amy: person(AMY),
    ben: person(BEN),
    sam: person(SAM),
    lee: person(LEE),
    jo: person(JO),
    gus: person(GUS),
    help: '/help',
    folder: at.folder,
    get world() {
      return at.world;
    },
    get url() {
      return at.url;
    },
    get now() {
      return at.now;
    },
    rewrites: (text) => writeFileSync(at.file, inTeams(text)),
    sltCards: async () => at.jo.sees(SLT).map((seen) => sightOf(teams, JO, seen)),
    again: async (card) => again(teams, card),
    followed: async (_by, card) => card,
    settled: async (_by, card) =>
      eventually(async () => {
        const now = again(teams, card);
        return now.text.includes('Still being looked at') ? null : now;
      }, 'everything to be looked at'),
    timeline: at.timeline,
    events: at.events,
    passes: at.passes,
    restart: at.restart,
    close: async () => {
      const faults = await at.close();
      if (faults.length > 0) throw new Error(`Teams found amiss:\n${faults.join('\n')}`);
    },
  };
}
