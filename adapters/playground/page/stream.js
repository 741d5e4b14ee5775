// @ts-check
/** Following the event stream: comes back by itself, from where it left off. */

const PAUSES = [300, 1000, 2000, 4000];

/**
 * Follows everything this person sees, until the function it gives back is called.
 * @param {{ school: string, person: string }} who
 * @param {{
 *   onItem: (item: import('./shapes.js').Item) => void,
 *   onCaughtUp: () => void,
 *   onAway: () => void,
 *   onSchool: () => void,
 * }} listener `onCaughtUp` comes after the past has been told, at each connection; `onSchool` when the school
 *   file was read again, and before each new connection, for it may have been read meanwhile
 * @returns {() => void}
 */
export function follow({ school, person }, { onItem, onCaughtUp, onAway, onSchool }) {
  let cursor = '';
  let failures = 0;
  let stopped = false;
  /** @type {EventSource | null} */
  let source = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const open = () => {
    const query = new URLSearchParams({ school, as: person, after: cursor });
    const stream = new EventSource(`/playground/events?${query}`);
    source = stream;
    stream.addEventListener('item', (event) => {
      cursor = event.lastEventId;
      onItem(JSON.parse(event.data));
    });
    stream.addEventListener('ready', () => {
      failures = 0;
      onCaughtUp();
    });
    stream.addEventListener('school', onSchool);
    stream.addEventListener('error', () => {
      // Browsers differ in when they try again by themselves; this way they all do.
      stream.close();
      if (stopped || source !== stream) return;
      onAway();
      const wait = PAUSES[Math.min(failures, PAUSES.length - 1)];
      failures += 1;
      timer = setTimeout(() => {
        onSchool();
        open();
      }, wait);
    });
  };
  const hurry = () => {
    if (stopped || source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    open();
  };
  addEventListener('online', hurry);
  open();

  return () => {
    stopped = true;
    clearTimeout(timer);
    removeEventListener('online', hurry);
    source?.close();
  };
}
