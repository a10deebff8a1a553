import type { Payment } from '@/lib/db/generated/client';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { formatCents, toCents } from '@/lib/money';

/** A form has made its payment, and is now asked for something else. The payment stays as it is. */
export class FormUsedError extends UserFacingError {
  override name = 'FormUsedError';
  constructor({ amountCents }: Pick<Payment, 'amountCents'>) {
    const use =
      amountCents === null ? 'for a payment' : `to send ${formatCents(toCents(amountCents))}`;
    super(`This form was already used ${use}. Start a new payment to send something else.`);
  }
}
