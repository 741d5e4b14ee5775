/** What `npm run judge` says where it is given files that are not there. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

test.each([
  ['drafts', ['nowhere.jsonl', here('roll.csv')], 'nowhere.jsonl'],
  ['a roll', [here('drafts.jsonl'), 'nowhere.csv'], 'nowhere.csv'],
])('%s that are not there are named in a sentence, and nothing is judged', (_, given, named) => {
  const run = spawnSync(process.execPath, [here('judge.ts'), ...given], { encoding: 'utf8' });
  expect(run.status).toBe(2);
  expect(run.stdout).toBe('');
  const says = run.stderr.split('\n').filter((line) => line.includes(named));
  expect(says).toHaveLength(1);
  expect(says[0]).toMatch(/^There is no file .+\. Give a file of labelled drafts/);
  expect(run.stderr).not.toContain('at main');
});
