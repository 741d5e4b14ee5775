/** The worker: Harper (harper.js, Apache-2.0), British, slim binary. It takes some 300 MB while it lives. */
import { parentPort } from 'node:worker_threads';
import { Dialect, LocalLinter, type Lint as Said, SuggestionKind } from 'harper.js';
import { slimBinary } from 'harper.js/slimBinary';
import { readable } from '../../src/policy/language/readable.ts';
import type { Lint } from '../../src/ports/grammar.ts';
import { keptOf } from './kept.ts';
import { isKnownWord } from './known-words.ts';
import type { Ask, Told } from './messages.ts';
import { nearest } from './nearest.ts';

/** What Harper would put in place of its span: one text for each of its suggestions. */
function replacements(said: Said): string[] {
  const seen = said.get_problem_text();
  const made = said.suggestions().map((suggestion) => {
    if (suggestion.kind() === SuggestionKind.Remove) return '';
    const text = suggestion.get_replacement_text();
    return suggestion.kind() === SuggestionKind.InsertAfter ? seen + text : text;
  });
  // Harper takes the space before a dropped word into some suggestions and leaves it in others.
  return [...new Set(made.map((text) => (seen.endsWith(' ') ? text : text.trimEnd())))];
}

function lintOf(said: Said, typed: (span: Lint['span']) => Lint['span'] | null): Lint | null {
  const at = said.span();
  const span = typed([at.start, at.end]);
  if (span === null) return null;
  const kind = said.lint_kind();
  const ways = replacements(said);
  // Two known words made one ("minibeast", "longships") are a new word oftener than a mistake.
  const seen = said.get_problem_text();
  if (kind === 'Typo' && ways.some((way) => way.replace(/ /g, '') === seen)) return null;
  const base = { span, kind, message: said.message() };
  if (kind !== 'Spelling')
    return { ...base, suggestion: ways.length === 1 ? (ways[0] ?? null) : null };
  if (isKnownWord(seen.toLowerCase())) return null;
  const { near, sure } = nearest(seen, ways);
  return near ? { ...base, suggestion: sure } : null;
}

const linter = new LocalLinter({ binary: slimBinary, dialect: Dialect.British });
await linter.setup();
await linter.setLintConfig(keptOf(Object.keys(await linter.getDefaultLintConfig())));
// The first misspelt word costs Harper a second: better here than on a teacher's draft.
await linter.lint('Somthing wich is definately mispelt, Middlesex, Cockermouth: their.', {
  language: 'plaintext',
});

const port = parentPort;
if (port === null) throw new Error('This file is run as a worker by adapters/grammar/harper.ts.');
const tell = (told: Told) => port.postMessage(told);

/** A word beside one that is like none of English is of its tongue, or a name, oftener than a slip. */
function withoutForeign(text: string, said: readonly Said[]): Said[] {
  const strange = said.filter((one) => {
    const seen = one.get_problem_text();
    if (one.lint_kind() !== 'Spelling' || isKnownWord(seen.toLowerCase())) return false;
    return !nearest(seen, replacements(one)).near;
  });
  const near = (one: Said, other: Said): boolean =>
    text.slice(one.span().end, other.span().start) === ' ' ||
    text.slice(other.span().end, one.span().start) === ' ';
  return said.filter(
    (one) => one.lint_kind() !== 'Spelling' || !strange.some((other) => near(one, other)),
  );
}

async function answer({ id, text }: Ask): Promise<void> {
  try {
    const read = readable(text);
    const said = await linter.lint(read.text, { language: 'plaintext' });
    const lints = withoutForeign(read.text, said).flatMap((one) => lintOf(one, read.typed) ?? []);
    for (const one of said) one.free();
    tell({ id, lints: lints.sort((a, b) => a.span[0] - b.span[0]) });
  } catch (error) {
    tell({ id, fault: error instanceof Error ? error.message : String(error) });
  }
}

port.on('message', (ask: Ask) => void answer(ask));
tell({ ready: true });
