import type { ReactNode } from 'react';
import { cx } from './cx';
import { describedBy, FieldErrorText, FieldHint, fieldId } from './field-parts';

export type RadioCardOption = {
  value: string;
  title: ReactNode;
  detail?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
  /** Why it can't be chosen; shown, not hidden behind a hover. */
  reason?: string | undefined;
};

type RadioCardsProps = {
  name: string;
  label: ReactNode;
  options: readonly RadioCardOption[];
  defaultValue?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  className?: string;
};

/** One choice among few, each a card; native radios, so arrow keys and forms just work. */
export function RadioCards(props: RadioCardsProps) {
  const { name, label, options, defaultValue, hint, error, required, className } = props;
  const id = fieldId(name);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, hint, error)}
      className={cx('grid min-w-0 gap-2 outline-none', className)}
    >
      <legend className="mb-1.5 text-sm font-medium text-ink">{label}</legend>
      <FieldHint id={id}>{hint}</FieldHint>
      {options.map((option) => (
        <RadioCard
          key={option.value}
          {...option}
          name={name}
          checked={option.value === defaultValue && !option.disabled}
          required={required ?? false}
          invalid={Boolean(error)}
        />
      ))}
      <FieldErrorText id={id}>{error}</FieldErrorText>
    </fieldset>
  );
}

type RadioCardProps = RadioCardOption & {
  name: string;
  checked: boolean;
  required: boolean;
  invalid: boolean;
};

function RadioCard(props: RadioCardProps) {
  const { name, value, title, detail, icon, disabled = false, reason, checked, required } = props;
  return (
    <label
      className={cx(
        'group flex items-center gap-3 rounded-lg border bg-surface p-3.5 transition-colors',
        'has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        disabled ? 'border-dashed border-line-strong/60' : 'hover:border-accent',
        !disabled && (props.invalid ? 'border-critical' : 'border-line-strong/60'),
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        className="size-4.5 shrink-0 accent-accent outline-none"
      />
      {icon && <span className={cx('shrink-0', disabled && 'opacity-50 grayscale')}>{icon}</span>}
      <span className="grid min-w-0 flex-1 gap-0.5 wrap-anywhere">
        <span className={cx('font-medium', disabled ? 'text-ink-muted' : 'text-ink')}>{title}</span>
        {detail && <span className="text-sm text-ink-muted">{detail}</span>}
        {disabled && reason && <span className="text-sm text-caution">{reason}</span>}
      </span>
    </label>
  );
}
