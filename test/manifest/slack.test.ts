import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { COMMANDS, EVENTS, SCOPES, TWEET_THIS } from '../../adapters/slack/manifest.ts';
import { doorAt, httpForm } from '../../manifest/slack/http-form.ts';
import manifest from '../../manifest/slack/manifest.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '../..');
/** Slack's own schema of manifests, where the machine has it. */
const SCHEMA = resolve(ROOT, '../shared/data/slack-manifest-2.0.0.json');
const DOOR = 'https://bot.school.example/slack/events';

function written(...args: string[]) {
  const file = join(ROOT, 'manifest/slack/write.ts');
  const done = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe('what Bellbird asks of Slack', () => {
  it('is what the adapter answers: the same commands, shortcut and events', () => {
    const { features, settings } = manifest;
    expect(features.slash_commands.map((each) => each.command)).toEqual(Object.keys(COMMANDS));
    expect(features.shortcuts.map((each) => each.callback_id)).toEqual([TWEET_THIS]);
    expect(settings.event_subscriptions.bot_events).toEqual([...EVENTS]);
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  it('is as few scopes as will do, each told with its reason where it is installed', () => {
    expect(manifest.oauth_config.scopes).toEqual({ bot: Object.keys(SCOPES) });
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const untold = Object.keys(SCOPES).filter((scope) => !readme.includes(`\`${scope}\``));
    expect(untold).toEqual([]);
  });

  it('needs no public address, and leaves what people type as they typed it', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('url');
    expect(manifest.features.slash_commands.every((each) => !each.should_escape)).toBe(true);
  });

  it('gives staff a Home page and a place to write to Bellbird', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('takes no command that Slack keeps for itself', () => {
    const own =
      /^\/(help|status|search|me|join|leave|away|dnd|msg|dm|open|who|topic|mute|remind|invite|feed|call|archive)$/;
    expect(Object.keys(COMMANDS).filter((each) => own.test(each))).toEqual([]);
  });

  it('keeps to the lengths that Slack allows', () => {
    const { display_information: shown, features } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/);
    for (const each of features.slash_commands) {
      expect(each.command).toMatch(/^\/[a-z]{1,31}$/);
      expect(each.description.length).toBeLessThanOrEqual(2000);
      expect(each.usage_hint.length).toBeLessThanOrEqual(1000);
    }
    for (const each of features.shortcuts) {
      expect(each.name.length).toBeLessThanOrEqual(24);
      expect(each.description.length).toBeLessThanOrEqual(150);
    }
  });

  it.skipIf(!existsSync(SCHEMA))(
    'is valid by Slack’s own schema, both ways (left out where the schema is not on this machine)',
    () => {
      const ajv = formats.default(new Ajv({ strict: false, allErrors: true }));
      const valid = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
      for (const each of [manifest, httpForm(manifest, DOOR)]) {
        expect(valid(each) ? [] : valid.errors).toEqual([]);
      }
      expect(valid({ ...manifest, display_information: {} })).toBe(false);
    },
  );
});

describe('a Bellbird that Slack reaches over HTTP', () => {
  it('gets a manifest with its door wherever Slack calls, and Socket Mode off', () => {
    const done = written('--url', 'https://bot.school.example');
    expect([done.status, done.err]).toEqual([0, '']);
    const http = JSON.parse(done.out);
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { is_enabled: true, request_url: DOOR },
      event_subscriptions: { request_url: DOOR, bot_events: [...EVENTS] },
    });
    const doors = http.features.slash_commands.map((each: { url: string }) => each.url);
    expect(doors).toEqual(Object.keys(COMMANDS).map(() => DOOR));
    expect(http.oauth_config).toEqual(manifest.oauth_config);
  });

  it('may stand beneath a path, and its door may be given whole', () => {
    for (const given of ['https://s.example/bell/', 'https://s.example/bell/slack/events']) {
      expect(doorAt(given)).toEqual({ ok: true, url: 'https://s.example/bell/slack/events' });
    }
    expect(doorAt('https://s.example:8443')).toMatchObject({
      url: 'https://s.example:8443/slack/events',
    });
  });

  it.each([
    ['bot.school.example', 'no URL'],
    ['http://bot.school.example', 'begins with http://'],
    ['https://127.0.0.1:3978', 'no public name'],
    ['https://[::1]', 'no public name'],
    ['https://localhost', 'no public name'],
    ['https://bellbird.local', 'no public name'],
    ['https://ann:hunter2@bot.school.example', 'a user or a password'],
    ['https://bot.school.example/?a=1', 'with ? or #'],
  ])('at %s could not be called, and the command says so', (given, why) => {
    const door = doorAt(given);
    expect(door.ok ? '' : door.fault).toContain(why);
    expect(door.ok ? '' : door.fault).toContain('such as https://bot.school.example.');
    expect(door.ok ? '' : door.fault).not.toContain('hunter2');
  });
});

describe('npm run manifest:slack', () => {
  it('prints the Socket Mode form when no address is given', () => {
    const done = written();
    expect([done.status, JSON.parse(done.out)]).toEqual([0, manifest]);
  });

  it('prints nothing for an address that will not do', () => {
    const done = written('--url', 'http://bot.school.example');
    expect([done.status, done.out]).toEqual([2, '']);
    expect(done.err).toMatch(/^--url: saw a URL that begins with http:\/\/\. Allowed: /);
    expect(written('--uri', 'https://bot.school.example').status).toBe(2);
  });

  it('writes a file, or says why it cannot', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bellbird-manifest-'));
    const file = join(folder, 'app.json');
    const done = written('--url', 'https://bot.school.example', '--out', file);
    expect([done.status, done.out]).toEqual([0, `Wrote ${file}, for HTTP at ${DOOR}.\n`]);
    expect(JSON.parse(readFileSync(file, 'utf8')).settings.socket_mode_enabled).toBe(false);
    const nowhere = written('--out', join(folder, 'none', 'app.json'));
    expect([nowhere.status, nowhere.out]).toEqual([1, '']);
    expect(nowhere.err).toContain('cannot be written');
    rmSync(folder, { recursive: true });
  });
});
