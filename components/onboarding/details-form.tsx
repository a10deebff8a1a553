'use client';

import { WandSparkles } from 'lucide-react';
import { useActionState, useRef } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { usStates } from '@/lib/onboarding/us-states';
import { SessionMarkField } from '../session-mark';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { SelectField } from '../ui/select-field';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';
import { useHydrated } from '../ui/use-hydrated';
import { fillIn, sandboxPerson } from './sandbox-person';

type Details = FormState<void>;

type DetailsFormProps = {
  action: (previous: Details, form: FormData) => Promise<Details>;
  /** Made with the page: the same form sent twice is one submission. */
  submissionKey: string;
  email: string;
  /** Astra's sandbox publishes a person whom it approves. */
  offersExample: boolean;
};

/** Asks for what Astra needs to know about a person. */
export function DetailsForm({ action, submissionKey, email, offersExample }: DetailsFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [state, submit] = useActionState<Details, FormData>(action, { status: 'idle' });
  const { failure: failed, onInput } = useFormFailure(state);
  const text = (name: string) => ({
    name,
    required: true,
    defaultValue: failed?.values[name] ?? '',
    error: failed?.fields[name],
  });
  return (
    <form ref={form} action={submit} onInput={onInput} noValidate className="grid gap-6">
      <SessionMarkField />
      <FormError message={failed?.message} fields={failed?.fields} />
      {/* A failed attempt is over; the next one is a new submission. */}
      <input type="hidden" name="submissionKey" value={failed?.attempt ?? submissionKey} />
      {offersExample && (
        <Notice
          title="Just trying it out?"
          action={
            <Button
              variant="secondary"
              // Until the page is alive a click would be lost, and the form sent empty.
              disabled={!hydrated}
              onClick={() => form.current && fillIn(form.current, sandboxPerson())}
            >
              <WandSparkles aria-hidden="true" className="size-4" /> Fill in the sandbox person
            </Button>
          }
        >
          Astra’s sandbox approves one made-up person. Use it instead of your own details.
        </Notice>
      )}
      <Panel
        title="About you"
        description="As on your identity papers. It goes straight to Astra; we keep none of it."
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <Field {...text('firstName')} label="First name" autoComplete="given-name" />
          <Field {...text('lastName')} label="Last name" autoComplete="family-name" />
          <Field {...text('dateOfBirth')} label="Date of birth" type="date" autoComplete="bday" />
          <Field
            {...text('ssn')}
            label="Social Security number"
            hint="The last four digits are enough."
            inputMode="numeric"
            autoComplete="off"
          />
          <Field name="email" label="E-mail address" type="email" defaultValue={email} readOnly />
          <Field
            {...text('phone')}
            label="Mobile number"
            hint="Astra texts a code to it."
            type="tel"
            autoComplete="tel-national"
          />
        </div>
      </Panel>
      <Panel title="Where you live">
        <div className="grid gap-5 sm:grid-cols-6">
          <Field
            {...text('address1')}
            label="Street address"
            autoComplete="address-line1"
            className="sm:col-span-4"
          />
          <Field
            {...text('address2')}
            required={false}
            label="Apartment"
            autoComplete="address-line2"
            className="sm:col-span-2"
          />
          <Field
            {...text('city')}
            label="City"
            autoComplete="address-level2"
            className="sm:col-span-2"
          />
          <SelectField
            {...text('state')}
            label="State"
            placeholder="Choose"
            options={usStates}
            autoComplete="address-level1"
            className="sm:col-span-2"
          />
          <Field
            {...text('postalCode')}
            label="ZIP code"
            inputMode="numeric"
            autoComplete="postal-code"
            className="sm:col-span-2"
          />
        </div>
      </Panel>
      <SubmitButton size="lg" className="justify-self-start" pendingLabel="Sending to Astra…">
        Continue
      </SubmitButton>
    </form>
  );
}
