/** Typed words made safe to show: nothing in them changes, except what no screen can show as it is. */

/**
 * The same words without lone surrogates and control characters (each becomes U+FFFD), so that a card is
 * valid JSON of a known size and a terminal cannot be steered. Line breaks and tabs stay.
 */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '\uFFFD');
}

/**
 * Bellbird's own words for a TextBlock, which reads Markdown: what would be a mark there is escaped. An
 * underscore inside a word is no mark, and stays, for hosts without Markdown show the backslash.
 */
export function escapeMarkdown(text: string): string {
  return shown(text)
    .replace(/[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*)([-+#])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}
