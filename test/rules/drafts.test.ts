import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { answered, contextWith, fired, judgeable, labelled, withGrammar } from './labelled.ts';

const here = (name: string) => new URL(name, import.meta.url);

describe('drafts of Larkrise school, under all five policies', () => {
  let context = contextWith(here('roll.csv'));
  const drafts = labelled(here('drafts.jsonl'));
  beforeAll(async () => {
    context = await withGrammar(
      context,
      drafts.map(({ line }) => line),
    );
  });

  test('there are enough of them to mean something', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(drafts.map(({ draft }) => draft.id)).size).toBe(drafts.length);
  });

  test.each(drafts.map(({ line, draft }) => [draft.id, draft.why, line, draft] as const))(
    '%s: %s',
    (_id, _why, line, draft) => {
      const answer = answered(line, context);
      expect({ fires: fired(answer), outcome: answer.outcome, held: answer.held }).toEqual({
        ...draft.expect,
        fires: [...draft.expect.fires].sort(),
      });
    },
  );

  test('no message repeats a name of the roll', () => {
    const names = /Tamsin|Frost|Idris|Okoye|Niamh|Dowd|Zo[eë]|Mateusz|Leo|Marsh|Bryn|Fross/i;
    const messages = drafts.flatMap(({ line }) =>
      answered(line, context).findings.map(({ message }) => message),
    );
    expect(messages.length).toBeGreaterThan(30);
    expect(messages.filter((message) => names.test(message))).toEqual([]);
  });
});

const shared = here('../../../shared/drafts/');
const have = existsSync(shared);
const note = have ? '' : ' (SKIPPED: the shared labelled drafts are not beside this clone)';

describe(`shared labelled drafts${note}`, () => {
  test.skipIf(!have)(`every rule that is judged fires exactly where it should${note}`, async () => {
    const drafts = labelled(new URL('drafts.jsonl', shared));
    const context = await withGrammar(
      contextWith(new URL('roll-dev.csv', shared)),
      drafts.map(({ line }) => line),
    );
    const wrong = drafts.flatMap(({ line, draft }) => {
      const answer = answered(line, context);
      const got = fired(answer).join();
      const want = judgeable(draft.expect.fires).join();
      const same = got === want && answer.held === draft.expect.held;
      return same ? [] : [`${draft.id}: fired ${got}, wanted ${want}, held ${answer.held}`];
    });
    expect(wrong).toEqual([]);
  });
});
