import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { controlStyles, describedBy, FieldErrorText, FieldHint, fieldId } from './field-parts';

type SelectOption = { value: string; label: string; disabled?: boolean };
/** Options under a label; none of a disabled group can be chosen. */
type SelectGroup = { label: string; disabled?: boolean; options: readonly SelectOption[] };

type SelectFieldProps = Omit<
  ComponentProps<'select'>,
  'name' | 'children' | 'style' | 'dangerouslySetInnerHTML'
> & {
  name: string;
  label: ReactNode;
  options: readonly (SelectOption | SelectGroup)[];
  hint?: ReactNode;
  error?: string | undefined;
  /** The first, empty choice. */
  placeholder?: string;
};

/** A labelled native select. */
export function SelectField(props: SelectFieldProps) {
  const { label, options, hint, error, placeholder, className, ...select } = props;
  const id = select.id ?? fieldId(select.name);
  return (
    <div className={cx('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className="relative">
        <select
          // React resets a form after its action but leaves a select's default behind: a new key
          // brings back what the person had chosen.
          key={String(select.defaultValue ?? '')}
          {...select}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={controlStyles(Boolean(error), 'appearance-none pr-10 text-base')}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label} disabled={entry.disabled}>
                {entry.options.map(toOption)}
              </optgroup>
            ) : (
              toOption(entry)
            ),
          )}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-ink-muted"
        />
      </div>
      <FieldErrorText id={id}>{error}</FieldErrorText>
    </div>
  );
}

function toOption({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
