/** Counters and gauges in Prometheus' text format (version 0.0.4), kept in memory. */

export type Labels = Readonly<Record<string, string>>;

export type Metrics = {
  /** Adds `by` (1 unless told) to a counter; it is made on first use. */
  count: (name: string, labels?: Labels, by?: number) => void;
  /** A gauge that is read when somebody asks. */
  gauge: (name: string, read: () => number) => void;
  /** Everything counted so far, a line each, names in the order they were first used. */
  text: () => string;
};

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function series(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.sort().join(',')}}`;
}

/** Counters of one process, all at nought. */
export function makeMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const gauges = new Map<string, () => number>();

  const count: Metrics['count'] = (name, labels = {}, by = 1) => {
    const family = counters.get(name) ?? new Map<string, number>();
    const key = series(name, labels);
    family.set(key, (family.get(key) ?? 0) + by);
    counters.set(name, family);
  };

  const text = () => {
    const lines: string[] = [];
    for (const [name, family] of counters) {
      lines.push(`# TYPE ${name} counter`);
      for (const [key, value] of family) lines.push(`${key} ${value}`);
    }
    for (const [name, read] of gauges) lines.push(`# TYPE ${name} gauge`, `${name} ${read()}`);
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  };

  return { count, gauge: (name, read) => void gauges.set(name, read), text };
}
