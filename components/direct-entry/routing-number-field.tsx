import type { FocusEvent } from 'react';
import { routingNumberField } from '@/lib/direct-entry/account-entry';
import type { BankFacts } from '@/lib/direct-entry/look-up-bank';
import { Field } from '../ui/field';
import type { Action } from './call-action';
import { LookUpWords } from './look-up-words';
import { unshared } from './unshared';
import { useLookUp } from './use-look-up';

type RoutingNumberFieldProps = { lookUp: Action<BankFacts>; error: string | undefined };

/**
 * A bank's routing number, with how fast that bank can be paid. That is looked up when people leave
 * the field: while they type, nine digits may be the beginning of an account number that they type
 * into the wrong field. For the same reason nothing that is longer is cut to a length.
 */
export function RoutingNumberField({ lookUp, error }: RoutingNumberFieldProps) {
  const { found, want } = useLookUp(lookUp);

  function onBlur({ currentTarget }: FocusEvent<HTMLInputElement>) {
    want(routingNumberField.safeParse(currentTarget.value).data ?? '');
  }

  return (
    <div className="grid gap-1.5">
      <Field
        {...unshared}
        name="routing_number"
        label="Routing number"
        hint="Nine digits, at the bottom left of a check."
        required
        inputMode="numeric"
        autoComplete="off"
        onInput={() => want('')}
        onBlur={onBlur}
        error={error}
      />
      <LookUpWords words={found ? instantWords(found) : ''} />
    </div>
  );
}

function instantWords({ takesInstantPayments }: BankFacts): string {
  return takesInstantPayments
    ? 'This bank takes instant payments.'
    : 'This bank takes no instant payments. Money to it takes business days.';
}
