/** The school as the playground's page knows it. */
import type { Role } from '../../src/policy/schema.ts';
import { timelineTopic } from '../timeline/topic.ts';
import { sltTopic, staffTopic } from './message.ts';

export type PlaygroundSchool = {
  /** The id that intents and the store use. */
  id: string;
  name: string;
  /** IANA name; the page shows every time in it. */
  timezone: string;
  people: readonly { id: string; name: string; roles: readonly Role[] }[];
  accounts: readonly { handle: string; name: string }[];
};

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  staff: 'staff',
  teacher: 'teacher',
  nominated: 'may post',
  slt: 'SLT',
  head: 'head',
  'it-lead': 'IT lead',
  governor: 'governor',
};

/** Roles in words: "head, SLT". */
export function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_WORDS[role]).join(', ');
}

/** A topic a page may follow: `pane` says where it is shown. */
/** A topic, where the page shows it, and to whom. */
export type Followed = { topic: string; pane: 'staff' | 'slt' | 'timeline'; viewer: string };

/** What a person's page follows. */
export function followedBy(school: PlaygroundSchool, person: string): Followed[] {
  return [
    { topic: staffTopic(school.id, person), pane: 'staff', viewer: person },
    { topic: sltTopic(school.id), pane: 'slt', viewer: person },
    ...school.accounts.map(
      ({ handle }): Followed => ({
        topic: timelineTopic(handle),
        pane: 'timeline',
        viewer: person,
      }),
    ),
  ];
}

/** True when this id is a person of the school. */
export function isPerson(school: PlaygroundSchool, id: string): boolean {
  return school.people.some((person) => person.id === id);
}

/** The school with this id; without an id the first of them. Undefined where there is none. */
export function schoolOf(
  schools: readonly PlaygroundSchool[],
  id: string | undefined,
): PlaygroundSchool | undefined {
  return id === undefined ? schools[0] : schools.find((school) => school.id === id);
}
