'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import type { ChangeResult } from '@/lib/routines/review-change';
import { AutomaticFields } from '../send/automatic-fields';
import { repeatOptions } from '../send/option-words';
import { SessionMarkField } from '../session-mark';
import { ButtonLink } from '../ui/button-link';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Panel } from '../ui/panel';
import { SelectField } from '../ui/select-field';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';
import { AmountReviewPanel } from './amount-review-panel';

type Saved = FormState<ChangeResult>;

type RoutineFormProps = {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  routine: { astraId: string; type: string; frequency: string | null };
  /** Names what the form showed first. */
  shown: string;
  /** Of the fields that can be changed, by name. */
  values: Readonly<Record<string, string>>;
  /** For the kind that goes by the purchases of an account. */
  accounts: readonly EndChoice[];
  keepHref: `/routines/${string}`;
};

/** Changes a routine. Fields that its type does not have are not there. */
export function RoutineForm(props: RoutineFormProps) {
  const { action, routine, shown, values, accounts, keepHref } = props;
  const [state, submit] = useActionState<Saved, FormData>(action, { status: 'idle' });
  const { failure, onInput } = useFormFailure(state);
  const asked = state.status === 'done' && 'review' in state.result ? state.result : null;
  // What was refused keeps the version that it was typed over, and so do its other fields.
  const last = failure?.values ?? asked?.values;
  const typed = last?.['shown'] === undefined ? { ...values, shown } : last;
  const errors = failure?.fields ?? {};
  return (
    <form action={submit} onInput={onInput} noValidate className="grid gap-6">
      <SessionMarkField />
      <FormError message={failure?.message} fields={errors} />
      <input type="hidden" name="routineId" value={routine.astraId} />
      <input type="hidden" name="shown" value={typed['shown']} />
      <Panel>
        <div className="grid gap-6">
          <Field
            name="name"
            label="What is it for?"
            autoComplete="off"
            required
            defaultValue={typed['name']}
            error={errors['name']}
          />
          {values['amount'] !== undefined && (
            <Field
              name="amount"
              label="Amount"
              prefix="$"
              inputMode="decimal"
              autoComplete="off"
              required
              defaultValue={typed['amount']}
              error={errors['amount']}
            />
          )}
          {values['frequency'] !== undefined && (
            <SelectField
              name="frequency"
              label="How often?"
              {...(routine.frequency === null && { placeholder: 'As it is' })}
              options={optionsWith(routine.frequency)}
              defaultValue={typed['frequency']}
              error={errors['frequency']}
            />
          )}
          <AutomaticFields
            routineType={routine.type}
            accounts={accounts}
            typed={typed}
            errors={errors}
          />
        </div>
      </Panel>
      {asked && (
        <AmountReviewPanel
          key={asked.review.seen}
          review={asked.review}
          routineType={routine.type}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel="Saving…">{asked ? 'Save the new amount' : 'Save'}</SubmitButton>
        <ButtonLink href={keepHref} variant="secondary">
          Leave it as it is
        </ButtonLink>
      </div>
    </form>
  );
}

/** What repeats, and what Astra says now if that is something else. */
function optionsWith(frequency: string | null) {
  const repeating = repeatOptions.filter(({ value }) => value !== 'one-time');
  const isKnown = repeating.some(({ value }) => value === frequency);
  return isKnown || !frequency ? repeating : [{ value: frequency, label: frequency }, ...repeating];
}
