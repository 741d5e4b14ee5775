/**
 * A long history: what people and the jobs ask for with 10,000 drafts behind them, against the same with 100.
 * In this process, through the front, without HTTP; then the plan of every statement that was run.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queueOf, statusOf } from '../../src/desk/look.ts';
import type { Store } from '../../src/ports/store.ts';
import { type Figure, type Progress, percentile, type Told } from './figures.ts';
import { fillHistory, whenDue } from './fill.ts';
import { type House, inRounds, openHouse } from './house.ts';
import { plansOf } from './plans.ts';
import { AUTHOR, inFolder, schoolYaml } from './school.ts';

const LONG = 10_000;
const SHORT = 100;
const SCHOOL = 'bench-1';
/** Tuesday 10 March 2026, 10:15 in London. */
const NOW = Date.UTC(2026, 2, 10, 10, 15);
const DUE = 20;
const ROUNDS = { rounds: 400, warm: 150 };

type Work = { what: string; run: (house: House) => Promise<unknown> };

const WORKS: readonly Work[] = [
  { what: '/tweet queue', run: (house) => house.tweets(SCHOOL, 'queue') },
  { what: '/tweet status', run: (house) => house.tweets(SCHOOL, 'status') },
  {
    what: `dueJobs, ${DUE} due of one job a draft`,
    run: ({ world }) => world.store.read.dueJobs(whenDue(NOW, DUE), 64),
  },
  { what: 'nextDue', run: ({ world }) => world.store.read.nextDue(NOW) },
  { what: '/tweet and its words', run: (house) => house.tweets(SCHOOL, 'Our bread has risen.') },
];

async function comparing({ what, run }: Work, long: House, short: House): Promise<Figure[]> {
  const took = await inRounds({ long: () => run(long), short: () => run(short) }, ROUNDS);
  const figure = (share: number): Figure => ({
    what: `${what}, p${share * 100}`,
    value: percentile(took.long, share),
    unit: 'ms',
    floor: { name: `${SHORT} drafts`, value: percentile(took.short, share) },
  });
  return [figure(0.5), figure(0.99)];
}

async function planNotes(folder: string, { world }: House): Promise<string[]> {
  const school = world.schools.get(SCHOOL);
  const person = school?.people.find((each) => each.id === AUTHOR);
  if (!school || !person) throw new Error('The bench school lost its author.');
  const asked: Record<string, (store: Store) => Promise<unknown>> = {
    '/tweet queue': (store) => queueOf({ ...world, store }, school, person),
    '/tweet status': (store) => statusOf({ ...world, store }, school, person),
    dueJobs: (store) => store.read.dueJobs(whenDue(NOW, DUE), 64),
    nextDue: (store) => store.read.nextDue(NOW),
  };
  const notes: string[] = [];
  for (const [what, work] of Object.entries(asked)) {
    for (const { sql, uses } of await plansOf(folder, work)) {
      const table = /\bfrom "(drafts|revisions|jobs)"/.exec(sql)?.[1] ?? 'a subquery';
      notes.push(`${what}, on ${table}: ${uses.join('; ')}`);
    }
  }
  return notes;
}

export async function measureHistory(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const school = join(folder, 'school.yaml');
    writeFileSync(school, schoolYaml(1));
    const at = (count: number) => join(folder, `past-${count}`);
    const houses: House[] = [];
    try {
      for (const count of [LONG, SHORT]) {
        says(`history: writing ${count} drafts`);
        await fillHistory(at(count), SCHOOL, count, NOW);
        houses.push(await openHouse({ folder: at(count), school, now: NOW }));
      }
      const [long, short] = houses as [House, House];
      const figures: Figure[] = [];
      for (const work of WORKS) {
        says(`history: ${work.what}`);
        figures.push(...(await comparing(work, long, short)));
      }
      const about = `${LONG} drafts against ${SHORT}, 50 of them live in both; ${ROUNDS.rounds} runs of each in turn`;
      return { part: 'history', about, figures, notes: await planNotes(at(LONG), long) };
    } finally {
      for (const house of houses) await house.stop();
    }
  });
}
