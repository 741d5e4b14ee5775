/** What a policy must hold beyond its shape: names that exist, a floor not lowered, hours for what waits. */
import { anyOf, type Fault, type FaultPath, shownValue } from '../school/faults.ts';
import { type PairedFault, valueAt, zodFaults } from './faults.ts';
import { MECHANISM_NAMES } from './mechanisms.ts';
import type { Tree } from './merge.ts';
import { RULE_NAMES, type RuleName, type Severity } from './rule.ts';
import { optionsIn, ruleOf } from './rules/index.ts';
import { RuleSetting } from './schema.ts';

/** The product's own floor: each may be raised, never lowered or switched off. */
export const FLOOR: Readonly<Partial<Record<RuleName, readonly Severity[]>>> = {
  reply: ['block'],
  offensive: ['block'],
  'personal-data': ['block'],
  'hidden-text': ['block'],
  'alt-text': ['review', 'block'],
};

const COMPOSER_HINT = 'composer-hint';

/** A list among settings that may be of any shape; empty where it is none. */
function listAt(settings: Tree, path: FaultPath): readonly unknown[] {
  const value = valueAt(settings, path);
  return Array.isArray(value) ? value : [];
}

/** A rule's setting, or null where its shape is wrong, which is told already. */
function settingOf(settings: Tree, name: RuleName): RuleSetting | null {
  const read = RuleSetting.safeParse(valueAt(settings, ['rules', name]));
  return read.success ? read.data : null;
}

function severityFaults(name: RuleName, severity: RuleSetting['severity']): Fault[] {
  const path = ['rules', name, 'severity'];
  const seen = shownValue(severity);
  const floor = FLOOR[name];
  if (floor !== undefined && !floor.some((allowed) => allowed === severity)) {
    const allowed = `${anyOf(floor)}, for this is a floor of Bellbird that no policy lowers`;
    return [{ path, seen, allowed }];
  }
  if (name === 'posting-hours') {
    return severity === 'hold' || severity === 'off'
      ? []
      : [{ path, seen, allowed: 'hold or off' }];
  }
  return severity === 'hold' ? [{ path, seen, allowed: 'block, review, note or off' }] : [];
}

function ruleFaults(settings: Tree, name: RuleName): Fault[] {
  const setting = settingOf(settings, name);
  if (setting === null) return [];
  const rule = ruleOf(name);
  const options = optionsIn(
    { rules: { [name]: setting } } as Parameters<typeof optionsIn>[0],
    name,
  );
  const read = rule.options.safeParse(options);
  const faults = severityFaults(name, setting.severity);
  if (read.success) return faults;
  const shape = (rule.options as { shape?: Record<string, unknown> }).shape ?? {};
  const known = () => ['severity', ...Object.keys(shape)];
  return [...faults, ...zodFaults(read.error.issues, settings, ['rules', name], known)];
}

/** Hours are kept only where there are some, and where the rule is on. */
function hoursFaults(settings: Tree): PairedFault[] {
  if (settingOf(settings, 'posting-hours')?.severity !== 'hold') return [];
  if ((settings.posting_hours ?? null) !== null) return [];
  return [
    {
      path: ['rules', 'posting-hours', 'severity'],
      seen: 'hold without posting_hours',
      allowed: 'off, or posting_hours to hold to',
      or: {
        path: ['posting_hours'],
        seen: 'nothing, though posts are held to them',
        allowed: 'hours with open and excused, or rules.posting-hours.severity: off',
      },
    },
  ];
}

function deviceFaults(settings: Tree): PairedFault[] {
  const setting = settingOf(settings, 'device');
  if (setting === null || setting.severity === 'off') return [];
  const statements = listAt(settings, ['statements']);
  if (statements.some((each) => valueAt(each, ['asked']) === 'device-unknown')) return [];
  return [
    {
      path: ['statements'],
      seen: 'none with asked: device-unknown',
      allowed: 'one that the author ticks where nobody knows the device, for rules.device is on',
      or: {
        path: ['rules', 'device', 'severity'],
        seen: `${shownValue(setting.severity)} without a statement for it`,
        allowed:
          'off, or a statement with asked: device-unknown that the author ticks where nobody knows the device',
      },
    },
  ];
}

function idsOf(settings: Tree, list: 'clauses' | 'statements'): unknown[] {
  return listAt(settings, [list]).map((item) => valueAt(item, ['id']));
}

function twice(settings: Tree, list: 'clauses' | 'statements'): Fault[] {
  const ids = idsOf(settings, list);
  return ids.flatMap((id, index) =>
    typeof id !== 'string' || ids.indexOf(id) === index
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

/** Where lists of clauses stand in a part of the settings: its own, and those of the maps in it. */
function clauseLists(part: unknown, at: FaultPath): FaultPath[] {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return [];
  return Object.keys(part).flatMap((key) =>
    key === 'clauses' ? [[...at, key]] : clauseLists(valueAt(part, [key]), [...at, key]),
  );
}

function clauseNames(settings: Tree): Fault[] {
  const known = new Set(idsOf(settings, 'clauses'));
  const within = (list: string): FaultPath[] =>
    listAt(settings, [list]).map((_, index) => [list, index, 'clauses']);
  const lists: FaultPath[] = [
    ...within('statements'),
    ...within('hints'),
    ['agreement', 'clauses'],
    ...['following', 'followers', 'inappropriate'].flatMap((part) =>
      clauseLists(valueAt(settings, [part]), [part]),
    ),
  ];
  return lists.flatMap((path) =>
    listAt(settings, path).flatMap((id, index) =>
      typeof id !== 'string' || known.has(id)
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

function mechanisms(settings: Tree): Fault[] {
  const known = new Set(MECHANISM_NAMES);
  const hinted = new Set(
    listAt(settings, ['hints']).flatMap((hint) => listAt(hint as Tree, ['clauses'])),
  );
  return listAt(settings, ['clauses']).flatMap((clause, index) =>
    listAt(clause as Tree, ['by']).flatMap((name, place): Fault[] => {
      if (typeof name !== 'string') return [];
      const path = ['clauses', index, 'by', place];
      if (!known.has(name)) {
        return [{ path, seen: shownValue(name), allowed: anyOf(MECHANISM_NAMES) }];
      }
      const id = valueAt(clause, ['id']);
      if (name !== COMPOSER_HINT || hinted.has(id)) return [];
      const allowed = `a hint in hints whose clauses name ${String(id)}, or another way to hold it`;
      return [{ path, seen: `${COMPOSER_HINT} and no hint`, allowed }];
    }),
  );
}

/**
 * Every such fault of a policy's settings, merged but of any shape: what cannot be read is passed over, for
 * its shape is told already, and no fault waits for another to be put right.
 */
export function crossFaults(settings: Tree): PairedFault[] {
  return [
    ...RULE_NAMES.flatMap((name) => ruleFaults(settings, name)),
    ...hoursFaults(settings),
    ...twice(settings, 'clauses'),
    ...twice(settings, 'statements'),
    ...clauseNames(settings),
    ...mechanisms(settings),
    ...deviceFaults(settings),
  ];
}
