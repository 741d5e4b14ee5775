/** Words of a Slack message as somebody would type them: its escapes and references undone. */

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Undoes what Slack does to text (Slack, "Formatting text for app surfaces"): `<https://a|label>` becomes the
 * address, `<#C1|name>` #name, `<!here>` and mentions of people go, for a post can mention nobody here, and the
 * three escaped characters come back.
 */
export function plainWords(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inside: string) => {
      const [target = '', label] = inside.split('|');
      if (/^(https?|mailto):/.test(target)) return target.replace(/^mailto:/, '');
      if (target.startsWith('#')) return label ? `#${label}` : '';
      return '';
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}
