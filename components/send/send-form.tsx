'use client';

import { useActionState, useState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { isAutomatic } from '@/lib/payments/compose/automatic-kinds';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { SessionMarkField } from '../session-mark';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Panel } from '../ui/panel';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';
import { useHydrated } from '../ui/use-hydrated';
import { BalanceLine } from './balance-line';
import { EndPicker } from './end-picker';
import {
  anotherPerson,
  areFew,
  destinationObstacle,
  findChoice,
  kindsOf,
  sourceObstacle,
} from './ends';
import type { SendSettings } from './option-words';
import { PaymentOptions } from './payment-options';
import { ReferenceField } from './reference-field';
import { endNames, useEnds } from './use-ends';
import { whatApplies } from './what-applies';

type SendFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Names the payment that this form makes. */
  formKey: string;
  choices: readonly EndChoice[];
  settings: SendSettings;
  /** What was composed on this form before. */
  typed: Readonly<Record<string, string>>;
};

/** Asks from where to where, how much and how, and leads to the review. Nothing is sent here. */
export function SendForm({ action, formKey, choices, settings, typed: before }: SendFormProps) {
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  const { failure: failed, onInput } = useFormFailure(state);
  const { ends, attempt, onChange } = useEnds(choices, before, state);
  const typed = failed?.values ?? before;
  const errors = failed?.fields ?? {};
  const [wanted, setWanted] = useState(typed['routineType'] ?? 'one-time');
  // Without scripts nothing follows what is chosen, so nothing may be closed or hidden because of it.
  const isHydrated = useHydrated();
  const source = isHydrated ? findChoice(choices, ends.source) : undefined;
  const kinds = isHydrated ? kindsOf(choices, ends) : null;
  const key = `${attempt} ${areFew(choices)}`;
  const asksForPerson = !isHydrated || ends.destination === anotherPerson;
  const applies = whatApplies(kinds, settings);
  // What was chosen between accounts may not be there for cards.
  const isThere = applies.repeat && (applies.automatic || !isAutomatic(wanted));
  const routineType = isThere ? wanted : 'one-time';
  const hasAmount = !isAutomatic(routineType);
  return (
    <form action={submit} onInput={onInput} onChange={onChange} noValidate className="grid gap-6">
      <SessionMarkField />
      <FormError message={failed?.message} fields={errors} />
      <input type="hidden" name="form" value={formKey} />
      <Panel>
        <div className="grid gap-6">
          {hasAmount && (
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
          )}
          <div className="grid gap-2">
            <EndPicker
              key={`from ${key}`}
              name={endNames.source}
              label="From"
              choices={choices}
              obstacleOf={sourceObstacle}
              withBalance
              defaultValue={ends.source}
              error={errors[endNames.source]}
            />
            {/* A list to pick from has no room for it. */}
            {!areFew(choices) && source?.balance && (
              <p className="text-sm text-ink-muted">
                <BalanceLine balance={source.balance} />
              </p>
            )}
          </div>
          <EndPicker
            key={`to ${key} ${ends.source}`}
            name={endNames.destination}
            label="To"
            choices={choices}
            obstacleOf={(choice) => destinationObstacle(choice, source)}
            withPerson
            defaultValue={ends.destination}
            error={errors[endNames.destination]}
          />
          {asksForPerson && (
            <Field
              name="email"
              type="email"
              label="Their e-mail address"
              hint="The one that they sign in with here. They must have chosen where they receive money."
              autoComplete="off"
              required={isHydrated}
              defaultValue={typed['email']}
              error={errors['email']}
            />
          )}
          <PaymentOptions
            key={`options ${attempt}`}
            applies={applies}
            settings={settings}
            accounts={choices.filter(({ kind }) => kind === 'account')}
            routineType={routineType}
            onRoutineType={setWanted}
            typed={typed}
            errors={errors}
          />
          <Field
            name="name"
            label="What is it for?"
            autoComplete="off"
            maxLength={60}
            defaultValue={typed['name']}
            error={errors['name']}
          />
          <ReferenceField kinds={kinds} typed={typed['memo']} error={errors['memo']} />
        </div>
      </Panel>
      <SubmitButton size="lg" pendingLabel="Checking…">
        Review
      </SubmitButton>
    </form>
  );
}
