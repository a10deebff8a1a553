'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import type { SettlementAccount } from '@/lib/operator/money/list-settlement-accounts';
import { SessionMarkField } from '../session-mark';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Panel } from '../ui/panel';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';
import { PayeeFields } from './payee-fields';
import { SettlementEnds } from './settlement-ends';

type MoneyFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Names the payment that this form makes. */
  formKey: string;
  accounts: readonly SettlementAccount[];
  /** Another settlement account, or a person. */
  to: 'account' | 'person';
  /** What was composed on this form before. */
  typed: Readonly<Record<string, string>>;
};

/** Asks how much of the program's money goes where, and leads to the review. Nothing is sent here. */
export function MoneyForm({ action, formKey, accounts, to, typed: before }: MoneyFormProps) {
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  const { failure: failed, onInput } = useFormFailure(state);
  const typed = failed?.values ?? before;
  const errors = failed?.fields ?? {};
  const attempt = state.status === 'error' ? state.attempt : '';
  return (
    <form action={submit} onInput={onInput} noValidate className="grid gap-6">
      <SessionMarkField />
      <FormError message={failed?.message} fields={errors} />
      <input type="hidden" name="form" value={formKey} />
      <Panel>
        <div className="grid gap-6">
          <Field
            name="amount"
            label="Amount"
            prefix="$"
            large
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            required
            defaultValue={typed['amount']}
            error={errors['amount']}
          />
          <SettlementEnds
            key={`ends ${attempt}`}
            accounts={accounts}
            withDestination={to === 'account'}
            typed={typed}
            errors={errors}
          />
          {to === 'person' && <PayeeFields key={attempt} typed={typed} errors={errors} />}
          <Field
            name="name"
            label="What is it for?"
            hint="Astra and whoever reads the list of payments see this."
            autoComplete="off"
            maxLength={60}
            defaultValue={typed['name']}
            error={errors['name']}
          />
        </div>
      </Panel>
      <SubmitButton size="lg" pendingLabel="Checking…">
        Review
      </SubmitButton>
    </form>
  );
}
