/** A command that could not do its work: what to print on stderr, and the exit status. */
export class Failed extends Error {
  readonly sentences: readonly string[];
  readonly status: 1 | 2;

  constructor(sentences: readonly string[], status: 1 | 2 = 1) {
    super(sentences.join('\n'));
    this.sentences = sentences;
    this.status = status;
  }
}
