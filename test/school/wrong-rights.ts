/** School files whose settings do not go together: nobody to decide, a grant nobody may give. */
import { type Settings, withPerson } from './school-file.ts';
import type { Wrong } from './wrong-settings.ts';

const people = (...roles: string[][]) =>
  roles.map((each, at) => ({ name: `Person ${at}`, roles: each }));
const grantBy = (by: string, more: Settings = {}) => ({
  people: withPerson({ grants: [{ kind: 'posting', by, ...more }] }),
});
const decides = 'who must decide on posts';

export const WRONG_RIGHTS: Wrong[] = [
  [
    'lets roles approve that the policy does not',
    { approvals: { by: ['slt', 'teacher'] } },
    'approvals.by[1]',
    '"teacher"',
    /roles this policy lets approve: slt or head/,
  ],
  [
    'lowers the policy’s number of approvals',
    {
      policy: { extends: 'lickey-hills', approvals: { everyday: 2, urgent: 2 } },
      approvals: { needed: 1 },
      people: withPerson({ roles: ['slt'] }),
    },
    'approvals.needed',
    '1',
    /2 or more/,
  ],
  [
    'has nobody to approve',
    { people: people(['teacher'], ['head']), approvals: { by: ['slt'] } },
    'approvals.by',
    `nobody with the role slt, ${decides}`,
    /at least one of people with the role slt/,
  ],
  [
    'leaves a deciding role of the policy empty',
    { people: people(['teacher'], ['slt'], ['slt']) },
    'approvals.by',
    `nobody with the role head, ${decides} (no approvals.by is given, so the policy’s own stands: slt and head)`,
    /approvals\.by without it/,
  ],
  [
    'has one approver, who also writes',
    { people: people(['teacher'], ['head', 'slt']) },
    'people',
    'nobody to decide on posts by Person 1, for the author never decides',
    /at least 1 besides the author with the role slt or head: add 1 more/,
  ],
  [
    'has too few approvers for the number it asks',
    { approvals: { needed: 2 } },
    'people',
    'only Jo Clarke to decide on posts by Sam Obi and Jo Clarke',
    /at least 2 besides the author.*add 1 more/,
  ],
  [
    'has too few approvers for anything urgent',
    {
      policy: 'standard',
      people: people(['nominated'], ['head', 'slt']),
      accounts: [{ handle: '@L', outlet: 'timeline', visibility: 'public' }],
    },
    'people',
    'only Person 1 to decide on an urgent post',
    /at least 2 with the role slt or head: add 1 more/,
  ],
  [
    'has nobody to write',
    { policy: 'standard', people: people(['teacher'], ['head', 'slt'], ['slt']) },
    'people',
    'nobody who may write posts',
    /role nominated/,
  ],
  [
    'has nobody to countersign the agreement',
    { policy: 'sutton-manor' },
    'people',
    'nobody with the role governor, who must countersign the user agreement',
    /role governor/,
  ],
  [
    'has nobody to approve the account',
    { policy: { extends: 'standard', account_approved_by: ['it-lead'] } },
    'people',
    'nobody who may approve an account before it is used',
    /role it-lead/,
  ],
  [
    'takes a grant from somebody who is not there',
    grantBy('Ada Bright'),
    'people[3].grants[0].by',
    '"Ada Bright"',
    /somebody in people/,
  ],
  [
    'takes a grant from somebody who may give none',
    grantBy('Sam Obi'),
    'people[3].grants[0].by',
    'Sam Obi, who may not give grants',
    /Jo Clarke/,
  ],
  [
    'takes an IT lead’s grant where the policy gives them no say',
    {
      people: [
        ...withPerson({ grants: [{ kind: 'posting', by: 'Ivo Hale' }] }),
        { name: 'Ivo Hale', roles: ['it-lead'] },
      ],
    },
    'people[3].grants[0].by',
    'Ivo Hale, who may not give grants',
    /Jo Clarke/,
  ],
  [
    'takes an IT lead’s grant for themselves',
    {
      policy: 'hutton-rudby',
      people: [
        { name: 'Jo Clarke', roles: ['head'] },
        { name: 'Ada Bright', roles: ['head'] },
        { name: 'Ivo Hale', roles: ['it-lead'], grants: [{ kind: 'device', by: 'Ivo Hale' }] },
      ],
    },
    'people[2].grants[0].by',
    'Ivo Hale, for themselves',
    /Jo Clarke or Ada Bright/,
  ],
  [
    'has a grant that ends before it begins',
    grantBy('Jo Clarke', { from: '2026-02-01', to: '2026-01-01' }),
    'people[3].grants[0].to',
    '"2026-01-01"',
    /on or after from/,
  ],
];
