import { z } from 'zod';
import type { Operation } from '../contract/operation';
import { type Cents, cents, dollarsFromCents, largestCents } from '../money';
import { checkRequest, invalidRequest } from '../transport/check-request';

type OptionalAmounts<Request, Field extends keyof Request> = {
  [Name in Field]: undefined extends Request[Name] ? Name : never;
}[Field];

/** A request as Astra takes it, with its dollars named and counted in cents: `amount_cents`. */
export type InCents<Request, Field extends keyof Request & string> = Omit<Request, Field> & {
  [Name in Exclude<Field, OptionalAmounts<Request, Field>> as `${Name}_cents`]: Cents;
} & {
  [Name in OptionalAmounts<Request, Field> as `${Name}_cents`]?: Cents | undefined;
} & { [Name in Field]?: never };

/** What Astra calls its amounts. Dollars never enter by these names: cents would pass for them. */
const wireAmounts = new Set([
  'amount',
  'threshold',
  'amount_start',
  'amount_increment',
  'minimum_transaction_threshold',
]);

const positiveCents = z.int().positive().max(largestCents).transform(cents);

/**
 * Turns every `…_cents` of a request into the dollars that Astra wants, exactly.
 *
 * @throws AstraInvalidRequestError naming each amount that is not a positive number of whole cents,
 * or that came under Astra's own name, in dollars.
 */
export function withDollars(operation: Operation, request: object): Record<string, unknown> {
  const fields = Object.entries(request).filter(([, value]) => value !== undefined);
  const inDollars = fields.filter(([name]) => wireAmounts.has(name));
  if (inDollars.length > 0) {
    const errors = inDollars.map(([name]) => [name, [`Give it in cents, as ${name}_cents.`]]);
    throw invalidRequest(operation, Object.fromEntries(errors));
  }
  const amounts = fields.filter(([name]) => name.endsWith('_cents'));
  const checked = checkRequest(
    operation,
    z.object(Object.fromEntries(amounts.map(([name]) => [name, positiveCents]))),
    Object.fromEntries(amounts),
  );
  const others = fields.filter(([name]) => !name.endsWith('_cents'));
  const dollars = Object.entries(checked).map(([name, amount]) => [
    name.replace(/_cents$/, ''),
    dollarsFromCents(amount),
  ]);
  return Object.fromEntries([...others, ...dollars]);
}
