/** Who sits on SLT where the school leaves it to Teams, and who is a guest there. */
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { Log } from './log.ts';
import { soon } from './patience.ts';
import type { Service, TeamsMember } from './service.ts';

/** What a decision rests on is looked up again when it is older than this, ms. */
const FRESH = 60_000;
/** And what anything else rests on, ms. */
const STILL_GOOD = 60 * 60_000;

type Place = NonNullable<School['teams']>;

export type Members = {
  /**
   * Looks up the SLT channel's members where the school leaves SLT to it and what is known is old. Never throws. Where
   * Teams takes too long those last known hold, until it has answered.
   */
  seat: (school: School, olderThan?: number) => Promise<void>;
  /**
   * Whether this person is a guest or of another tenant, asked of Teams in the chat they have with Bellbird, else
   * in `conversation`. Where Teams does not say, or not soon, the last it said holds; without any, the school file, which
   * names them by an id of its own tenant. Never throws.
   */
  stranger: (
    school: School,
    person: string,
    conversation: string,
    decides: boolean,
  ) => Promise<boolean>;
};

/** False for guests, and for whoever is of another tenant. */
export function belongs({ role, tenant }: TeamsMember, home: string): boolean {
  if (role === 'guest' || role === 'anonymous') return false;
  return tenant === null || tenant.toLowerCase() === home;
}

export function membersOf(options: {
  service: Service;
  known: Acquaintances;
  clock: Clock;
  log: Log;
  onSeats: (school: string, members: Member[]) => void;
}): Members {
  const { service, known, clock, log, onSeats } = options;
  const seats = new Map<string, number>();
  const people = new Map<string, { stranger: boolean; at: number }>();
  const why = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const asked = async (teams: Place, person: string, conversation: string, key: string) => {
    const last = people.get(key);
    try {
      const url = await known.serviceOf(teams.tenant);
      const chat = (await known.chatWith(person)) ?? conversation.split(';')[0] ?? '';
      const stranger = !belongs(await service.member(url, chat, person), teams.tenant);
      people.set(key, { stranger, at: clock.now() });
      return stranger;
    } catch (error) {
      log.warn({ why: why(error) }, 'whether somebody is a guest could not be asked of Teams');
      return last?.stranger ?? false;
    }
  };
  const seated = async (school: string, teams: Place) => {
    try {
      const url = await known.serviceOf(teams.tenant);
      const all = await service.members(url, teams.sltChannel);
      seats.set(school, clock.now());
      const inside = all.filter((each) => each.object !== '' && belongs(each, teams.tenant));
      onSeats(
        school,
        inside.map(({ object, name }): Member => ({ id: object, name })),
      );
    } catch (error) {
      log.warn({ school, why: why(error) }, 'SLT as Teams knows it could not be read');
    }
  };
  return {
    stranger: async ({ teams }, person, conversation, decides) => {
      if (teams === null) return true;
      const key = `${teams.tenant}/${person.toLowerCase()}`;
      const last = people.get(key);
      if (last && clock.now() - last.at < (decides ? FRESH : STILL_GOOD)) return last.stranger;
      return soon(asked(teams, person, conversation, key), last?.stranger ?? false);
    },
    seat: async ({ id, teams }, olderThan = FRESH) => {
      if (teams === null || teams.slt === 'list') return;
      const last = seats.get(id);
      if (last !== undefined && clock.now() - last < olderThan) return;
      await soon(seated(id, teams), undefined);
    },
  };
}
