import { describe, expect, test } from 'vitest';
import { searchPolicy } from '../../src/front/policy-search.ts';
import { PRESETS, preset } from '../../src/policy/load.ts';

/** What a head or teacher types, and the clauses any one of which answers it, for each school that has one. */
const QUESTIONS: [asked: string, answers: string][] = [
  ['can I use my own phone', 'ST-04 IR-10 HR-04'],
  ['when can I post', 'ST-08'],
  ['can we post at the weekend', 'ST-08 ST-09'],
  ['can I post a picture of a child', 'ST-15 ST-16 LH-11 IR-12 SM-12 HR-07 HR-08'],
  ['may I use a pupil’s name', 'ST-13 LH-12 SM-11 HR-07'],
  ['how long can a tweet be', 'LH-02 IR-03 SM-02'],
  ['where do hashtags go', 'LH-10 SM-10'],
  ['can I answer a reply', 'ST-12 SM-20'],
  ['a parent has sent us a direct message', 'LH-15 IR-04'],
  ['who approves posts', 'IR-07 SM-05 HR-03'],
  ['who may post', 'ST-05 LH-06 IR-07 SM-05 HR-03'],
  ['who can follow us', 'ST-07 LH-17 IR-14 IR-16 SM-13'],
  ['whom should we follow', 'ST-10 LH-14 LH-22 IR-19 SM-19 HR-09'],
  ['how often does the password change', 'ST-19 SM-21 HR-06'],
  ['what about a school trip', 'ST-17 ST-18 IR-06 IR-08'],
  ['can I write lol', 'LH-09 SM-09'],
  ['do I have to check spelling and grammar', 'LH-08 SM-08'],
  ['can I remind parents about homework', 'ST-21 LH-05 IR-02'],
  ['somebody has been rude to us', 'LH-24 LH-25 IR-21 IR-22 SM-17 SM-18 SM-25 HR-10'],
  ['do parents have to give permission for photos', 'ST-15 IR-11 IR-12 SM-12'],
  ['what happens if I break the rules', 'HR-12 HR-13'],
  ['do I have to sign anything', 'LH-07 SM-24 HR-15'],
];

const prefixOf = {
  standard: 'ST',
  'lickey-hills': 'LH',
  irthlingborough: 'IR',
  'sutton-manor': 'SM',
  'hutton-rudby': 'HR',
};

describe('a question about the policy is answered in the first three clauses', () => {
  for (const name of PRESETS) {
    const policy = preset(name);
    for (const [asked, answers] of QUESTIONS) {
      const own = answers.split(' ').filter((id) => id.startsWith(prefixOf[name]));
      if (own.length === 0) continue;
      test(`${name}: ${asked}`, () => {
        const found = searchPolicy(policy, asked).slice(0, 3);
        expect(
          own.some((id) => found.some((clause) => clause.id === id)),
          found.map(({ id, says }) => `${id} ${says}`).join('\n'),
        ).toBe(true);
      });
    }
  }
});
