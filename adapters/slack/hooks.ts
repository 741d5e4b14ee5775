/**
 * The URLs by which an ephemeral card can still be spoken to. Slack gives one with each command and click:
 * five uses, thirty minutes (Slack, "Handling user interaction": message responses). One that came with a
 * click replaces the card it was made on; one that came with a command never does, it says something new
 * (bolt-js issue 2287). They live in memory: a card that can no longer be reached tells the truth when touched.
 */
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from './log.ts';

const LIFE = 30 * 60_000;
const USES = 5;
const CALL = 5_000;

export type Message = { text: string; blocks: unknown[] };

type Hook = { url: string; until: number; uses: number };
/** What stands there now: its title, and the whole of it, so that the same is not said twice. */
type Held = { hook: Hook; replaces: boolean; title: string; whole: string };

export type Hooks = {
  /** Keeps the newest URL for a card. */
  hold: (id: string, url: string, from: 'command' | 'click') => void;
  /** Notes what stands there by now, said in the acknowledgement itself. */
  stands: (id: string, message: Message, title: string) => void;
  /**
   * Says something new where the card stands, to the same person only; `as` is the card that it is. False where
   * that is over.
   */
  say: (id: string, message: Message, as?: { id: string; title: string }) => Promise<boolean>;
  /** Puts the message in the card's place. False where that cannot be done, or not any more. */
  replace: (id: string, message: Message, title: string) => Promise<boolean>;
  /** Tells news of the card: in its place where that can be done, else as a new one where its title has changed. */
  renew: (id: string, message: Message, title: string) => Promise<void>;
};

export function responseUrls({ clock, log }: { clock: Clock; log: Log }): Hooks {
  const held = new Map<string, Held>();

  const forgetOld = () => {
    for (const [id, { hook }] of held) {
      if (hook.until > clock.now()) return;
      held.delete(id);
    }
  };

  const usable = (id: string): Held | null => {
    const found = held.get(id);
    return found && found.hook.until > clock.now() && found.hook.uses < USES ? found : null;
  };

  const send = async (id: string, body: Record<string, unknown>): Promise<boolean> => {
    const found = usable(id);
    if (!found) return false;
    found.hook.uses += 1;
    try {
      const response = await fetch(found.hook.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(CALL),
      });
      if (response.ok) return true;
      if (response.status === 404) held.delete(id);
      log.warn({ status: response.status }, 'Slack did not take an answer to a click');
    } catch {
      log.warn({}, 'Slack did not answer at the address it gave for answers');
    }
    return false;
  };

  const stands: Hooks['stands'] = (id, message, title) => {
    const found = held.get(id);
    if (found) Object.assign(found, { title, whole: JSON.stringify(message) });
  };

  const say: Hooks['say'] = async (id, message, as) => {
    const hook = usable(id)?.hook;
    const said = await send(id, {
      response_type: 'ephemeral',
      replace_original: false,
      ...message,
    });
    // The same URL says news of the new card too, until a click on it brings one of its own.
    if (said && hook && as && as.id !== id) {
      const whole = JSON.stringify(message);
      held.set(as.id, { hook, replaces: false, title: as.title, whole });
    }
    return said;
  };

  const replace: Hooks['replace'] = async (id, message, title) => {
    const found = usable(id);
    if (!found?.replaces) return false;
    if (found.whole === JSON.stringify(message)) return true;
    stands(id, message, title);
    return send(id, { replace_original: true, ...message });
  };

  return {
    hold: (id, url, from) => {
      forgetOld();
      held.delete(id);
      const hook = { url, until: clock.now() + LIFE, uses: 0 };
      // What was touched may be an older one of several that stand under this id, so what it says is not known.
      held.set(id, { hook, replaces: from === 'click', title: '', whole: '' });
    },
    stands,
    say,
    replace,
    renew: async (id, message, title) => {
      const found = usable(id);
      if (!found || (await replace(id, message, title)) || found.replaces) return;
      if (found.title === title) return;
      stands(id, message, title);
      await say(id, message);
    },
  };
}
