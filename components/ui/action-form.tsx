'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import { FormError } from './form-error';
import { SubmitButton } from './submit-button';

type ActionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the action is about: one hidden field. */
  field: { name: string; value: string };
  button: string;
  pendingLabel: string;
  /** For people who cannot see what stands beside the button. */
  buttonDescription?: string;
};

/** One button that does something, and the sentence about why it did not. */
export function ActionForm(props: ActionFormProps) {
  const { action, field, button, pendingLabel, buttonDescription } = props;
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  return (
    <form action={submit} className="grid gap-4">
      <SessionMarkField />
      {state.status === 'error' && <FormError key={state.attempt} message={state.message} />}
      <input type="hidden" {...field} />
      <SubmitButton variant="secondary" pendingLabel={pendingLabel} aria-label={buttonDescription}>
        {button}
      </SubmitButton>
    </form>
  );
}
