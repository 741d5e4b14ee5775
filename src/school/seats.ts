/** Who sits on SLT where the school file leaves it to a chat's group or channel. */
import type { Person } from './people.ts';
import type { School } from './school.ts';

/** Somebody in a chat's group: the chat's own id of them, and the name they have there. */
export type Member = { id: string; name: string };

type Seats = { chat: 'slack' | 'teams'; members: readonly Member[] };

/** A person id for somebody whom only the chat knows; the same for the same member. */
function guestId(chat: string, member: string): string {
  return `${chat}-${member.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function withRole(person: Person, sits: boolean): Person {
  const others = person.roles.filter((role) => role !== 'slt');
  if (sits) return { ...person, roles: [...others, 'slt'] };
  // Whoever leaves SLT is still one of the staff.
  return { ...person, roles: others.length === 0 ? ['staff'] : others };
}

/**
 * The school with the SLT its chat says it has: members hold the role, everybody else known in that chat does
 * not, whatever the school file gives them. A member the file does not know joins with the role and nothing
 * else. People who are not in that chat keep their roles.
 */
export function seated(school: School, { chat, members }: Seats): School {
  const sits = new Set(members.map((member) => member.id));
  const known = new Set(school.people.flatMap((person) => person[chat] ?? []));
  const people = school.people.map((person) => {
    const id = person[chat];
    return id === null ? person : withRole(person, sits.has(id));
  });
  const joined = members
    .filter((member) => !known.has(member.id))
    .map(
      ({ id, name }): Person => ({
        id: guestId(chat, id),
        name,
        roles: ['slt'],
        slack: null,
        teams: null,
        [chat]: id,
        grants: [],
      }),
    );
  return { ...school, people: [...people, ...joined] };
}
