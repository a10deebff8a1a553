'use client';

import { type FormEvent, useState } from 'react';
import { formatCents } from '@/lib/money/format-cents';
import { accountValue } from '@/lib/operator/money/account-value';
import type { SettlementAccount } from '@/lib/operator/money/list-settlement-accounts';
import { RadioCards } from '../ui/radio-cards';

type SettlementEndsProps = {
  accounts: readonly SettlementAccount[];
  /** Whether the money goes to another settlement account. */
  withDestination: boolean;
  /** What is chosen at first. React resets a form after its action: a new `key` brings this back. */
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** From which settlement account, and to which other one. What pays is not offered to receive. */
export function SettlementEnds(props: SettlementEndsProps) {
  const { accounts, withDestination, typed, errors } = props;
  const [source, setSource] = useState(typed['source']);
  const [destination, setDestination] = useState(typed['destination']);
  // The fields hold the choices themselves: new ones are made to take back what was chosen.
  const [takenBack, setTakenBack] = useState(0);

  function onChange({ target }: FormEvent<HTMLDivElement>) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'destination') setDestination(target.value);
    if (target.name !== 'source') return;
    setSource(target.value);
    if (target.value !== destination) return;
    setDestination(undefined);
    setTakenBack(takenBack + 1);
  }

  const options = accounts.map(({ astraId, label, availableCents }) => ({
    value: accountValue(astraId),
    title: label,
    detail: availableCents === null ? undefined : `${formatCents(availableCents)} to spend`,
  }));
  return (
    <div className="grid gap-6" onChange={onChange}>
      <RadioCards
        name="source"
        label="From"
        options={options}
        defaultValue={typed['source']}
        error={errors['source']}
        required
      />
      {withDestination && (
        <RadioCards
          key={takenBack}
          name="destination"
          label="To"
          options={options.map((option) => ({
            ...option,
            disabled: option.value === source,
            reason: 'The money comes from this account.',
          }))}
          defaultValue={takenBack === 0 ? typed['destination'] : undefined}
          error={errors['destination']}
          required
        />
      )}
    </div>
  );
}
