/**
 * Which test shows that a clause of kind `rule` is held: its sentence in `SHOWN_IN`. That file holds itself to
 * this list, and this list to the five policies.
 */
import type { Policy } from './schema.ts';

/** Where those tests stand, from the root of the project. */
export const SHOWN_IN = 'test/policy/clauses.test.ts';

/** For each policy its clauses' ids, and the names of their tests. */
export const SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  standard: {
    'ST-04': 'a post from somebody’s own phone is stopped, and one from a school device goes on',
    'ST-08': 'a post asked for on a Saturday waits for Monday 8:00, and 18:00 exactly is in time',
    'ST-09': 'a match, a trip or a closure is posted at any hour, and everyday news is not',
    'ST-12': 'an answer to somebody’s post is stopped, and naming a partner in passing is not',
    'ST-13': 'a pupil or a parent named is put before SLT, and a class or a titled adult is not',
    'ST-14': 'a grumble is put before SLT, and a plain apology is not',
    'ST-15':
      'a photo of a pupil whose parents forbade it is stopped, as is one of nobody knows whom',
    'ST-16': 'a photo of faces is put before SLT, and hands at work are not',
    'ST-20': 'praise or a message for one child or parent is stopped, named or not',
    'ST-21': 'a reminder to a year group goes on, and the form asks whether it is the best way',
    'ST-22': 'a handle nobody has confirmed is put before SLT, and a confirmed one is not',
  },
  'lickey-hills': {
    'LH-02': 'at Lickey Hills 280 characters fit and 281 are stopped, a link counting 23',
    'LH-04': 'words for one parent are stopped at Lickey Hills, and praise of a class is not',
    'LH-05': 'a notice to parents is stopped, and work that pupils show is not',
    'LH-08': 'a mistake in grammar is put before SLT at Lickey Hills, and good English is not',
    'LH-09': 'text language is stopped at Lickey Hills, and a school’s own short forms are not',
    'LH-10':
      'a hashtag among the words is put before SLT at Lickey Hills, and one at the end is not',
    'LH-11': 'any photo that shows a child is stopped, and one of their work is not',
    'LH-12':
      'a pupil’s name is stopped however it is written, and a child off the roll is put to SLT',
    'LH-26': 'a photo of work is stopped where the maker’s parents opted out, and only there',
  },
  irthlingborough: {
    'IR-03': '140 characters fit and 141 are stopped',
    'IR-09':
      'a photo sent from somebody’s own phone is stopped, and one from a school device is not',
    'IR-10': 'words alone may be sent from somebody’s own phone',
    'IR-11': 'a photo of a child with no form on the roll is stopped',
    'IR-12': 'a photo of a child without permission is stopped, and one with permission is not',
  },
  'sutton-manor': {
    'SM-02': '240 characters fit and 241 are stopped',
    'SM-08': 'a mistake in grammar is put before SLT at Sutton Manor, and good English is not',
    'SM-09': 'text language is stopped at Sutton Manor, and a school’s own short forms are not',
    'SM-10':
      'a hashtag among the words is put before SLT at Sutton Manor, and one at the end is not',
    'SM-11':
      'any name of a pupil beside a photo of pupils is stopped, and beside their work it is not',
    'SM-12': 'at Sutton Manor a photo is stopped where one of those pictured has no consent',
    'SM-20':
      'an answer to somebody’s post is stopped at Sutton Manor, and news of one’s own is not',
    'SM-22':
      'words for one child or parent are stopped at Sutton Manor, and a team’s praise is not',
    'SM-25':
      'insults and personal details are stopped, and the author ticks that the rights are ours',
    'SM-27': 'a sneer at the council is put before SLT, and sad news kindly told is not',
  },
  'hutton-rudby': {
    'HR-07': 'a full name beside a photo of pupils is stopped, and a first name is not',
    'HR-10': 'an insult is stopped and blame put before those who decide, and good news is not',
  },
};

/** The name of the test that shows a clause of this policy; null where none does, as for a school's own clauses. */
export function shownBy({ policy, extended }: Policy, clause: string): string | null {
  return SHOWN[extended?.policy ?? policy]?.[clause] ?? null;
}
