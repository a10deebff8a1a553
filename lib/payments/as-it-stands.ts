import type { Payment, Routine } from '@/lib/db/generated/client';
import { bookName } from './send/book-name';

type Confirmed = Pick<Payment, 'name' | 'amountCents' | 'clientCorrelationId'>;

/**
 * A payment with the name and the amount of its routine: that is what will move, and people may
 * change both after they confirmed them. Once a transfer moves, its name and amount are the ones.
 */
export function asItStands<P extends Confirmed>(
  payment: P,
  now: Pick<Routine, 'name' | 'amountCents'> | null | undefined,
): P {
  const name = now?.name ?? payment.name;
  return {
    ...payment,
    name: name === bookName(payment) ? payment.name : name,
    amountCents: now?.amountCents ?? payment.amountCents,
  };
}
