/**
 * `npm run judge`: how well the rules judge labelled drafts. Without files, the drafts kept here, and
 * the shared ones where they lie beside this clone.
 *   --unseen               drafts that nobody who changes a rule has read, looked at only to report
 *   --list [rule]          every miss and false alarm too, of one rule or of all
 *   drafts.jsonl roll.csv  other drafts, with the roll to judge them by
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openGrammar } from '../../src/main.ts';
import { textToLint } from '../../src/policy/lines.ts';
import { answered, contextWith, labelled } from '../rules/labelled.ts';
import { type Counts, type Figures, figuresOf, type Judged, mistakesIn } from './figures.ts';

type Set = { name: string; drafts: URL; roll: URL };

const here = (name: string): URL => new URL(name, import.meta.url);

/** Every draft of a file, judged by the roll, grammar too. Throws where a line is not a valid draft. */
export async function judge(drafts: URL, roll: URL): Promise<Judged[]> {
  const context = contextWith(roll);
  const grammar = openGrammar();
  const judged: Judged[] = [];
  try {
    for (const { line, draft } of labelled(drafts)) {
      const text = textToLint(line, context);
      const lints = text === null ? null : await grammar.lint(text);
      const answer = answered(
        line,
        lints === null ? context : { ...context, grammarOf: () => lints },
      );
      judged.push({ draft, answer });
    }
  } finally {
    await grammar.close();
  }
  return judged;
}

const percent = (value: number | null): string =>
  value === null ? '–' : `${(value * 100).toFixed(1)} %`;

function row(rule: string, counts: Counts): string {
  const { expected, right, wrong, missed, precision, recall } = counts;
  const cells = [expected, right, wrong, missed].map((count) => String(count).padStart(8));
  return `${rule.padEnd(18)}${cells.join('')}${percent(precision).padStart(11)}${percent(recall).padStart(9)}`;
}

/** The table as people read it. */
export function table(name: string, figures: Figures): string {
  const heads = ['expected', 'true', 'false', 'missed'].map((head) => head.padStart(8)).join('');
  const used = [...figures.rules].filter(([, { expected, wrong }]) => expected + wrong > 0);
  return [
    `${name}: ${figures.drafts} drafts`,
    `${'rule'.padEnd(18)}${heads}${'precision'.padStart(11)}${'recall'.padStart(9)}`,
    ...used.map(([rule, counts]) => row(rule, counts)),
    `outcome right ${percent(figures.outcome)}, held right ${percent(figures.held)}, clear drafts flagged ${percent(figures.clearFlagged)}`,
    '',
  ].join('\n');
}

function ownSets(): Set[] {
  const roll = here('roll.csv');
  const shared = here('../../../shared/drafts/');
  const sets: Set[] = [{ name: 'test/judge/drafts.jsonl', drafts: here('drafts.jsonl'), roll }];
  if (existsSync(shared))
    sets.push({
      name: 'shared drafts',
      drafts: new URL('drafts.jsonl', shared),
      roll: new URL('roll-dev.csv', shared),
    });
  else console.log('The shared drafts are not beside this clone, and are left out.\n');
  return sets;
}

function setsAsked(given: readonly string[], unseen: boolean): Set[] {
  if (unseen) {
    const drafts = here('unseen.jsonl');
    return [{ name: 'test/judge/unseen.jsonl', drafts, roll: here('roll.csv') }];
  }
  if (given.length === 0) return ownSets();
  const file = (path: string): URL => pathToFileURL(resolve(path));
  const roll = given.find((path) => path.endsWith('.csv'));
  return given
    .filter((path) => !path.endsWith('.csv'))
    .map((path) => ({
      name: path,
      drafts: file(path),
      roll: roll ? file(roll) : here('roll.csv'),
    }));
}

/** What to say where a set cannot be judged at all; null where it can. */
export function unreadable({ drafts, roll }: Pick<Set, 'drafts' | 'roll'>): string | null {
  const missing = [drafts, roll].find((file) => !existsSync(file));
  return missing
    ? `There is no file ${fileURLToPath(missing)}. Give a file of labelled drafts (.jsonl), and a roll (.csv) to judge them by.`
    : null;
}

async function main(args: readonly string[]): Promise<void> {
  const listAt = args.indexOf('--list');
  const after = listAt < 0 ? undefined : args[listAt + 1];
  const only = after !== undefined && !/^--|\./.test(after) ? after : null;
  const given = args.filter((arg) => !arg.startsWith('--') && arg !== only);
  const sets = setsAsked(given, args.includes('--unseen'));
  const why = sets.map(unreadable).find((each) => each !== null);
  if (why) {
    process.stderr.write(`${why}\n`);
    process.exitCode = 2;
    return;
  }
  for (const { name, drafts, roll } of sets) {
    const judged = await judge(drafts, roll);
    console.log(table(name, figuresOf(judged)));
    if (listAt < 0) continue;
    for (const { id, rule, kind, why, text, words } of mistakesIn(judged)) {
      if (only !== null && rule !== only) continue;
      console.log(`${rule}: ${kind}: ${id} (${why})${words ? ` on ${words}` : ''}\n    ${text}`);
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
