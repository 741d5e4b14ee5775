/** The manifest for a Bellbird that Slack reaches over HTTP instead of Socket Mode. */
import type SOCKET_FORM from './manifest.json';

export type SlackManifest = typeof SOCKET_FORM;

/** The one door for all that Slack sends. */
const DOOR = 'slack/events';

type Door = { ok: true; url: string } | { ok: false; fault: string };

/**
 * The address Slack must call, made from the address Bellbird is reached at. A fault is a sentence: Slack calls
 * nothing but https, and knows no address of a machine or a house network.
 */
export function doorAt(given: string): Door {
  const fault = (seen: string): Door => ({
    ok: false,
    fault: `--url: saw ${seen}. Allowed: the address at which Slack can reach Bellbird from outside, such as https://bot.school.example.`,
  });
  const typed = given.trim();
  if (!URL.canParse(typed)) return fault(`${JSON.stringify(typed)}, which is no URL`);
  const url = new URL(typed);
  if (url.protocol !== 'https:') return fault(`a URL that begins with ${url.protocol}//`);
  if (url.username !== '' || url.password !== '') return fault('a URL with a user or a password');
  if (url.search !== '' || url.hash !== '') return fault('a URL with ? or # in it');
  const isName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(url.hostname);
  const isAddress = /^[\d.]+$/.test(url.hostname);
  if (!isName || isAddress || url.hostname.endsWith('.local')) {
    return fault(`the host ${JSON.stringify(url.hostname)}, which is no public name`);
  }
  const path = url.pathname.replace(/\/+$/, '');
  const base = `${url.origin}${path}`;
  return { ok: true, url: path.endsWith(`/${DOOR}`) ? base : `${base}/${DOOR}` };
}

/** The manifest with Socket Mode off and `door` wherever Slack wants an address. The one given stays as it is. */
export function httpForm(manifest: SlackManifest, door: string) {
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((each) => ({ ...each, url: door })),
    },
    settings: {
      ...settings,
      event_subscriptions: { request_url: door, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: door },
      socket_mode_enabled: false,
    },
  };
}
