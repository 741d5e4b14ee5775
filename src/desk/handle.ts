/** The handle register: organisations that agreed, by word of mouth, to be mentioned (ST-22). */
import type { HandleAgreed } from '../ports/follows.ts';
import { deciders, names } from '../school/people.ts';
import { refuseNames } from './judge.ts';
import { type Call, type Turn, turn } from './turn.ts';
import { type Refusal, type Result, refuse, type World } from './world.ts';

/** What was agreed by word of mouth is asked for anew after a year. */
const HOLDS_FOR = 365 * 86_400_000;
const LONGEST = 120;
const HANDLE = /^@\w{1,15}$/;

function mayKeep(turn: Turn, call: Call): Refusal | null {
  const slt = deciders(turn.school, []);
  if (slt.some(({ id }) => id === call.person.id)) return null;
  return refuse(`Only ${names(slt)} can say who may be mentioned.`);
}

/** Keeps that somebody of the school spoke to an organisation and it agreed. Saying so again renews it. */
export function confirmHandle(
  world: World,
  call: Call,
  said: { handle: string; spokeTo: string; spokeOn: string },
): Promise<Result<{ agreed: HandleAgreed }>> {
  return turn(world, call, async (turn) => {
    const barred = mayKeep(turn, call);
    if (barred) return barred;
    const { handle, spokeOn } = said;
    const spokeTo = said.spokeTo.trim();
    if (!HANDLE.test(handle)) {
      return refuse(`“${handle}” is not a handle: up to 15 letters, digits and _ after the @.`);
    }
    if (spokeTo === '' || spokeTo.length > LONGEST) {
      return refuse(`Say whom you spoke to, in at most ${LONGEST} characters.`);
    }
    const named = await refuseNames(turn, call.person, spokeTo);
    if (named) return named;
    const { school, tx, now } = turn;
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
  });
}

/** Takes an organisation out of the register. */
export function dropHandle(world: World, call: Call, handle: string): Promise<Result> {
  return turn(world, call, async (turn) => {
    const barred = mayKeep(turn, call);
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
