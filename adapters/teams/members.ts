/** Who sits on SLT where the school leaves it to Teams, and who is a guest there. */
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import type { Acquaintances } from './acquaintances.ts';
import type { Log } from './log.ts';
import type { Service, TeamsMember } from './service.ts';

/** Who sits on SLT is looked up again at a decision when it is older than this, ms. */
const FRESH = 60_000;

export type Members = {
  /** Looks up the SLT channel's members where what is known is old. Never throws. */
  seat: (school: School, olderThan?: number) => Promise<void>;
  /** True for somebody the SLT channel knows as a guest or as of another tenant. */
  stranger: (school: School, person: string) => boolean;
};

function belongs(member: TeamsMember, tenant: string): boolean {
  if (member.userRole === 'guest' || member.userRole === 'anonymous') return false;
  return member.tenantId === null || member.tenantId.toLowerCase() === tenant.toLowerCase();
}

export function membersOf(options: {
  service: Service;
  known: Acquaintances;
  clock: Clock;
  log: Log;
  onSeats: (school: string, members: Member[]) => void;
}): Members {
  const { service, known, clock, log, onSeats } = options;
  const looked = new Map<string, number>();
  const strangers = new Map<string, ReadonlySet<string>>();
  return {
    stranger: (school, person) => strangers.get(school.id)?.has(person.toLowerCase()) ?? false,
    seat: async (school, olderThan = FRESH) => {
      const { teams } = school;
      if (teams === null) return;
      const last = looked.get(school.id);
      if (last !== undefined && clock.now() - last < olderThan) return;
      try {
        const url = await known.serviceOf(teams.tenant);
        const all = await service.members(url, teams.sltChannel);
        looked.set(school.id, clock.now());
        const outside = all.filter((member) => !belongs(member, teams.tenant));
        const ids = outside.map((member) => member.aadObjectId.toLowerCase());
        strangers.set(school.id, new Set(ids));
        if (teams.slt !== 'channel') return;
        const inside = all.filter((member) => belongs(member, teams.tenant) && member.aadObjectId);
        const members = inside.map(
          ({ aadObjectId, name }): Member => ({
            id: aadObjectId.toLowerCase(),
            name,
          }),
        );
        onSeats(school.id, members);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        log.warn({ school: school.id, why }, 'SLT as Teams knows it could not be read');
      }
    },
  };
}
