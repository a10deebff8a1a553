import { type ReactNode, useId } from 'react';
import { cx } from './cx';

type PanelProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** A sheet of surface that holds one subject. */
export function Panel({ title, description, actions, children, className }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx(
        'min-w-0 rounded-xl border border-line bg-surface p-5 shadow-panel sm:p-6',
        className,
      )}
    >
      {(title || actions) && (
        <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="grid min-w-0 gap-1">
            {title && (
              // Where the focus can go when this panel takes the place of another.
              <h2
                id={id}
                tabIndex={-1}
                className="text-lg font-semibold tracking-[-0.015em] outline-none"
              >
                {title}
              </h2>
            )}
            {description && <p className="text-sm text-ink-muted">{description}</p>}
          </div>
          {actions && <div className="-my-2 flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
