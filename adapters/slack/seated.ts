/** Who sits on SLT where the school leaves it to Slack: the SLT channel's members, or a user group's. */
import type { Clock } from '../../src/ports/clock.ts';
import type { School } from '../../src/school/school.ts';
import type { Member } from '../../src/school/seats.ts';
import type { Log } from './log.ts';
import { errorName, slackFault, type Web } from './web.ts';

/** Where Slack does not answer, who sat there counts for so long, ms; after that nobody decides. */
const STILL_GOOD = 60 * 60_000;
const PAGE = 200;

/** User groups are part of a paid plan: without one, the school file says who sits. */
const NO_GROUPS = ['plan_upgrade_required', 'paid_teams_only'];
/** Slack's answers that somebody must put right; waiting does not help. Nobody sits meanwhile. */
const PUT_RIGHT: Readonly<Record<string, string>> = {
  no_such_subteam: 'Slack has no such user group. Put its id in slack.slt of the school file.',
  subteam_not_found: 'Slack has no such user group. Put its id in slack.slt of the school file.',
  invalid_usergroup: 'Slack has no such user group. Put its id in slack.slt of the school file.',
  missing_scope:
    'Bellbird may not read it. Put the manifest in once more and reinstall the app in the workspace.',
};

const NO_WORD =
  'Slack does not say just now who is of SLT. Nothing was changed; please try again in a minute.';

export type Seats = {
  /**
   * Why nobody may decide at this school, as far as is known and no older than `olderThan` ms; null: they may;
   * undefined: it must be asked.
   */
  known: (school: School, olderThan: number) => string | null | undefined;
  /** The same, asked of Slack where what is known is older. Never throws. */
  look: (school: School, olderThan: number) => Promise<string | null>;
};

/** `at`: when Slack last gave a word, epoch ms; `why`: what it said is wrong, with what to do. */
type Word = { at: number; why: string | null };

/** The seats of schools. `standing` tells of one id whether they are a full member, and their name; else null. */
export function seatsOf(options: {
  web: Web;
  clock: Clock;
  log: Log;
  standing: (user: string) => Promise<Member | null>;
  /** Told each time Slack has said who sits; null: the plan has no groups, so the school file says it. */
  onSeats: (school: string, members: Member[] | null) => void;
  /** Told once when nobody can decide until somebody puts something right. Must not throw. */
  onUnseated: (school: School, why: string) => void;
}): Seats {
  const { web, clock, log, standing, onSeats, onUnseated } = options;
  const words = new Map<string, Word>();
  const asking = new Map<string, Promise<void>>();

  const inGroup = async ({ slt, sltChannel: channel }: NonNullable<School['slack']>) => {
    if (typeof slt === 'object') {
      return (await web.usergroups.users.list({ usergroup: slt.group })).users ?? [];
    }
    const all: string[] = [];
    for (let cursor = ''; ; ) {
      const page = await web.conversations.members({ channel, limit: PAGE, cursor });
      all.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor ?? '';
      if (cursor === '') return all;
    }
  };

  /** Everybody's own school file and place at Slack: another file may ask for another group. */
  const keyOf = (school: School) => `${school.id} ${JSON.stringify(school.slack)}`;

  const ask = async (school: School, slack: NonNullable<School['slack']>): Promise<void> => {
    const key = keyOf(school);
    try {
      const found = await Promise.all((await inGroup(slack)).map(standing));
      words.set(key, { at: clock.now(), why: null });
      onSeats(
        school.id,
        found.filter((each) => each !== null),
      );
    } catch (error) {
      const says = slackFault(error, 'Asking Slack who sits on SLT').message;
      log.warn({ school: school.id, why: says }, 'SLT as Slack knows it could not be read');
      const name = errorName(error) ?? '';
      if (NO_GROUPS.includes(name)) {
        words.set(key, { at: clock.now(), why: null });
        return onSeats(school.id, null);
      }
      const todo = PUT_RIGHT[name];
      if (todo === undefined) return;
      const why = `Who is of SLT cannot be read from Slack, so nobody decides here until that is put right. ${todo}`;
      const news = words.get(key)?.why !== why;
      words.set(key, { at: clock.now(), why });
      onSeats(school.id, []);
      if (news) onUnseated(school, why);
    }
  };

  const known: Seats['known'] = (school, olderThan) => {
    if (school.slack === null || school.slack.slt === 'list') return null;
    const word = words.get(keyOf(school));
    return word && clock.now() - word.at < olderThan ? word.why : undefined;
  };

  return {
    known,
    look: async (school, olderThan) => {
      const { slack } = school;
      const fresh = known(school, olderThan);
      if (fresh !== undefined || slack === null) return fresh ?? null;
      const key = keyOf(school);
      const under = asking.get(key) ?? ask(school, slack).finally(() => asking.delete(key));
      asking.set(key, under);
      await under;
      const told = known(school, STILL_GOOD);
      return told === undefined ? NO_WORD : told;
    },
  };
}
