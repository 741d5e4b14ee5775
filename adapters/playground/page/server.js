// @ts-check
/** Talking to the server: once for each delivery, however often the wire breaks. */

/** @typedef {import('./shapes.js').Reply} Reply */
/** @typedef {{ reply: Reply } | { sentence: string }} Outcome a refusal is a sentence for people */

const PAUSES = [500, 1000, 2000, 4000, 8000];
/** Longer than any answer takes; a server that hangs is as good as away. */
const PATIENCE = 20_000;

/** Ids no other page makes. */
export function newDelivery() {
  return crypto.randomUUID();
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * @param {string} path
 * @param {object} body
 * @returns {Promise<Outcome>}
 */
async function sendOnce(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
  // 503 comes with what to do about it, a full disk say: trying again by itself would only hide that.
  const acts = response.ok || response.status < 500 || response.status === 503;
  if (!acts) throw new Error(`the server answered ${response.status}`);
  const answer = await response.json();
  return response.ok
    ? { reply: answer }
    : { sentence: String(answer.error ?? 'Bellbird said no.') };
}

/**
 * Sends the same delivery until it is answered. Null when `patience` (ms) has run out without an answer.
 * @param {string} path
 * @param {{ as: string, delivery: string } & Record<string, unknown>} body
 * @param {{ onAway: () => void, patience?: number }} options `onAway` is called at each try that failed
 * @returns {Promise<Outcome | null>}
 */
export async function send(path, body, { onAway, patience = Number.POSITIVE_INFINITY }) {
  const started = Date.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await sendOnce(path, body);
    } catch {
      onAway();
      const wait = PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 8000;
      if (Date.now() - started + wait > patience) return null;
      await pause(wait);
    }
  }
}

/**
 * The school, asked for until the server answers.
 * @param {string | null} id null asks for the first there is; one that is gone gives another
 * @param {() => void} onAway
 * @returns {Promise<import('./shapes.js').School>}
 */
export async function askSchool(id, onAway) {
  const query = id === null ? '' : `?${new URLSearchParams({ school: id })}`;
  for (;;) {
    try {
      const response = await fetch(`/playground/school${query}`);
      if (response.ok) return await response.json();
    } catch {
      // Away: the pause below is all there is to do.
    }
    onAway();
    await pause(1000);
  }
}
