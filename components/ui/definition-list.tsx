import type { ReactNode } from 'react';

type DefinitionListProps = { items: readonly { label: string; value: ReactNode }[] };

/** Label and value, a row each; on a phone long values wrap instead of pushing the page wide. */
export function DefinitionList({ items }: DefinitionListProps) {
  return (
    <dl className="divide-y divide-line">
      {items.map((item) => (
        <div
          key={item.label}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-3 first:pt-0 last:pb-0"
        >
          <dt className="text-sm text-ink-muted">{item.label}</dt>
          <dd className="min-w-0 font-medium wrap-anywhere">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
