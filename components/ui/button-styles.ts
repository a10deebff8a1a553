import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'lg';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  secondary:
    'border border-line-strong/60 bg-surface text-ink hover:border-ink-muted hover:bg-sunken',
  quiet: 'text-accent hover:bg-accent-soft',
  danger: 'bg-critical text-critical-ink hover:bg-critical-strong',
};

const sizes: Record<ButtonSize, string> = {
  md: 'min-h-11 px-4 text-sm',
  lg: 'min-h-13 px-6 text-base',
};

/** The one look that buttons and links that look like buttons share. */
export function buttonStyles(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-md font-medium transition-colors',
    'select-none text-center',
    variants[variant],
    sizes[size],
    className,
  );
}
