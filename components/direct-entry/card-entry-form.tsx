'use client';

import { cardEntry, cardRequest } from '@/lib/direct-entry/card-entry';
import { findSameCard, type KnownCard } from '@/lib/direct-entry/find-same-card';
import type { BinFacts } from '@/lib/direct-entry/look-up-bin';
import { usStates } from '@/lib/onboarding/us-states';
import { cardName } from '../payment-card';
import { Field } from '../ui/field';
import { Panel } from '../ui/panel';
import { SelectField } from '../ui/select-field';
import type { Action } from './call-action';
import { CardNumberField } from './card-number-field';
import { EntryForm } from './entry-form';
import { unshared } from './unshared';
import { type EntryActions, useDirectEntry } from './use-direct-entry';

const schema = cardEntry.transform(cardRequest);

type CardEntryFormProps = EntryActions & {
  url: string;
  lookUp: Action<BinFacts | null>;
  /** The cards that the person has. */
  known: readonly KnownCard[];
};

/** Asks for a debit card and sends it past us to Astra. */
export function CardEntryForm({ url, lend, finish, lookUp, known }: CardEntryFormProps) {
  const listHref = '/cards';
  const secretField = 'card_security_code';
  const entry = useDirectEntry({
    url,
    schema,
    lend,
    finish,
    doneHref: listHref,
    secretField,
    doubt: (typed) => sameCardWords(findSameCard(typed, known)),
  });
  const errors = entry.failure?.fields ?? {};
  const choice = (name: string) => ({ name, required: true, error: errors[name] });
  const text = (name: string) => ({ ...choice(name), ...unshared });
  const words = (name: string) => ({ ...text(name), autoCapitalize: 'words' });
  return (
    <EntryForm entry={entry} what="card" listHref={listHref}>
      <Panel title="Your debit card">
        <div className="grid gap-5">
          <CardNumberField lookUp={lookUp} error={errors['card_number']} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field
              {...text('expiration_date')}
              label="Expiration date"
              placeholder="MM/YY"
              inputMode="numeric"
              autoComplete="cc-exp"
            />
            <Field
              {...text('card_security_code')}
              label="Security code"
              inputMode="numeric"
              autoComplete="cc-csc"
              maxLength={4}
            />
            <Field {...words('first_name')} label="First name" autoComplete="cc-given-name" />
            <Field {...words('last_name')} label="Last name" autoComplete="cc-family-name" />
          </div>
        </div>
      </Panel>
      <Panel title="Where the card’s bills go">
        <div className="grid gap-5 sm:grid-cols-6">
          <Field
            {...words('street_line_1')}
            label="Street address"
            autoComplete="billing address-line1"
            className="sm:col-span-4"
          />
          <Field
            {...words('street_line_2')}
            required={false}
            label="Apartment"
            autoComplete="billing address-line2"
            className="sm:col-span-2"
          />
          <Field
            {...words('city')}
            label="City"
            autoComplete="billing address-level2"
            className="sm:col-span-2"
          />
          <SelectField
            {...choice('state')}
            label="State"
            placeholder="Choose"
            options={usStates}
            autoComplete="billing address-level1"
            className="sm:col-span-2"
          />
          <Field
            {...text('zip_code')}
            label="ZIP code"
            inputMode="numeric"
            autoComplete="billing postal-code"
            className="sm:col-span-2"
          />
        </div>
      </Panel>
    </EntryForm>
  );
}

function sameCardWords(card: KnownCard | null): string | null {
  if (!card) return null;
  return `You have a card like this already: ${cardName(card)}. Nothing was sent. If it is another card, or you want it twice, say so below.`;
}
