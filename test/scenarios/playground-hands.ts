/** Hands at the playground: what people type, press and fill in there, as its page would send it. */
import { writeFileSync } from 'node:fs';
import type { Button, Card, Field } from '../../cards/model.ts';
import { inputs } from '../../cards/render/inputs.ts';
import type { Answer, Filled, Hands, Opening, Person, Sight } from './hands.ts';
import { type Blank, blanksOf, type Press, sentWith, textOf } from './page-form.ts';
import { buttonOf, buttonsOf, labels, openSchool, type Shown } from './staffroom.ts';

type Staff = ReturnType<Awaited<ReturnType<typeof openSchool>>['as']>;

const boxesOf = ({ choices, value }: Extract<Field, { field: 'ticks' }>): Sight['boxes'] =>
  choices.map((each) => ({ says: each.label, ticked: value.includes(each.value) }));

const sightOf = (shown: Shown): Sight => ({
  text: shown.text,
  labels: labels(shown),
  buttons: buttonsOf(shown).map(({ label }) => label),
  boxes: shown.card.parts.flatMap((part) =>
    part.part === 'field' && part.field.field === 'ticks' ? boxesOf(part.field) : [],
  ),
  own: shown,
});

/** The inputs as the page sends them: what stood there, and what was filled in. */
function filledIn(blanks: readonly Blank[], { ticked, ...given }: Filled): Record<string, string> {
  const sent = Object.fromEntries(blanks.map(({ id, value }) => [id, value]));
  const there = blanks.map(({ label }) => label).join(' | ') || 'none';
  for (const [label, words] of Object.entries(given)) {
    const blank =
      blanks.find((each) => each.label === label) ??
      blanks.find((each) => each.label.includes(label));
    if (!blank) throw new Error(`There is no field "${label}". Fields: ${there}.`);
    sent[blank.id] = blank.choices.length === 0 ? String(words) : chosen(blank, String(words));
  }
  const boxes = blanks.filter(({ many }) => many);
  if (ticked) for (const { id, choices } of boxes) sent[id] = choices.map(choiceValue).join(',');
  return sent;
}

const choiceValue = ({ value }: Record<string, unknown>) => String(value);

function chosen({ label, choices }: Blank, given: string): string {
  const choice = choices.find(({ title }) => String(title).startsWith(given));
  if (choice) return choiceValue(choice);
  throw new Error(`There is no "${given}" under "${label}".`);
}

type Form = { press: Press; blanks: Blank[]; over: Shown | null };
type Reply = Awaited<ReturnType<Staff['types']>>;

/** What a button takes along: the inputs of its card, and those that open below it. */
function blanksFor({ takesFields, asks = [] }: Button, card: Card): Blank[] {
  const fields = card.parts.flatMap((part) => (part.part === 'field' ? [part.field] : []));
  return blanksOf([...(takesFields ? fields : []), ...asks].flatMap(inputs));
}

function personAt(staff: Staff): Person {
  let form: Form | null = null;

  /** What came of it; a form that opens stays in front of them. */
  const seen = ({ as, text, shown, drawn }: Reply, over: Shown | null): Answer => {
    const press = as === 'dialog' ? sentWith(drawn) : null;
    if (press) form = { press, blanks: blanksOf(drawn), over };
    return {
      as: as as Answer['as'],
      text: drawn ? textOf(drawn) : text,
      shown: shown && sightOf(shown),
    };
  };

  return {
    types: async (line) => seen(await staff.types(line), null),
    presses: async (label, on, filled = {}) => {
      const shown = on.own as Shown;
      const button = buttonOf(shown, label);
      const fields = filledIn(blanksFor(button, shown.card), filled);
      return seen(await staff.touches(shown, button, fields), shown);
    },
    submits: async (filled) => {
      if (!form) throw new Error(`${staff.id} has no form open.`);
      const { press, blanks, over } = form;
      const answer = await staff.touches(over, press, filledIn(blanks, filled));
      if (answer.as !== 'note') form = null;
      return seen(answer, over);
    },
    cards: async () => (await staff.cards()).map(sightOf),
  };
}

/** Opens a school at the playground. */
export async function openAtPlayground(given: Opening): Promise<Hands> {
  const school = await openSchool(given);
  return {
    amy: personAt(school.amy),
    ben: personAt(school.ben),
    sam: personAt(school.sam),
    lee: personAt(school.lee),
    jo: personAt(school.jo),
    gus: personAt(school.gus),
    help: '/help',
    folder: school.folder,
    get world() {
      return school.world;
    },
    get url() {
      return school.url;
    },
    get now() {
      return school.now;
    },
    rewrites: (text) => writeFileSync(school.file, text),
    sltCards: async () => (await school.sltCards()).map(sightOf),
    again: async (card) => sightOf(await school.again(card.own as Shown)),
    followed: async (_by, card) => card,
    settled: async (_by, card) => sightOf(await school.settled(card.own as Shown)),
    timeline: school.timeline,
    events: school.events,
    passes: school.passes,
    restart: () => school.restart(),
    close: school.close,
  };
}
