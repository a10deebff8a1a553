import { type FormEvent, useRef } from 'react';
import { digitsOf, groupCardNumber, placeAfterDigits } from '@/lib/direct-entry/card-number';
import type { BinFacts } from '@/lib/direct-entry/look-up-bin';
import { emptyField, watchBin } from '@/lib/direct-entry/watch-bin';
import { Field } from '../ui/field';
import { binWords } from './bin-words';
import type { Action } from './call-action';
import { LookUpWords } from './look-up-words';
import { unshared } from './unshared';
import { useLookUp } from './use-look-up';

type CardNumberFieldProps = {
  lookUp: Action<BinFacts | null>;
  error: string | undefined;
};

/** A card's number, grouped as on the card, with what its first digits tell. */
export function CardNumberField({ lookUp, error }: CardNumberFieldProps) {
  const { found, want } = useLookUp(lookUp);
  const watch = useRef(emptyField);

  function onInput({ currentTarget: input }: FormEvent<HTMLInputElement>) {
    const before = digitsOf(input.value.slice(0, input.selectionStart ?? input.value.length));
    input.value = groupCardNumber(input.value);
    const place = placeAfterDigits(input.value, before.length);
    input.setSelectionRange(place, place);
    const digits = digitsOf(input.value);
    watch.current = watchBin(watch.current, digits);
    const { bin } = watch.current;
    want(digits.startsWith(bin) ? bin : '');
  }

  return (
    <div className="grid gap-1.5">
      <Field
        {...unshared}
        name="card_number"
        label="Card number"
        required
        inputMode="numeric"
        autoComplete="cc-number"
        onInput={onInput}
        error={error}
      />
      <LookUpWords {...binWords(found)} />
    </div>
  );
}
