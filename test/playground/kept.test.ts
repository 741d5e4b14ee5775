/** What a school types and what of it stays, and a school file that changes while people are at the page. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually, openSchool, SCHOOL, type SchoolAtWork } from '../scenarios/staffroom.ts';

let school: SchoolAtWork;
beforeEach(async () => {
  school = await openSchool();
});
afterEach(() => school.close());

function filesWith(word: string): string[] {
  const data = join(school.folder, 'data');
  return readdirSync(data).filter((file) => readFileSync(join(data, file)).includes(word));
}

it('words asked of the policy stand on no disk, and its answer does', async () => {
  const { as, text } = await school.amy.types('/policy photos of Zebedee Quillfeather');
  expect(as).toBe('card');
  expect(text).toContain('What our policy says');
  expect(filesWith('What our policy says')).not.toEqual([]);
  expect(filesWith('Quillfeather')).toEqual([]);
});

it('50,000 characters get the desk’s own sentence', async () => {
  const { as, text } = await school.amy.types(`/tweet ${'a'.repeat(50_000)}`);
  expect(as).toBe('note');
  expect(text).toContain('That is 50,000 characters.');
});

it('somebody added to the school file can type at once, and open pages are told', async () => {
  const stop = new AbortController();
  const events = await fetch(`${school.url}/playground/events?as=amy-reid`, {
    signal: stop.signal,
  });
  let heard = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of events.body ?? []) heard += decoder.decode(chunk);
  })().catch(() => {});
  await eventually(async () => heard.includes('event: ready'));
  expect((await school.as('una-field').types('/help')).text).toContain('Choose who you are again');

  // As an editor saves: a new file in the old one's place, twice.
  for (const [name, id] of [
    ['Una Field', 'una-field'],
    ['Vic Moss', 'vic-moss'],
  ] as const) {
    const added = SCHOOL.replace('people:\n', `people:\n  - {name: ${name}, roles: [teacher]}\n`);
    writeFileSync(`${school.file}.new`, added);
    renameSync(`${school.file}.new`, school.file);
    await eventually(async () => (await school.as(id).types('/help')).as === 'card', name);
    const page = (await (await fetch(`${school.url}/playground/school`)).json()) as {
      people: { id: string }[];
    };
    expect(page.people.map((person) => person.id)).toContain(id);
    await eventually(async () => heard.includes('event: school'), 'the page to be told');
    heard = '';
  }
  stop.abort();
  await reading;
});
