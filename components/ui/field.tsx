import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { controlStyles, describedBy, FieldErrorText, FieldHint, fieldId } from './field-parts';

type FieldProps = Omit<
  ComponentProps<'input'>,
  'name' | 'prefix' | 'size' | 'style' | 'dangerouslySetInnerHTML'
> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Shown inside the box before the value, such as "$". */
  prefix?: string;
  /** For the one amount that a page is about. */
  large?: boolean;
};

/** A labelled input, with its hint and its error beside it. Optional fields say so. */
export function Field(props: FieldProps) {
  const { label, hint, error, prefix, large = false, className, ...input } = props;
  const id = input.id ?? fieldId(input.name);
  return (
    <div className={cx('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
        {!input.required && !input.readOnly && (
          <span className="ml-1.5 font-normal text-ink-muted">(optional)</span>
        )}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className="relative">
        {prefix && (
          <span
            aria-hidden="true"
            className={cx(
              'pointer-events-none absolute inset-y-0 left-3.5 flex items-center text-ink-muted',
              large && 'text-4xl font-medium',
            )}
          >
            {prefix}
          </span>
        )}
        <input
          {...input}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={controlStyles(
            Boolean(error),
            cx(
              'read-only:bg-sunken',
              prefix && !large && 'pl-8',
              prefix && large && 'pl-12',
              large ? 'min-h-20 text-4xl font-medium tabular-nums' : 'text-base',
            ),
          )}
        />
      </div>
      <FieldErrorText id={id}>{error}</FieldErrorText>
    </div>
  );
}
