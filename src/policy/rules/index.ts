/** The rules this version judges, by name, and what each rule of a policy means in words. */
import { RULE_NAMES, type Rule, type RuleName } from '../rule.ts';
import type { Policy } from '../schema.ts';
import { altText } from './alt-text.ts';
import { device } from './device.ts';
import { hashtagPlace } from './hashtag-place.ts';
import { hiddenText } from './hidden-text.ts';
import { individualHandle } from './individual-handle.ts';
import { length } from './length.ts';
import { negativeTone } from './negative-tone.ts';
import { offensive } from './offensive.ts';
import { personName } from './person-name.ts';
import { personalData } from './personal-data.ts';
import { photoAllowed } from './photo-allowed.ts';
import { photoConsent } from './photo-consent.ts';
import { photoFaces } from './photo-faces.ts';
import { photoName } from './photo-name.ts';
import { postingHours } from './posting-hours.ts';
import { pupilName } from './pupil-name.ts';
import { purpose } from './purpose.ts';
import { reply } from './reply.ts';
import { standardEnglish } from './standard-english.ts';
import { targeted } from './targeted.ts';
import { textLanguage } from './text-language.ts';
import { workOptOut } from './work-opt-out.ts';

/** A rule is always given options its own schema has read, so the registry may forget their type. */
const anyRule = <Options>(rule: Rule<Options>): Rule => rule as unknown as Rule;

/** Every rule, by name. */
export const rules: ReadonlyMap<RuleName, Rule> = new Map(
  [
    anyRule(length),
    anyRule(reply),
    anyRule(hiddenText),
    anyRule(hashtagPlace),
    anyRule(postingHours),
    anyRule(altText),
    anyRule(photoAllowed),
    anyRule(photoConsent),
    anyRule(photoFaces),
    anyRule(device),
    anyRule(workOptOut),
    anyRule(individualHandle),
    anyRule(offensive),
    anyRule(targeted),
    anyRule(personalData),
    anyRule(negativeTone),
    anyRule(purpose),
    anyRule(pupilName),
    anyRule(personName),
    anyRule(photoName),
    anyRule(textLanguage),
    anyRule(standardEnglish),
  ].map((rule) => [rule.name, rule]),
);

/** A rule by name. Throws for a name that is none. */
export function ruleOf(name: RuleName): Rule {
  const rule = rules.get(name);
  if (rule === undefined)
    throw new Error(`No rule is called "${name}". There are ${RULE_NAMES.join(', ')}.`);
  return rule;
}

/** A rule's own options in a policy: its setting without what every rule has. */
export function optionsIn(policy: Pick<Policy, 'rules'>, name: RuleName): Record<string, unknown> {
  const { severity: _severity, ...options } = policy.rules[name];
  return options;
}

/**
 * What a rule holds under this policy, in one sentence for staff without a full stop. Throws where the
 * policy was not loaded by `loadPolicy` and the rule's options are wrong.
 */
export function meaningOf(policy: Pick<Policy, 'rules'>, name: RuleName): string {
  const rule = ruleOf(name);
  return rule.means(rule.options.parse(optionsIn(policy, name)));
}
