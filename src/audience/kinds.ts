/** What links an account to education, by what it calls itself and what it says. */
import { LINK_KINDS, type LinkKind } from '../policy/audience-schema.ts';
import { type Reading, readingOf } from '../policy/meaning/reading.ts';
import { isGiven } from '../policy/names/given-names.ts';
import { otherForms } from '../policy/names/short-forms.ts';
import { type WordGroup, wordsOf } from './profile-words.ts';

/** Kinds of institution; people are known by what they do. */
export const INSTITUTIONS = LINK_KINDS.filter(
  (kind): kind is Exclude<LinkKind, 'author' | 'practitioner'> =>
    kind !== 'author' && kind !== 'practitioner',
);
export type Institution = (typeof INSTITUTIONS)[number];

const LONGEST_HANDLE = 40;

/** A handle as words: @BeaconArtGallery is "Beacon Art Gallery". */
function wordsOfHandle(handle: string): string {
  return handle
    .slice(0, LONGEST_HANDLE)
    .replace(/^@/, '')
    .replace(/_+/g, ' ')
    .replace(/([a-z])(?=[A-Z0-9])|([A-Z0-9])(?=[A-Z][a-z])/g, '$1$2 ')
    .replace(/\bSch\b/g, 'School')
    .replace(/\b(?:Pri|Prim)\b/g, 'Primary')
    .replace(/\bUni\b/g, 'University')
    .replace(/\bLibs?\b/g, 'Library')
    .replace(/\bMus\b/g, 'Museum');
}

/** Words of institutions that are surnames too: Emma Church, James Castle. */
const SURNAMES =
  /^(?:church|castle|abbey|temple|parish|guides?|school|press|hall|park|trust|heritage|news|college|bishop|council|theatre)$/;
const TITLE =
  /^\W*(?:mr|mrs|miss|ms|mx|dr|prof|professor|sir|dame|cllr|councillor|rev|fr|father|pastor|coach)\b/;

export const isTitled = ({ lower }: Reading): boolean => TITLE.test(lower);

const given = (word: string): boolean => isGiven(word) || otherForms(word).length > 0;

/** "Priya Shah", "Leo M", "Steph", "Mrs Ives", "N". */
export function isPersonName(name: Reading, institution: Institution | null): boolean {
  const words = name.words.filter(({ word }) => !/^\d+$/.test(word));
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  if (institution !== null)
    return words.length === 2 && given(first.word) && SURNAMES.test(last.word);
  if (TITLE.test(name.lower)) return true;
  if (words.length > 3) return false;
  return given(first.word.replace(/'s$/, '')) || (first.word.length === 1 && words.length > 1);
}

/** Clubs whose names hold a word of schools: Rugby Juniors FC. */
const TEAM =
  /\b(?:fc|afc|rfc|rufc|football|rugby|cricket|netball|hockey|swimming|athletics|gymnastics|scouts?|cubs|beavers|brownies|guides|u\d{1,2}s?)\b/;

/** The kind of institution that a name is the name of, or else the handle; null for neither. */
export function institutionNamed(
  name: Reading,
  saidOfName: ReadonlySet<WordGroup>,
  handle: string,
): Institution | null {
  if (isTitled(name) && !/\bclass\b/.test(name.lower)) return null;
  if (TEAM.test(name.lower)) return 'community';
  const own = INSTITUTIONS.find((kind) => saidOfName.has(`${kind}-name`));
  if (own !== undefined) return own;
  if (name.words.length > 0 && given(name.words[0]?.word ?? '')) return null;
  const said = new Set(wordsOf(readingOf(wordsOfHandle(handle))).map(({ group }) => group));
  return INSTITUTIONS.find((kind) => said.has(`${kind}-name`)) ?? null;
}

/** The kind of institution that a bio says an account is; `surely` where the account is no person's. */
export function institutionSaid(
  saidOfBio: ReadonlySet<WordGroup>,
  surely: boolean,
): Institution | null {
  return (
    INSTITUTIONS.find((kind) => saidOfBio.has(kind)) ??
    (surely ? INSTITUTIONS.find((kind) => saidOfBio.has(`${kind}-name`)) : undefined) ??
    null
  );
}

const MAKES_BOOKS =
  /\b(?:authors?|writers?|writes|write|writing|illustrat\w+|poets?|novels?|novelists?|storytellers?)\b/;
const FOR_CHILDREN =
  /\b(?:child|children'?s?|kids?'?|picture ?-?books?|middle[- ]grade|mg|ya|young (?:readers?|people|adults?)|school (?:visits?|bookings?|talks?|events?|workshops?)|visit(?:ing|s)? schools|(?:small|little|tiny) (?:humans|ones|people|readers)|primary|early readers?|chapter books?|ages? \d+|\d+ ?[-–to]+ ?\d+ ?(?:year|yr)s?)\b/;
/** Writes or draws books, for whom is not said. */
export const makesBooks = ({ lower }: Reading): boolean => MAKES_BOOKS.test(lower);

const TEACHES_TEACHERS =
  /\b(?:consultants?|advis[eo]rs?|professor|lecturer|researche[rs]|trainers?|keynote|educationalist|specialists?|head ?teacher|head teacher|headmaster|headmistress|speaker|lead practitioner)\b/;
const OF_TEACHING =
  /\b(?:education\w*|teach\w*|schools?|literacy|phonics|reading|oracy|maths|mathematics|send?|eyfs|early years|curriculum|pedagogy|classrooms?|learning|primary|edtech|safeguarding|inclusion)\b/;

/** What a person does that schools follow people for; null for anything else. */
export function calling(
  all: Reading,
  said: ReadonlySet<WordGroup>,
): 'author' | 'practitioner' | null {
  if (said.has('author')) return 'author';
  if (MAKES_BOOKS.test(all.lower) && FOR_CHILDREN.test(all.lower)) return 'author';
  if (said.has('practitioner')) return 'practitioner';
  const both = all.sentences.some(({ from, to }) => {
    const said = all.lower.slice(from, to);
    return TEACHES_TEACHERS.test(said) && OF_TEACHING.test(said);
  });
  return both ? 'practitioner' : null;
}
