/** Who people are in the workspace: full members or not, and who sits on SLT where Slack says it. */

import type { Card } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import type { Log } from './log.ts';
import { errorName, slackFault, type Web } from './web.ts';

/** What Slack said of somebody stands for so long, ms. */
const FRESH = 10 * 60_000;
/** Who sits on SLT is looked up again at a decision when it is older than this, ms. */
const SEATS_FRESH = 60_000;
/** Where Slack does not answer, what it said within this time still counts, ms. */
const STILL_GOOD = 60 * 60_000;
const PAGE = 200;

export type Standing = 'member' | 'guest' | 'gone' | 'bot' | 'stranger';

const REFUSALS: Record<Exclude<Standing, 'member'>, string> = {
  guest:
    'Guests of the workspace cannot work with posts. Ask whoever runs your Slack to make you a full member.',
  gone: 'Your account in this workspace is deactivated, so Bellbird cannot act for you.',
  bot: 'Bellbird works with people only, not with other apps.',
  stranger:
    'You are here from another organisation. Only members of the school’s own workspace can work with posts.',
};
const NO_WORD =
  'Slack does not say just now who you are. Nothing was changed; please try again in a minute.';

/** The card for somebody who is refused, with the sentence that says why. */
export function refusedCard(why: string): Card {
  return sayCard('Not from this account', why, 'stop');
}

type Known = { standing: Standing; name: string; at: number };

/** The fields of Slack's user object that say what somebody is (Slack, "User object"). */
type SlackUser = {
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_stranger?: boolean | undefined;
  team_id?: string | undefined;
  real_name?: string | undefined;
  name?: string | undefined;
};

function standingOf(user: SlackUser): Standing {
  if (user.deleted) return 'gone';
  if (user.is_bot) return 'bot';
  if (user.is_stranger) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}

export type Members = {
  /** Why this person is refused, as far as is known already; null: they are not; undefined: it must be asked. */
  known: (user: string) => string | null | undefined;
  /** Why this person is refused, asked of Slack where what is known is old. Never throws. */
  check: (user: string) => Promise<string | null>;
  /** Looks up who sits on SLT of a school that leaves it to Slack, where what is known is old. Never throws. */
  seat: (school: School, olderThan?: number) => Promise<void>;
  /** Learns about everybody the school names. Never throws. */
  meet: (school: School) => Promise<void>;
};

export function membersOf(options: {
  web: Web;
  clock: Clock;
  log: Log;
  /** Told each time Slack has said who sits; null: Slack cannot say, so the school file does. */
  onSeats: (school: string, members: Member[] | null) => void;
}): Members {
  const { web, clock, log, onSeats } = options;
  const people = new Map<string, Known>();
  const seats = new Map<string, number>();
  const asking = new Map<string, Promise<Known | null>>();

  const ask = async (user: string): Promise<Known | null> => {
    try {
      const answer = await web.users.info({ user });
      const found = (answer.user ?? {}) as SlackUser;
      const name = found.real_name || found.name || user;
      const known = { standing: standingOf(found), name, at: clock.now() };
      people.set(user, known);
      return known;
    } catch (error) {
      if (errorName(error) === 'user_not_found') {
        const known = { standing: 'stranger' as const, name: user, at: clock.now() };
        people.set(user, known);
        return known;
      }
      log.warn({ why: slackFault(error, 'Asking Slack about a person').message }, 'not known yet');
      const old = people.get(user);
      return old && clock.now() - old.at < STILL_GOOD ? old : null;
    }
  };

  const find = (user: string): Promise<Known | null> => {
    const known = people.get(user);
    if (known && clock.now() - known.at < FRESH) return Promise.resolve(known);
    const under = asking.get(user) ?? ask(user).finally(() => asking.delete(user));
    asking.set(user, under);
    return under;
  };

  const refusal = (known: Known | null): string | null => {
    if (known === null) return NO_WORD;
    return known.standing === 'member' ? null : REFUSALS[known.standing];
  };

  const inGroup = async (school: School): Promise<string[]> => {
    const { slt, sltChannel } = school.slack ?? { slt: 'list' as const, sltChannel: '' };
    if (slt === 'list') return [];
    if (slt !== 'channel') {
      return (await web.usergroups.users.list({ usergroup: slt.group })).users ?? [];
    }
    const all: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await web.conversations.members({ channel: sltChannel, limit: PAGE, cursor });
      all.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor ?? '';
      if (cursor === '') return all;
    }
  };

  /** User groups are part of a paid plan, and reading them is a right of its own. */
  const CANNOT_SAY = [
    'plan_upgrade_required',
    'paid_teams_only',
    'missing_scope',
    'no_such_subteam',
  ];

  return {
    known: (user) => {
      const known = people.get(user);
      return known && clock.now() - known.at < FRESH ? refusal(known) : undefined;
    },
    check: async (user) => refusal(await find(user)),
    seat: async (school, olderThan = SEATS_FRESH) => {
      const { slack } = school;
      if (slack === null || slack.slt === 'list') return;
      const last = seats.get(school.id);
      if (last !== undefined && clock.now() - last < olderThan) return;
      try {
        const found = await Promise.all(
          (await inGroup(school)).map(async (id) => ({ id, known: await find(id) })),
        );
        const members = found.flatMap(({ id, known }): Member[] =>
          known?.standing === 'member' ? [{ id, name: known.name }] : [],
        );
        seats.set(school.id, clock.now());
        onSeats(school.id, members);
      } catch (error) {
        const why = slackFault(error, 'Asking Slack who sits on SLT').message;
        log.warn({ school: school.id, why }, 'SLT as Slack knows it could not be read');
        if (!CANNOT_SAY.includes(errorName(error) ?? '')) return;
        seats.set(school.id, clock.now());
        onSeats(school.id, null);
      }
    },
    meet: async (school) => {
      for (const person of school.people) if (person.slack !== null) await find(person.slack);
    },
  };
}
