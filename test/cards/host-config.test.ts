import { describe, expect, test } from 'vitest';
import { hostConfig } from '../../adapters/playground/page/host-config.js';

type Ink = { default: string; subtle: string; highlightColors: { default: string } };
type Styles = Record<string, { backgroundColor: string; foregroundColors: Record<string, Ink> }>;

function light(hex: string): number {
  const channels = [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

test('black on white is 21 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

describe.each([
  ['light', false],
  ['dark', true],
])('In %s', (_name, dark) => {
  const styles = hostConfig(dark).containerStyles as Styles;
  test.each(Object.entries(styles))(
    'every text on the %s ground can be read, marked words too',
    (_style, style) => {
      for (const [ink, colours] of Object.entries(style.foregroundColors)) {
        for (const colour of [colours.default, colours.subtle]) {
          expect(contrast(colour, style.backgroundColor), ink).toBeGreaterThanOrEqual(4.5);
        }
      }
      const plain = style.foregroundColors.default;
      expect(
        contrast(plain?.default ?? '', plain?.highlightColors.default ?? ''),
      ).toBeGreaterThanOrEqual(4.5);
    },
  );
});
