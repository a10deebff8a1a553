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

type Words = { label: string; unit: '$' | '%'; isOptional?: boolean };

const words: Readonly<Partial<Record<keyof PaymentTerms, Words>>> = {
  thresholdCents: { label: 'The amount to keep', unit: '$' },
  percentOfTransaction: { label: 'Percent of each deposit', unit: '%' },
  minimumTransactionCents: {
    label: 'Only of deposits of at least',
    unit: '$',
    isOptional: true,
  },
  percentOfBalance: { label: 'Percent of the balance', unit: '%' },
  amountStartCents: { label: 'In the first week', unit: '$' },
  amountIncrementCents: { label: 'More in each week', unit: '$' },
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
            prefix={field.unit}
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
            options={accounts.map(({ value, label }) => ({ value, label }))}
            defaultValue={typed[name]}
            error={errors[name]}
          />
        );
      })}
    </>
  );
}
