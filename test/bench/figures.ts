/** What a bench tells: figures, each beside a named floor measured in the same run, and the table of them. */

export type Floor = { name: string; value: number };

export type Figure = {
  what: string;
  value: number;
  unit: string;
  /** The cheapest thing of the same kind, measured in the same run, in the same unit. Null: there is none. */
  floor: Floor | null;
  /** What is hoped for: so much at most, or at least, of the figure itself or of its ratio to the floor. */
  aim?: { of: 'value' | 'ratio' } & ({ most: number } | { least: number });
};

/** A part of the bench: its figures, and lines worth reading that are no figures (query plans). */
export type Told = { part: string; about: string; figures: Figure[]; notes: string[] };

/** Says what is being measured now; kept off standard output, which is the result. */
export type Progress = (says: string) => void;

/**
 * The value that `share` (0 to 1) of all values do not exceed, by nearest rank: always a value that was
 * measured. Throws on an empty list, for a percentile of nothing is no figure.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  const found = sorted[rank - 1];
  if (found === undefined) throw new Error('Nothing was measured. Measure at least one value.');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** How many times the floor a figure is; null where there is no floor or it is nought. */
export function ratioOf({ value, floor }: Figure): number | null {
  return floor === null || floor.value === 0 ? null : value / floor.value;
}

/** Three significant figures, and never a power of ten in letters. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return Math.abs(value) >= 1000
    ? Math.round(value).toLocaleString('en-GB')
    : String(Number(value.toPrecision(3)));
}

function aimOf(figure: Figure): string {
  const { aim } = figure;
  if (!aim) return '';
  const seen = aim.of === 'value' ? figure.value : ratioOf(figure);
  const bound = 'most' in aim ? aim.most : aim.least;
  const hoped = aim.of === 'value' ? `${rounded(bound)} ${figure.unit}` : `× ${bound}`;
  const met = seen !== null && ('most' in aim ? seen <= bound : seen >= bound);
  return `${'most' in aim ? '≤' : '≥'} ${hoped}: ${met ? 'met' : 'missed'}`;
}

function rowOf(figure: Figure): string[] {
  const { what, value, unit, floor } = figure;
  const ratio = ratioOf(figure);
  return [
    what,
    `${rounded(value)} ${unit}`,
    floor ? `${rounded(floor.value)} ${unit} (${floor.name})` : '',
    ratio === null ? '' : `× ${rounded(ratio)}`,
    aimOf(figure),
  ];
}

const HEADER = ['what', 'figure', 'floor', 'ratio', 'aim'];

/** One table over all parts. Nothing here judges: an aim that is missed is told, and fails nothing. */
export function table(parts: readonly Told[]): string {
  const rows = parts.map((part) => ({ part, cells: part.figures.map(rowOf) }));
  const all = [HEADER, ...rows.flatMap(({ cells }) => cells)];
  const widths = HEADER.map((_, column) =>
    Math.max(...all.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  const ruler = widths.map((width) => '─'.repeat(width)).join('  ');
  const bodies = rows.flatMap(({ part, cells }) => [
    '',
    `${part.part}: ${part.about}`,
    ...cells.map(line),
  ]);
  const notes = parts.flatMap(({ part, notes }) =>
    notes.length > 0 ? ['', `${part}, notes`, ...notes] : [],
  );
  return [line(HEADER), ruler, ...bodies, ...notes].join('\n');
}

/** The same for a program: ratios and aims worked out. */
export function asJson(parts: readonly Told[]): string {
  const told = parts.map((part) => ({
    ...part,
    figures: part.figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) })),
  }));
  return JSON.stringify(told, null, 2);
}
