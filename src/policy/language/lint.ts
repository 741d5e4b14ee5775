/** What a grammar checker says of a text. Here because both the rules and the port speak of it. */
import type { Span } from '../rule.ts';

export type Lint = {
  /** In UTF-16 units of the text as it was given. */
  span: Span;
  /** The checker's own word for the kind of mistake: Spelling, Agreement, Repetition … */
  kind: string;
  /** In the checker's words; it may repeat words of the text, so nobody is shown it unread. */
  message: string;
  /** What should stand in place of the span, where there is exactly one sure way; else null. */
  suggestion: string | null;
};
