import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-at-once-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultsIn(text: string): string[] {
  writeFileSync(join(folder, 'ours.yaml'), text);
  const loaded = loadPolicy('ours.yaml', folder);
  return loaded.ok ? [] : loaded.faults;
}
const all = (faults: string[], ...shapes: RegExp[]) =>
  expect(faults).toEqual(shapes.map((shape) => expect.stringMatching(shape)));

describe('a policy file with several faults tells them in one go', () => {
  test('names that lead nowhere beside a setting of the wrong shape', () => {
    all(
      faultsIn(`extends: standard
title: 7
statements: [{id: device, clauses: [ST-99]}]
clauses:
  - {id: OUR-01, kind: show, topic: words, says: x, by: [hope]}
  - {id: OUR-01, kind: show, topic: words, says: y, by: [policy-card]}
`),
      /^ours\.yaml line 2, title: saw 7/,
      /^ours\.yaml line \d, clauses\[1\]\.id: saw "OUR-01" a second time/,
      /^ours\.yaml line 3, statements\[0\]\.clauses\[0\]: saw "ST-99"/,
      /^ours\.yaml line \d, clauses\[\d\]\.by\[0\]: saw "hope"/,
    );
  });

  test('hours that end before they begin beside a day there is not', () => {
    all(
      faultsIn('extends: standard\nposting_hours: {open: {days: [mon, fry], from: "19:00"}}\n'),
      /posting_hours\.open\.days\[1\]: saw "fry"/,
      /posting_hours\.open: .*from must be before to/,
    );
  });

  test('a policy that is not there beside settings no policy knows', () => {
    all(
      faultsIn('extends: standrad\ncolour: blue\nrules: {lenght: {severity: block}}\n'),
      /^ours\.yaml line 1, extends: no policy is called "standrad"/,
      /^ours\.yaml line 3, rules\.lenght: saw /,
      /^ours\.yaml line 2, colour: saw a setting that is not known here/,
    );
  });
});

describe('a fault between two settings is told of the one the school has written', () => {
  test('hours taken away while posts are held to them', () => {
    all(
      faultsIn('extends: standard\nposting_hours: null\n'),
      /^ours\.yaml line 2, posting_hours: saw nothing/,
    );
  });

  test('posts held to hours that the policy has not', () => {
    all(
      faultsIn('extends: hutton-rudby\nrules:\n  posting-hours: { severity: hold }\n'),
      /^ours\.yaml line 3, rules\.posting-hours\.severity: saw hold without posting_hours/,
    );
  });

  test('a device rule switched on without its box', () => {
    all(
      faultsIn('extends: lickey-hills\nrules:\n  device: { severity: block }\n'),
      /^ours\.yaml line 3, rules\.device\.severity: saw "block" without a statement/,
    );
  });
});
