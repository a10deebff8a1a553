import { z } from 'zod';
import { isRoutingNumber, padAccountNumber } from '@/lib/astra/bank-numbers';
import { bankAccountTypes, createAccountRequest } from '@/lib/astra/contract/accounts';
import { requiredText } from '@/lib/forms/text-fields';
import { digitsOf } from './card-number';

const { shape } = createAccountRequest;

/** Nine digits that check out. */
export const routingNumberField = z
  .string()
  .transform(digitsOf)
  .refine((digits) => shape.routing_number.safeParse(digits).success, {
    error: 'Enter the nine digits of the routing number.',
    abort: true,
  })
  .refine(isRoutingNumber, 'Check the routing number: at least one digit is wrong.');

const accountNumber = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .refine((text) => /^\d{4,17}$/.test(text), {
    error: 'Enter the account number: 4 to 17 digits.',
    abort: true,
  })
  .transform(padAccountNumber);

/**
 * An account as it is typed. Only the browser parses it. Its fields have Astra's names, so that what
 * Astra says about one finds its place.
 */
export const accountEntry = z
  .object({
    routing_number: routingNumberField,
    account_number: accountNumber.pipe(shape.account_number),
    account_number_again: z.string(),
    bank_account_type: z.enum(bankAccountTypes, { error: 'Choose checking or savings.' }),
    name: requiredText('Give the account a name, such as Everyday.'),
  })
  .refine(
    ({ account_number, account_number_again: again }) =>
      accountNumber.safeParse(again).data === account_number,
    { path: ['account_number_again'], message: 'The two account numbers differ. Check both.' },
  );

/** What Astra is sent. @param institutionId the client's own, from Astra's dashboard. */
export function accountRequest(
  entry: z.output<typeof accountEntry>,
  institutionId: string,
): z.output<typeof createAccountRequest> {
  const { routing_number, account_number, bank_account_type, name } = entry;
  return { routing_number, account_number, bank_account_type, name, institution_id: institutionId };
}
