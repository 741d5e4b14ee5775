/** From a preset's name, a file or overrides to a policy in force, or every fault that stops it. */
import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { anyOf, placeOf, shownValue } from '../school/faults.ts';
import { changesFrom } from './changes.ts';
import { crossFaults } from './cross.ts';
import { placed, told, zodFaults } from './faults.ts';
import { isTree, merged, type Tree } from './merge.ts';
import { type FaultPath, readPolicyFile, type Source } from './read-file.ts';
import { Policy } from './schema.ts';

/** The policies that come with Bellbird. */
export const PRESETS = [
  'standard',
  'lickey-hills',
  'irthlingborough',
  'sutton-manor',
  'hutton-rudby',
] as const;
export type PresetName = (typeof PRESETS)[number];

export type Loaded = { ok: true; policy: Policy } | { ok: false; faults: string[] };
/** The sources of a policy, the one that overrides first. */
type Chain = { ok: true; sources: Source[] } | { ok: false; faults: string[] };

const PRESET_FOLDER = join(import.meta.dirname, 'presets');
const INLINE = 'policy';
const refuse = (fault: string): Chain => ({ ok: false, faults: [fault] });

/** The file behind a name: a preset, or a path from `from`; null where it is neither. */
function fileOf(
  name: string,
  from: string,
): { file: string; label: string; folder: string } | null {
  if ((PRESETS as readonly string[]).includes(name)) {
    return { file: join(PRESET_FOLDER, `${name}.yaml`), label: name, folder: PRESET_FOLDER };
  }
  if (!/[/\\]|\.ya?ml$/i.test(name)) return null;
  const file = isAbsolute(name) ? name : resolve(from, name);
  return { file, label: name, folder: dirname(file) };
}

function chainFromName(name: unknown, from: string, seen: readonly string[], said: string): Chain {
  if (typeof name !== 'string') {
    return refuse(
      `${said}saw ${shownValue(name)}. Allowed: ${anyOf(PRESETS)}, or the path of a .yaml file.`,
    );
  }
  const found = fileOf(name, from);
  if (found === null) {
    return refuse(
      `${said}no policy is called ${shownValue(name)}. Allowed: ${anyOf(PRESETS)}, or the path of a .yaml file.`,
    );
  }
  if (seen.includes(found.file)) {
    return refuse(
      `${said}${shownValue(name)} extends itself by way of others. Let one of them stand by itself.`,
    );
  }
  const read = readPolicyFile(found.file, found.label);
  return read.ok ? chainFromSource(read.source, found.folder, [...seen, found.file]) : read;
}

function chainFromSource(source: Source, folder: string, seen: readonly string[]): Chain {
  if (!Object.hasOwn(source.value, 'extends')) return { ok: true, sources: [source] };
  const line = source.lineOf(['extends']);
  const path = placeOf([...(source.under ?? []), 'extends']);
  const said = `${source.label}${line === null ? '' : ` line ${line}`}, ${path}: `;
  const base = chainFromName(source.value.extends, folder, seen, said);
  if (base.ok) return { ok: true, sources: [source, ...base.sources] };
  return { ok: false, faults: [...base.faults, ...judgedAlone([source])] };
}

/** A policy changed by overrides is another policy: its version says so, unless it was given one. */
function versionOf(sources: readonly Source[], version: unknown): unknown {
  const own = sources.findIndex(({ value }) => Object.hasOwn(value, 'version'));
  if (own <= 0 || typeof version !== 'string') return version;
  const over = JSON.stringify(sources.slice(0, own).map(({ value }) => value));
  return `${version}+${createHash('sha256').update(over).digest('hex').slice(0, 8)}`;
}

function settingsOf(sources: readonly Source[]): Tree {
  const whole = sources
    .toReversed()
    .reduce<unknown>((base, { value }) => merged(base, value, true), {}) as Record<string, unknown>;
  const { extends: _extends, ...settings } = whole;
  return Object.hasOwn(settings, 'version')
    ? { ...settings, version: versionOf(sources, settings.version) }
    : settings;
}

/** A shape without what makes it optional. */
function bare(shape: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let here = shape;
  while (
    here instanceof z.ZodNullable ||
    here instanceof z.ZodOptional ||
    here instanceof z.ZodDefault
  ) {
    here = here.unwrap();
  }
  return here;
}

