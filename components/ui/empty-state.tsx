import type { ReactNode } from 'react';
import { Petals } from './petals';

type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** What a list says before it has anything to list, and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-4 rounded-xl border border-dashed border-line-strong/60 px-6 py-12 text-center">
      <Petals className="size-14 text-accent opacity-80" />
      <div className="grid max-w-sm gap-1.5">
        <h2 className="text-lg font-semibold tracking-[-0.015em]">{title}</h2>
        {children && <div className="text-pretty text-ink-muted">{children}</div>}
      </div>
      {action}
    </div>
  );
}
