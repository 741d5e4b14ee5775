import { z } from 'zod';
import { type Found, outside, phraseFinder } from '../meaning/phrases.ts';
import { quotesIn, type Reading, readingOf } from '../meaning/reading.ts';
import { wordFile } from '../meaning/word-file.ts';
import type { Checked, Rule } from '../rule.ts';

const file = wordFile('notices.yaml', [
  'notice',
  'when',
  'coming',
  'greeting',
  'matter',
  'work',
  'fine',
]);
const notices = phraseFinder(file.notice);
const times = phraseFinder(file.when);
const coming = phraseFinder(file.coming);
const greetings = phraseFinder(file.greeting);
const matters = phraseFinder(file.matter);
const works = phraseFinder(file.work);
const fine = phraseFinder(file.fine);

/** A sentence that says both that something comes and when. */
function announcements(reading: Reading, aside: readonly { from: number; to: number }[]): Found[] {
  const when = outside(times(reading), aside);
  if (when.length === 0) return [];
  const ahead = outside(coming(reading), aside);
  return when.filter(({ sentence }) => ahead.some((one) => one.sentence === sentence));
}

/** Something of a class's own, that is neither a date of theirs nor what they must bring. */
const THEIRS =
  /\b(?:year (?:[1-6]|one|two|three|four|five|six)|years [1-6] and [1-6]|y[1-6]|reception|nursery|ks[12]|eyfs)'s? (?:own |very )?(?!trip|residential|meeting|swimming|parents|assembly|disco|photos?\b|flu\b|sats\b|homework|spellings?\b|pe\b|forest school|coach|bus|consent|turn|kit|uniform|timetable|classroom assistant|leavers|is\b|are\b)\w/g;

/** What pupils make and win, told without saying who did. */
const MADE =
  /\b(?:poems?|poetry|paint\w*|drawings?|sketch\w*|stories|story|tales?|models?|sculpt\w*|collages?|exhibition|gallery|puppets?|masks?|clay|pottery|murals?|podcasts?|films?|songs?|sang|sung|orchestra|rockets?|experiments?|artwork|writ(?:ers?|ing|ten)|wrote|made|built|baked|sewn|coded|invented|won|champions?|medals?|trophy|cup|(?:gold|silver|bronze)(?= (?:medals?|for|at|in)\b|!)|goals?|beat|final|curtain|cast|hatched|in role|persua\w+|design\w*|posters?|diar(?:y|ies)|letters? (?:to|from)|museum of|raised by)\b/;
/** "We raised £430" says nothing of pupils. */
const OURSELVES = /^(?:we|they|school)\b/;

/** Thanks to families for what they did, not to somebody for the sake of a piece of work. */
const THANKS = /\bth(?:ank you|anks|x)\b.*\bwho\b/;

/** Sentences that show what pupils did. */
function shownIn(reading: Reading): ReadonlySet<number> {
  const shown = new Set(works(reading).map(({ sentence }) => sentence));
  for (const match of reading.lower.matchAll(THEIRS)) {
    if (!match[0].includes("'")) continue;
    shown.add(
      reading.sentences.findIndex(({ from, to }) => from <= match.index && match.index < to),
    );
  }
  return shown;
}

/**
 * What makes a draft a notice, or null. A notice in a sentence of its own counts whatever else is shown;
 * an invitation, a date, a greeting or a matter of the school's running counts only where no work of pupils is.
 */
function noticeIn(reading: Reading, draft: Checked): Found | null {
  const aside = [...quotesIn(reading), ...fine(reading)];
  const shown = shownIn(reading);
  const plain = outside(notices(reading), aside);
  const sure = plain.find(({ sentence }) => !shown.has(sentence));
  const workPictured = draft.photos.some(({ shows }) => shows === 'work');
  const showsWork = shown.size > 0 || workPictured;
  if (sure !== undefined && (!showsWork || plain.length > 1)) return sure;
  const announced = announcements(reading, aside);
  const alone = announced.find(({ sentence }) => !shown.has(sentence));
  if (sure !== undefined && announced.some(({ sentence }) => sentence === sure.sentence))
    return sure;
  const greeting = outside(greetings(reading), aside)[0];
  const said = ({ from, to }: Found): string => reading.lower.slice(from, to);
  if (workPictured || works(reading).some((work) => !OURSELVES.test(said(work)))) return null;
  if (showsWork) return greeting !== undefined && THANKS.test(said(greeting)) ? greeting : null;
  const matter = MADE.test(reading.lower) ? undefined : outside(matters(reading), aside)[0];
  return sure ?? alone ?? greeting ?? matter ?? null;
}

/** Announcements, notices, reminders and general messages, where a post should show pupils' work. */
export const purpose: Rule<Record<string, never>> = {
  name: 'purpose',
  means: () => "It shows pupils' work and successes, and is not a notice to parents",
  options: z.strictObject({}),
  check: ({ draft }) => {
    const reading = readingOf(draft.text);
    const notice = noticeIn(reading, draft);
    if (notice === null) return [];
    return [
      {
        message:
          "This reads as a notice or a message to families. Here we show pupils' work and successes; send it by the newsletter or the school's mail instead.",
        span: reading.spanOf(notice.from, notice.to),
      },
    ];
  },
};
