import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles';
import { cx } from './cx';
import { Spinner } from './spinner';

export type ButtonProps = Omit<ComponentProps<'button'>, 'style' | 'dangerouslySetInnerHTML'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Busy with the click it just got: keeps focus and width, takes no further click. */
  pending?: boolean;
  /** Said in place of the label while pending. */
  pendingLabel?: string | undefined;
};

// A truly disabled button would drop the keyboard focus in the middle of a submission.
function ignore(event: MouseEvent<HTMLButtonElement>) {
  event.preventDefault();
  event.stopPropagation();
}

/** A button. Its type is `button` unless told otherwise, so that none submits by accident. */
export function Button(props: ButtonProps) {
  const { variant = 'primary', size = 'md', pending = false, pendingLabel, ...rest } = props;
  const { type = 'button', disabled, className, children, onClick, ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={type}
      disabled={disabled && !pending}
      aria-disabled={pending || disabled || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? ignore : onClick}
      className={buttonStyles(
        variant,
        size,
        cx('disabled:pointer-events-none disabled:opacity-45', pending && 'cursor-wait', className),
      )}
    >
      <span className="grid items-center justify-items-center *:col-start-1 *:row-start-1">
        <span
          className={cx(
            'inline-flex items-center gap-2',
            pending && (pendingLabel ? 'invisible' : 'opacity-0'),
          )}
        >
          {children}
        </span>
        {(pending || pendingLabel) && (
          <span className={cx('inline-flex items-center gap-2', !pending && 'invisible')}>
            <Spinner className="size-[1.15em]" />
            {pendingLabel}
          </span>
        )}
      </span>
    </button>
  );
}
