/** The schools in force: as their files say, with the SLT that a chat says they have. */
import type { School } from './school/school.ts';
import { type Member, seated } from './school/seats.ts';

/** The chats that may know who sits on SLT. */
export type SeatedBy = 'slack' | 'teams';

export type Seating = {
  /** By school id, as everybody sees them. */
  schools: ReadonlyMap<string, School>;
  /** Puts a school as its file says it; who a chat has seated there stays seated. */
  put: (school: School) => void;
  /** Seats SLT as a chat says it; null: as the school file says. Does nothing for a school that is gone. */
  sit: (chat: SeatedBy, school: string, members: readonly Member[] | null) => void;
};

const CHATS: readonly SeatedBy[] = ['slack', 'teams'];

/** The seats over some schools. */
export function seating(schools: readonly School[]): Seating {
  const files = new Map<string, School>();
  const seats = {
    slack: new Map<string, readonly Member[]>(),
    teams: new Map<string, readonly Member[]>(),
  };
  const inForce = new Map<string, School>();
  const settle = (file: School) => {
    let school = file;
    for (const chat of CHATS) {
      const members = seats[chat].get(file.id);
      const leaves = (file[chat]?.slt ?? 'list') !== 'list';
      if (members && leaves) school = seated(school, { chat, members });
    }
    inForce.set(school.id, school);
  };
  const put = (school: School) => {
    files.set(school.id, school);
    settle(school);
  };
  for (const school of schools) put(school);
  return {
    schools: inForce,
    put,
    sit: (chat, id, members) => {
      if (members === null) seats[chat].delete(id);
      else seats[chat].set(id, members);
      const school = files.get(id);
      if (school) settle(school);
    },
  };
}
