/** What whoever starts Bellbird hears of Teams, however quiet its log is. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { JO_ENTRA, lickey } from '../school/school-file.ts';

const MAIN = resolve(import.meta.dirname, '../../src/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'bellbird-teams-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts it, stops it as soon as it is ready, and gives what it said. */
function started(env: Record<string, string>): Promise<{ out: string; err: string }> {
  const school = join(folder, 'school.yaml');
  const teams = { tenant: JO_ENTRA, slt_channel: '19:slt@thread.tacv2' };
  writeFileSync(school, stringify({ ...lickey(), teams }));
  const own = { PORT: '0', LOG_LEVEL: 'silent', BELLBIRD_SCHOOL: school };
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH, BELLBIRD_DATA: join(folder, 'data'), ...own, ...env },
  });
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
    if (said.out.includes('is ready')) child.kill('SIGTERM');
  });
  return new Promise((done) => child.once('close', () => done(said)));
}

describe('a start with the door for Teams open to this machine', () => {
  it('says loudly that nothing proves who sends', async () => {
    const { out, err } = await started({ TEAMS_INSECURE_LOCAL: '1' });
    expect(out).toContain('Bellbird is ready for Larkrise Primary School.');
    expect(err).toMatch(/^Warning: TEAMS_INSECURE_LOCAL=1: nothing proves who sends/);
  }, 30_000);

  it('is no start where others could reach it', async () => {
    const { out, err } = await started({ TEAMS_INSECURE_LOCAL: '1', HOST: '0.0.0.0' });
    expect(out).toBe('');
    expect(err).toMatch(/^Bellbird did not start\.\n- TEAMS_INSECURE_LOCAL: saw 1 with HOST/);
  }, 30_000);
});