/** The settings a map of the schema may have, by following the path into it. */
function knownAt(path: FaultPath): readonly string[] {
  let here: z.core.$ZodType | undefined = Policy;
  for (const step of path) {
    here = bare(here);
    if (here instanceof z.ZodObject) here = (here.shape as Record<string, z.ZodType>)[step];
    else if (here instanceof z.ZodRecord) here = here.valueType;
    else if (here instanceof z.ZodArray) here = here.element;
    else return [];
  }
  here = bare(here);
  if (here instanceof z.ZodRecord && here.keyType instanceof z.ZodEnum) {
    return here.keyType.options.map(String);
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

/** What the policy was made from, where the last of its sources stands by itself. */
function extendedFrom(sources: readonly Source[], policy: Policy): Pick<Policy, 'extended'> {
  const root = sources.at(-1);
  const base = sources.length > 1 && root ? Policy.safeParse(root.value) : null;
  if (!base?.success) return {};
  const { policy: name, version } = base.data;
  return { extended: { policy: name, version, changes: changesFrom(base.data, policy) } };
}

function judged(sources: readonly Source[]): Loaded {
  const settings = settingsOf(sources);
  const read = Policy.safeParse(settings);
  const shape = read.success ? [] : zodFaults(read.error.issues, settings, [], knownAt);
  const faults = [...shape, ...crossFaults(settings)];
  if (faults.length > 0 || !read.success) {
    return {
      ok: false,
      faults: [...new Set(faults.map((fault) => told(fault, sources, settings)))],
    };
  }
  return { ok: true, policy: { ...read.data, ...extendedFrom(sources, read.data) } };
}

/**
 * What can be said of overrides whose base is not there: settings that no policy knows, and values that fit
 * none. They are judged over the first preset, and only what they say themselves is told.
 */
function judgedAlone(own: readonly Source[]): string[] {
  const base = readPolicyFile(join(PRESET_FOLDER, `${PRESETS[0]}.yaml`), PRESETS[0]);
  if (!base.ok) return [];
  const settings = settingsOf([...own, base.source]);
  const read = Policy.safeParse(settings);
  if (read.success) return [];
  return zodFaults(read.error.issues, settings, [], knownAt)
    .filter((fault) => own.some((source) => placed(fault.path, source, settings) !== null))
    .map((fault) => told(fault, own, settings));
}

/** Where settings inside another file stand, as faults tell it. */
export type InlinePlace = {
  /** The file they are in. */
  label: string;
  lineOf: Source['lineOf'];
  /** The setting they stand under. */
  under: FaultPath;
};

/**
 * Loads a policy: the name of a preset, the path of a YAML file (from the folder `from`, by default the
 * working folder), or a map that says `extends` and what it changes. Maps merge, lists are replaced,
 * `clauses` and `statements` merge by id. Every fault at once, each a sentence with its place, the value
 * seen and the values allowed; `place` is where the value stands when it is a part of another file. Never
 * throws.
 */
export function loadPolicy(value: unknown, from = '.', place: InlinePlace | null = null): Loaded {
  if (!isTree(value)) {
    const chain = chainFromName(value, from, [], saidAt(place));
    return chain.ok ? judged(chain.sources) : chain;
  }
  const inline: Source = place
    ? { ...place, value, lineOf: (path) => place.lineOf([...place.under, ...path]) }
    : { label: INLINE, value, lineOf: () => null };
  const chain = chainFromSource(inline, from, []);
  return chain.ok ? judged(chain.sources) : chain;
}

/** How a fault about a name begins: "school.yaml line 3, policy: ". Nothing where the name stands alone. */
function saidAt(place: InlinePlace | null): string {
  if (place === null) return '';
  const line = place.lineOf(place.under);
  return `${place.label}${line === null ? '' : ` line ${line}`}, ${placeOf(place.under)}: `;
}

/** A preset as it comes. Throws only where Bellbird's own file is broken. */
export function preset(name: PresetName): Policy {
  const loaded = loadPolicy(name);
  if (loaded.ok) return loaded.policy;
  throw new Error(
    `The preset ${name} that comes with Bellbird is broken: ${loaded.faults.join(' ')}`,
  );
}
