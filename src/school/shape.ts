/** The shape of school.yaml. Strict: an unknown key is a fault, for a typo must never weaken a safeguard. */
import { z } from 'zod';
import { ROLES } from '../policy/schema.ts';
import { anyOf } from './faults.ts';
import { GUID } from './guid.ts';
import { daysBetween, isKnownZone } from './local-time.ts';
import { isRealDate } from './moments.ts';

/** A map with these settings and no others; a fault names the ones there are. */
function settings<Shape extends z.ZodRawShape>(shape: Shape) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a map of ${keys}`),
  });
}

const text = (allowed: string) => z.string({ error: allowed }).trim().min(1, { error: allowed });
const pattern = (shape: RegExp, allowed: string) =>
  z.string({ error: allowed }).regex(shape, allowed);
const guid = (of: string) => pattern(GUID, `${of}, a GUID`).toLowerCase();
const one = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: anyOf(values) });
const list = <Item extends z.ZodType>(item: Item, allowed: string) =>
  z.array(item, { error: allowed });

/** The ledger writes "bellbird" for what it does by itself. */
const RESERVED_ID = 'bellbird';
const Id = pattern(
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'an id in small letters, digits and single hyphens, such as amy-reid',
).refine((id) => id !== RESERVED_ID, {
  error: `any id but ${RESERVED_ID}, which is the bot itself`,
});

const IsoDate = z
  .string({ error: 'a date as 2026-03-09' })
  .refine(isRealDate, { error: 'a date on the calendar as 2026-03-09, from 2000 to 2100' });

const Handle = pattern(
  /^@[A-Za-z0-9_]{1,15}$/,
  'a handle in quotes: @ and 1 to 15 letters, digits or underscores, such as "@OurSchool"',
);

const roleList = `a list of roles: ${anyOf(ROLES)}`;
const RoleList = list(one(ROLES), roleList).min(1, { error: roleList });

/** A value as written: a check between its settings sees it though one of them is wrong. */
const written = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
const isDate = (value: unknown): value is string => typeof value === 'string' && isRealDate(value);
/** Both dates, or null while one of them is missing or wrong. */
function datesOf(value: unknown): [from: string, to: string] | null {
  const { from, to } = written(value);
  return isDate(from) && isDate(to) ? [from, to] : null;
}
/** A check between settings waits for none of them to be put right. */
const AT_ONCE = { when: () => true } as const;

function ordered(value: unknown): boolean {
  const dates = datesOf(value);
  return dates === null || dates[0] <= dates[1];
}
const inOrder = { path: ['to'], error: 'a date on or after from', ...AT_ONCE };

const Grant = settings({
  kind: one(['posting', 'device']),
  by: text('the name or id of the head who gave it'),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
}).refine(ordered, inOrder);

const personFields = {
  id: Id.optional(),
  name: text('a name'),
  roles: RoleList,
  slack: pattern(/^[UW][A-Z0-9]{2,}$/, 'a Slack member id such as U012AB3CD').optional(),
  teams: guid('the person’s Object ID at Microsoft Entra').optional(),
  grants: list(Grant, 'a list of grants').optional(),
};
const Person = settings(personFields);

const keyName = pattern(
  /^[A-Z][A-Z0-9_]{2,63}$/,
  'the name of an environment variable, such as X_APP_KEY, never the key itself',
);
const Keys = settings({
  app: keyName,
  app_secret: keyName,
  access: keyName,
  access_secret: keyName,
});
const accountFields = {
  handle: Handle,
  outlet: one(['x', 'timeline']),
  visibility: one(['public', 'protected']),
  name: text('the name readers see').optional(),
  keys: Keys.optional(),
  owns_app: z.boolean({ error: 'true or false' }).optional(),
};
const Account = settings(accountFields)
  .refine((value) => written(value).outlet !== 'x' || written(value).keys !== undefined, {
    path: ['keys'],
    error: `a map of ${Object.keys(Keys.shape).join(', ')}, for an account on x`,
    ...AT_ONCE,
  })
  .refine((value) => written(value).outlet !== 'timeline' || written(value).keys === undefined, {
    path: ['keys'],
    error: 'no keys, for the timeline needs none',
    ...AT_ONCE,
  });

const termFields = { name: text('a name'), from: IsoDate, to: IsoDate };
const Term = settings(termFields).refine(ordered, inOrder);

/** Which of a closure's three dates are given at all. */
function datesGiven(value: unknown): { date: boolean; from: boolean; to: boolean } | null {
  if (value === null || typeof value !== 'object') return null;
  const { date, from, to } = written(value);
  return { date: date !== undefined, from: from !== undefined, to: to !== undefined };
}

const Closure = settings({
  name: text('a name'),
  date: IsoDate.optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  posting: one(['open', 'closed']).optional(),
})
  .refine(
    (value) => {
      const given = datesGiven(value);
      return given === null || given.date !== (given.from || given.to);
    },
    { error: 'either date, or both from and to', ...AT_ONCE },
  )
  .refine(
    (value) => {
      const given = datesGiven(value);
      return given === null || given.date || given.from === given.to;
    },
    { error: 'both from and to', ...AT_ONCE },
  )
  .refine(ordered, inOrder)
  .refine(
    (value) => {
      const dates = datesOf(value);
      return dates === null || daysBetween(dates[0], dates[1]) < 366;
    },
    { path: ['to'], error: 'a closure of at most a year', ...AT_ONCE },
  );

const bankHolidays = 'england, or {of: england, posting: open or closed}';
const BankHolidays = z.union(
  [
    z.literal('england'),
    z.strictObject({ of: z.literal('england'), posting: z.enum(['open', 'closed']).optional() }),
  ],
  { error: bankHolidays },
);

const slackSlt =
  'list (the roles under people), channel (the members of slt_channel), or {group: S012AB3CD} (a user group)';
const SlackSlt = z.union(
  [z.enum(['list', 'channel']), z.strictObject({ group: z.string().regex(/^S[A-Z0-9]{2,}$/) })],
  { error: slackSlt },
);

const needed = 'a whole number from 1 to 5';
const approvalFields = {
  needed: z.int({ error: needed }).min(1, { error: needed }).max(5, { error: needed }).optional(),
  by: RoleList.optional(),
};

/** Settings of which what is right can be judged while the rest is wrong: their fields by name. */
export const FIELDS = {
  account: accountFields,
  person: personFields,
  term: termFields,
  approvals: approvalFields,
  handle: Handle,
  role: one(ROLES),
} as const;

/** Every setting of school.yaml by name, each judged by itself so that all faults are found at once. */
export const SCHOOL_SETTINGS = {
  school: text('the name of the school'),
  id: Id.optional(),
  timezone: z
    .string({ error: 'a time zone such as Europe/London' })
    .refine(isKnownZone, { error: 'a time zone this machine knows, such as Europe/London' }),
  /** Judged by the policy's own loader. */
  policy: z.union([z.string().min(1), z.record(z.string(), z.unknown())], {
    error: 'a preset’s name, the path of a policy file, or a map with extends',
  }),
  office: z.email({ error: 'the office’s email address' }),
  authority: settings({
    name: text('who serious cases go to, such as the local authority or trust'),
    contact: text('how they are reached: an email address, a telephone number or both'),
  }).optional(),
  accounts: list(Account, 'a list of one account or more').min(1, { error: 'one account or more' }),
  people: list(Person, 'a list of people').min(1, { error: 'one person or more' }),
  approvals: settings(approvalFields).optional(),
  slack: settings({
    // What Slack sends names the workspace it came from, also in an organisation of several.
    team: pattern(
      /^T[A-Z0-9]{2,}$/,
      'a Slack team id such as T012AB3CD: of the workspace, never the E… of an organisation',
    ),
    slt_channel: pattern(/^[CG][A-Z0-9]{2,}$/, 'a Slack channel id such as C012AB3CD'),
    slt: SlackSlt.optional(),
  }).optional(),
  teams: settings({
    tenant: guid('the Directory (tenant) ID of Microsoft Entra'),
    slt_channel: pattern(
      /^19:[\w-]+@thread\.(?:tacv2|skype)$/,
      'a Teams channel id such as 19:abc@thread.tacv2 (from the channel’s link, with : for %3A and @ for %40)',
    ),
    slt: z
      .enum(['list', 'channel'], {
        error: 'list (the roles under people) or channel (the members of slt_channel)',
      })
      .optional(),
  }).optional(),
  handles: list(Handle, 'a list of handles').optional(),
  figures: list(
    text('a name'),
    'a list of names that are no pupils: the guinea pig, the bear in the entrance hall',
  ).optional(),
  roll: text('the path of a CSV file').optional(),
  terms: list(Term, 'a list of terms, each a map of name, from, to').optional(),
  closures: list(
    Closure,
    'a list of closures, each a map of name and date, or name, from and to',
  ).optional(),
  bank_holidays: BankHolidays.optional(),
} as const;

export type SchoolSettings = {
  [Key in keyof typeof SCHOOL_SETTINGS]: z.infer<(typeof SCHOOL_SETTINGS)[Key]>;
};
