import type { Payment } from '@/lib/db/generated/client';

/**
 * What a payment between settlement accounts is called at Astra. No reference travels there, so it
 * stands in the name: that is what the routine is found by when the answer was lost.
 */
export function bookName({
  name,
  clientCorrelationId,
}: Pick<Payment, 'name' | 'clientCorrelationId'>): string {
  return `${name} ${clientCorrelationId}`;
}
