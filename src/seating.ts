/** The schools in force: as their files say, with the SLT that a chat says they have. */
import type { School } from './school/school.ts';
import { type Member, seated } from './school/seats.ts';

export type Seating = {
  /** By school id, as everybody sees them. */
  schools: ReadonlyMap<string, School>;
  /** Puts a school as its file says it; who a chat has seated there stays seated. */
  put: (school: School) => void;
  /** Seats SLT as Slack says it; null: as the school file says. Does nothing for a school that is gone. */
  sit: (school: string, members: readonly Member[] | null) => void;
};

/** The seats over some schools. */
export function seating(schools: readonly School[]): Seating {
  const files = new Map<string, School>();
  const seats = new Map<string, readonly Member[]>();
  const inForce = new Map<string, School>();
  const settle = (school: School) => {
    const members = seats.get(school.id);
    const leaves = school.slack !== null && school.slack.slt !== 'list';
    const seen = members && leaves ? seated(school, { chat: 'slack', members }) : school;
    inForce.set(school.id, seen);
  };
  const put = (school: School) => {
    files.set(school.id, school);
    settle(school);
  };
  for (const school of schools) put(school);
  return {
    schools: inForce,
    put,
    sit: (id, members) => {
      if (members === null) seats.delete(id);
      else seats.set(id, members);
      const school = files.get(id);
      if (school) settle(school);
    },
  };
}
