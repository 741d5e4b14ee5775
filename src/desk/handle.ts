/** The handle register: organisations that agreed, by word of mouth, to be mentioned (ST-22). */
import { takenFor } from '../audience/known.ts';
import { toldApart } from '../audience/told-apart.ts';
import type { HandleAgreed } from '../ports/follows.ts';
import { localDate } from '../school/local-time.ts';
import { deciders, names } from '../school/people.ts';
import type { School } from '../school/school.ts';
import { notAHandle } from './handle-typed.ts';
import { refuseNames } from './judge.ts';
import { confirmedHandles } from './mentionable.ts';
import { asked, audienceOf } from './people-there.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** What was agreed by word of mouth is asked for anew after a year. */
const HOLDS_FOR = 365 * 86_400_000;
const LONGEST = 120;

function mayKeep(school: School, call: Call): Refusal | null {
  const slt = deciders(school, []);
  if (slt.some(({ id }) => id === call.person.id)) return null;
  return refuse(`Only ${names(slt)} can say who may be mentioned.`);
}

/** Who is at this handle, as the outlet writes it, or why nobody may be mentioned by it. */
async function written(
  world: World,
  school: School,
  handle: string,
): Promise<Result<{ handle: string }>> {
  for (const { handle: own } of school.accounts) {
    if (own.toLowerCase() === handle.toLowerCase()) return refuse(`${own} is our own account.`);
    const audience = audienceOf(world, school, own);
    if (!audience) continue;
    const found = await asked(world, () => audience.profile(own, handle));
    if (!found.ok) return found;
    const { read } = found;
    if (read.kind !== 'found') {
      const says =
        read.kind === 'suspended'
          ? `${handle} has been suspended by the platform.`
          : `There is nobody called ${handle}. Check how it is spelt.`;
      return refuse(`${says} Nothing was kept.`);
    }
    return { ok: true, handle: read.profile.handle };
  }
  return { ok: true, handle };
}

/** Refuses a handle made to be taken for one of ours, of the register or of a known body: to mention it leads people there. */
async function lookalike(world: World, school: School, handle: string): Promise<Refusal | null> {
  const own = new Set(school.accounts.map((account) => account.handle));
  const kept = await confirmedHandles(world.store.read, school, world.clock.now());
  const likeness = takenFor(handle, own, kept);
  if (likeness?.by !== 'letters') return null;
  const { of } = likeness;
  return refuse(`${toldApart(handle, of, handle)} If you meant ${of}, type that one.`);
}

/**
 * Keeps that somebody of the school spoke to an organisation and it agreed; `spokeOn` is a day in ISO. Saying so again
 * renews it. A handle at which nobody is, or that is made to be taken for another, is refused.
 */
export async function confirmHandle(
  world: World,
  call: Call,
  said: { handle: string; spokeTo: string; spokeOn: string },
): Promise<Result<{ agreed: HandleAgreed }>> {
  const { school } = call;
  const barred =
    mayKeep(school, call) ??
    notAHandle(said.handle) ??
    (await lookalike(world, school, said.handle));
  if (barred) return barred;
  const there = await written(world, school, said.handle);
  if (!there.ok) return there;
  return turn(world, call, (turn) => keep(turn, call, { ...said, handle: there.handle }));
}

async function keep(
  turn: Turn,
  call: Call,
  { handle, spokeTo: typed, spokeOn }: { handle: string; spokeTo: string; spokeOn: string },
): Promise<Result<{ agreed: HandleAgreed }>> {
  const { school, tx, now } = turn;
  const barred = mayKeep(school, call);
  if (barred) return barred;
  const spokeTo = typed.trim();
  if (spokeTo === '' || spokeTo.length > LONGEST) {
    return refuse(`Say whom you spoke to, in at most ${LONGEST} characters.`);
  }
  if (spokeOn > localDate(now, school.timezone)) {
    return refuse(`${spokeOn} is still to come. Confirm it once you have spoken to them.`);
  }
  const named = await refuseNames(turn, call.person, spokeTo);
  if (named) return named;
  const agreed: HandleAgreed = {
    handle,
    by: call.person.id,
    spokeTo,
    spokeOn,
    at: now,
    expiresAt: now + HOLDS_FOR,
  };
  await tx.putHandle(school.id, agreed);
  await turn.record('handle.confirmed', handle, { spokeTo, spokeOn, until: agreed.expiresAt });
  return { ok: true, agreed };
}

/** Takes an organisation out of the register. */
export function dropHandle(world: World, call: Call, handle: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = mayKeep(turn.school, call);
    if (barred) return barred;
    if (!(await turn.tx.dropHandle(turn.school.id, handle))) {
      const inFile = turn.school.handles.some(
        (each) => each.toLowerCase() === handle.toLowerCase(),
      );
      return refuse(
        inFile
          ? `${handle} is in the school file: it is taken out there.`
          : `${handle} is not in the register. /handle list shows who is.`,
      );
    }
    await turn.record('handle.dropped', handle);
    return { ok: true };
  });
}
