import Link from 'next/link';
import type { CardUses } from '@/lib/cards/find-card-uses';

/** Payments that Astra has accepted and whose transfers are about to begin. */
export function StartingPayments({ starting }: Pick<CardUses, 'starting'>) {
  if (starting.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {starting.map(({ routine, payment }) => (
        <li key={routine.astraId} className="py-3 first:pt-0">
          {payment ? (
            <Link href={`/payments/${payment.id}`} className="font-medium underline">
              {routine.name ?? payment.name}
            </Link>
          ) : (
            <span className="font-medium">{routine.name ?? 'A payment'}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
