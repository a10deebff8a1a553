import { Landmark, UserRound } from 'lucide-react';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { PaymentCard } from '../payment-card';

const frame = 'grid h-9 w-14 place-items-center rounded-sm bg-sunken text-ink-muted';

/** A card in small, or a sign for an account, as large. */
export function EndIcon({ choice: { kind, brand, digits } }: { choice: EndChoice }) {
  if (kind === 'card') return <PaymentCard brand={brand} lastFour={digits} size="sm" />;
  return (
    <span className={frame}>
      <Landmark aria-hidden="true" className="size-5" />
    </span>
  );
}

/** A sign for somebody else, as large as the others. */
export function PersonIcon() {
  return (
    <span className={frame}>
      <UserRound aria-hidden="true" className="size-5" />
    </span>
  );
}
