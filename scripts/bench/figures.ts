import type { Figure } from './measure';

const columns = ['what', 'min', 'median', 'max', 'unit', 'goal'];

/** A table in Markdown, so that it can be read in a terminal and kept in docs/benchmarks.md. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, values, goal }) => {
    const sorted = values.toSorted((one, other) => one - other);
    const shown = [sorted.at(0), medianOf(sorted), sorted.at(-1)].map(numberText);
    return [name, ...shown, unit, goal ?? ''];
  });
  return [columns, columns.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** The middle value, so that one disturbed run changes nothing. */
function medianOf(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}

/** Three digits tell all that a noisy machine knows. */
function numberText(value: number | undefined): string {
  if (value === undefined) return '';
  if (value >= 1_000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}
