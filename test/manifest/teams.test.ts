import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS, PERMISSIONS, TWEET } from '../../adapters/teams/manifest.ts';
import { appIdIn, manifestOf, packageOf, pageIn } from '../../manifest/teams/app-package.ts';
import blank from '../../manifest/teams/manifest.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
const HERE = join(ROOT, 'manifest/teams');
const APP_ID = 'a1b2c3d4-0000-4000-8000-00000000aaaa';
const PAGE = 'https://www.school.example/privacy';

const folder = mkdtempSync(join(tmpdir(), 'bellbird-teams-app-'));
afterAll(() => rmSync(folder, { recursive: true }));

function packed(...args: string[]) {
  const done = spawnSync(process.execPath, [join(HERE, 'write.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/** Microsoft's own schema of this version; draft-04, but with no keyword that has changed since. */
function schema() {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${blank.manifestVersion}`;
  const file = join(ROOT, 'node_modules', path, 'MicrosoftTeams.schema.json');
  const { $schema: _, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  return formats.default(new Ajv({ strict: false, allErrors: true })).compile(rest);
}

describe('what Bellbird asks of Teams', () => {
  it('is valid by Microsoft’s own schema, with the school’s app and page in it or without', () => {
    const valid = schema();
    for (const each of [blank, manifestOf(APP_ID, null), manifestOf(APP_ID, PAGE)]) {
      expect(valid(each) ? [] : valid.errors).toEqual([]);
    }
    expect(valid({ ...blank, bots: [{ ...blank.bots[0], botId: 'bellbird' }] })).toBe(false);
    expect(valid({ ...blank, name: { short: 'B'.repeat(31) } })).toBe(false);
    expect(blank.$schema).toContain(`/teams/v${blank.manifestVersion}/`);
  });

  it('is what the adapter answers: the same commands everywhere, and the action that opens a form', () => {
    const [bot] = blank.bots;
    expect(bot?.commandLists.flatMap((each) => each.scopes)).toEqual(bot?.scopes);
    for (const { commands } of bot?.commandLists ?? []) {
      expect(commands.map((each) => each.title)).toEqual(Object.keys(COMMANDS));
    }
    const actions = blank.composeExtensions.flatMap((each) => each.commands);
    expect(actions).toEqual([
      expect.objectContaining({
        id: TWEET,
        type: 'action',
        context: ['compose', 'message'],
        fetchTask: true,
      }),
    ]);
  });

  it('offers its commands behind a slash in channels, where what is typed reaches Bellbird alone', () => {
    const [bot] = blank.bots;
    expect(bot?.supportsTargetedMessages).toBe(true);
    const slash = bot?.commandLists.filter((each) => each.triggers?.includes('slash'));
    expect(slash?.map((each) => each.scopes)).toEqual([['team']]);
  });

  it('may be taken into an SLT channel that is private, without which Teams refuses the whole app', () => {
    expect(blank.supportsChannelFeatures).toBe('tier1');
    expect(blank.bots[0]?.scopes).toEqual(['personal', 'team']);
  });

  it('is as little as will do, each told with its reason where it is installed', () => {
    const { resourceSpecific } = blank.authorization.permissions;
    const asked = [...blank.permissions, ...resourceSpecific.map((each) => each.name)];
    expect(asked).toEqual(Object.keys(PERMISSIONS));
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(asked.filter((each) => !readme.includes(`\`${each}\``))).toEqual([]);
    expect(blank.validDomains).toEqual([]);
    expect(asked.filter((each) => /Write|Send\.|Message\.Read/.test(each))).toEqual([]);
  });

  it('keeps to the lengths that Teams shows', () => {
    for (const { commands } of blank.bots[0]?.commandLists ?? []) {
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
    expect(blank.description.short.length).toBeLessThanOrEqual(80);
    expect(blank.version).toMatch(/^[1-9]\d*\.\d+\.\d+$/);
  });
});

describe('npm run manifest:teams', () => {
  it('packs the manifest of the school’s app, and its icons, for Teams to take in', () => {
    const file = join(folder, 'app.zip');
    const done = packed('--app-id', APP_ID.toUpperCase(), '--url', PAGE, '--out', file);
    expect(done).toEqual({ status: 0, out: `Wrote ${file}, for the app ${APP_ID}.\n`, err: '' });
    const files = unzipSync(new Uint8Array(readFileSync(file)));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    for (const name of ['color.png', 'outline.png']) {
      expect(Buffer.from(files[name] ?? []).equals(readFileSync(join(HERE, name)))).toBe(true);
    }
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toEqual(manifestOf(APP_ID, PAGE));
    expect(manifest.developer).toMatchObject({ websiteUrl: PAGE, privacyUrl: PAGE });
    expect(JSON.stringify(manifest).split(APP_ID)).toHaveLength(5);
    expect(JSON.stringify(manifest)).not.toContain(blank.id);
  });

  it('packs the same app into the same bytes, and leaves the manifest it began with alone', () => {
    const before = JSON.stringify(blank);
    const pack = () => Buffer.from(packageOf(manifestOf(APP_ID, null)));
    expect(pack().equals(pack())).toBe(true);
    expect(JSON.stringify(blank)).toBe(before);
  });

  it('writes bellbird-teams.zip where nothing else is asked, and says what no page means', () => {
    const done = packed('--app-id', APP_ID);
    expect([done.status, done.err]).toEqual([0, '']);
    expect(done.out).toMatch(/^Wrote bellbird-teams\.zip, .* --url gives them a page\.\n$/);
    expect(readFileSync(join(folder, 'bellbird-teams.zip')).length).toBeGreaterThan(1000);
  });

  it('refuses an id that is none without telling it, for it may be the secret', () => {
    for (const given of ['hunter2~hunter2', '', blank.id, `${APP_ID}0`, `{${APP_ID}}`]) {
      const read = appIdIn(given);
      expect(read.ok ? '' : read.fault).toMatch(
        /^--app-id: saw .*\. Allowed: the Application \(cli/,
      );
      expect(read.ok ? '' : read.fault).not.toContain('hunter2');
    }
    const out = join(folder, 'never.zip');
    const done = packed('--app-id', 'x', '--url', 'http://a.example', '--out', out);
    expect([done.status, done.out]).toEqual([2, '']);
    expect(done.err).toMatch(/^--app-id: .*\n--url: saw a URL that begins with http:\/\//);
    expect(() => readFileSync(out)).toThrow();
    expect(packed('--url', PAGE)).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    ['www.school.example', 'which is no URL'],
    ['http://www.school.example', 'begins with http://'],
    ['https://ann:hunter2@school.example', 'a user or a password'],
    [`https://school.example/${'a'.repeat(2048)}`, 'a URL of 2071 characters'],
  ])('refuses a page that Teams would not show: %#', (given, why) => {
    const read = pageIn(given);
    expect(read.ok ? '' : read.fault).toContain(why);
    expect(read.ok ? '' : read.fault).not.toContain('hunter2');
  });

  it('says so where the zip cannot be written', () => {
    writeFileSync(join(folder, 'flat'), '');
    const done = packed('--app-id', APP_ID, '--out', join(folder, 'flat', 'app.zip'));
    expect([done.status, done.out]).toEqual([1, '']);
    expect(done.err).toContain('cannot be written');
  });
});
