// @ts-check
/**
 * How cards look in the playground: calm, close to Teams, and with contrast of at least 4.5 to 1 for every
 * text on every ground, in light and in dark.
 */

/**
 * @typedef {{ ground: string, edge: string, text: string, subtle: string, mark: string }} Paper
 * @typedef {{ accent: string, good: string, warning: string, attention: string }} Inks
 * @typedef {{ plain: Paper, quiet: Paper, accent: Paper, good: Paper, warning: Paper, attention: Paper, inks: Inks }} Palette
 */

/** @type {Palette} */
const LIGHT = {
  plain: {
    ground: '#ffffff',
    edge: '#dedacb',
    text: '#1e2a27',
    subtle: '#56645f',
    mark: '#fbe7a4',
  },
  quiet: {
    ground: '#f5f3ea',
    edge: '#dedacb',
    text: '#1e2a27',
    subtle: '#535f5b',
    mark: '#fbe7a4',
  },
  accent: {
    ground: '#e4eef6',
    edge: '#a9c4da',
    text: '#143f63',
    subtle: '#3b5b75',
    mark: '#fbe7a4',
  },
  good: { ground: '#e0efe6', edge: '#a3cdb6', text: '#124a38', subtle: '#35604f', mark: '#fbe7a4' },
  warning: {
    ground: '#fcf1d8',
    edge: '#e5cc8e',
    text: '#5c3d00',
    subtle: '#6b5323',
    mark: '#f7d98a',
  },
  attention: {
    ground: '#fbe6e2',
    edge: '#e9b3ab',
    text: '#7a211a',
    subtle: '#7d3f38',
    mark: '#f9cfae',
  },
  inks: { accent: '#1a5c8f', good: '#1a6149', warning: '#704900', attention: '#a3322a' },
};

/** @type {Palette} */
const DARK = {
  plain: {
    ground: '#212b2e',
    edge: '#3b494d',
    text: '#e7ece8',
    subtle: '#aab8b3',
    mark: '#5d4b17',
  },
  quiet: {
    ground: '#2a363a',
    edge: '#46555a',
    text: '#e7ece8',
    subtle: '#b3c0bb',
    mark: '#5d4b17',
  },
  accent: {
    ground: '#1f3647',
    edge: '#41677f',
    text: '#cfe6f8',
    subtle: '#aecbe0',
    mark: '#5d4b17',
  },
  good: { ground: '#21403a', edge: '#417566', text: '#c5ecdb', subtle: '#a8d1c1', mark: '#5d4b17' },
  warning: {
    ground: '#3a3018',
    edge: '#76632e',
    text: '#f6e0b0',
    subtle: '#dac48f',
    mark: '#66511a',
  },
  attention: {
    ground: '#42211f',
    edge: '#864842',
    text: '#ffd5cf',
    subtle: '#e5b3ac',
    mark: '#6a3f12',
  },
  inks: { accent: '#9acff5', good: '#8fdcbc', warning: '#f2cd7d', attention: '#ffaea4' },
};

/**
 * @param {Paper} paper
 * @param {Inks} inks
 */
function style(paper, inks) {
  /** @param {string} ink */
  const ink = (ink) => ({
    default: ink,
    subtle: ink,
    highlightColors: { default: paper.mark, subtle: paper.mark },
  });
  return {
    backgroundColor: paper.ground,
    borderColor: paper.edge,
    foregroundColors: {
      default: { ...ink(paper.text), subtle: paper.subtle },
      dark: ink(paper.text),
      light: ink(paper.subtle),
      accent: ink(inks.accent),
      good: ink(inks.good),
      warning: ink(inks.warning),
      attention: ink(inks.attention),
    },
  };
}

/**
 * The HostConfig of the `adaptivecards` package for the playground.
 * @param {boolean} dark
 * @returns {Record<string, unknown>}
 */
export function hostConfig(dark) {
  const { inks, ...papers } = dark ? DARK : LIGHT;
  return {
    supportsInteractivity: true,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    fontSizes: { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 18, default: 21, medium: 22, large: 24, extraLarge: 28 },
    spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: papers.plain.edge },
    textBlock: { headingLevel: 3 },
    textStyles: { heading: { size: 'Large', weight: 'Bolder', color: 'Default' } },
    containerStyles: {
      default: style(papers.plain, inks),
      emphasis: style(papers.quiet, inks),
      accent: style(papers.accent, inks),
      good: style(papers.good, inks),
      warning: style(papers.warning, inks),
      attention: style(papers.attention, inks),
    },
    inputs: {
      label: {
        inputSpacing: 'Small',
        requiredInputs: { weight: 'Bolder' },
        optionalInputs: { weight: 'Bolder' },
      },
      errorMessage: { color: 'Attention', weight: 'Bolder' },
    },
    actions: {
      maxActions: 6,
      spacing: 'Default',
      buttonSpacing: 8,
      actionsOrientation: 'Horizontal',
      actionAlignment: 'Left',
      allowTitleToWrap: true,
      showCard: { actionMode: 'Inline', inlineTopMargin: 10, style: 'Emphasis' },
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}
