'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import type { ButtonVariant } from './button-styles';
import { FormError } from './form-error';
import { SubmitButton } from './submit-button';

type ActionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the action is about: one hidden field. */
  field: { name: string; value: string };
  button: string;
  pendingLabel: string;
  variant?: ButtonVariant;
  /** For people who cannot see what stands beside the button. */
  buttonDescription?: string;
  /** What stands beside the button. */
  children?: ReactNode;
};

/** One button that does something, and the sentence about why it did not. */
export function ActionForm(props: ActionFormProps) {
  const { action, field, button, pendingLabel, variant, buttonDescription, children } = props;
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  return (
    <form action={submit} className="grid gap-4">
      <SessionMarkField />
      {state.status === 'error' && <FormError key={state.attempt} message={state.message} />}
      <input type="hidden" {...field} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          variant={variant ?? 'secondary'}
          pendingLabel={pendingLabel}
          aria-label={buttonDescription}
        >
          {button}
        </SubmitButton>
        {children}
      </div>
    </form>
  );
}
