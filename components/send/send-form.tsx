'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { cardBrandName, PaymentCard } from '../payment-card';
import { Field } from '../ui/field';
import { FormError } from '../ui/form-error';
import { Panel } from '../ui/panel';
import { type RadioCardOption, RadioCards } from '../ui/radio-cards';
import { SubmitButton } from '../ui/submit-button';
import { useFormFailure } from '../ui/use-form-failure';

/** A card as this form needs it. */
export type CardChoice = {
  id: string;
  brand: string;
  lastFour: string;
  isApproved: boolean;
  canPull: boolean;
  canPush: boolean;
};

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
  const typed = failed?.values ?? {};
  return (
    <form action={submit} onInput={onInput} noValidate className="grid gap-6">
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
          <RadioCards
            name="sourceCardId"
            label="From"
            options={cards.map((card) => toOption(card, card.canPull, 'send'))}
            defaultValue={typed['sourceCardId'] ?? cards.findLast(({ canPull }) => canPull)?.id}
            error={failed?.fields['sourceCardId']}
          />
          <RadioCards
            name="destinationCardId"
            label="To"
            options={cards.map((card) => toOption(card, card.canPush, 'receive'))}
            defaultValue={typed['destinationCardId'] ?? cards.find(({ canPush }) => canPush)?.id}
            error={failed?.fields['destinationCardId']}
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

function toOption(card: CardChoice, able: boolean, verb: 'send' | 'receive'): RadioCardOption {
  return {
    value: card.id,
    title: `${cardBrandName(card.brand)} ending in ${card.lastFour}`,
    icon: <PaymentCard brand={card.brand} lastFour={card.lastFour} size="sm" />,
    disabled: !able,
    reason: able
      ? undefined
      : card.isApproved
        ? `The bank that issued this card does not let it ${verb} money.`
        : 'Astra has not approved this card.',
  };
}
