/** How many schools are loaded: a /tweet of one school where it is alone, and where it is one of 200. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, median, type Progress, percentile, type Told } from './figures.ts';
import { type House, inRounds, openHouse } from './house.ts';
import { inFolder, schoolYaml } from './school.ts';
import { words } from './words.ts';

const MANY = 200;
const NOW = Date.UTC(2026, 2, 10, 10, 15);
const ROUNDS = { rounds: 600, warm: 200 };

function writeSchools(folder: string, count: number): string {
  mkdirSync(folder);
  for (let index = 1; index <= count; index += 1) {
    writeFileSync(join(folder, `school-${index}.yaml`), schoolYaml(index));
  }
  return folder;
}

export async function measureSchools(says: Progress): Promise<Told> {
  return inFolder(async (folder) => {
    const houses: House[] = [];
    const opened: number[] = [];
    try {
      for (const count of [1, MANY]) {
        says(`schools: starting with ${count}`);
        const school = writeSchools(join(folder, `schools-${count}`), count);
        const from = performance.now();
        houses.push(await openHouse({ folder: join(folder, `kept-${count}`), school, now: NOW }));
        opened.push(performance.now() - from);
      }
      const [one, many] = houses as [House, House];
      says('schools: measuring');
      let typed = 0;
      const same = () => words(typed++);
      const took = await inRounds(
        {
          alone: () => one.tweets('bench-1', same()),
          first: () => many.tweets('bench-1', same()),
          inTurn: () => many.tweets(`bench-${(typed % MANY) + 1}`, same()),
        },
        ROUNDS,
      );
      const figure = (what: string, of: number[], share: number): Figure => ({
        what: `${what}, p${share * 100}`,
        value: percentile(of, share),
        unit: 'ms',
        floor: { name: 'a school alone', value: percentile(took.alone, share) },
      });
      const figures: Figure[] = [
        figure(`/tweet at one of ${MANY} schools`, took.first, 0.5),
        figure(`/tweet at one of ${MANY} schools`, took.first, 0.99),
        figure(`/tweet at all ${MANY} in turn`, took.inTurn, 0.5),
        figure(`/tweet at all ${MANY} in turn`, took.inTurn, 0.99),
        {
          what: `opening with ${MANY} schools`,
          value: opened[1] ?? Number.NaN,
          unit: 'ms',
          floor: { name: 'with one', value: median(opened.slice(0, 1)) },
        },
      ];
      const about = `one school against ${MANY} loaded, in this process, through the front, kept on SQLite`;
      return { part: 'schools', about, figures, notes: [] };
    } finally {
      for (const house of houses) await house.stop();
    }
  });
}
