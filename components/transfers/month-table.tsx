import type { MonthSums } from '@/lib/transfers/list/sum-months';
import { monthName } from './month-name';

type MonthTableProps = {
  sums: readonly MonthSums[];
  columns: readonly { key: Exclude<keyof MonthSums, 'month'>; label: string }[];
  write: (cents: bigint) => string;
};

/** What moved in each month, to the cent, the newest first. */
export function MonthTable({ sums, columns, write }: MonthTableProps) {
  return (
    // Scrolled where very large sums make it wider than a phone.
    <div className="mt-3 overflow-x-auto">
      <table className="w-full text-left text-xs sm:text-sm">
        <thead className="text-ink-muted">
          <tr>
            <th scope="col" className="py-2 align-bottom font-medium">
              Month
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="py-2 pl-2 text-right align-bottom font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-t border-line tabular-nums">
          {sums.toReversed().map((sum) => (
            <tr key={sum.month}>
              <th scope="row" className="py-2 font-medium">
                {monthName(sum.month, 'full')}
              </th>
              {columns.map(({ key }) => (
                <td key={key} className="py-2 pl-2 text-right whitespace-nowrap">
                  {write(sum[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
