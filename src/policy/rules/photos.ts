/** What the photo rules share: which photos show pupils, and what the roll says of those in them. */
import type { PhotoStatement } from '../../post/revision.ts';
import type { Consents, Roll } from '../../school/roll.ts';

/** "Photo 2": from 1, as people count. */
export const photoNumber = (index: number): string => `Photo ${index + 1}`;

/**
 * True where pupils are pictured, faces or not. A photo said to show staff or a place but with pupils
 * named in it pictures them all the same; those named with a photo of work are its makers.
 */
export function picturesPupils(photo: PhotoStatement): boolean {
  if (photo.shows === 'pupils' || photo.shows === 'pupils-no-face') return true;
  return photo.shows !== 'work' && photo.pupils.some((name) => name.trim() !== '');
}

export type Asked = 'photo' | 'work';
export type Answers = { no: number; unknown: number };

/**
 * How many of the pupils named have said no, and how many the roll does not know. Of namesakes one
 * "no" is a no, for a name alone cannot tell them apart.
 */
export function answersOf(photo: PhotoStatement, roll: Roll, asked: Asked): Answers {
  const answers = { no: 0, unknown: 0 };
  for (const name of photo.pupils) {
    if (name.trim() === '') continue;
    const known: readonly Consents[] = roll.byFullName(name);
    if (known.length === 0) answers.unknown += 1;
    else if (known.some((consents) => !consents[asked])) answers.no += 1;
  }
  return answers;
}

/** "one pupil" or "3 pupils". */
export const pupils = (count: number): string => (count === 1 ? 'one pupil' : `${count} pupils`);
