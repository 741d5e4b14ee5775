/** `bellbird check`: drafts in, one JSON a line; judgements out, in the same order. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Command } from 'commander';
import type { Lint } from '../policy/language/lint.ts';
import {
  checkLine,
  LINE_SCHOOL,
  type LineContext,
  type LineSchool,
  textToLint,
} from '../policy/lines.ts';
import { loadPolicy, PRESETS } from '../policy/load.ts';
import type { Grammar } from '../ports/grammar.ts';
import { closedDaysOf } from '../school/calendar.ts';
import { entriesOf, parseRoll, type Roll, rollOf } from '../school/roll.ts';
import { loadSchool, type School } from '../school/school.ts';
import { Failed } from './failed.ts';

type Options = { policy?: string; roll?: string; school?: string };

/** A roll for this run only: hashed under a secret that is thrown away at the end. */
function rollFrom(file: string): Roll {
  let csv: string;
  try {
    csv = readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failed([`${file} cannot be read (${why}). Check the path.`], 2);
  }
  const parsed = parseRoll(csv);
  if (!parsed.ok)
    throw new Failed(
      [...parsed.faults.map((fault) => `${file}: ${fault}`), 'Nothing was checked.'],
      2,
    );
  const secret = randomBytes(32).toString('base64url');
  return rollOf(entriesOf(parsed.rows, secret), secret);
}

function schoolFrom(file: string): School {
  const loaded = loadSchool(file);
  if (!loaded.ok) throw new Failed(loaded.faults, 2);
  return loaded.school;
}

function lineSchool(school: School): LineSchool {
  return {
    timezone: school.timezone,
    confirmedHandles: new Set(school.handles.map((handle) => handle.toLowerCase())),
    ownHandles: new Set(school.accounts.map((account) => account.handle.toLowerCase())),
    closedDays: closedDaysOf(school, Date.now()),
    figures: school.figures,
  };
}

/** Each policy is loaded once, however many lines name it. */
function policies(given: Options, school: School | null): LineContext['policyOf'] {
  const known = new Map<string, ReturnType<LineContext['policyOf']>>();
  if (school) known.set(school.policy.policy, { ok: true, policy: school.policy });
  const own = given.policy ?? school?.policy.policy;
  return (name) => {
    const wanted = name ?? own;
    if (wanted === undefined) {
      return {
        ok: false,
        why: `none is named on the line or with --policy. There are ${PRESETS.join(', ')}`,
      };
    }
    const before = known.get(wanted);
    if (before) return before;
    const loaded = loadPolicy(wanted);
    const answer = loaded.ok ? loaded : ({ ok: false, why: loaded.faults.join('; ') } as const);
    known.set(wanted, answer);
    return answer;
  };
}

/** One grammar checker for the whole run, built only when a line needs it. */
function grammarReader() {
  let grammar: Grammar | null = null;
  return {
    read: async (text: string): Promise<Lint[] | 'failed'> => {
      grammar ??= (await import('../main.ts')).openGrammar();
      return grammar.lint(text).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        return 'failed' as const;
      });
    },
    close: async () => grammar?.close(),
  };
}

export function checkCommand(): Command {
  return new Command('check')
    .description('judge drafts: one JSON a line on standard input, one judgement a line out')
    .option(
      '--policy <policy>',
      `a preset (${PRESETS.join(', ')}) or a policy file; a line's own "policy" goes first`,
    )
    .option('--roll <file>', 'the pupils and their consents, as CSV')
    .option('--school <file>', 'school.yaml: its policy, time zone, closures and confirmed handles')
    .addHelpText(
      'after',
      '\nA line that is not valid is answered with its fault; the rest still run, and the exit status is 2.',
    )
    .action(async (options: Options) => {
      const school = options.school === undefined ? null : schoolFrom(options.school);
      const policyOf = policies(options, school);
      if (options.policy !== undefined) {
        const named = policyOf(options.policy);
        if (!named.ok) throw new Failed([`--policy: ${named.why}`], 2);
      }
      const roll = options.roll === undefined ? null : rollFrom(options.roll);
      const context: LineContext = {
        policyOf,
        roll,
        school: school ? lineSchool(school) : LINE_SCHOOL,
      };
      const grammar = grammarReader();
      let number = 0;
      let faulty = false;
      for await (const line of createInterface({
        input: process.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        number += 1;
        const text = textToLint(line, context);
        const lints = text === null ? null : await grammar.read(text);
        const judged = checkLine(
          line,
          number,
          lints === null ? context : { ...context, grammarOf: () => lints },
        );
        if (judged === null) continue;
        faulty ||= !judged.ok;
        if (!process.stdout.write(`${JSON.stringify(judged.answer)}\n`)) {
          await new Promise((done) => process.stdout.once('drain', done));
        }
      }
      await grammar.close();
      if (faulty) process.exitCode = 2;
    });
}
