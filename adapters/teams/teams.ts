/** Microsoft Teams, over the Bot Framework's door POST /api/messages. */
import type { Front } from '../../src/front/intent.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Shelf } from '../../src/ports/shelf.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import { jsonDoor } from '../http/json-door.ts';
import { acquaintances, SERVICE } from './acquaintances.ts';
import { activitiesOf } from './activities.ts';
import { authentication, type TeamsInstead, type TeamsSettings } from './auth.ts';
import { teamsChat } from './chat.ts';
import { doorTo } from './door.ts';
import type { Line } from './line.ts';
import type { Log } from './log.ts';
import { membersOf } from './members.ts';
import { repeats } from './repeats.ts';
import { connectorService } from './service.ts';

export type { TeamsInstead, TeamsSettings } from './auth.ts';

export const TEAMS_DOOR = '/api/messages';
/**
 * The largest activity taken, bytes. A message holds up to 100 KB of UTF-16, comes as text and as HTML, and a
 * character of it may be three bytes here: without an answer nobody would know why nothing came of it.
 */
const LARGEST_BODY = 512 * 1024;
/** Who sits on SLT is looked up this often whether anybody presses or not, ms. */
const SEATS_EVERY = 5 * 60_000;
const NO_ANSWER = 5_000;

export type TeamsOptions = {
  /** Null: an app without an id, which takes calls from anybody on this machine. */
  settings: TeamsSettings | null;
  front: Front;
  /** The schools of the moment. */
  schools: () => Iterable<School>;
  shelf: Shelf;
  clock: Clock;
  log: Log;
  /** Who sits on SLT of a school that leaves it to Teams. */
  onSeats: (school: string, members: Member[]) => void;
  instead?: TeamsInstead | undefined;
};

export type Teams = {
  chat: Chat;
  /** Puts the door on the server. */
  mount: ReturnType<typeof jsonDoor>;
  /** A Teams that does not answer is waited for. */
  start: () => Promise<void>;
  stop: () => void;
};

export function teams(options: TeamsOptions): Teams {
  const { settings, front, schools, shelf, clock, log, onSeats, instead } = options;
  const appId = settings?.appId ?? '';
  const auth = authentication(settings, instead);
  const service = connectorService(auth, appId);
  const known = acquaintances(shelf, appId, instead?.service ?? (settings ? SERVICE : null));
  const members = membersOf({ service, known, clock, log, onSeats });
  const line: Line = {
    service,
    known,
    members,
    front,
    schools,
    appId,
    once: repeats(),
    stands: new Map(),
    log,
  };
  const happened = activitiesOf(line);

  let round: NodeJS.Timeout | null = null;
  const learn = async () => {
    for (const school of schools()) await members.seat(school, SEATS_EVERY / 2);
  };
  return {
    chat: teamsChat(line, clock),
    mount: jsonDoor(
      TEAMS_DOOR,
      LARGEST_BODY,
      doorTo({ auth, open: settings === null, log, happened }),
    ),
    start: async () => {
      await Promise.race([learn(), new Promise((done) => setTimeout(done, NO_ANSWER).unref())]);
      round = setInterval(() => void learn(), SEATS_EVERY);
      round.unref();
    },
    stop: () => {
      if (round) clearInterval(round);
    },
  };
}
