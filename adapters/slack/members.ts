/** Who people are in the workspace: full members or not. */

import type { Card } from '../../cards/model.ts';
import { sayCard } from '../../cards/say.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import type { Log } from './log.ts';
import { NOBODY, type SlackUser, type Standing, standingOf } from './standing.ts';
import { errorName, slackFault, type Web } from './web.ts';

/** What Slack said of somebody stands for so long, ms. */
export const FRESH = 10 * 60_000;
/** Where Slack does not answer, what it said within this time still counts, ms. */
const STILL_GOOD = 60 * 60_000;
/** Between two people who are only looked up again: Slack takes about a hundred such calls a minute (tier 4), ms. */
const BETWEEN = 700;

const REFUSALS: Record<Exclude<Standing, 'fine'>, string> = {
  guest:
    'Guests of the workspace cannot work with posts. Ask whoever runs your Slack to make you a full member.',
  deactivated: 'Your account in this workspace is deactivated, so Bellbird cannot act for you.',
  bot: 'Bellbird works with people only, not with other apps.',
  visitor:
    'You are here from another organisation. Only members of the school’s own workspace can work with posts.',
};
const NO_WORD =
  'Slack does not say just now who you are. Nothing was changed; please try again in a minute.';

/** The card for somebody who is refused, with the sentence that says why. */
export function refusedCard(why: string): Card {
  return sayCard('Not from this account', why, 'stop');
}

type Known = { standing: Standing; name: string; at: number };

export type Members = {
  /**
   * Why this person is refused, as far as is known and no older than `olderThan` ms; null: they are not;
   * undefined: it must be asked.
   */
  known: (user: string, olderThan?: number) => string | null | undefined;
  /** Why this person is refused, asked of Slack where what is known is older. Never throws. */
  check: (user: string, olderThan?: number) => Promise<string | null>;
  /** A full member as Slack names them; null for anybody else. Never throws. */
  member: (user: string) => Promise<Member | null>;
  /** Learns about everybody the school names, anew where what is known is older. Never throws. */
  meet: (school: School, olderThan: number) => Promise<void>;
};

export function membersOf(options: { web: Web; clock: Clock; log: Log }): Members {
  const { web, clock, log } = options;
  const people = new Map<string, Known>();
  const asking = new Map<string, Promise<Known | null>>();

  const ask = async (user: string): Promise<Known | null> => {
    const learnt = (standing: Standing, name: string): Known => {
      const known = { standing, name, at: clock.now() };
      people.set(user, known);
      return known;
    };
    try {
      const found: SlackUser = (await web.users.info({ user })).user ?? {};
      return learnt(standingOf(found), found.real_name || found.name || user);
    } catch (error) {
      if (NOBODY.includes(errorName(error) ?? '')) return learnt('visitor', user);
      log.warn({ why: slackFault(error, 'Asking Slack about a person').message }, 'not known yet');
      const old = people.get(user);
      return old && clock.now() - old.at < STILL_GOOD ? old : null;
    }
  };

  const fresh = (user: string, olderThan: number): Known | null => {
    const known = people.get(user);
    return known && clock.now() - known.at < olderThan ? known : null;
  };

  const find = (user: string, olderThan: number): Promise<Known | null> => {
    const known = fresh(user, olderThan);
    if (known) return Promise.resolve(known);
    const under = asking.get(user) ?? ask(user).finally(() => asking.delete(user));
    asking.set(user, under);
    return under;
  };

  const refusal = (known: Known | null): string | null => {
    if (known === null) return NO_WORD;
    return known.standing === 'fine' ? null : REFUSALS[known.standing];
  };

  return {
    known: (user, olderThan = FRESH) => {
      const known = fresh(user, olderThan);
      return known ? refusal(known) : undefined;
    },
    check: async (user, olderThan = FRESH) => refusal(await find(user, olderThan)),
    member: async (id) => {
      const known = await find(id, FRESH);
      return known?.standing === 'fine' ? { id, name: known.name } : null;
    },
    meet: async ({ people: all }, olderThan) => {
      for (const { slack } of all) {
        if (slack === null || fresh(slack, olderThan)) continue;
        const again = people.has(slack);
        await find(slack, olderThan);
        if (again) await new Promise((done) => setTimeout(done, BETWEEN).unref());
      }
    },
  };
}
