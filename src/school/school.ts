/** A school as its school.yaml describes it: accounts, people, calendar, and the policy it works by. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadPolicy } from '../policy/load.ts';
import type { Policy, Role } from '../policy/schema.ts';
import { type Fault, type FaultPath, faultsOf, faultWords } from './faults.ts';
import { type Ground, groundFaults, groundWarnings, rollWarning } from './ground.ts';
import { looksLikePolicy, readYaml } from './paper.ts';
import type { Person } from './people.ts';
import { peopleCountable, rolesGiven, salvaged } from './salvage.ts';
import { acrossFaults, type Marks, settle } from './settle.ts';
import { SCHOOL_SETTINGS, type SchoolSettings } from './shape.ts';

/** Names of the environment variables that hold the account's keys; never the keys. */
export type AccountKeys = { app: string; appSecret: string; access: string; accessSecret: string };

export type Account = {
  /** With the @, as written. Unique at the school whatever its case. */
  handle: string;
  /** The name readers see. */
  name: string;
  outlet: 'x' | 'timeline';
  visibility: 'public' | 'protected';
  /** Null for the timeline, which needs none. */
  keys: AccountKeys | null;
  /** Its owner owns the app of its keys, so X bills less for what is read of their own. */
  ownsApp: boolean;
};

/** ISO dates, both ends inside. */
export type Term = { name: string; from: string; to: string };

/** ISO dates, both ends inside. `posting` says whether posts may still go out on them. */
export type Closure = Term & { posting: 'open' | 'closed' };

export type BankHolidays = { of: 'england'; posting: 'open' | 'closed' };

export type School = {
  id: string;
  name: string;
  /** IANA name. */
  timezone: string;
  policy: Policy;
  /** Where to write with questions. */
  office: string;
  /** Whom serious cases are escalated to, and how they are reached; null where the file names nobody. */
  authority: { name: string; contact: string } | null;
  /** At least one; the first is the one posts go to where nothing else is asked. */
  accounts: Account[];
  people: Person[];
  /** `needed` is the school's own least number, 1 unless it raises the policy's; `by` are the roles that decide. */
  approvals: { needed: number; by: Role[] };
  /** `slt` is who sits on SLT as Slack knows it: those with the role, a channel's members, or a user group's. */
  slack: { team: string; sltChannel: string; slt: 'list' | 'channel' | { group: string } } | null;
  /**
   * `slt` as for Slack. The members asked for are those of the channel by its own id, never of its team: a
   * private channel has fewer.
   */
  teams: { tenant: string; sltChannel: string; slt: 'list' | 'channel' } | null;
  /** Organisations that may be mentioned, with the @, as written. */
  handles: string[];
  /** People, characters, animals and things of the school's own that are no pupils, as written. */
  figures: string[];
  /** Absolute path of the roll's CSV, or null. The file may be gone once it has been read. */
  roll: string | null;
  /** In order, none overlapping. Empty: every week of the year is term. */
  terms: Term[];
  closures: Closure[];
  bankHolidays: BankHolidays | null;
  /** The school file, absolute. */
  file: string;
};

export type LoadedSchool =
  | { ok: true; school: School; warnings: string[] }
  | { ok: false; faults: string[] };

export type LoadedSchools =
  | { ok: true; schools: School[]; warnings: string[] }
  | { ok: false; faults: string[] };

/** One school file as read, and what no other school may have too, as far as that is known. */
type Read = { loaded: LoadedSchool; marks: Marks | null };

/** The settings of a file, what stands of those with faults, and the faults. */
function settingsOf(given: Record<string, unknown>): {
  parts: Partial<SchoolSettings>;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const parts: Partial<SchoolSettings> = {};
  for (const [key, shape] of Object.entries(SCHOOL_SETTINGS)) {
    const parsed = shape.safeParse(given[key]);
    if (!parsed.success) faults.push(...faultsOf(parsed.error.issues, key, given[key]));
    const value = parsed.success ? parsed.data : salvaged(key, given[key]);
    if (value !== undefined) Object.assign(parts, { [key]: value });
  }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(SCHOOL_SETTINGS, key)) continue;
    const allowed = Object.keys(SCHOOL_SETTINGS).join(', ');
    faults.push({ path: [key], seen: 'a setting that is not known here', allowed });
  }
  return { parts, faults };
}

