/** A school as its school.yaml describes it: accounts, people, calendar, and the policy it works by. */
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadPolicy } from '../policy/load.ts';
import type { Policy, Role } from '../policy/schema.ts';
import { type Fault, faultsOf, faultWords } from './faults.ts';
import { type Ground, groundFaults, groundWarnings } from './ground.ts';
import { looksLikePolicy, readYaml } from './paper.ts';
import type { Person } from './people.ts';
import { acrossFaults, settle } from './settle.ts';
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
  /** At least one; the first is the one posts go to where nothing else is asked. */
  accounts: Account[];
  people: Person[];
  /** `needed` is the school's own least number, 1 unless it raises the policy's; `by` are the roles that decide. */
  approvals: { needed: number; by: Role[] };
  slack: { team: string; sltChannel: string } | null;
  teams: { tenant: string; sltChannel: string } | null;
  /** Organisations that may be mentioned, with the @, as written. */
  handles: string[];
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

/**
 * Reads one school file. Gives the school, with warnings that stop nothing; or every fault there is at
 * once, each with file, path, value seen and values allowed. Never throws for what a file holds.
 */
export function loadSchool(file: string): LoadedSchool {
  const paper = readYaml(file);
  if (!paper.ok) return paper;
  const { given, lineOf } = paper;
  const faults: Fault[] = [];
  const parts: Partial<SchoolSettings> = {};
  for (const [key, shape] of Object.entries(SCHOOL_SETTINGS)) {
    const parsed = shape.safeParse(given[key]);
    if (parsed.success) Object.assign(parts, { [key]: parsed.data });
    else faults.push(...faultsOf(parsed.error.issues, key, given[key]));
  }
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(SCHOOL_SETTINGS, key)) continue;
    const allowed = Object.keys(SCHOOL_SETTINGS).join(', ');
    faults.push({ path: [key], seen: 'a setting that is not known here', allowed });
  }

  const policy =
    parts.policy === undefined ? null : loadPolicy(parts.policy, dirname(resolve(file)));
  const settled = settle(parts, resolve(file));
  const ground: Ground = { ...settled.ground, policy: policy?.ok ? policy.policy : null };
  const all = [...faults, ...settled.faults, ...groundFaults(ground)];
  const told = all.map((fault) => faultWords(file, lineOf(fault.path), fault));
  if (policy !== null && !policy.ok) {
    const line = lineOf(['policy']);
    const where = line === null ? file : `${file} line ${line}`;
    told.push(...policy.faults.map((fault) => `${where}, policy: ${fault}`));
  }
  if (told.length > 0 || ground.policy === null || settled.school === null) {
    return { ok: false, faults: told };
  }
  const warnings = groundWarnings(ground).map((warning) => `${file}, ${warning}`);
  const { needed, by } = settled.school.approvals;
  const approvals = { needed, by: by ?? ground.policy.may.approve };
  return { ok: true, school: { ...settled.school, policy: ground.policy, approvals }, warnings };
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
  const loaded = files.map(loadSchool);
  const schools = loaded.flatMap((each) => (each.ok ? [each.school] : []));
  const faults = [
    ...loaded.flatMap((each) => (each.ok ? [] : each.faults)),
    ...acrossFaults(schools),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, schools, warnings: loaded.flatMap((each) => (each.ok ? each.warnings : [])) };
}
