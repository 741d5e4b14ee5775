/** What a policy must hold beyond its shape: names that exist, a floor not lowered, hours for what waits. */
import { anyOf, type Fault, shownValue } from '../school/faults.ts';
import { zodFaults } from './faults.ts';
import { MECHANISM_NAMES } from './mechanisms.ts';
import { RULE_NAMES, type RuleName, type Severity } from './rule.ts';
import { optionsIn, ruleOf } from './rules/index.ts';
import { type Policy, RuleSetting } from './schema.ts';

/** The product's own floor: each may be raised, never lowered or switched off. */
export const FLOOR: Readonly<Partial<Record<RuleName, readonly Severity[]>>> = {
  reply: ['block'],
  offensive: ['block'],
  'personal-data': ['block'],
  'hidden-text': ['block'],
  'alt-text': ['review', 'block'],
};

function ruleFaults(policy: Pick<Policy, 'rules' | 'posting_hours'>, name: RuleName): Fault[] {
  const { severity } = policy.rules[name];
  const path = ['rules', name, 'severity'];
  const floor = FLOOR[name];
  const faults: Fault[] = [];
  if (floor !== undefined && !floor.some((allowed) => allowed === severity)) {
    faults.push({
      path,
      seen: shownValue(severity),
      allowed: `${anyOf(floor)}, for this is a floor of Bellbird that no policy lowers`,
    });
  } else if (name === 'posting-hours' && severity !== 'hold' && severity !== 'off') {
    faults.push({ path, seen: shownValue(severity), allowed: 'hold or off' });
  } else if (name !== 'posting-hours' && severity === 'hold') {
    faults.push({ path, seen: shownValue(severity), allowed: 'block, review, note or off' });
  }
  if (name === 'posting-hours' && severity === 'hold' && policy.posting_hours === null) {
    faults.push({
      path,
      seen: 'hold without posting_hours',
      allowed: 'off, or posting_hours to hold to',
    });
  }
  const rule = ruleOf(name);
  const read = rule.options.safeParse(optionsIn(policy, name));
  if (read.success) return faults;
  const shape = (rule.options as { shape?: Record<string, unknown> }).shape ?? {};
  const known = () => ['severity', ...Object.keys(shape)];
  return [...faults, ...zodFaults(read.error.issues, policy, ['rules', name], known)];
}

function twice(list: 'clauses' | 'statements', ids: readonly string[]): Fault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: [list, index, 'id'],
            seen: `${shownValue(id)} a second time`,
            allowed: 'each id once',
          },
        ],
  );
}

function clauseNames(policy: Policy): Fault[] {
  const known = new Set(policy.clauses.map(({ id }) => id));
  const lists: [path: (string | number)[], ids: readonly string[]][] = [
    ...policy.statements.map(({ clauses }, index): [(string | number)[], string[]] => [
      ['statements', index, 'clauses'],
      clauses,
    ]),
    ...(policy.agreement
      ? [[['agreement', 'clauses'], policy.agreement.clauses] as [string[], string[]]]
      : []),
  ];
  return lists.flatMap(([path, ids]) =>
    ids.flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            {
              path: [...path, index],
              seen: shownValue(id),
              allowed: 'the id of one of the clauses',
            },
          ],
    ),
  );
}

function mechanisms(policy: Policy): Fault[] {
  const known = new Set(MECHANISM_NAMES);
  return policy.clauses.flatMap(({ by }, index) =>
    by.flatMap((name, place) =>
      known.has(name)
        ? []
        : [
            {
              path: ['clauses', index, 'by', place],
              seen: shownValue(name),
              allowed: anyOf(MECHANISM_NAMES),
            },
          ],
    ),
  );
}

function deviceStatement(policy: Policy): Fault[] {
  if (policy.rules.device.severity === 'off') return [];
  if (policy.statements.some(({ asked }) => asked === 'device-unknown')) return [];
  return [
    {
      path: ['statements'],
      seen: 'none with asked: device-unknown',
      allowed: 'one that the author ticks where nobody knows the device, for rules.device is on',
    },
  ];
}

/** What can be said of the rules where something else of the policy's shape is wrong: no fault waits for another. */
export function ruleFaultsDespite(settings: Record<string, unknown>): Fault[] {
  const given = settings.rules;
  if (given === null || typeof given !== 'object') return [];
  const rules = given as Policy['rules'];
  const readable = RULE_NAMES.filter((name) => RuleSetting.safeParse(rules[name]).success);
  // Whether there are hours to hold to is only known where they could be read.
  const posting_hours = (settings.posting_hours ?? null) as Policy['posting_hours'];
  return readable.flatMap((name) => ruleFaults({ rules, posting_hours }, name));
}

/** Every such fault of a policy whose shape is right. */
export function crossFaults(policy: Policy): Fault[] {
  return [
    ...RULE_NAMES.flatMap((name) => ruleFaults(policy, name)),
    ...twice(
      'clauses',
      policy.clauses.map(({ id }) => id),
    ),
    ...twice(
      'statements',
      policy.statements.map(({ id }) => id),
    ),
    ...clauseNames(policy),
    ...mechanisms(policy),
    ...deviceStatement(policy),
  ];
}
