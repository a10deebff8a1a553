import { formatSum, formatSumShort } from '@/lib/money';
import type { MonthSums } from '@/lib/transfers/list/sum-months';
import { cx } from '../ui/cx';
import { barHeight, chartEdge } from './chart-scale';
import { monthName } from './month-name';
import { MonthTable } from './month-table';

/** The bars of a month, from left to right. */
export const series = [
  { key: 'inCents', label: 'In', fill: 'fill-positive', dot: 'bg-positive' },
  { key: 'outCents', label: 'Out', fill: 'fill-accent', dot: 'bg-accent' },
  { key: 'ownCents', label: 'Between your own', fill: 'fill-pollen', dot: 'bg-pollen' },
] as const;

/** Each month is this wide, of which the gap between months is a quarter. */
const monthWidth = 40;
const barWidth = 10;

/** What moved in each month, to look at; and the same as a table, to read. */
export function MoneyChart({ sums }: { sums: readonly MonthSums[] }) {
  const all = sums.flatMap((sum) => series.map(({ key }) => sum[key]));
  const most = all.reduce((one, other) => (one > other ? one : other), 0n);
  const edge = chartEdge(most);
  return (
    <figure className="grid gap-3">
      <figcaption className="grid gap-2 text-sm text-ink-muted">
        <span>Payments that arrived, by the month in which they began, in Pacific time.</span>
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {series.map(({ key, label, dot }) => (
            <span key={key} className="inline-flex items-center gap-1.5">
              <span aria-hidden="true" className={cx('size-2.5 rounded-full', dot)} />
              {label}
            </span>
          ))}
        </span>
      </figcaption>
      {/* The table below says the same, to the cent. */}
      <div aria-hidden="true" className="grid gap-1">
        <p className="text-xs text-ink-muted tabular-nums">{formatSumShort(edge)}</p>
        <svg
          viewBox={`0 0 ${sums.length * monthWidth} 100`}
          preserveAspectRatio="none"
          className="h-32 w-full border-y border-line"
        >
          {sums.map((sum, month) =>
            series.map(({ key, fill }, bar) => {
              const height = barHeight(sum[key], edge);
              const left = month * monthWidth + (monthWidth - series.length * barWidth) / 2;
              return (
                <rect
                  key={`${sum.month} ${key}`}
                  x={left + bar * barWidth}
                  y={100 - height}
                  width={barWidth - 1}
                  height={height}
                  className={fill}
                />
              );
            }),
          )}
        </svg>
        <div className="grid grid-cols-12 text-center text-[0.6875rem] text-ink-muted">
          {sums.map(({ month }) => (
            <span key={month}>{monthName(month, 'short')}</span>
          ))}
        </div>
      </div>
      <details>
        <summary className="w-fit rounded-sm text-sm font-medium text-accent">
          Show the numbers
        </summary>
        <MonthTable sums={sums} columns={series} write={formatSum} />
      </details>
    </figure>
  );
}
