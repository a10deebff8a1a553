'use client';

import { useActionState } from 'react';
import type { CardChoice } from '@/lib/cards/list-card-choices';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Panel } from '../ui/panel';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';
import { useHydrated } from '../ui/use-hydrated';
import { CardPicker } from './card-picker';
import { areFew } from './ends';
import { endNames, useEnds } from './use-ends';

type Send = FormState;

type SendFormProps = {
  action: (previous: Send, form: FormData) => Promise<Send>;
  /** Names the payment that this form makes. */
  idempotencyKey: string;
  cards: readonly CardChoice[];
};

/** Asks for an amount and two cards, and sends the money. */
export function SendForm({ action, idempotencyKey, cards }: SendFormProps) {
  const [state, submit] = useActionState<Send, FormData>(action, { status: 'idle' });
  const { failure: failed, onInput } = useFormFailure(state);
  const { ends, attempt, onChange } = useEnds(cards, state);
  // Without scripts nothing follows the source, so no destination may be closed because of it.
  const source = useHydrated() ? ends.source : undefined;
  const typed = failed?.values ?? {};
  const key = `${attempt} ${areFew(cards)}`;
  return (
    <form action={submit} onInput={onInput} onChange={onChange} noValidate className="grid gap-6">
      <SessionMarkField />
      <FormError message={failed?.message} fields={failed?.fields} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
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
            error={failed?.fields['amount']}
          />
          <CardPicker
            key={`from ${key}`}
            name={endNames.source}
            label="From"
            use="send"
            cards={cards}
            defaultValue={ends.source}
            error={failed?.fields[endNames.source]}
          />
          <CardPicker
            key={`to ${key} ${ends.source}`}
            name={endNames.destination}
            label="To"
            use="receive"
            cards={cards}
            source={source}
            defaultValue={ends.destination}
            error={failed?.fields[endNames.destination]}
          />
          <Field
            name="name"
            label="What is it for?"
            autoComplete="off"
            maxLength={60}
            defaultValue={typed['name']}
            error={failed?.fields['name']}
          />
        </div>
      </Panel>
      <SubmitButton size="lg" pendingLabel="Sending…">
        Send money
      </SubmitButton>
    </form>
  );
}
