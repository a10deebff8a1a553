import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

/** The id that a field gets from its name; `FormError` links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

export function controlStyles(invalid: boolean, className?: string): string {
  return cx(
    'block w-full min-h-12 rounded-md border bg-surface px-3.5 text-ink',
    'placeholder:text-ink-muted disabled:opacity-55',
    'outline-none transition-shadow focus:border-accent focus:ring-3 focus:ring-accent/25',
    invalid ? 'border-critical ring-1 ring-critical' : 'border-line-strong',
    className,
  );
}

export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return cx(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined;
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-hint`} className="text-sm text-ink-muted">
      {children}
    </p>
  );
}

export function FieldErrorText({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-critical">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
