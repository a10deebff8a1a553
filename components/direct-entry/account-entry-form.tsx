'use client';

import { useMemo } from 'react';
import { accountEntry, accountRequest } from '@/lib/direct-entry/account-entry';
import type { BankFacts } from '@/lib/direct-entry/look-up-bank';
import { Field } from '../ui/field';
import { Panel } from '../ui/panel';
import { RadioCards } from '../ui/radio-cards';
import type { Action } from './call-action';
import { EntryForm } from './entry-form';
import { RoutingNumberField } from './routing-number-field';
import { unshared } from './unshared';
import { type EntryActions, useDirectEntry } from './use-direct-entry';

type AccountEntryFormProps = EntryActions & {
  url: string;
  /** Ours at Astra, which accounts by numbers belong to. */
  institutionId: string;
  lookUp: Action<BankFacts>;
};

/** Asks for the numbers of a bank account and sends them past us to Astra. */
export function AccountEntryForm(props: AccountEntryFormProps) {
  const { url, institutionId, lend, finish, lookUp } = props;
  const listHref = '/accounts';
  const schema = useMemo(
    () => accountEntry.transform((entry) => accountRequest(entry, institutionId)),
    [institutionId],
  );
  const entry = useDirectEntry({ url, schema, lend, finish, doneHref: listHref });
  const errors = entry.failure?.fields ?? {};
  const text = { ...unshared, required: true, autoComplete: 'off' } as const;
  const number = { ...text, inputMode: 'numeric' } as const;
  return (
    <EntryForm entry={entry} what="account" listHref={listHref}>
      <Panel title="Your bank account">
        <div className="grid gap-5">
          <RoutingNumberField lookUp={lookUp} error={errors['routing_number']} />
          <Field
            {...number}
            name="account_number"
            label="Account number"
            hint="4 to 17 digits. If it has fewer than seven, zeros are put in front of it."
            error={errors['account_number']}
          />
          <Field
            {...number}
            name="account_number_again"
            label="Account number again"
            error={errors['account_number_again']}
          />
          <RadioCards
            name="bank_account_type"
            label="Kind of account"
            options={[
              { value: 'checking', title: 'Checking' },
              { value: 'savings', title: 'Savings' },
            ]}
            defaultValue="checking"
            error={errors['bank_account_type']}
          />
          <Field
            {...text}
            name="name"
            label="What do you call it?"
            hint="So that you recognize it. Astra and our support see it too."
            autoCapitalize="words"
            maxLength={60}
            error={errors['name']}
          />
        </div>
      </Panel>
    </EntryForm>
  );
}
