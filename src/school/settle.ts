/** From settings as written to the school as the rest of the house knows it: ids, defaults, full paths. */
import { dirname, resolve } from 'node:path';
import type { Role } from '../policy/schema.ts';
import type { Fault } from './faults.ts';
import type { Ground } from './ground.ts';
import type { Grant, Person } from './people.ts';
import type { Account, BankHolidays, Closure, School } from './school.ts';
import type { SchoolSettings } from './shape.ts';

type Parts = Partial<SchoolSettings>;

const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A name as an id: "Zoë O’Neill" is zoe-oneill. Empty where a name has no letter that can stand in one. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßæøœłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function peopleOf(parts: Parts): { people: Person[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const given = parts.people ?? [];
  const ids = given.map((person) => person.id ?? slugOf(person.name));
  const idOf = (called: string): string | undefined =>
    ids[given.findIndex((person, index) => person.name === called || ids[index] === called)];
  const people = given.map((person, index): Person => {
    const id = ids[index] ?? '';
    const ofName = person.id === undefined && person.name !== '';
    if (ofName && (id === '' || id === 'bellbird')) {
      const allowed = 'an id beside the name, in small letters, such as id: amy-reid';
      faults.push({ path: ['people', index, 'id'], seen: `no id for ${person.name}`, allowed });
    }
    const grants = (person.grants ?? []).map((grant, place): Grant => {
      const by = idOf(grant.by);
      if (by === undefined) {
        const path = ['people', index, 'grants', place, 'by'];
        const allowed = 'the name or id of somebody in people who may give grants';
        faults.push({ path, seen: JSON.stringify(grant.by), allowed });
      }
      return { kind: grant.kind, by: by ?? '', from: grant.from ?? null, to: grant.to ?? null };
    });
    const { name, roles } = person;
    return { id, name, roles, slack: person.slack ?? null, teams: person.teams ?? null, grants };
  });
  return { people, faults };
}

function accountsOf(parts: Parts, school: string): Account[] {
  return (parts.accounts ?? []).map((account) => {
    const { handle, outlet, visibility, name = school } = account;
    const plain = { handle, outlet, visibility, name, ownsApp: account.owns_app ?? false };
    if (account.keys === undefined) return { ...plain, keys: null };
    const { app, app_secret, access, access_secret } = account.keys;
    const keys = { app, appSecret: app_secret, access, accessSecret: access_secret };
    return { ...plain, keys };
  });
}

function closuresOf(parts: Parts): Closure[] {
  return (parts.closures ?? []).map((closure) => {
    const from = closure.date ?? closure.from ?? '';
    const to = closure.date ?? closure.to ?? '';
    return { name: closure.name, from, to, posting: closure.posting ?? 'closed' };
  });
}

function bankHolidaysOf(parts: Parts): BankHolidays | null {
  const given = parts.bank_holidays;
  if (given === undefined) return null;
  if (given === 'england') return { of: 'england', posting: 'closed' };
  return { of: given.of, posting: given.posting ?? 'closed' };
}

/** A school but for its policy. `approvals.by` is null where the policy's roles stand. */
export type Settled = Omit<School, 'policy' | 'approvals'> & {
  approvals: { needed: number; by: Role[] | null };
};

/** What no other school may have too; null or empty where it is not known. */
export type Marks = {
  file: string;
  id: string | null;
  handles: string[];
  slackChannel: string | null;
  teamsChannel: string | null;
};

/**
 * What can be settled of a school from the settings that are right. `school` is null while a setting it
 * cannot be without is missing or wrong; `ground` is what can be judged all the same. The caller says what of
 * the rights is known.
 */
export function settle(
  parts: Parts,
  file: string,
): {
  school: Settled | null;
  ground: Omit<Ground, 'policy' | 'rights'>;
  marks: Marks;
  faults: Fault[];
} {
  const name = parts.school ?? '';
  const id = parts.id ?? slugOf(name);
  const { people, faults } = peopleOf(parts);
  if (parts.school !== undefined && (id === '' || id === 'bellbird')) {
    const allowed = 'an id beside the school’s name, such as id: larkrise';
    faults.push({ path: ['id'], seen: `no id for ${name}`, allowed });
  }
  const roll = parts.roll === undefined ? null : resolve(dirname(file), parts.roll);
  const settled = {
    accounts: accountsOf(parts, name),
    people,
    handles: parts.handles ?? [],
    figures: parts.figures ?? [],
    terms: parts.terms ?? [],
    roll,
  };
  const ground = { ...settled, approvals: parts.approvals ?? {} };
  const marks: Marks = {
    file,
    id: id === '' ? null : id,
    handles: settled.accounts.map(({ handle }) => handle.toLowerCase()),
    slackChannel: parts.slack?.slt_channel ?? null,
    teamsChannel: parts.teams?.slt_channel ?? null,
  };
  const { timezone, office } = parts;
  if (!timezone || !office || !name) return { school: null, ground, marks, faults };
  const school = {
    ...settled,
    id,
    name,
    timezone,
    office,
    authority: parts.authority ?? null,
    approvals: { needed: parts.approvals?.needed ?? 1, by: parts.approvals?.by ?? null },
    slack: parts.slack
      ? {
          team: parts.slack.team,
          sltChannel: parts.slack.slt_channel,
          slt: parts.slack.slt ?? ('list' as const),
        }
      : null,
    teams: parts.teams
      ? {
          tenant: parts.teams.tenant,
          sltChannel: parts.teams.slt_channel,
          slt: parts.teams.slt ?? ('list' as const),
        }
      : null,
    closures: closuresOf(parts),
    bankHolidays: bankHolidaysOf(parts),
    file,
  };
  return { school, ground, marks, faults };
}

/** What two schools in one Bellbird cannot share. */
export function acrossFaults(schools: readonly Marks[]): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const school of schools) {
    const marks: [path: string, value: string | null][] = [
      ['id', school.id],
      ...[...new Set(school.handles)].map((handle): [string, string] => ['accounts', handle]),
      ['slack.slt_channel', school.slackChannel],
      ['teams.slt_channel', school.teamsChannel],
    ];
    for (const [path, value] of marks) {
      if (value === null || value === '') continue;
      const first = seen.get(`${path} ${value}`);
      if (first !== undefined) {
        faults.push(
          `${school.file}, ${path}: saw "${value}", which ${first} has too. Allowed: one that no other school has.`,
        );
      } else seen.set(`${path} ${value}`, school.file);
    }
  }
  return faults;
}
