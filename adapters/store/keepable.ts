/** What no database can keep as it stands is refused, for it would read back as something else. */

/**
 * Throws when a text holds half of a surrogate pair (both databases would quietly write U+FFFD, and the text
 * would no longer be the one its hash was made of) or a NUL (which Postgres refuses).
 */
export function refuseUnkeepable(values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value !== 'string') continue;
    if (!value.isWellFormed()) {
      throw new Error(
        'A text holds half of a character (a lone surrogate) and would not read back as it was written. Type that character again and send once more.',
      );
    }
    if (value.includes('\0')) {
      throw new Error(
        'A text holds a NUL character, which a database cannot keep. Take it out and send once more.',
      );
    }
  }
}
