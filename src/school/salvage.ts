/** What stands of a setting that has faults, so that no fault waits for another to be put right. */
import type { z } from 'zod';
import type { Role } from '../policy/schema.ts';
import { FIELDS, type SchoolSettings } from './shape.ts';

type Fields = Readonly<Record<string, z.ZodType>>;

const isMap = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const reads = (field: z.ZodType, value: unknown): boolean => field.safeParse(value).success;

/** The blank item with what the given one says rightly. */
function rightly<Item extends object>(fields: Fields, blank: Item, given: unknown): Item {
  if (!isMap(given)) return blank;
  const right = Object.entries(fields).flatMap(([name, field]) => {
    const read = field.safeParse(given[name]);
    return read.success && read.data !== undefined ? [[name, read.data]] : [];
  });
  return { ...blank, ...Object.fromEntries(right) };
}

type Account = SchoolSettings['accounts'][number];
type Person = SchoolSettings['people'][number];
type Term = NonNullable<SchoolSettings['terms']>[number];

const NO_ACCOUNT: Account = { handle: '', outlet: 'timeline', visibility: 'public' };
const NO_PERSON: Person = { name: '', roles: [] };
const NO_TERM: Term = { name: '', from: '', to: '' };

/** A person whose id is wrong has none, rather than the one their name would give. */
function personOf(given: unknown): Person {
  const person = rightly(FIELDS.person, NO_PERSON, given);
  const wrong = isMap(given) && given.id !== undefined && !reads(FIELDS.person.id, given.id);
  return wrong ? { ...person, id: '' } : person;
}

/**
 * What stands of one setting with faults: items keep their place, and what is wrong of them is blank. Undefined
 * where nothing of it can be judged.
 */
export function salvaged(key: string, given: unknown): unknown {
  if (key === 'approvals') return rightly({ needed: FIELDS.approvals.needed }, {}, given);
  if (!Array.isArray(given)) return undefined;
  switch (key) {
    case 'accounts':
      return given.map((item) => rightly(FIELDS.account, NO_ACCOUNT, item));
    case 'people':
      return given.map(personOf);
    case 'terms':
      return given.map((item) => rightly(FIELDS.term, NO_TERM, item));
    case 'handles':
      return given.map((item) => (reads(FIELDS.handle, item) ? item : ''));
    default:
      return undefined;
  }
}

/** The roles of `approvals.by` with null for each that is none; null where there is no list. */
export function rolesGiven(approvals: unknown): (Role | null)[] | null {
  const by = isMap(approvals) ? approvals.by : undefined;
  if (!Array.isArray(by)) return null;
  return by.map((role) => (reads(FIELDS.role, role) ? (role as Role) : null));
}

/** True where it is known of everyone who they are and what they may do: then rights can be counted. */
export function peopleCountable(given: unknown): boolean {
  const { id, name, roles, grants } = FIELDS.person;
  return (
    Array.isArray(given) &&
    given.length > 0 &&
    given.every(
      (item) =>
        isMap(item) &&
        reads(id, item.id) &&
        reads(name, item.name) &&
        reads(roles, item.roles) &&
        reads(grants, item.grants),
    )
  );
}
