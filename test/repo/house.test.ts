/** Holds the plan of the house: what stands at the top, and who may import whom. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|js)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** What a file imports: packages by name, our own files by their path from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return named.map((name) =>
    name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name,
  );
}

const ALL = ['src', 'adapters', 'cards', 'manifest']
  .filter((folder) => existsSync(join(ROOT, folder)))
  .flatMap(sources);

/** Files whose path begins with `of` may import our own files only from `only`. */
const MAY_IMPORT: { of: string; only: RegExp }[] = [
  { of: 'src/policy/', only: /^src\/(policy|school|post)\// },
  { of: 'src/school/', only: /^src\/(policy|school|post)\// },
  { of: 'src/audience/', only: /^src\/(audience|policy|school|post)\// },
  { of: 'src/post/', only: /^src\/(policy|school|post)\// },
  {
    of: 'src/ports/',
    only: /^(src\/(ports|post|school|policy|audience)\/|src\/ledger\.ts|cards\/model\.ts)/,
  },
  { of: 'src/desk/', only: /^src\/(desk|audience|policy|school|post|ports)\/|^src\/ledger\.ts/ },
  { of: 'src/front/', only: /^src\/(front|desk|audience|policy|school|post|ports)\/|^cards\// },
  { of: 'cards/', only: /^(cards|src)\// },
  {
    of: 'adapters/',
    only: /^(adapters\/|cards\/|src\/(front|ports|ledger|post|school|policy|audience)|src\/desk\/view)/,
  },
];

const HOMES: Record<string, RegExp> = {
  '@slack/': /^adapters\/slack\//,
  botbuilder: /^adapters\/teams\//,
  botframework: /^adapters\/teams\//,
  'twitter-api-v2': /^adapters\/x\//,
  kysely: /^adapters\/store\//,
  pg: /^adapters\/store\//,
  'pg-boss': /^adapters\/jobs\//,
  'node:sqlite': /^adapters\/store\//,
  express: /^adapters\/(http|playground)\//,
};

describe('the house', () => {
  it('has only the agreed rooms at the top', () => {
    const rooms = new Set(
      'src adapters cards manifest test package.json tsconfig.json README.md'.split(' '),
    );
    const also = new Set(['LICENSE', 'package-lock.json', 'biome.json', 'vitest.config.ts']);
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
    const tops = new Set(tracked.filter(Boolean).map((file) => file.split('/')[0] ?? ''));
    const strange = [...tops].filter(
      (top) => !rooms.has(top) && !also.has(top) && !top.startsWith('.'),
    );
    expect(strange).toEqual([]);
  });

  it.each(MAY_IMPORT)('$of imports only from where it may', ({ of, only }) => {
    const files = ALL.filter((file) => file.startsWith(of));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter((name) => /^(src|adapters|cards|manifest|test)\//.test(name) && !only.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports only types of src into cards', () => {
    const wrong = ALL.filter((file) => file.startsWith('cards/')).flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const values = text.matchAll(/^import (?!type )[^;]*?from '(\.[^']+)'/gms);
      return [...values]
        .map((match) => relative(ROOT, resolve(ROOT, dirname(file), match[1] ?? '')))
        .filter((name) => name.startsWith('src/'))
        .map((name) => `${file} imports values of ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps each SDK in its own room', () => {
    const wrong = ALL.flatMap((file) =>
      imports(file).flatMap((name) => {
        const home = Object.entries(HOMES).find(
          ([sdk]) => name === sdk || name.startsWith(sdk.endsWith('/') ? sdk : `${sdk}/`),
        );
        return home && !home[1].test(file) ? [`${file} imports ${name}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('builds adapters in main.ts, chats.ts and outlets.ts alone, and reads the environment in main.ts alone', () => {
    const builds = ALL.filter(
      (file) =>
        file.startsWith('src/') && imports(file).some((name) => name.startsWith('adapters/')),
    );
    expect(builds.sort()).toEqual(['src/chats.ts', 'src/main.ts', 'src/outlets.ts']);
    const reads = ALL.filter((file) =>
      readFileSync(join(ROOT, file), 'utf8').includes('process.env'),
    );
    expect(reads.filter((file) => file !== 'src/main.ts')).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});
