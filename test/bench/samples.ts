/** The labelled drafts of test/judge as the desk holds them, with a roll of any size that has their pupils. */
import { readFileSync } from 'node:fs';
import { LINE_SCHOOL } from '../../src/policy/lines.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Checked, Facts } from '../../src/policy/rule.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { parseRoll, type RollRow } from '../../src/school/roll.ts';
import { rollRows, rollWith } from './school.ts';

const LINES = new URL('../judge/drafts.jsonl', import.meta.url);
const ROLL = new URL('../judge/roll.csv', import.meta.url);

type Line = {
  policy: string;
  text: string;
  at: string;
  occasion?: Checked['occasion'];
  device?: Checked['device'];
  photos?: { shows: Checked['photos'][number]['shows']; pupils?: string[]; alt?: string }[];
  in_reply_to?: string;
};
export type Sample = { policy: Policy; draft: Checked };

function draftOf(line: Line): Checked {
  const photos = (line.photos ?? []).map(({ shows, pupils = [], alt = '' }) => ({
    shows,
    pupils,
    alt,
  }));
  return {
    text: line.text,
    at: Date.parse(line.at),
    occasion: line.occasion ?? 'everyday',
    photos,
    ...(line.device ? { device: line.device } : {}),
    ...(line.in_reply_to ? { inReplyTo: line.in_reply_to } : {}),
  };
}

/** Every labelled draft under its policy: one object a policy, as the desk has it. Throws where a policy is faulty. */
export function samples(): Sample[] {
  const policies = new Map<string, Policy>();
  const policyOf = (name: string): Policy => {
    const known = policies.get(name);
    if (known) return known;
    const loaded = loadPolicy(name);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    policies.set(name, loaded.policy);
    return loaded.policy;
  };
  return readFileSync(LINES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const read = JSON.parse(line) as Line;
      return { policy: policyOf(read.policy), draft: draftOf(read) };
    });
}

function pupilsNamed(): RollRow[] {
  const parsed = parseRoll(readFileSync(ROLL, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
  return parsed.rows;
}

/** Facts with a roll of this many pupils, those of the drafts first; the grammar checker has found nothing. */
export function factsWith(size: number): Facts {
  const known = pupilsNamed();
  const roll = rollWith([...known, ...rollRows(size - known.length)]);
  return { ...LINE_SCHOOL, roll, ownDeviceGranted: false, grammar: [] };
}
