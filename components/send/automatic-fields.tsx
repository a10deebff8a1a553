import { automaticWords, isAutomatic } from '@/lib/payments/compose/automatic-kinds';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import type { PaymentTerms } from '@/lib/payments/order/payment-order';
import { Field } from '../ui/field';
import { SelectField } from '../ui/select-field';

type AutomaticFieldsProps = {
  routineType: string;
  accounts: readonly EndChoice[];
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

type Words = { label: string; isMoney?: boolean; isOptional?: boolean };

const words: Readonly<Partial<Record<keyof PaymentTerms, Words>>> = {
  thresholdCents: { label: 'The amount to keep', isMoney: true },
  percentOfTransaction: { label: 'Percent of each deposit' },
  minimumTransactionCents: {
    label: 'Only of deposits of at least',
    isMoney: true,
    isOptional: true,
  },
  percentOfBalance: { label: 'Percent of the balance' },
  amountStartCents: { label: 'In the first week', isMoney: true },
  amountIncrementCents: { label: 'More in each week', isMoney: true },
};

/** What a kind of payment that moves by itself has to know. */
export function AutomaticFields({ routineType, accounts, typed, errors }: AutomaticFieldsProps) {
  if (!isAutomatic(routineType)) return null;
  const { does, fields } = automaticWords[routineType];
  return (
    <>
      <p className="text-sm text-ink-muted">{does}</p>
      {fields.map((name) => {
        const field = words[name];
        return field ? (
          <Field
            key={name}
            name={name}
            label={field.label}
            {...(field.isMoney && { prefix: '$' })}
            inputMode="decimal"
            autoComplete="off"
            required={!field.isOptional}
            defaultValue={typed[name]}
            error={errors[name]}
          />
        ) : (
          <SelectField
            key={name}
            name={name}
            label="The account whose purchases count"
            placeholder="Choose an account"
            options={accounts.map(({ value, label, detail }) => ({
              value,
              label: [detail, label].filter(Boolean).join(', '),
            }))}
            defaultValue={typed[name]}
            error={errors[name]}
          />
        );
      })}
    </>
  );
}
