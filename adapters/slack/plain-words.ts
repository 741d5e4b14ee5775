/** Words of a Slack message as somebody would type them: its escapes and references undone. */

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Text with the three characters that Slack escapes. */
export function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Without the gaps that something taken out has left. */
export function tidy(text: string): string {
  return text.replace(/[ \t]{2,}/g, ' ').trim();
}

/**
 * Undoes what Slack does to text (Slack, "Formatting text for app surfaces"): `<https://a|label>` becomes the
 * address, `<#C1|name>` #name, `<!here>` and mentions of people go, for a post can mention nobody here, and the
 * three escaped characters come back.
 */
export function plainWords(text: string): string {
  const whole = text.replace(/<([^<>]*)>/g, (_whole, inside: string) => {
    const [target = '', label] = inside.split('|');
    if (/^(https?|mailto):/.test(target)) return target.replace(/^mailto:/, '');
    if (target.startsWith('#')) return label ? `#${label}` : '';
    return '';
  });
  return tidy(unescaped(whole));
}
