// @ts-check
/** Times in the school's own zone, as people say them. */

/**
 * @param {string} timeZone IANA name
 * @returns {(at: number) => string} epoch ms to "15:40", "Mon 15:40" within a week, "3 Mar, 15:40" else
 */
export function timeWords(timeZone) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  const clock = format({ hour: 'numeric', minute: '2-digit' });
  const day = format({ day: 'numeric', month: 'short' });
  const weekday = format({ weekday: 'short' });
  const date = format({ year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => {
    const now = Date.now();
    const time = clock.format(at);
    if (date.format(at) === date.format(now)) return time;
    const near = Math.abs(now - at) < 6 * 86_400_000;
    return near ? `${weekday.format(at)} ${time}` : `${day.format(at)}, ${time}`;
  };
}
