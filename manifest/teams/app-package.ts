/** The app package that Teams takes: the manifest of one school's app, and the two icons. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { GUID } from '../../src/school/guid.ts';
import blank from './manifest.json' with { type: 'json' };

export type TeamsManifest = typeof blank;

type Read = { ok: true; value: string } | { ok: false; fault: string };

/** Stands in the manifest wherever the app's id belongs. */
const NO_ID = blank.id;

/**
 * The id of the app in small letters. A fault is a sentence, and tells nothing of what was seen: it may be the
 * secret.
 */
export function appIdIn(given: string): Read {
  const typed = given.trim().toLowerCase();
  if (GUID.test(typed) && typed !== NO_ID) return { ok: true, value: typed };
  const seen = typed === NO_ID ? 'the id of no app' : 'something that is no GUID (not shown)';
  return {
    ok: false,
    fault: `--app-id: saw ${seen}. Allowed: the Application (client) ID of the app registration, the same as in TEAMS_APP_ID.`,
  };
}

/** The page where staff learn more about the app and its privacy. Teams takes https alone, to 2048 characters. */
export function pageIn(given: string): Read {
  const fault = (seen: string): Read => ({
    ok: false,
    fault: `--url: saw ${seen}. Allowed: a page of the school’s, such as https://www.school.example/privacy.`,
  });
  const typed = given.trim();
  if (!URL.canParse(typed)) return fault(`${JSON.stringify(typed.slice(0, 60))}, which is no URL`);
  const url = new URL(typed);
  if (url.protocol !== 'https:') return fault(`a URL that begins with ${url.protocol}//`);
  if (url.username !== '' || url.password !== '') return fault('a URL with a user or a password');
  if (url.href.length > 2048) return fault(`a URL of ${url.href.length} characters`);
  return { ok: true, value: url.href };
}

/** The manifest of the app `id`, a GUID; `page` null leaves the one of no school. */
export function manifestOf(id: string, page: string | null): TeamsManifest {
  const { developer, webApplicationInfo } = blank;
  return {
    ...blank,
    id,
    developer:
      page === null
        ? developer
        : { name: developer.name, websiteUrl: page, privacyUrl: page, termsOfUseUrl: page },
    bots: blank.bots.map((bot) => ({ ...bot, botId: id })),
    composeExtensions: blank.composeExtensions.map((each) => ({ ...each, botId: id })),
    webApplicationInfo: { ...webApplicationInfo, id },
  };
}

/** Any day will do, so that the same app gives the same bytes. */
const PACKED = new Date(2026, 0, 1);

/** The zip for Teams. Throws where an icon cannot be read. */
export function packageOf(manifest: TeamsManifest): Uint8Array {
  const { color, outline } = manifest.icons;
  const icon = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, name)));
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    [color]: icon(color),
    [outline]: icon(outline),
  };
  return zipSync(files, { mtime: PACKED });
}
