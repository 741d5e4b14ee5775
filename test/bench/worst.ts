/**
 * The dearest draft there is: a search for the text of 4,000 characters that `check` takes longest over. A unit
 * of one to six characters is repeated to that length, and changed a character at a time for as long as that
 * makes it dearer. Every rule is timed by itself, and all of them together under each policy.
 */
import { check } from '../../src/policy/check.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';
import type { Checked, Facts } from '../../src/policy/rule.ts';
import { optionsIn, rules } from '../../src/policy/rules/index.ts';
import type { Figure, Progress, Told } from './figures.ts';
import { factsWith } from './samples.ts';
import { type Dear, searched } from './search.ts';

const SIZE = 4000;
/** The longest description of a photo that the rules take. */
const LONGEST_ALT = 1000;
/** What one check may take, ms. */
const MOST = 50;
const SHOWN = 5;

const draftOf = (text: string): Checked => ({
  text,
  at: Date.parse('2026-03-10T10:15:00Z'),
  occasion: 'everyday',
  photos: [{ shows: 'pupils', pupils: ['Grace Okonkwo'], alt: text.slice(0, LONGEST_ALT) }],
});

/** Each rule alone, as the strictest policy that has it on runs it. */
function alone(facts: Facts): [string, (text: string) => void][] {
  const policies = PRESETS.map(preset);
  return [...rules.values()].flatMap((rule): [string, (text: string) => void][] => {
    const policy = policies.find((each) => each.rules[rule.name].severity !== 'off');
    if (!policy) return [];
    const options = rule.options.parse(optionsIn(policy, rule.name));
    const run = (text: string) =>
      void rule.check({ draft: draftOf(text), facts: { ...facts }, options });
    return [[rule.name, run]];
  });
}

/** All rules of each policy together. */
function together(facts: Facts): [string, (text: string) => void][] {
  return PRESETS.map((name) => {
    const policy = preset(name);
    return [`all of ${name}`, (text) => void check(policy, draftOf(text), { ...facts })];
  });
}

const spelt = (unit: string): string =>
  JSON.stringify(unit).replace(
    /[^ -~]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );

function figureOf({ of, unit, ms }: Dear): Figure {
  return {
    what: `${of}: ${spelt(unit)}`,
    value: ms,
    unit: 'ms',
    floor: null,
    aim: { of: 'value', most: MOST },
  };
}

export async function measureWorst(says: Progress): Promise<Told> {
  const facts = factsWith(500);
  const found: Dear[] = [];
  for (const [of, run] of [...alone(facts), ...together(facts)]) {
    says(`worst: ${of}`);
    found.push(...searched(of, run, SIZE));
  }
  const dearest = (of: (dear: Dear) => boolean) => found.filter(of).sort((a, b) => b.ms - a.ms);
  const whole = ({ of }: Dear) => of.startsWith('all of ');
  const single = dearest((dear) => !whole(dear));
  const worstOf = [...Map.groupBy(single, ({ of }) => of).values()].flatMap(
    ([worst]) => worst ?? [],
  );
  return {
    part: 'worst',
    about: `the dearest texts of ${SIZE} characters found, each a unit repeated; the least of three runs`,
    figures: [...dearest(whole).slice(0, SHOWN), ...worstOf].map(figureOf),
    notes: [],
  };
}
