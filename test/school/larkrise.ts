/** An invented school and policy for the tests of this folder. */
import type { Policy } from '../../src/policy/schema.ts';
import type { Person } from '../../src/school/people.ts';
import type { School } from '../../src/school/school.ts';

/** Epoch ms of an ISO instant with its offset. */
export const instant = (iso: string): number => Date.parse(iso);

export const WEEKDAY_HOURS = {
  open: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
  excused: ['event', 'trip', 'urgent'],
} satisfies Policy['posting_hours'];

export const LONDON = { timezone: 'Europe/London', closedDays: new Set<string>() };

export const policyWith = (changed: Partial<Policy> = {}): Policy => ({
  policy: 'test',
  title: 'Larkrise policy',
  version: '1',
  document: { title: 'Larkrise policy' },
  may: { draft: ['nominated'], draft_with_grant: [], approve: ['slt', 'head'], follow: ['slt'] },
  approvals: { everyday: 1, urgent: 2 },
  who_may_reply: 'mentioned',
  posting_hours: WEEKDAY_HOURS,
  school_hours: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:30', to: '15:30' },
  remind: { after_school_hours: 4, at_most: 3 },
  expire: { after_school_days: 5 },
  purposes: ['celebrate'],
  hints: [],
  statements: [],
  agreement: null,
  account_approved_by: null,
  visibility: null,
  cadences: {
    follower_review: null,
    password_change: null,
    photo_deletion: null,
    policy_review: null,
  },
  following: null,
  followers: null,
  inappropriate: null,
  related: [],
  links: [],
  rules: {} as Policy['rules'],
  clauses: [],
  ...changed,
});

export const person = (
  name: string,
  roles: Person['roles'],
  changed: Partial<Person> = {},
): Person => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  roles,
  slack: null,
  teams: null,
  grants: [],
  ...changed,
});

export const AMY = person('Amy Reid', ['teacher', 'nominated'], {
  slack: 'U0AMY',
  teams: '3f2a6f1e-0000-4000-8000-0000000000a1',
});
export const SAM = person('Sam Obi', ['slt'], { slack: 'U0SAM' });
export const JO = person('Jo Clarke', ['head', 'slt'], {
  teams: '3f2a6f1e-0000-4000-8000-0000000000b2',
});
export const LEE = person('Lee Park', ['governor']);

export const schoolWith = (changed: Partial<School> = {}): School => ({
  id: 'larkrise',
  name: 'Larkrise',
  timezone: 'Europe/London',
  policy: policyWith(),
  office: 'office@larkrise.example',
  authority: null,
  accounts: [],
  people: [AMY, SAM, JO, LEE],
  approvals: { needed: 1, by: ['slt', 'head'] },
  slack: null,
  teams: null,
  handles: [],
  figures: [],
  roll: null,
  terms: [],
  closures: [],
  bankHolidays: null,
  file: 'school.yaml',
  ...changed,
});
