/** Text in an Adaptive Card: runs, which no host reads as Markdown. */
import { shorten } from '../words.ts';
import { shown } from './plain.ts';

export type Json = Record<string, unknown>;

export type Drawing = {
  /** Action.Execute with an Action.Submit fallback, for Teams. */
  execute: boolean;
  /** Whether the title stands on the card itself. */
  heading: boolean;
  /** Stands beside every button's own data: where a dialog was opened from. */
  carries: Json;
  /** Makes the ids of folds unique where several cards stand on one page. */
  place: string;
  /** How many folds were drawn so far. */
  folds: number;
  /** Typed words are cut to this many UTF-16 units; only where the card is too large otherwise. */
  longest: number;
  /** False where even that was not enough: folded parts are then left out, and the card says so. */
  unfold: boolean;
  /** How many more things found or to do may be drawn. Endless but where the card is too large with all of them. */
  room: number;
};

export type RunLook = { weight?: 'Bolder'; isSubtle?: true; size?: 'Small'; highlight?: true };

/** Hosts turn {{DATE(…)}} and {{TIME(…)}} in a run into a date: words broken between the braces stay words. */
const BETWEEN_BRACES = /(?<=\{)(?=\{(?:DATE|TIME)\()/;

/** Runs that together read as the text, exactly. Never empty. */
export function runs(text: string, look: RunLook = {}): Json[] {
  const words = shown(text);
  const pieces = words === '' ? [' '] : words.split(BETWEEN_BRACES);
  return pieces.map((piece) => ({ type: 'TextRun', text: piece, ...look }));
}

/** The same for what people typed, cut where the card would be too large. */
export function typedRuns(drawing: Drawing, text: string, look: RunLook = {}): Json[] {
  return runs(shorten(text, drawing.longest), look);
}

/** A paragraph of runs. */
export function paragraph(inlines: Json[], look: Json = {}): Json {
  return { type: 'RichTextBlock', inlines, ...look };
}
