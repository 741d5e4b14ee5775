/** What goes between the checker and its worker. */
import type { Lint } from '../../src/ports/grammar.ts';

export type Ask = { id: number; text: string };
export type Told = { ready: true } | { id: number; lints: Lint[] } | { id: number; fault: string };
