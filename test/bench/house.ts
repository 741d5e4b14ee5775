/** Bellbird inside this process, wired as `npm start` wires it, to be asked without HTTP between. */
import { randomUUID } from 'node:crypto';
import { refOf, staffTopic } from '../../adapters/playground/message.ts';
import { storeFaultInWords } from '../../adapters/store/fault.ts';
import { readConfig } from '../../src/config.ts';
import type { World } from '../../src/desk/world.ts';
import { createFront } from '../../src/front/front.ts';
import type { Answer } from '../../src/front/intent.ts';
import { start } from '../../src/main.ts';
import { AUTHOR } from './school.ts';

export type House = {
  world: World;
  /** Types a /tweet line as the author of a school; throws unless a card comes back. */
  tweets: (school: string, text: string) => Promise<Answer>;
  stop: () => Promise<void>;
};

/** Starts on a data folder, with a school file or a folder of them. `now` stands still at this moment, epoch ms. */
export async function openHouse(place: {
  folder: string;
  school: string;
  now: number;
}): Promise<House> {
  const read = readConfig({
    PORT: '0',
    BELLBIRD_DATA: place.folder,
    BELLBIRD_SCHOOL: place.school,
    PLAYGROUND: '1',
    LOG_LEVEL: 'warn',
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const running = await start(read.config, { clock: { now: () => place.now } });
  const front = createFront(running.world, storeFaultInWords);
  const tweets: House['tweets'] = async (school, text) => {
    const delivery = randomUUID();
    const ref = refOf(staffTopic(school, AUTHOR), delivery);
    const answer = await front.receive({
      school,
      person: AUTHOR,
      chat: 'playground',
      delivery,
      touched: null,
      ref,
      intent: { kind: 'command', command: 'tweet', text },
    });
    if (answer.as === 'card') return answer;
    throw new Error(`/tweet ${text} was not answered with a card: ${JSON.stringify(answer.card)}`);
  };
  return { world: running.world, tweets, stop: running.stop };
}

/** ms of each run of each work: in turn within every round, so that a busy machine slows all alike. */
export async function inRounds<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
  { rounds, warm }: { rounds: number; warm: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  for (let round = -warm; round < rounds; round += 1) {
    for (const name of names) {
      const from = performance.now();
      await works[name]();
      if (round >= 0) took[name].push(performance.now() - from);
    }
  }
  return took;
}
