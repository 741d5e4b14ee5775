/** The pause switch: SLT holds every post, urgent ones too, until SLT lets them go. */
import { deciders, names } from '../school/people.ts';
import { refuseNames } from './judge.ts';
import { planPublish, schedule } from './schedule.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

const LONGEST_WHY = 300;
/** Scheduled posts are few; a school with more than this waiting resumes them in further steps. */
const AT_ONCE = 500;

function maySwitch(turn: Turn, call: Call): Refusal | null {
  const slt = deciders(turn.school, []);
  if (slt.some((each) => each.id === call.person.id)) return null;
  return refuse(`Only ${names(slt)} can pause or resume posting.`);
}

/** Holds every post that has not left yet. Pausing twice changes nothing. */
export function pause(world: World, call: Call, why: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = maySwitch(turn, call);
    if (barred) return barred;
    if (why.length > LONGEST_WHY)
      return refuse(`Keep the reason under ${LONGEST_WHY} characters, please.`);
    const named = await refuseNames(turn, call.person, why);
    if (named) return named;
    if (turn.desk.paused) return { ok: true };
    const { tx, school, now } = turn;
    await tx.setPaused(school.id, { by: call.person.id, at: now, why: why.trim() });
    await turn.record('desk.paused', school.id, { why: why.trim() });
    for (const draft of await tx.draftsIn(school.id, ['scheduled'], AT_ONCE)) {
      await turn.tell(draft.id, { tell: 'refresh' });
    }
    await turn.tell('', {
      tell: 'slt',
      title: `${call.person.name} has paused posting`,
      text: why.trim() || 'Nothing goes out until posting is resumed.',
    });
    return { ok: true };
  });
}

/** Lets posts go again, each at its next slot from now. */
export function resume(world: World, call: Call): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = maySwitch(turn, call);
    if (barred) return barred;
    if (!turn.desk.paused) return { ok: true };
    const { tx, school, now } = turn;
    await tx.setPaused(school.id, null);
    await turn.record('desk.resumed', school.id);
    const free: Turn = { ...turn, desk: { ...turn.desk, paused: null } };
    for (const draft of await tx.draftsIn(school.id, ['scheduled'], AT_ONCE)) {
      const late = draft.slot === null || draft.slot <= now;
      const revision = late ? await tx.revision(school.id, draft.id, draft.revision) : null;
      if (revision) await schedule(free, draft, revision);
      else await planPublish(free, draft);
      await turn.tell(draft.id, { tell: 'refresh' });
    }
    await turn.tell('', {
      tell: 'slt',
      title: `${call.person.name} has resumed posting`,
      text: 'Approved posts go out at their next slot.',
    });
    return { ok: true };
  });
}
