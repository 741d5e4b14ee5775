/**
 * Bellbird is killed while people use it in Microsoft Teams: at its own commits, while a call to Teams is under
 * way, and at any moment. What was not answered Teams sends once more, as it is, to whatever runs then.
 */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../adapters/store/sqlite.ts';
import { spotOf } from '../../adapters/teams/refs.ts';
import type { Store } from '../../src/ports/store.ts';
import { pause } from '../fakes/slack/json.ts';
import { type FakeTeams, type Person, type Seen, startTeams } from '../fakes/teams/teams.ts';
import type { Operation } from '../fakes/teams/world.ts';
import { APP, TENANT } from '../fakes/teams/world.ts';
import { AMY, inTeams, SAM, SLT, TENANCY } from '../teams/workspace.ts';
import type { Boundary } from './boundaries.ts';
import { bear, COMPILE_CACHE, type Living } from './process.ts';
import { inspect, morning, settleIn } from './round.ts';
import { seeded } from './seeded.ts';
import { isTrue, type Shows } from './truth.ts';

type Death = { at: Boundary } | { during: Operation } | { within: number };

/** So long Teams keeps a call waiting in which the process is to die, ms: its own part is done by then. */
const HANGS = 300;
/** So long people keep on at a post that gets no further, ms. */
const PATIENCE = 60_000;
const MINUTE = 60_000;
const chance = seeded(5);

/** In the order in which a post meets them; each needs the one before to have been got over. */
const DEATHS: readonly Death[] = [
  { at: 'before the commit of draft.written' },
  { at: 'after the commit of draft.written' },
  { during: 'send' },
  { at: 'before the commit of draft.submitted' },
  { at: 'after the commit of draft.submitted' },
  { during: 'create' },
  { at: 'after the commit of outbox' },
  { at: 'before the commit of draft.approved' },
  { at: 'after the commit of draft.approved' },
  { at: 'after the outlet’s call' },
  { during: 'update' },
  { within: chance.whole(400) },
  { within: chance.whole(800) },
];

afterAll(() => rmSync(COMPILE_CACHE, { recursive: true, force: true }));

type Errand = { words: string; typed: boolean };

/** The cards of a post; a word about it stays as it was said. */
const about = (who: Person, { words }: Errand, channel?: string): Seen[] =>
  who.sees(channel).filter(({ from, text }) => {
    return from === 'Bellbird' && text.includes(words) && !text.startsWith('Your post is out');
  });

const isOut = ({ text }: Seen) => text.startsWith('Published');

/** What people do next for a post, by the cards they see. False once all of them say that it is out. */
async function step(errand: Errand, amy: Person, sam: Person): Promise<boolean> {
  const own = about(amy, errand);
  const slt = about(sam, errand, SLT);
  const unsent = own.find(({ buttons }) => buttons.includes('Send to SLT'));
  const asked = slt.find(({ buttons }) => buttons.includes('Approve'));
  if (!errand.typed) {
    errand.typed = true;
    await amy.says(`tweet ${errand.words}`);
  } else if (own.length > 0 && slt.length > 0 && [...own, ...slt].every(isOut)) {
    return false;
  } else if (asked) {
    await sam.presses('Approve', asked);
  } else if (unsent) {
    await amy.presses('Send to SLT', unsent, { ticked: true });
  } else {
    await pause(20);
  }
  return true;
}

/** People work until the process is gone, or nothing is left to do. */
async function work(errands: readonly Errand[], people: [Person, Person], life: Living) {
  const end = Date.now() + PATIENCE;
  while (!life.isGone() && Date.now() < end) {
    const left = await Promise.all(errands.map((errand) => step(errand, ...people)));
    if (!left.includes(true)) return;
  }
  if (life.isGone()) return;
  const cards = errands.flatMap((errand) => people.flatMap((who) => about(who, errand)));
  const left = cards.filter((card) => !isOut(card));
  throw new Error(`it got no further:\n${left.map(({ text }) => text).join('\n---\n')}`);
}

/** Teams, or whoever typed or pressed it, sends again what was not answered; and once more the last that was. */
async function sendsAgain(teams: FakeTeams): Promise<void> {
  const answered = teams.deliveries.filter(({ status }) => status === 200);
  const known = new Set(answered.map(({ activity }) => activity.id));
  const lost = new Map(
    teams.deliveries
      .filter(({ activity }) => !known.has(activity.id))
      .map(({ activity }) => [activity.id, activity]),
  );
  const last = answered.at(-1);
  for (const activity of [...lost.values(), ...(last ? [last.activity] : [])]) {
    await teams.delivers(activity);
  }
}

