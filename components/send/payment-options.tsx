import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { Field } from '../ui/field';
import { RadioCards } from '../ui/radio-cards';
import { AutomaticFields } from './automatic-fields';
import { type SendSettings, speedOptions } from './option-words';
import { RepeatField } from './repeat-field';
import type { Applies } from './what-applies';

type PaymentOptionsProps = {
  applies: Applies;
  settings: SendSettings;
  accounts: readonly EndChoice[];
  /** How often it is, as it is chosen now. */
  routineType: string;
  onRoutineType: (kind: string) => void;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

/** What can be said of a payment besides its ends and its amount: only what applies to this one. */
export function PaymentOptions(props: PaymentOptionsProps) {
  const { applies, settings, accounts, routineType, onRoutineType, typed, errors } = props;
  return (
    <>
      {applies.speed && (
        <RadioCards
          name="speed"
          label="How fast?"
          hint="Business days: weekends and bank holidays don’t count."
          options={speedOptions(settings.fastest)}
          defaultValue={typed['speed'] ?? settings.usualSpeed}
          error={errors['speed']}
        />
      )}
      {applies.settlementMode && (
        <RadioCards
          name="settlementMode"
          label="Whose money is used?"
          options={[
            { value: 'gross_debit', title: 'Your account', detail: 'For this payment by itself.' },
            {
              value: 'net_debit',
              title: 'The program',
              detail: 'From its reserve, once a day for all payments.',
            },
          ]}
          defaultValue={typed['settlementMode'] ?? 'gross_debit'}
          error={errors['settlementMode']}
        />
      )}
      {applies.repeat && (
        <RepeatField
          key={`automatic ${applies.automatic}`}
          kind={routineType}
          onKind={onRoutineType}
          withAutomatic={applies.automatic}
          error={errors['routineType']}
        />
      )}
      {applies.automatic && (
        <AutomaticFields
          routineType={routineType}
          accounts={accounts}
          typed={typed}
          errors={errors}
        />
      )}
      {applies.startDate && (
        <Field
          name="startDate"
          type="date"
          label="Start on"
          hint="Days count by Pacific time. Left empty, it starts today."
          min={settings.today}
          defaultValue={typed['startDate']}
          error={errors['startDate']}
        />
      )}
    </>
  );
}
