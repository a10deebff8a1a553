'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';

type HeldBalanceFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  accountId: string;
  /** As people type it; null while none is set. */
  current: string | null;
  available: string | null;
};

/** Asks for the two amounts that an account that we hold has. */
export function HeldBalanceForm(props: HeldBalanceFormProps) {
  const { action, accountId, current, available } = props;
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  const { failure: failed, onInput } = useFormFailure(state);
  const typed = failed?.values ?? {};
  const amount = { prefix: '$', autoComplete: 'off', placeholder: '0.00', required: true } as const;
  return (
    <form action={submit} onInput={onInput} noValidate className="grid gap-5">
      <SessionMarkField />
      <FormError message={failed?.message} fields={failed?.fields} />
      {state.status === 'done' && (
        <Notice tone="positive" title="The balance is set.">
          Astra is told, and asks for it in a moment.
        </Notice>
      )}
      <input type="hidden" name="accountId" value={accountId} />
      <Field
        {...amount}
        name="current"
        label="Current balance"
        hint="All that is in the account. With a minus in front when it is overdrawn."
        defaultValue={typed['current'] ?? current ?? ''}
        error={failed?.fields['current']}
      />
      <Field
        {...amount}
        name="available"
        label="Available balance"
        hint="The part of it that may be spent now."
        defaultValue={typed['available'] ?? available ?? ''}
        error={failed?.fields['available']}
      />
      <SubmitButton pendingLabel="Setting…">Set balance</SubmitButton>
    </form>
  );
}
