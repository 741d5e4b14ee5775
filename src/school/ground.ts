/** What must hold between the settings of a school, and between a school and its policy. */
import { accessSync, constants, statSync } from 'node:fs';
import type { Policy, Role } from '../policy/schema.ts';
import { type Fault, type FaultPath, shownValue } from './faults.ts';
import { daysBetween } from './local-time.ts';
import { names } from './people.ts';
import { rightsFaults, shortages } from './rights.ts';
import type { School } from './school.ts';

/** The settings that were right, as far as they go; the policy is null where it has faults of its own. */
export type Ground = Pick<School, 'accounts' | 'people' | 'handles' | 'terms' | 'roll'> & {
  approvals: { needed?: number | undefined; by?: Role[] | undefined };
  /** What is known of rights, where a setting about them is wrong. */
  rights: {
    /** False while it is not sure of everyone who they are and what they may do: then nobody is counted. */
    countable: boolean;
    /** The deciding roles as written, null for each that is none; null where the school gives no list. */
    by: (Role | null)[] | null;
  };
  policy: Policy | null;
};

/** Ground whose policy is known. */
export type Governed = Ground & { policy: Policy };

function twice(values: readonly (string | null)[], pathOf: (index: number) => FaultPath): Fault[] {
  const first = new Map<string, number>();
  return values.flatMap((value, index): Fault[] => {
    if (value === null || value === '') return [];
    const before = first.get(value);
    if (before === undefined) {
      first.set(value, index);
      return [];
    }
    const allowed = `one that is not already number ${before + 1} of the list`;
    return [{ path: pathOf(index), seen: shownValue(value), allowed }];
  });
}

function listFaults(ground: Ground): Fault[] {
  const { people, accounts, handles } = ground;
  return [
    ...twice(
      people.map((person) => person.id),
      (at) => ['people', at, 'id'],
    ),
    ...twice(
      people.map((person) => person.slack),
      (at) => ['people', at, 'slack'],
    ),
    ...twice(
      people.map((person) => person.teams),
      (at) => ['people', at, 'teams'],
    ),
    ...twice(
      accounts.map((account) => account.handle.toLowerCase()),
      (at) => ['accounts', at, 'handle'],
    ),
    ...twice(
      handles.map((handle) => handle.toLowerCase()),
      (at) => ['handles', at],
    ),
  ];
}

function termFaults(terms: Ground['terms']): Fault[] {
  return terms.flatMap((term, index): Fault[] => {
    const before = terms[index - 1];
    if (before === undefined || before.to < term.from) return [];
    if (before.to === '' || term.from === '') return [];
    const allowed = `a date after ${before.to}, when ${before.name} ends: terms in order, none overlapping`;
    return [{ path: ['terms', index, 'from'], seen: shownValue(term.from), allowed }];
  });
}

/** What stands at a path: gone, a file that may be read, or words on what is wrong with it. */
function standing(path: string): 'gone' | 'readable' | { seen: string } {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'gone';
    if (!found.isFile()) return { seen: `${shownValue(path)}, which is no file` };
    accessSync(path, constants.R_OK);
    return 'readable';
  } catch {
    return { seen: `${shownValue(path)}, which may not be read` };
  }
}

function rollFaults(roll: string | null): Fault[] {
  const stands = roll === null ? 'gone' : standing(roll);
  if (typeof stands === 'string') return [];
  return [{ path: ['roll'], seen: stands.seen, allowed: 'a CSV file Bellbird may read' }];
}

/** Every fault between settings that are each right by themselves. */
export function groundFaults(ground: Ground): Fault[] {
  const faults = [...listFaults(ground), ...termFaults(ground.terms), ...rollFaults(ground.roll)];
  const { policy } = ground;
  return policy === null ? faults : [...faults, ...rightsFaults({ ...ground, policy })];
}

/** Says that the roll named is not there; stops nothing, for it may have been read long ago. */
export function rollWarning(roll: string | null): string | null {
  if (roll === null || standing(roll) !== 'gone') return null;
  return `roll: ${roll} is not there. Bellbird goes on with the roll it last read; if it never read one, put the file back.`;
}

/** Holidays in England are at most some seven weeks. */
const LONGEST_HOLIDAY_DAYS = 70;

/** What a school should know though nothing stops: each begins with the path it is about. */
export function groundWarnings(ground: Ground): string[] {
  const { policy, accounts, terms, roll } = ground;
  if (policy === null) return [];
  const warnings: string[] = [];
  for (const [index, account] of accounts.entries()) {
    if (policy.visibility === null || account.visibility === policy.visibility) continue;
    warnings.push(
      `accounts[${index}].visibility: ${account.handle} is ${account.visibility}, but the policy “${policy.title}” asks for ${policy.visibility}. Change the account, or the policy with the head.`,
    );
  }
  const gone = rollWarning(roll);
  if (gone !== null) warnings.push(gone);
  const urgent = Math.max(policy.approvals.urgent, ground.approvals.needed ?? 1);
  for (const { author, able } of shortages({ ...ground, policy }, urgent)) {
    warnings.push(
      `people: an urgent post by ${author.name} needs ${urgent} to approve it, and besides the author there is only ${names(able, 'and')}. Such a post cannot be sent until somebody else has the role.`,
    );
  }
  for (const [index, term] of terms.entries()) {
    const before = terms[index - 1];
    if (before === undefined || daysBetween(before.to, term.from) <= LONGEST_HOLIDAY_DAYS) continue;
    warnings.push(
      `terms[${index}].from: no term is listed between ${before.to} and ${term.from}. If one is missing, reminders wait for ${term.name}.`,
    );
  }
  return warnings;
}
