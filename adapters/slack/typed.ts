/** What people typed into fields of Slack, as they meant it. */
import { fieldsIn } from '../../cards/render/block-kit.ts';
import { withEmoji } from './emoji.ts';

/** The fields of a card from Slack's `state.values`, with what was typed in them freed of Slack's names of emoji. */
export function typedIn(values: unknown): Record<string, string> {
  return fieldsIn(
    JSON.parse(JSON.stringify(values ?? {}), (_key, each: unknown) => {
      if (typeof each !== 'object' || each === null || !('type' in each)) return each;
      const { type, value } = each as { type: unknown; value?: unknown };
      return type === 'plain_text_input' && typeof value === 'string'
        ? { ...each, value: withEmoji(value) }
        : each;
    }),
  );
}
