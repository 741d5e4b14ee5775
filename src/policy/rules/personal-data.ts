import { z } from 'zod';
import { addressesIn } from '../meaning/addresses.ts';
import { birthsIn } from '../meaning/births.ts';
import { emailsIn, phonesIn } from '../meaning/contacts.ts';
import { healthIn } from '../meaning/health.ts';
import { readingOf } from '../meaning/reading.ts';
import type { Rule, Seen } from '../rule.ts';

const PHONE =
  "This reads as a person's phone number. Take it out; the school office's number may stand, if it is called that.";
const EMAIL =
  "This reads as a person's email address. Take it out, or give the school office's and call it that.";
const ADDRESS = 'This reads as where somebody lives. Take the address out.';
const BIRTH = "This reads as somebody's date of birth. Take it out.";
const HEALTH =
  "This reads as something about a person's health or special needs. Take it out; it is theirs to tell.";

/** A person's phone number, email, home, date of birth, health or special needs. */
export const personalData: Rule<Record<string, never>> = {
  name: 'personal-data',
  means: () => 'No phone number, address, date of birth or medical detail of a person',
  options: z.strictObject({}),
  check: ({ draft, facts }) => {
    const reading = readingOf(draft.text);
    const looks = [
      { message: PHONE, found: phonesIn(reading) },
      { message: EMAIL, found: emailsIn(reading) },
      { message: ADDRESS, found: addressesIn(reading) },
      { message: BIRTH, found: birthsIn(reading, facts) },
      { message: HEALTH, found: healthIn(reading, facts) },
    ];
    return looks.flatMap(({ message, found }) =>
      found.map(({ from, to }): Seen => ({ message, span: reading.spanOf(from, to) })),
    );
  },
};