function readSchool(path: string): Read {
  const paper = readYaml(path);
  if (!paper.ok) return { loaded: paper, marks: null };
  const { given, lineOf } = paper;
  const file = resolve(path);
  const { parts, faults } = settingsOf(given);
  const place = { label: path, lineOf, under: ['policy'] };
  const policy = parts.policy === undefined ? null : loadPolicy(parts.policy, dirname(file), place);
  const settled = settle(parts, file);
  const roles = rolesGiven(given.approvals);
  const rights = {
    countable:
      peopleCountable(given.people) && SCHOOL_SETTINGS.approvals.safeParse(given.approvals).success,
    by: roles,
  };
  const ground: Ground = {
    ...settled.ground,
    rights,
    policy: policy?.ok ? policy.policy : null,
  };
  const all = [...faults, ...settled.faults, ...groundFaults(ground)];
  const told = all.map((fault) => faultWords(path, lineOf(fault.path), fault));
  if (policy !== null && !policy.ok) told.push(...policyFaults(policy.faults, path, lineOf));
  const { marks } = settled;
  if (told.length > 0 || ground.policy === null || settled.school === null) {
    const gone = rollWarning(ground.roll);
    const also = gone === null ? [] : [`${path}, ${gone}`];
    return { loaded: { ok: false, faults: [...told, ...also] }, marks };
  }
  const warnings = groundWarnings(ground).map((warning) => `${path}, ${warning}`);
  const { needed, by } = settled.school.approvals;
  const approvals = { needed, by: by ?? ground.policy.may.approve };
  const school = { ...settled.school, policy: ground.policy, approvals };
  return { loaded: { ok: true, school, warnings }, marks };
}

/** Faults in the school file itself stand as they are; those of a policy file say which school wants it. */
function policyFaults(
  faults: readonly string[],
  file: string,
  lineOf: (path: FaultPath) => number | null,
): string[] {
  const line = lineOf(['policy']);
  const where = line === null ? file : `${file} line ${line}`;
  return faults.map((fault) => (fault.startsWith(file) ? fault : `${where}, policy: ${fault}`));
}

/**
 * Reads one school file. Gives the school, with warnings that stop nothing; or every fault there is at
 * once, each with file, path, value seen and values allowed. What can be judged of a setting with a fault is
 * judged all the same. Never throws for what a file holds.
 */
export function loadSchool(file: string): LoadedSchool {
  return readSchool(file).loaded;
}

/** School files of a folder: every YAML file in it but policies, and school.yaml of each folder inside. */
function schoolFiles(folder: string): string[] {
  const files: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const inner = join(path, 'school.yaml');
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      if (statSync(inner, { throwIfNoEntry: false })?.isFile()) files.push(inner);
    } else if (/\.ya?ml$/i.test(entry.name) && !looksLikePolicy(path)) files.push(path);
  }
  return files;
}

/**
 * Reads a school file, or every school of a folder: its YAML files (a policy file among them is left to
 * the schools that name it) and the school.yaml of each folder inside it. One faulty school refuses all, with
 * the faults of all of them. Two schools cannot share an id, an account, or a Slack or Teams channel.
 */
export function loadSchools(fileOrFolder: string): LoadedSchools {
  let files = [fileOrFolder];
  try {
    if (statSync(fileOrFolder, { throwIfNoEntry: false })?.isDirectory()) {
      files = schoolFiles(fileOrFolder);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      faults: [`${fileOrFolder}: the folder cannot be read (${why}). Check who may read it.`],
    };
  }
  if (files.length === 0) {
    const says = `${fileOrFolder}: saw no school file in this folder. Allowed: one YAML file a school, or a folder a school with a school.yaml inside.`;
    return { ok: false, faults: [says] };
  }
  const read = files.map(readSchool);
  const loaded = read.map((each) => each.loaded);
  const schools = loaded.flatMap((each) => (each.ok ? [each.school] : []));
  const faults = [
    ...loaded.flatMap((each) => (each.ok ? [] : each.faults)),
    ...acrossFaults(read.flatMap(({ marks }) => marks ?? [])),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, schools, warnings: loaded.flatMap((each) => (each.ok ? each.warnings : [])) };
}
