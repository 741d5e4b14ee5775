/** Text outside cards as Teams draws it: plain as it stands, Markdown and XML interpreted unless told not to. */

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');

/** What a person reads; `ping` is told of every mention. */
export function readMarkup(text: string, format: string, ping: (who: string) => void): string {
  if (format === 'plain') return text;
  const mentioned = text.replace(/<at>([^<]*)<\/at>/g, (_all, who: string) => {
    ping(who);
    return who;
  });
  const bare = mentioned.replace(/<\/?[a-z][^>]*>/gi, '');
  const marks = bare
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<![\w*_~`])(\*\*|__|~~|[*_`])(\S(?:[^\n]*?\S)?)\1(?![\w*_~`])/g, '$2')
    .replace(/^(#{1,6}|>)\s+/gm, '');
  return unescaped(marks);
}

/** Typed words as the HTML that Teams keeps of them. */
export const asHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
