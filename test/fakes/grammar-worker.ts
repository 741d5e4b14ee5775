/** Workers of a few lines in place of Harper's: real threads, which may die, hang or dawdle as asked. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type PretendWorker = {
  script: URL;
  /** Letters for what has happened so far: an `s` for each start, whatever else the body notes down. */
  life: () => string;
  /** Writes into the life from outside, for the body to read. */
  note: (letters: string) => void;
};

/** A worker that answers every text with one lint: its kind is how many were started, its message the text. */
export const GOOD = `parentPort.on('message', answer);`;

/** Makes pretended workers in a folder of their own. Call `clear` at the end. */
export function pretendWorkers() {
  const folder = mkdtempSync(join(tmpdir(), 'grammar-'));
  let scripts = 0;
  return {
    /** The body may call `answer(ask)`, `note(letters)` and `lifeNow()`, and knows `lives` and `parentPort`. */
    pretend: (body: string): PretendWorker => {
      scripts += 1;
      const life = join(folder, `life-${scripts}`);
      const file = join(folder, `worker-${scripts}.mjs`);
      writeFileSync(life, '');
      writeFileSync(
        file,
        `import { appendFileSync, readFileSync } from 'node:fs';
         import { parentPort } from 'node:worker_threads';
         const note = (letters) => appendFileSync(${JSON.stringify(life)}, letters);
         const lifeNow = () => readFileSync(${JSON.stringify(life)}, 'utf8');
         note('s');
         const lives = lifeNow().split('s').length - 1;
         const answer = ({ id, text }) => parentPort.postMessage({ id, lints: [{ span: [0, 1], kind: String(lives), message: text, suggestion: null }] });
         const tell = (id, lints) => parentPort.postMessage({ id, lints });
         ${body}
         parentPort.postMessage({ ready: true });`,
      );
      return {
        script: pathToFileURL(file),
        life: () => readFileSync(life, 'utf8'),
        note: (letters) => appendFileSync(life, letters),
      };
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