/** Kills the life as it is meant to die, if it does not by itself. */
async function dies(death: Death, life: Living, teams: FakeTeams): Promise<void> {
  if ('at' in death) return;
  if ('within' in death) {
    await pause(death.within);
    return life.kill();
  }
  const calls = () => teams.calls.filter(({ operation }) => operation === death.during).length;
  const before = calls();
  teams.next(death.during, { hang: HANGS });
  while (calls() === before && !life.isGone()) await pause(2);
  await pause(20);
  life.kill();
}

const showsIn =
  ({ world }: FakeTeams): Shows =>
  async (ref, must, whose) => {
    const message = world.messages.find(({ id }) => id === spotOf(ref)?.activity);
    const [card] = message?.cards ?? [];
    const shown = JSON.stringify(card);
    expect(shown, whose).toContain(must.title);
    for (const { label } of must.buttons) expect(shown, whose).toContain(label);
  };

async function draftsOf(store: Store, errands: readonly Errand[]) {
  const rows = await store.read.ledger('larkfield', 0, 100_000);
  const written = rows.filter(({ event }) => event === 'draft.written');
  const named = await Promise.all(
    written.map(async ({ subject }) => ({
      subject,
      text: (await store.read.revision('larkfield', subject, 1))?.text,
    })),
  );
  return errands.map(({ words }) => {
    const draft = named.find(({ text }) => text === words)?.subject ?? null;
    return { words, name: words, draft };
  });
}

describe('a Bellbird that is killed while Teams is at it', () => {
  it(
    'publishes nothing twice, loses nothing, and has every card tell the truth',
    async () => {
      const teams = await startTeams({ ...TENANCY, still: 20 });
      const { folder, school, env: own } = settleIn(inTeams);
      const env: Record<string, string> = {
        ...own,
        PLAYGROUND: '0',
        TEAMS_APP_ID: APP,
        TEAMS_APP_PASSWORD: 'not-asked-of-anybody-here',
        TEAMS_TENANT_ID: TENANT,
      };
      const { openIdMetadataUrl, tokenIssuer, service } = teams.instead;
      const app = { appId: teams.appId, appToken: teams.appToken };
      const place = { openIdMetadataUrl, tokenIssuer, service, app };
      const ahead = morning();
      const people: [Person, Person] = [teams.person(AMY), teams.person(SAM)];
      const errands: Errand[] = [];
      const lives = async (death: Death | null) => {
        const at = death !== null && 'at' in death ? death.at : null;
        const fate =
          at === null ? { at, mood: 'well' as const } : { at, crossing: 1, mood: 'well' as const };
        const life = bear({ env, fate, ahead, teams: place });
        const url = await life.ready;
        teams.deliversTo(url === null ? null : `${url}/api/messages`);
        const ending = death === null ? null : dies(death, life, teams);
        try {
          if (url !== null) {
            await sendsAgain(teams);
            await work(errands, people, life);
          }
          await ending;
        } finally {
          if (death !== null) life.kill();
        }
        return life;
      };
      for (const [number, death] of DEATHS.entries()) {
        errands.push({
          words: `Post ${number + 1}: the choir sang in the hall today.`,
          typed: false,
        });
        const life = await lives(death);
        const { signal, diedAt } = await life.ended;
        expect([signal, diedAt], life.complaints()).toEqual([
          'SIGKILL',
          'at' in death ? death.at : null,
        ]);
        teams.world.script.clear();
      }
      const last = await lives(null);
      await teams.quiet(100);
      last.ask();
      expect((await last.ended).code, last.complaints()).toBe(0);

      const jobsLeft = inspect(env.BELLBIRD_DATA ?? '');
      const store = await openSqlite({ folder: env.BELLBIRD_DATA ?? '' });
      const now = Date.now() + ahead;
      await isTrue(store, school, await draftsOf(store, errands), {
        ...{ now, jobsLeft },
        shows: showsIn(teams),
      });
      await store.close();
      await teams.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    3 * MINUTE,
  );
});
